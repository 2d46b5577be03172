"""Sample data: exactly what was asked for, the same for the same seed, and whole or not there at all."""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import re
import sqlite3
import statistics
from datetime import date, timedelta
from pathlib import Path

import pytest

from itemlink_gui.base import words
from itemlink_gui.base.changes import KINDS
from itemlink_gui.base.errors import CannotOpen, CannotWrite, Invalid, ItemLinkError
from itemlink_gui.base.i18n import install
from itemlink_gui.engine import Engine
from itemlink_gui.ops import fields, items, link_fields, sample, sample_kits, vocabulary
from itemlink_gui.ops.sample_ahead import ahead
from itemlink_gui.ops.vocabulary import Wish
from itemlink_gui.store import history, link_rows, places
from itemlink_gui.store.check import check
from tests.support import Child, ask, beside, digest, faults, raw, run, snapshot, undo

# Of the rows that `few` has; it may only change together with the words.
FEW = "b56b9ddc7df8e695212320920244832a3b1f865d2f8c215e4ccf1433f18dcdb1"

NUMBERS = [(0, 0, 0), (1, 1, 1), (3, 0, 0), (1, 40, 40), (40, 1, 40), (3, 5, 14), (24, 200, 600), (40, 30, 1199)]


def write(path: Path, items: int = 24, customers: int = 200, links: int = 600, seed: int = 1) -> Path:
    sample.write_file(path, items=items, customers=customers, links=links, seed=seed)
    return path


def rows(path: Path, sql: str) -> list[tuple[str, ...]]:
    with raw(path) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "sample.itemlink"


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of a thousand customers."""
    return write(tmp_path_factory.mktemp("some") / "some.itemlink", 100, 1000, 6000)


@pytest.mark.parametrize(("items", "customers", "links"), NUMBERS)
def test_it_has_exactly_what_was_asked_for_and_is_sound(target: Path, items: int, customers: int, links: int) -> None:
    write(target, items, customers, links)
    found = snapshot(target)
    assert [len(found[table]) for table in ("item", "customer", "user", "item_customer")] == [
        items,
        customers,
        customers,
        links,
    ]
    assert faults(target) == []
    assert check(target) == []


def test_the_same_seed_gives_the_same_rows_in_every_process(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(target)
    monkeypatch.setenv("PYTHONHASHSEED", "77")
    code = """
