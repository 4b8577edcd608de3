"""The notebook file: SQLite through SQLAlchemy Core, which is imported nowhere else.

What comes out are domain values, never rows.
"""
