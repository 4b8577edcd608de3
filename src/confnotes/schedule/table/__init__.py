"""Schedules kept as tables: CSV with any delimiter, as spreadsheets save it."""
