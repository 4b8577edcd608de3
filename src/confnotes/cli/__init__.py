"""The second front end: the same use cases without a window, and without Qt."""
