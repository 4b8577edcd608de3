"""One conference's contents in, a finished article out: pure, without clock, disk or window."""
