"""Version 2: a file knows which file it is, whatever it is called and wherever it lies."""

STATEMENTS = (
    "ALTER TABLE file_state ADD COLUMN file_id TEXT NOT NULL DEFAULT ''",
    "UPDATE file_state SET file_id = lower(hex(randomblob(16)))",
)
