"""JSON schedules of programs other than frab and pretalx's exporter, one module each."""
