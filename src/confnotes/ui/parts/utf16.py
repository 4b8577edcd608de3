"""Places in a text as Qt counts them: in UTF-16, where an emoji or a rare kanji (𠮷) is two."""

_CODEC, _HALVES = "utf-16-le", "surrogatepass"
_LAST_SINGLE = "\uffff"


def units(text: str) -> int:
    """Return how long Qt finds a text."""
    return len(text) + (0 if text.isascii() else sum(letter > _LAST_SINGLE for letter in text))


def part(text: str, start: int, end: int | None = None) -> str:
    """Return what stands between two of Qt's places (to the text's end without the second)."""
    if text.isascii() or max(text) <= _LAST_SINGLE:
        return text[start:end]
    data = text.encode(_CODEC, _HALVES)
    return data[2 * start : None if end is None else 2 * end].decode(_CODEC, _HALVES)
