"""The window around the workspaces: rail, status line, actions, tasks, bridge."""
