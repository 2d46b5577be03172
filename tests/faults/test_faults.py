"""Every fault of the table: a few trials in every run, all of them in the long one."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault, total
from tests.faults.zygote import Zygote

Record = Callable[[str, object], None]

# The long run is cut into so many pieces for each fault, so that several processes share the work.
_PIECES = 20


def pieces() -> list[object]:
    found: list[object] = []
    for fault in FAULTS:
        size = -(-fault.long // _PIECES)
        for start in range(0, fault.long, size):
            seeds = range(start, min(start + size, fault.long))
            found.append(pytest.param(fault, seeds, id=f"{fault.name}, {start}…"))
    return found


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """Where the trials are forked from."""
    made = Zygote()
    yield made
    made.close()


def test_the_names_differ() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_fault(zygote: Zygote, record_property: Record, fault: Fault) -> None:
    try_all(zygote, record_property, fault, range(fault.fast))


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "seeds"), pieces())
def test_fault_often(zygote: Zygote, record_property: Record, fault: Fault, seeds: Sequence[int]) -> None:
    try_all(zygote, record_property, fault, seeds)


def try_all(zygote: Zygote, record: Record, fault: Fault, seeds: Sequence[int]) -> None:
    began = time.monotonic()
    outcomes = {seed: zygote.run(fault, seed) for seed in seeds}
    figures = dataclasses.asdict(total(outcomes.values()))
    record("fault", json.dumps({"name": fault.name, "seconds": time.monotonic() - began, **figures}))
    wrong = [f"seed {seed}: {outcome}" for seed, outcome in outcomes.items() if not outcome.good]
    assert not wrong, "\n".join(wrong)
