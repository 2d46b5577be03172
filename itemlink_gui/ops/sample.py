"""Sample data: made-up items, customers and links, the same for the same seed on every machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from itemlink_gui.base.errors import Invalid, ItemLinkError
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.ops import sample_words as words
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.sample_ahead import ahead
from itemlink_gui.ops.sample_fill import Filling
from itemlink_gui.store import database, derive, explain, new_file, vocabulary
from itemlink_gui.store.apply import execute
from itemlink_gui.store.bulk import Progress, nobody, without_indexes
from itemlink_gui.store.fold import fold
from itemlink_gui.store.journal import MAX_ID, Journal
from itemlink_gui.store.models import Customer, Item, User, current

Draw = Callable[[], float]
T = TypeVar("T")

# What the window's button fills in.
FEW_ITEMS, FEW_CUSTOMERS, FEW_LINKS, FEW_SEED = 24, 200, 600, 1

# Times are counted from here, never from now: records are made in the first year, links in the second.
_DAYS = tuple((date(2023, 1, 1) + timedelta(days=day)).isoformat() for day in range(2 * 365))
_YEAR = 365 * 24 * 3600
_BATCH = 100
# So many links of an item have the same moment, as if they had been added together.
_TOGETHER = 100
# So many rows are worth a second process that makes them while this one writes.
_MANY = 100_000
_ITEM = "item (id, name, description, created_at, updated_at)"
_CUSTOMER = "customer (id, user_id, phone, address, notes, created_at, updated_at)"
_CACHE_KIB = 128 * 1024
_LINKS = "INSERT INTO item_customer (item_id, customer_id, created_at) SELECT ?, value + 1, ? FROM json_each(?)"


class Person(NamedTuple):
    """The fields of a customer and of the user behind it."""

    username: str
    email: str
    full_name: str
    phone: str
    address: str
    notes: str


class Batch(NamedTuple):
    """Some customers or some links, as they are inserted.

    Args:
        done: how many of them there are with these.
        users: rows of `user`; none where there are links.
        customers: rows of the customers that these users are.
        links: parameters of statements that each insert links of one item.
    """

    done: int
    users: Sequence[tuple[object, ...]]
    customers: Sequence[tuple[object, ...]]
    links: Sequence[tuple[int, str, str]]


def fill() -> Operation[None]:
    """Put a small set into an empty file, in one step; it is about what the file calls its records.

    Returns:
        an operation. It raises ItemLinkError if there is a record in the file already.
    """
    return Operation("sample", _fill)


def _fill(journal: Journal) -> None:
    if Item.select().exists() or User.select().exists():
        raise ItemLinkError(tr("There are records in this file already; sample data only goes into an empty file."))
    chosen = vocabulary.chosen()
    filling = Filling(journal, chosen.preset, chosen.policy, _random(FEW_SEED, "details"), date.today())
    partners = dict(_partners(FEW_SEED, FEW_ITEMS, FEW_CUSTOMERS, FEW_LINKS))
    data = filling.link_data(partners)
    items = filling.items(list(_items(FEW_ITEMS)), data)
    customers = []
    for person in _people(FEW_SEED, FEW_CUSTOMERS):
        user = journal.add(User, username=person.username, email=person.email, full_name=person.full_name)
        own = {"phone": person.phone, "address": person.address, "notes": person.notes}
        customers.append(journal.add(Customer, user=user, **own))
    for item, those in partners.items():
        journal.link("item_customer", [items[item]], [customers[partner] for partner in those])
    filling.set_data(items, customers, data)
    filling.companies(customers)
    filling.wishes(items, customers, partners)


def write_file(
    path: Path, *, items: int, customers: int, links: int, seed: int, progress: Progress | None = None
) -> None:
    """Make a new file of sample data; it appears under its name when it is whole.

    Args:
        path: where; its folder must exist, and nothing of that name.
        items: how many.
        customers: how many.
        links: how many, exactly.
        seed: the same numbers and seed give the same rows.
        progress: told what is being written, how much of it is done, and how much there is to do.

    Raises:
        Invalid: for a number that cannot be; its field is the name of the argument.
        CannotOpen: if there is a file of that name, or none can be made there.
        CannotWrite: if the disk refuses.
    """
    most = {"items": (items, MAX_ID), "customers": (customers, MAX_ID), "links": (links, items * customers)}
    for option, (number, limit) in most.items():
        if not 0 <= number <= limit:
            raise Invalid(option, tr("This must be a number from 0 to {most}.", most=grouped(limit)))
    try:
        with new_file.new_file(path) as part, database.opened(part):
            # Nobody else sees this file yet, and one that fails is thrown away.
            for pragma in ("journal_mode = off", "synchronous = 0", "cache_spill = 1", f"cache_size = -{_CACHE_KIB}"):
                execute(f"PRAGMA {pragma}")
            execute("PRAGMA foreign_keys = 0")
            with current.atomic():
                _write(current.connection(), (items, customers, links), seed, progress or nobody)
    except (OSError, *explain.BROKEN) as error:
        told = explain.explain(error)
        if told is None:
            raise
        raise told from error


def _write(connection: sqlite3.Connection, numbers: tuple[int, int, int], seed: int, progress: Progress) -> None:
    items, customers, links = numbers
    for done, batch in _batches(zip(_items(items), _times(seed, items), strict=True)):
        _insert(connection, _ITEM, [(i, name, text, *at) for i, ((name, text), at) in batch])
        progress(tr("[Items]"), done, items)
    made = _rows(seed, *numbers) if customers + links < _MANY else ahead(_rows, seed, *numbers)
    with without_indexes("customer", "item_customer"):
        for part in made:
            if part.users:
                _insert(connection, "user", part.users)
                _insert(connection, _CUSTOMER, part.customers)
                progress(tr("[Customers]"), part.done, customers)
            else:
                connection.executemany(_LINKS, part.links)
                progress(tr("Links"), part.done, links)
    progress(tr("Search index"), 0, 1)
    with without_indexes("item_key", "item_stat", "customer_key", "customer_stat"):
        derive.rebuild()
    progress(tr("Search index"), 1, 1)


def _rows(seed: int, items: int, customers: int, links: int) -> Iterator[Batch]:
    """Yield customers, and then links."""
    for done, people in _batches(zip(_people(seed, customers), _times(seed, customers), strict=True)):
        users = [(i, p.username, p.email, p.full_name) for i, (p, _) in people]
        yield Batch(done, users, [(i, i, p.phone, p.address, p.notes, *at) for i, (p, at) in people], [])
    done = 0
    for item, partners in _partners(seed, items, customers, links):
        done += len(partners)
        yield Batch(done, [], [], list(_link_rows(item, partners)))


def _batches(records: Iterable[T]) -> Iterator[tuple[int, list[tuple[int, T]]]]:
    """Yield lists of records with their ids, each list with how many there were so far."""
    numbered = enumerate(records, 1)
    while batch := list(islice(numbered, _BATCH)):
        yield batch[-1][0], batch


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows in one statement: in half the time that a statement for each would take."""
    marks = f"({', '.join('?' * len(rows[0]))})"
    sql = f"INSERT INTO {table} VALUES {', '.join([marks] * len(rows))}"
    connection.execute(sql, list(chain.from_iterable(rows)))


