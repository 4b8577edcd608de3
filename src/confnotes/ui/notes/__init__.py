"""The Notes workspace: the agenda of the day, the sheet one writes on, footnotes and session."""
