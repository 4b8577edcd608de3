"""Plan: the programme day by day, what one goes to, and why."""