def _random(seed: int, what: str) -> Draw:
    """Return a source of numbers from 0 up to 1.

    Of all that `Random` has, only this one method is promised to give the same numbers in every version of Python.
    """
    return Random(f"{seed} {what}").random  # noqa: S311


def _pick(draw: Draw, choices: Sequence[T]) -> T:
    return choices[int(draw() * len(choices))]


def _times(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """Yield when records were made, ascending, and changed; three in four never were."""
    draw = _random(seed, "times")
    for i in range(count):
        made = int((i + draw()) * _YEAR) // count
        at, later = _at(made), draw() - 0.75
        yield at, _at(made + int(later * _YEAR)) if later > 0 else at


def _at(seconds: int) -> str:
    """Return a time as it is stored, so long after the beginning of the first year."""
    days, rest = divmod(seconds, 24 * 3600)
    return f"{_DAYS[days]}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}.000Z"


def _items(count: int) -> Iterator[tuple[str, str]]:
    """Yield names and descriptions; no name comes twice."""
    for i in range(count):
        round_, place = divmod(i, len(words.ITEMS))
        name, description = words.ITEMS[place]
        if round_ == 0:
            yield name, description
            continue
        round_, place = divmod(round_ - 1, len(words.PLACES))
        year, season = divmod(round_, len(words.SEASONS))
        # Most repetitions need no words of their own.
        yield f"{name} – {words.PLACES[place]}, {words.SEASONS[season]} {2024 + year}", description if i % 3 else ""


def _handle(name: str) -> str:
    """Return a name as a username has it: plain small letters."""
    return "".join(c for c in fold(name).translate(words.LATIN) if "a" <= c <= "z")


def _people(seed: int, count: int) -> Iterator[Person]:
    """Yield customers; no username comes twice, and here and there a field is empty or a name long."""
    draw = _random(seed, "people")
    cultures = [
        tuple([(name, _handle(name)) for name in names.split(",")] for names in culture) for culture in words.NAMES
    ]
    taken: dict[str, int] = {}
    for i in range(count):
        given, family = cultures[0] if draw() < 0.3 else _pick(draw, cultures)
        first, handle = _pick(draw, given)
        last, surname = _pick(draw, family)
        handle = f"{handle}.{surname}"
        taken[handle] = number = taken.get(handle, 0) + 1
        username = handle if number == 1 else f"{handle}{number}"
        style = draw()
        if i % 97 == 31:
            first = f"{first} {_pick(draw, given)[0]} {_pick(draw, given)[0]} {_pick(draw, given)[0]}"
            last = f"{last}-{_pick(draw, family)[0]} {_pick(draw, family)[0]}-{_pick(draw, family)[0]}"
        elif style < 0.15:
            last = f"{last}-{_pick(draw, family)[0]}"
        elif style < 0.4:
            first = f"{first} {_pick(draw, given)[0][0]}."
        yield Person(
            username,
            f"{username}@{_pick(draw, words.DOMAINS)}" if draw() < 0.95 else "",
            f"{first} {last}" if i % 41 != 17 else "",
            f"+1-555-01{int(draw() * 100):02d}" if draw() < 0.9 else "",
            _address(draw) if draw() < 0.9 else "",
            _pick(draw, words.NOTES) if draw() < 0.12 else "",
        )


def _address(draw: Draw) -> str:
    street, number = _pick(draw, words.STREETS), 1 + int(draw() * 180)
    return f"{street} {number}\n{10_000 + int(draw() * 89_999)} {_pick(draw, words.PLACES)}"


def _partners(seed: int, items: int, customers: int, links: int) -> Iterator[tuple[int, list[int]]]:
    """Yield items with the customers that have them, by their places and ascending.

    A few items are popular and many are not, the first customers have more than the last, and where the numbers
    leave room, some of either side have none.
    """
    sought = [item for item in range(items) if item % 12 != 7]
    buyers: Sequence[int] = [customer for customer in range(customers) if customer % 16 != 5]
    if links > len(sought) * len(buyers):
        sought, buyers = list(range(items)), range(customers)
    draw = _random(seed, "links")
    for item, share in sorted(_shares(draw, sought, links, len(buyers)).items()):
        among = len(buyers) // (1, 2, 4)[item % 3]
        if among < share:
            among = len(buyers)
        partners, low = [], 0
        # One out of each of so many equal stretches: ascending, and none twice.
        for stretch in range(1, share + 1):
            high = stretch * among // share
            partners.append(buyers[low + int(draw() * (high - low))])
            low = high
        yield item, partners


def _shares(draw: Draw, items: list[int], links: int, most: int) -> dict[int, int]:
    """Divide links among items: the next popular gets two thirds of what the first has, the one after that half, …

    Args:
        draw: decides who is popular.
        items: the places of items.
        links: how many to divide.
        most: none gets more than this.
    """
    ranked = [item for _, item in sorted((draw(), item) for item in items)]
    weights = {item: 10**9 // (rank + 2) for rank, item in enumerate(ranked)}
    shares = dict.fromkeys(ranked, 0)
    left = links
    while left:
        open_ = [item for item in ranked if shares[item] < most]
        total, undivided = sum(weights[item] for item in open_), left
        for item in open_:
            more = min(most - shares[item], max(1, undivided * weights[item] // total), left)
            shares[item] += more
            left -= more
    return shares


def _link_rows(item: int, partners: list[int]) -> Iterator[tuple[int, str, str]]:
    """Yield parameters of the statement `_LINKS`."""
    for start in range(0, len(partners), _TOGETHER):
        moment = _YEAR + (item * 7919 + start * 104_729) % _YEAR
        yield item + 1, _at(moment), str(partners[start : start + _TOGETHER])
