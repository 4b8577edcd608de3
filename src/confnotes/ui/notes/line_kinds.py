"""What marks and links are called (see `confnotes.ui.parts.line_kinds`)."""

from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words, link_words, state_words

__all__ = ["LINE_WORDS", "line_words", "link_words", "state_words"]
