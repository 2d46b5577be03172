"""The check of a file from the command line: what was found, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemlink_gui import app as root
from tests.support import digest, raw

REPAIR = "Tools ▸ Check file in the window repairs this."
BACKUPS = "Open it in the window: that offers its backups, or to save what can be read."


def test_all_is_well(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = digest(path)
    assert root.main(["--check", str(path)]) == 0
    assert capsys.readouterr().out == f"{path} is in order.\n"
    assert digest(path) == before


@pytest.mark.parametrize(
    ("statement", "found", "advice"),
    [
        ("CREATE TABLE mine (id INTEGER)", "The table “mine” does not belong to ItemLink.", []),
        ("DROP INDEX item_created_at", "The index “item_created_at” is missing.", [REPAIR]),
        (
            "INSERT INTO item_customer (item_id, customer_id, created_at) VALUES (8, 9, '')",
            "1 link whose item is missing.",
            [REPAIR],
        ),
        # The window opens a file only with all of its tables.
        ("DROP TABLE item_stat", "The table “item_stat” is missing.", [BACKUPS]),
        ("DROP TABLE past_link", "The table “past_link” is missing.", [BACKUPS]),
    ],
)
def test_what_was_found_and_what_to_do(
    path: Path, capsys: pytest.CaptureFixture[str], statement: str, found: str, advice: list[str]
) -> None:
    with raw(path) as connection:
        connection.execute(statement)
    before = digest(path)
    assert root.main(["--check", str(path)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert found in told
    assert [line for line in told if line in (REPAIR, BACKUPS)] == advice
    assert not advice or told[-1] == advice[0]
    assert digest(path) == before
