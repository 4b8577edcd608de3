-- Whom a schedule names stays visible beside a list of speakers of one's own.

ALTER TABLE session ADD COLUMN given_speakers TEXT;