from itemlink_gui.ops import sample
sample.write_file(Path(argv[0]), items=24, customers=200, links=600, seed=1)
"""
    with Child(code, tmp_path / "other.itemlink") as child:
        assert child.end() == 0
    few = snapshot(target)
    assert snapshot(tmp_path / "other.itemlink") == few
    assert hashlib.sha256(repr(few).encode()).hexdigest() == FEW


def test_a_second_process_makes_the_same_rows(target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "_MANY", 0)
    asked: list[str] = []
    monkeypatch.setattr(sample, "ahead", lambda make, *numbers: asked.append(make.__name__) or ahead(make, *numbers))
    write(target)
    assert asked == ["_rows"]
    assert hashlib.sha256(repr(snapshot(target)).encode()).hexdigest() == FEW


def test_another_seed_gives_other_rows(target: Path, tmp_path: Path) -> None:
    one, other = snapshot(write(target)), snapshot(write(tmp_path / "other.itemlink", seed=2))
    assert one["user"] != other["user"]
    assert one["item_customer"] != other["item_customer"]


def test_the_rows_do_not_depend_on_the_day(some: Path) -> None:
    (times,) = rows(
        some,
        """SELECT min(c.created_at), max(c.updated_at), min(l.created_at), max(l.created_at)
           FROM customer c, (SELECT * FROM item_customer LIMIT 100) l""",
    )
    assert times[0].startswith("2023-01-01T")
    assert times[1] < "2024-12-31"
    assert "2024-01-01" <= times[2] <= times[3] < "2025-01-01"


def test_times_are_written_as_everywhere(some: Path) -> None:
    times = {
        time
        for table in ("item", "customer")
        for row in rows(some, f"SELECT created_at, updated_at FROM {table}")
        for time in row
    }
    times |= {time for (time,) in rows(some, "SELECT created_at FROM item_customer")}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[012]\d:[0-5]\d:[0-5]\d\.000Z", time) for time in times)
    assert rows(some, "SELECT count(*) FROM customer WHERE updated_at < created_at") == [(0,)]
    made = [time for (time,) in rows(some, "SELECT created_at FROM customer ORDER BY id")]
    assert made == sorted(made)


def test_every_value_may_stand_in_its_field(some: Path) -> None:
    tables = {
        "item": "item",
        "customer": "customer JOIN user ON user.id = user_id",
        "company": "company",
    }
    for kind in KINDS:
        names = [field.name for field in fields.specs(kind)]
        for row in rows(some, f"SELECT {', '.join(names)} FROM {tables[kind]}"):
            values = dict(zip(names, row, strict=True))
            assert fields.clean_all(kind, values) == values


def test_nobody_real_can_be_reached(some: Path) -> None:
    emails = [email for (email,) in rows(some, "SELECT email FROM user WHERE email <> ''")]
    phones = [phone for (phone,) in rows(some, "SELECT phone FROM customer WHERE phone <> ''")]
    assert all(re.fullmatch(r"[a-z.]+\d*@example\.(org|com|net)", email) for email in emails)
    assert all(re.fullmatch(r"\+1-555-01\d\d", phone) for phone in phones)


def test_names_are_of_many_kinds(some: Path) -> None:
    names = [name for (name,) in rows(some, "SELECT full_name FROM user")]
    assert any(not name.isascii() for name in names)
    assert sum(name.isascii() for name in names) > len(names) / 10
    assert 0 < sum(len(name) > 40 for name in names) < len(names) / 20
    assert 0 < names.count("") < len(names) / 20
    assert len(set(names)) > len(names) / 2
    assert len(set(rows(some, "SELECT name FROM item"))) == 100


@pytest.mark.parametrize("column", ["email", "phone", "address", "notes"])
def test_here_and_there_a_field_is_empty(some: Path, column: str) -> None:
    sql = f"SELECT {column} <> '', count(*) FROM customer JOIN user ON user.id = user_id GROUP BY 1"
    empty, given = (n for _, n in rows(some, sql))
    assert int(empty) > 10
    assert int(given) > 10


def test_a_few_items_are_popular_and_some_of_either_side_have_none(some: Path) -> None:
    counts = sorted(int(n) for (n,) in rows(some, "SELECT count FROM item_stat"))
    assert counts[-1] > 10 * statistics.median(counts)
    assert counts[0] == 0
    per_customer = [int(n) for (n,) in rows(some, "SELECT count FROM customer_stat ORDER BY id")]
    assert min(per_customer) == 0
    assert sum(per_customer[:250]) > 1.5 * sum(per_customer[750:])


@pytest.mark.parametrize(
    ("items", "customers", "links", "option"),
    [(-1, 1, 0, "items"), (1, -1, 0, "customers"), (1, 1, -1, "links"), (3, 4, 13, "links"), (2**31, 0, 0, "items")],
)
def test_numbers_that_cannot_be_are_refused(target: Path, items: int, customers: int, links: int, option: str) -> None:
    with pytest.raises(Invalid) as refused:
        write(target, items, customers, links)
    assert refused.value.field == option
    assert beside(target) == []


def test_a_file_that_is_there_is_left_alone(target: Path) -> None:
    target.write_bytes(b"mine")
    with pytest.raises(CannotOpen, match="already"):
        write(target)
    assert target.read_bytes() == b"mine"
    assert beside(target) == [target.name]


def test_a_name_that_leads_nowhere_is_left_alone(target: Path) -> None:
    target.symlink_to(target.with_name("elsewhere"))
    with pytest.raises(CannotOpen, match="already"):
        write(target)
    assert beside(target) == [target.name]


def test_a_folder_that_is_not_there_is_said(target: Path) -> None:
    with pytest.raises(CannotOpen, match="cannot be made"):
        write(target / "sample.itemlink")


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_that_came_meanwhile_is_left_alone(target: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    def come(stage: str, done: int, total: int) -> None:
        if stage == "Links":
            target.write_bytes(b"mine")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    with pytest.raises(CannotOpen, match="already"):
        sample.write_file(target, items=1, customers=1, links=1, seed=1, progress=come)
    assert target.read_bytes() == b"mine"
    assert beside(target) == [target.name]


def _no_links(self: Path, target: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_it_works_where_files_cannot_be_linked(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    assert check(write(target)) == []
    assert beside(target) == [target.name]


@pytest.mark.parametrize("stage", ["Customers", "Links", "Search index"])
def test_a_kill_leaves_nothing_under_the_name(target: Path, stage: str) -> None:
    code = """
import os
from itemlink_gui.ops import sample
def progress(stage, done, total):
    if stage == argv[1]:
        os._exit(9)
