"""Which backups are kept as time goes by."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.store import backups
from tests.store.helpers import START, Clock, made
from tests.support import fill

pytestmark = pytest.mark.usefixtures("clock")


def plainly_kept(times: Iterable[datetime], at: datetime) -> set[datetime]:
    """Say the rule again, with lists: which backups are kept at a time."""
    kept = {time for time in times if time >= at - timedelta(hours=48)}
    older = sorted(set(times) - kept)
    bucket: Callable[[datetime], date]
    for most, bucket in (
        (12, lambda time: time.date()),
        (10, lambda time: date.fromisocalendar(time.isocalendar().year, time.isocalendar().week, 1)),
        (9, lambda time: date.fromisocalendar(time.isocalendar().year, time.isocalendar().week, 1).replace(day=1)),
    ):
        buckets = sorted({bucket(time) for time in older})[-most:]
        kept |= {max(time for time in older if bucket(time) == one) for one in buckets}
        older = [time for time in older if bucket(time) < min(buckets)] if len(buckets) == most else []
    return kept


@pytest.mark.parametrize("seed", range(20))
def test_which_are_kept(seed: int) -> None:
    chance = random.Random(seed)
    at = START + timedelta(minutes=chance.randrange(10**6))
    times = [at - timedelta(minutes=chance.randrange(60 * 24 * chance.choice((2, 14, 90, 500)))) for _ in range(300)]
    assert backups.kept_at(times, at) == plainly_kept(times, at)


def test_the_borders_of_the_rule() -> None:
    at = datetime(2026, 3, 4, 0, 0, 0, tzinfo=UTC)
    second = timedelta(seconds=1)
    two_days = timedelta(days=2)
    border = [at - two_days - second, at - two_days, at - two_days + second]
    assert backups.kept_at(border, at) == set(border)
    one_day = [at - two_days - second * n for n in (1, 2, 3)]
    assert backups.kept_at(one_day, at) == {one_day[0]}
    midnight = [datetime(2026, 2, 20, tzinfo=UTC) - second, datetime(2026, 2, 20, tzinfo=UTC)]
    assert backups.kept_at(midnight, at) == set(midnight)
    assert backups.kept_at([], at) == set()
    ahead = [at + timedelta(days=900)]
    assert backups.kept_at(ahead, at) == set(ahead)


@pytest.mark.parametrize("seed", range(3))
def test_thinning_after_each_is_like_thinning_once(seed: int) -> None:
    chance = random.Random(seed)
    at, made_at, kept = START, [], set()
    while at < START + timedelta(days=365):
        at += timedelta(minutes=chance.randrange(30, 60 * 9))
        if chance.random() < 0.02:
            at += timedelta(days=chance.randrange(1, 30))  # a holiday
        made_at.append(at)
        kept = backups.kept_at(kept | {at}, at)
        assert at in kept
        assert max(kept) == at
    assert kept == backups.kept_at(made_at, at) == plainly_kept(made_at, at)
    assert len([time for time in kept if at - time > timedelta(days=2)]) <= 12 + 10 + 9
    assert min(kept) < at - timedelta(days=200)


def test_thinning_for_real(engine: Engine, clock: Clock) -> None:
    """Files of 90 days, each made as far as the names go; the newest is never removed, however old it is."""
    fill(engine, 1, 1)
    one = made(engine.path)
    times = [one.at]
    content = one.path.read_bytes()
    for _ in range(270):
        clock.pass_(hours=8)
        times.append(clock.at)
        one.path.with_name(f"test {clock.at:%Y-%m-%dT%H%M%S.%fZ}.itemlink").write_bytes(content[:100])
        backups.thin(engine.file_id, clock.at)
    assert {one.at for one in backups.listed(engine.file_id)} == plainly_kept(times, clock.at)
    clock.pass_(days=5000)
    backups.thin(engine.file_id, clock.at)
    assert backups.listed(engine.file_id)[0].at == max(times)
