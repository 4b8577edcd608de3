"""What Enter, Tab and the footnote chord do to Markdown: pure functions of text and caret."""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^([ \t]*)(?:([-*+])|(\d{1,3})([.)]))([ \t]+)(.*)$")
_LABEL = re.compile(r"\[\^([^\]\s^]+)\]")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[\^([^\]\s^]+)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Continued:
    """What Enter does in a list: `insert` after the caret, or (`clear`) end the list."""

    insert: str = ""
    clear: bool = False


def continued(line: str) -> Continued | None:
    """Return how a list goes on after `line`; None where Enter is just a new line."""
    match = _ITEM.match(line)
    if match is None:
        return None
    indent, bullet, number, sign, gap, words = match.groups()
    if not words.strip():
        return Continued(clear=True)
    mark = bullet or f"{int(number) + 1}{sign}"
    return Continued(f"\n{indent}{mark}{gap}")


def is_item(line: str) -> bool:
    """Return whether a line is an item of a list (Tab indents it)."""
    return _ITEM.match(line) is not None


def new_label(text: str) -> str:
    """Return the smallest number that no footnote in `text` is labelled with."""
    taken = set(_LABEL.findall(text))
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)


@dataclass(frozen=True, slots=True)
class NewFootnote:
    """A footnote begun: the reference to put at the caret, and what to put at the text's end."""

    reference: str
    definition: str


def new_footnote(text: str) -> NewFootnote:
    """Return what makes a new footnote in `text`; its definition stands after the others."""
    label = new_label(text)
    rows = text.rstrip("\n").split("\n")
    after_another = bool(rows) and _DEFINITION.match(rows[-1]) is not None
    missing = "\n" if after_another else "\n\n"
    have = len(text) - len(text.rstrip("\n"))
    lead = missing[min(have, len(missing)) :] if text else missing
    return NewFootnote(f"[^{label}]", f"{lead}[^{label}]: ")


def definition_label(line: str) -> str | None:
    """Return the label a line defines a footnote for, None when it does not."""
    match = _DEFINITION.match(line)
    return match.group(1) if match else None


def reference_end(text: str, label: str) -> int | None:
    """Return the position just after the first citation of a label, None when nobody cites it."""
    for match in _LABEL.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 :]
        if match.group(1) == label and definition_label(line) != label:
            return match.end()
    return None
