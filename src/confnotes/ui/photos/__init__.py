"""Photos in Review: read, matched, shown as a contact sheet, attached once approved."""
