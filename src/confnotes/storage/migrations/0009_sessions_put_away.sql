-- Sessions can be put away as well: into the archive, or into the trash.

ALTER TABLE session ADD COLUMN shelf TEXT CHECK ("shelf" IN ('archived', 'trashed'));
