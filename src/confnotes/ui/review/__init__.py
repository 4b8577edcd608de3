"""The Review workspace: what was attended, rated, summed up and put into the other language."""
