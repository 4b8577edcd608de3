"""Tab goes through Review as one reads it: lists, heads, table, form."""

from PySide6.QtWidgets import QApplication

from confnotes.domain.session import LinkKind
from confnotes.ui.parts.order import stops
from confnotes.ui.review.workspace import SESSIONS, ReviewWorkspace


def test_tab_goes_from_the_heads_to_the_links(review: ReviewWorkspace) -> None:
    review.form.links.begin(LinkKind.PAGE)
    review.form.links.begin(LinkKind.VIDEO)
    QApplication.processEvents()
    seen = [stop for stop in stops(review) if stop.isVisible()]
    narrow = review.head.filter
    assert seen[:3] == [narrow.field.edit, narrow.unreviewed, narrow.open]
    assert seen[3:6] == [review.tabs.tab(SESSIONS), review.table.head, review.table]
    form, rows = review.form, review.form.links.rows()
    parts = (form.is_reviewed, form.stars, form.pick, form.attendance, *form.fields.values())
    parts = (*parts, form.links.add, *rows)
    at = [n for s in seen for n, p in enumerate(parts) if p is s or p.isAncestorOf(s)]
    assert at == sorted(at)
    assert set(at) == set(range(len(parts)))
