"""The window: Qt lives here and nowhere else. A folder per workspace, `parts` for all."""
