"""Which key means what in the sheet; everything else is a letter, the caret's, or the window's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = Qt.Key
_Mod = Qt.KeyboardModifier
_COMMANDS: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_Key.Key_Return, _Mod.NoModifier): "enter",
    (_Key.Key_Return, _Mod.ShiftModifier): "enter",
    (_Key.Key_Tab, _Mod.NoModifier): "indent",
    (_Key.Key_Backtab, _Mod.ShiftModifier): "outdent",
    (_Key.Key_Backtab, _Mod.NoModifier): "outdent",
    (_Key.Key_Tab, _Mod.ShiftModifier): "outdent",
    (_Key.Key_Up, _Mod.AltModifier): "move_up",
    (_Key.Key_Down, _Mod.AltModifier): "move_down",
    (_Key.Key_Backspace, _Mod.NoModifier): "backspace",
    (_Key.Key_Backspace, _Mod.ShiftModifier): "backspace",
    (_Key.Key_Delete, _Mod.NoModifier): "delete",
    (_Key.Key_Y, _Mod.ControlModifier): "redo",
}
_STANDARD = QKeySequence.StandardKey
_SEQUENCES = {
    _STANDARD.Undo: "undo",
    _STANDARD.Redo: "redo",
    _STANDARD.Cut: "cut",
    _STANDARD.Copy: "copy",
    _STANDARD.Delete: "delete",
    _STANDARD.DeleteStartOfWord: "delete_word_back",
    _STANDARD.DeleteEndOfWord: "delete_word",
}
_OWN = frozenset({"move_up", "move_down", "undo", "redo", "indent", "outdent"})


def command_of(event: QKeyEvent) -> str | None:
    """Return the name of the outline's own command for a key, None when Qt may have it."""
    modifiers = event.modifiers() & ~_Mod.KeypadModifier
    key = _Key.Key_Return if event.key() == _Key.Key_Enter else _Key(event.key())
    if (name := _COMMANDS.get((key, modifiers))) is not None:
        return name
    return next((name for keys, name in _SEQUENCES.items() if event.matches(keys)), None)


def is_ours(event: QKeyEvent) -> bool:
    """Return whether no shortcut of the window may take this key from the sheet."""
    return command_of(event) in _OWN


def is_windows(event: QKeyEvent) -> bool:
    """Return whether the window's shortcut comes before what QTextEdit makes of a chord.

    QTextEdit would take Ctrl+K and Ctrl+U for itself on X11.
    """
    held = event.modifiers() & (_Mod.ControlModifier | _Mod.AltModifier)
    return bool(held) and event.key() in {_Key.Key_K, _Key.Key_U, _Key.Key_E, _Key.Key_O}


def types_text(event: QKeyEvent) -> bool:
    """Return whether a key press puts letters into the text (AltGr counts as none held)."""
    text = event.text()
    held = event.modifiers() & (_Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier)
    alt_gr = held == (_Mod.ControlModifier | _Mod.AltModifier)
    return bool(text) and text.isprintable() and (not held or alt_gr)
