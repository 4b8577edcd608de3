"""What the list of names says: what is the matter, how often it is written how, and where."""

from PySide6.QtCore import QCoreApplication

from confnotes.domain.names import Form, Why
from confnotes.domain.written import Owner
from confnotes.services.names import Corrected, NameFinding, NamePlace
from confnotes.ui.parts.theme import theme

translate = QCoreApplication.translate
_ROUND = 60
"""So many letters are shown to each side of a name."""


def why_words(why: Why) -> str:
    """Return what is the matter with a name."""
    return {
        Why.TWO_WAYS: translate("Names", "Written in more than one way."),
        Why.UNLIKE_SCHEDULE: translate("Names", "The schedule writes it in another way."),
        Why.ONE_LETTER: translate("Names", "One letter off a name in the schedule."),
    }[why]


def quoted(form: str) -> str:
    """Return a form between the quotation marks of the interface's language."""
    return f"「{form}」" if theme().japanese else f"“{form}”"


def times(form: Form) -> str:
    """Return a form with how often it is written so."""
    return translate("Names", "{form} ×{n}").format(form=form.text, n=form.count)


def others_words(finding: NameFinding) -> str:
    """Return the ways a name is written besides the proposed one."""
    return ("、" if theme().japanese else ", ").join(times(form) for form in finding.forms[1:])


def said(finding: NameFinding) -> str:
    """Return what a screen reader says of a finding."""
    words = translate("Names", "{name}, also written {others}. {why}")
    return words.format(name=finding.key, others=others_words(finding), why=why_words(finding.why))


def meaning(form: Form) -> str:
    """Return how often a form is written, and whether the schedule writes it."""
    count = translate("Names", "{n} times").format(n=form.count) if form.count > 1 else ""
    if form.count == 1:
        count = translate("Names", "once")
    if not form.known:
        return count
    known = translate("Names", "in the schedule")
    return (
        translate("Names", "{count}, {known}").format(count=count, known=known) if count else known
    )


def place_words(place: NamePlace) -> str:
    """Return where a name stands."""
    text = place.place.text
    title = place.session.session.title if place.session is not None else ""
    part = {
        (Owner.LINE, "text"): "",
        (Owner.LINE, "gist"): translate("Names", "gist of a line"),
        (Owner.LINE, "answer"): translate("Names", "what was said"),
        (Owner.SESSION, "summary"): translate("Names", "summary"),
        (Owner.SESSION, "takeaway"): translate("Names", "what it means for us"),
        (Owner.SESSION, "heading"): translate("Names", "heading"),
        (Owner.SESSION, "reason"): translate("Names", "why this one"),
        (Owner.EVENT, "reason"): translate("Names", "why this event"),
        (Owner.PICTURE, "caption"): translate("Names", "caption"),
        (Owner.PICTURE, "alternative"): translate("Names", "description of a picture"),
    }.get((text.owner, text.field))
    if part is None:
        part = {
            Owner.FOOTNOTE: translate("Names", "a footnote"),
            Owner.VERSION: translate("Names", "text in the other language"),
            Owner.FACT: translate("Names", "a fact about the conference"),
        }.get(text.owner, translate("Names", "the report"))
    if title and part:
        return translate("Names", "{title}, {part}").format(title=title, part=part)
    return title or part


def around(place: NamePlace) -> tuple[str, str, str]:
    """Return what stands before, at and after a name, on one line, cut with … where it is long."""
    spot = place.place
    words, start, end = spot.text.words, spot.start, spot.end
    before, after = words[:start], words[end:]
    row = before.rfind("\n") + 1
    before, after = before[row:], after.partition("\n")[0]
    if len(before) > _ROUND:
        before = "…" + before[-_ROUND:].lstrip()
    if len(after) > _ROUND:
        after = after[:_ROUND].rstrip() + "…"
    return before.lstrip(), words[start:end], after


def corrected_words(done: Corrected) -> str:
    """Return what a correction did."""
    if done.places == 1:
        words = translate("Names", "1 place reads {form} now.")
    else:
        words = translate("Names", "{n} places read {form} now.")
    out = words.format(n=done.places, form=quoted(done.form))
    if done.left:
        left = translate("Names", "{n} had changed meanwhile and stay.").format(n=done.left)
        out += left if theme().japanese else f" {left}"
    return out


def kept_words(finding: NameFinding) -> str:
    """Return that all forms of a name are taken as right."""
    forms = [quoted(form.text) for form in finding.forms[1:]]
    listed = "".join(forms) if theme().japanese else ", ".join(forms)
    return translate("Names", "{forms} is not asked about again.").format(forms=listed)
