"""What workspaces share: the table of tokens, the theme, icons, painting, and widgets."""
