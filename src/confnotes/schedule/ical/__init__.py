"""iCalendar (RFC 5545), as sched.com, pretalx, frab, Indico and others write it."""
