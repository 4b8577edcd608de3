"""The schedules of frab, pentabarf, pretalx and their kin: `schedule.xml` and `schedule.json`."""
