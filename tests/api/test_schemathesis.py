"""Whatever the description allows and forbids is asked: no 500, and no answer that the description does not know."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from itemlink_gui.api import docs
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.ops import categories, companies, customers, items
from tests.api.conftest import TOKEN, Running
from tests.support import run

# All checks but the one that fuzzing.py narrows. Of each operation the examples, all limits and what lies beyond them,
# a few at random, and a few steps after one another; the same in every run.
OPTIONS = ("--generation-deterministic", "--max-examples=5", "--exclude-checks=positive_data_acceptance")
SECONDS = 300


@pytest.fixture
def program() -> list[str]:
    """schemathesis; without it the test is skipped, or fails where it must run."""
    if importlib.util.find_spec("schemathesis") is None:
        told = "fuzzing needs schemathesis: pip install -e '.[fuzz]'"
        if os.environ.get("ITEMLINK_REQUIRE_FUZZ"):
            pytest.fail(told)
        pytest.skip(told)
    return [sys.executable, "-m", "schemathesis.cli", "run", "--no-color"]


def test_answers_are_as_described(running: Running, program: list[str], tmp_path: Path) -> None:
    for number in range(1, 8):
        run(running.engine, items.create(name=f"Item {number}"))
        run(running.engine, customers.create(username=f"user{number}", full_name=f"Person {number}"))
        run(running.engine, companies.create(name=f"Company {number}"))
        run(running.engine, categories.create(name=f"Category {number}"))
    address = running.service.address
    ran = subprocess.run(
        [*program, address + docs.SCHEMA, f"--url={address}", f"--header=Authorization: Token {TOKEN}", *OPTIONS],
        cwd=tmp_path,  # where it keeps what it found
        env={**os.environ, "SCHEMATHESIS_HOOKS": "tests.api.fuzzing", "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [asked.path for asked in running.told if asked.status >= 500] == []
    assert len(running.told) > 1000, "hardly anything was asked"
