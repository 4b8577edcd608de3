"""What the conference and its days are called, and how the report tells: typed and chosen in
forms, seen in the preview."""

from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.session import Link, LinkKind
from confnotes.domain.telling import AS_LIST, NO_RATING, NUMBER
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import click, write
from helpers.reporting import settle


def typed(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.forms.flush()
    settle(qtbot, report)


def shown(report: ReportWorkspace) -> str:
    return report.preview.browser.toPlainText()


def test_the_conference_is_named_in_both_languages_and_its_days_are_counted(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    report.show_form("facts")
    rows = report.forms.facts.conference
    name = rows.fields["short_name"]
    write(name.original.field.edit, "海の会議")  # type: ignore[union-attr]
    typed(report, qtbot)
    click(name.add)
    write(name.version.field.edit, "SeaConf")  # type: ignore[union-attr]
    write(rows.url.field.edit, "https://example.org/sea")  # type: ignore[union-attr]
    write(rows.fields["city"].original.field.edit, "オンライン")  # type: ignore[union-attr]
    typed(report, qtbot)
    kept = services.reports.about(conference).conference
    assert (kept.short_name, kept.url, kept.city) == (
        "海の会議", "https://example.org/sea", "オンライン",
    )  # fmt: skip
    kept_report = services.reports.report(conference)
    english = services.reports.markdown(kept_report, Language.EN, "github")
    assert "I attended [SeaConf](https://example.org/sea) online" in english
    row = next(iter(rows.days.values()))
    row.number.replace_text("0")
    row.label.original.replace_text("前夜祭")
    typed(report, qtbot)
    day = services.reports.about(conference).days[0]
    assert (day.number, day.label) == (0, "前夜祭")
    row.number.replace_text("zero")
    typed(report, qtbot)
    assert services.reports.about(conference).days[0].number == 0


def test_another_conferences_names_are_not_mixed_up(
    report: ReportWorkspace, services: Services, qtbot: QtBot
) -> None:
    report.show_form("facts")
    report.forms.facts.conference.fields["venue"].original.field.edit.setText("港")  # type: ignore[union-attr]
    write(report.forms.facts.conference.url.field.edit, "https://example.org/one")  # type: ignore[union-attr]
    other, _ = services.programme.create_conference("Other", "Asia/Tokyo")
    report.set_conference(other)
    settle(qtbot, report)
    rows = report.forms.facts.conference
    assert rows.url.text() == ""
    assert services.reports.about(other).conference.url == ""
    assert not rows.days


def test_what_stands_with_a_session_is_chosen_and_stays(
    report: ReportWorkspace, services: Services, conference: str, talk: SessionView, qtbot: QtBot
) -> None:
    page = Link(new_id(), talk.session.id, LinkKind.PAGE, "https://example.org/p")
    services.review.put_link(page)
    report.show_session(talk.session.id)
    click(report.text.form)
    form = report.forms.telling
    assert report.forms.current is form
    click(form.details["time"])
    click(form.details["room"])
    for chosen in (form.links.segment("page"), form.rating.segment(NUMBER)):
        click(chosen)
    click(form.facts.segment(AS_LIST))
    typed(report, qtbot)
    kept = services.reports.settings(services.reports.report(conference), "hatena")
    assert kept["details"] == "time,room"
    assert (kept["heading_link"], kept["rating"], kept["facts"]) == ("page", NUMBER, AS_LIST)
    qtbot.waitUntil(lambda: "10:00" in shown(report) or "〜" in shown(report))
    click(form.details["room"])
    typed(report, qtbot)
    kept = services.reports.settings(services.reports.report(conference), "zenn")
    assert kept["details"] == "time"


def test_a_sign_of_ones_own_takes_the_place_of_the_star(
    report: ReportWorkspace, services: Services, conference: str, talk: SessionView, qtbot: QtBot
) -> None:
    services.review.rate(talk.session.id, 4)
    report.show_form("telling")
    form = report.forms.telling
    form.sign.replace_text("⛵")
    typed(report, qtbot)
    qtbot.waitUntil(lambda: "⛵⛵⛵⛵" in shown(report))
    click(form.rating.segment(NO_RATING))
    typed(report, qtbot)
    qtbot.waitUntil(lambda: "⛵" not in shown(report))
    assert not form.sign.isEnabled()
    click(form.rating.segment("★"))
    typed(report, qtbot)
    qtbot.waitUntil(lambda: "⛵⛵⛵⛵" in shown(report))  # what is in the field holds again
    form.sign.replace_text("")
    typed(report, qtbot)
    qtbot.waitUntil(lambda: "★★★★☆" in shown(report))


def test_a_section_names_who_wrote_it(
    report: ReportWorkspace, services: Services, conference: str, talk: SessionView, qtbot: QtBot
) -> None:
    report.show_session(talk.session.id)
    click(report.text.form)
    form = report.forms.telling
    assert "Meshes at sea" in form.by_name.text()
    write(form.by.field.edit, "林")  # type: ignore[union-attr]
    report.choose("conclusion")  # what was typed belongs to the section it was typed for
    settle(qtbot, report)
    settings = services.reports.settings(services.reports.report(conference), "zenn")
    assert settings[f"by.session:{talk.session.id}"] == "林"
    assert "by.conclusion" not in settings
    qtbot.waitUntil(lambda: "文：林" in shown(report) or "By 林" in shown(report))
    report.show_form("telling")
    assert form.by.text() == ""