sample.write_file(Path(argv[0]), items=9, customers=300, links=700, seed=1, progress=progress)
"""
    with Child(code, target, stage) as child:
        assert child.end() == 9
    assert not target.exists()


def test_an_error_leaves_nothing_at_all(target: Path) -> None:
    def fail(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sample.write_file(target, items=9, customers=9, links=9, seed=1, progress=fail)
    assert beside(target) == []


def test_a_disk_that_refuses_is_said(target: Path) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512 * 1024, hard))
    try:
        with pytest.raises(CannotWrite, match="Nothing was stored"):
            write(target, 100, 5000, 20_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert beside(target) == []


def test_an_error_that_is_a_bug_stays_one(target: Path) -> None:
    def fail(stage: str, done: int, total: int) -> None:
        raise sqlite3.IntegrityError("as of a bug")

    with pytest.raises(sqlite3.IntegrityError, match="as of a bug") as raised:
        sample.write_file(target, items=9, customers=9, links=9, seed=1, progress=fail)
    assert raised.value.__cause__ is None


def test_only_its_owner_may_read_it(target: Path) -> None:
    assert write(target).stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_progress_is_told(target: Path) -> None:
    told: list[tuple[str, int, int]] = []
    sample.write_file(target, items=250, customers=1000, links=3000, seed=1, progress=lambda *news: told.append(news))
    stages = [stage for stage, _ in itertools.groupby(told, key=lambda news: news[0])]
    assert stages == ["Items", "Customers", "Links", "Search index"]
    for stage in stages:
        done = [(done, total) for found, done, total in told if found == stage]
        assert done == sorted(done)
        assert done[-1][0] == done[-1][1] == {"Items": 250, "Customers": 1000, "Links": 3000}.get(stage, 1)


def test_a_written_file_can_be_worked_with(target: Path) -> None:
    before = digest(write(target))
    engine = Engine(target)
    assert run(engine, items.create(name="New")) == 25
    assert ask(engine, history.undo_state).undo is not None
    undo(engine)
    engine.close()
    assert check(target) == []
    assert digest(target) != before


def test_filling_is_one_step_that_can_be_undone(engine: Engine) -> None:
    run(engine, sample.fill())
    found = snapshot(engine.path)
    assert [len(found[table]) for table in ("item", "customer", "user", "item_customer")] == [24, 200, 200, 600]
    (step,) = ask(engine, lambda: history.steps(10))
    assert step.label.kind == "sample"
    assert check(engine.path) == []
    undo(engine)
    assert not any(snapshot(engine.path).values())


def test_filling_gives_the_same_as_a_written_file(engine: Engine, target: Path) -> None:
    run(engine, sample.fill())
    filled, written = snapshot(engine.path), snapshot(write(target))
    assert filled["user"] == written["user"]
    for table in ("item", "item_customer"):
        assert [row[:2] for row in filled[table]] == [row[:2] for row in written[table]]


@pytest.mark.parametrize("preset", words.PRESETS)
def test_the_sample_of_each_preset_shows_what_there_is(engine: Engine, preset: str) -> None:
    run(engine, vocabulary.choose(Wish(preset)))
    before = snapshot(engine.path)
    run(engine, sample.fill())
    stands = ask(engine, places.limited)
    states = [found.state for found in stands.values()]
    assert (states.count("full"), states.count("over")) == (1, 1)
    assert "low" in states
    assert [found.policy for found in stands.values() if found.waiting] == ["waitlist"]
    own = ask(engine, link_rows.own_fields)
    assert own
    today = date.today().isoformat()
    soon = (date.today() + timedelta(days=14)).isoformat()
    counts = {
        "categories": "SELECT count(DISTINCT category_id) FROM item",
        "colours": "SELECT count(DISTINCT colour) FROM category WHERE colour <> ''",
        "without category": "SELECT count(*) FROM item WHERE category_id IS NULL",
        "several": "SELECT count(*) FROM item_customer WHERE quantity > 1",
        "over": f"SELECT count(*) FROM item_customer WHERE ends_on < '{today}'",
        "soon": f"SELECT count(*) FROM item_customer WHERE ends_on BETWEEN '{today}' AND '{soon}'",
        "turned round": "SELECT count(*) FROM item_customer WHERE ends_on < starts_on",
        "notes": "SELECT count(*) FROM item_customer WHERE note <> ''",
        "own": "SELECT count(*) FROM item_customer WHERE extra <> '{}'",
        "companies": "SELECT count(DISTINCT company_id) FROM customer_company",
        "wishes": "SELECT count(DISTINCT kind) FROM preference",
        "days": "SELECT count(*) FROM item WHERE available_until IS NOT NULL",
    }
    found = {name: int(rows(engine.path, sql)[0][0]) for name, sql in counts.items()}
    assert (found["categories"], found["colours"], found["without category"], found["wishes"]) == (4, 4, 0, 3)
    assert found["turned round"] == 0
    assert min(found[name] for name in ("several", "over", "soon", "notes", "own", "companies", "days")) >= 3
    assert check(engine.path) == []
    undo(engine)
    assert snapshot(engine.path) == before


def test_the_values_of_own_fields_may_stand_there(engine: Engine) -> None:
    for preset in words.PRESETS:
        run(engine, vocabulary.choose(Wish(preset)))
        run(engine, sample.fill())
        own = ask(engine, link_rows.own_fields)
        names = {str(field.id): field.key for field in own}
        for (extra,) in rows(engine.path, "SELECT extra FROM item_customer WHERE extra <> '{}'"):
            values = {names[key]: value for key, value in json.loads(extra).items()}
            assert link_fields.clean(own, values) == values
        undo(engine)
        undo(engine) if preset != "item" else None


def test_a_kit_whose_translation_lost_a_line_is_in_english() -> None:
    english = sample_kits.kit("course")
    install(lambda text, _n: text.replace("\n", "|"))
    try:
        assert sample_kits.kit("course") == english
    finally:
        install(None)


def test_a_file_with_records_is_not_filled(engine: Engine) -> None:
    run(engine, items.create(name="Mine"))
    before = snapshot(engine.path)
    with pytest.raises(ItemLinkError, match="empty file"):
        run(engine, sample.fill())
    assert snapshot(engine.path) == before
