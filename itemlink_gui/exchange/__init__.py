"""File formats: bytes on one side, plain data on the other; no database."""
