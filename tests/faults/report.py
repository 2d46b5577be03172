"""The table at the end of the long run: a line for each fault; ``python3 -m tests --slow`` loads it into pytest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault, Outcome, total

_HEAD = ("fault", "trials", "lost", "half-done", "crashes", "verdict", "")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the name of a file for the figures."""
    parser.addoption("--faults-json", type=Path, metavar="FILE", help="write the figures of the faults as JSON")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Add up what the pieces brought home, and print it."""
    pieces = [
        json.loads(str(value))
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == "fault"
    ]
    rows = [found for fault in FAULTS if (found := figures(fault, pieces))]
    if rows:
        terminalreporter.section("faults")
        for line in lines(rows):
            terminalreporter.write_line(line)
    target = config.getoption("--faults-json")
    if target:
        target.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def figures(fault: Fault, pieces: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the line of a fault, or nothing if it was not tried."""
    own = [piece for piece in pieces if piece["name"] == fault.name]
    if not own:
        return {}
    found = total(Outcome(**{k: v for k, v in piece.items() if k not in ("name", "seconds")}) for piece in own)
    return {
        "fault": fault.name,
        "trials": found.trials,
        "lost": found.lost,
        "half": found.half,
        "crashes": found.crashed,
        "verdict": "ok" if found.good else "BAD",
        "measured": fault.figure.format(found.figure) if fault.figure else "",
        "notes": found.note.splitlines(),
        "seconds": round(sum(piece["seconds"] for piece in own), 1),
    }


def lines(table: list[dict[str, Any]]) -> list[str]:
    """Return the table, columns aligned."""
    rows = [_HEAD, *([*map(str, list(row.values())[:6]), _remark(row)] for row in table)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return ["  ".join(_cell(*cell) for cell in zip(range(9), row, widths, strict=False)).rstrip() for row in rows]


def _remark(row: dict[str, Any]) -> str:
    first = row["notes"][0] if row["notes"] else ""
    return "; ".join(part for part in (row["measured"], first[:100]) if part)


def _cell(column: int, text: str, width: int) -> str:
    return text.rjust(width) if 1 <= column <= 4 else text.ljust(width)
