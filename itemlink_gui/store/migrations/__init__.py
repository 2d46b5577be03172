"""The versions of the schema, one frozen script each; ``user_version`` of the file is the only version there is."""

from __future__ import annotations

from itemlink_gui.store.migrations import v001, v002, v003

# The script that leads to version n stands at place n - 1; one that has shipped is never edited.
SCRIPTS: tuple[tuple[str, ...], ...] = (v001.STATEMENTS, v002.STATEMENTS, v003.STATEMENTS)
