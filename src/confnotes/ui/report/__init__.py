"""The Report workspace: outline, the text of a section, and the article as its place shows it."""
