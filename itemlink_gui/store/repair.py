"""Putting right in place what a check found, as far as that loses nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from functools import partial

import peewee

from itemlink_gui.base.i18n import tr
from itemlink_gui.store import apply, check, check_steps, derive, schema
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.apply import execute
from itemlink_gui.store.delta import Links, Rows, Update
from itemlink_gui.store.explain import explain
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Category, Company, Customer, Item, PastLink, Step, User, current


def repair(journal: Journal) -> list[str]:
    """Put right what can be put right; what cannot stays as it is.

    A file with damaged pages stays as it is altogether: writing into it could destroy more.

    Args:
        journal: of the step; only records that are made again become part of it.

    Returns:
        a sentence for each thing that was put right.
    """
    of_pages, amiss = _of_pages(), check.amiss()
    if any(finding.damage for finding in of_pages) or any(_is_lost(*part) for part in amiss):
        return []
    # A broken index may hide rows: whatever asks for rows comes after it.
    told = _remake(amiss)
    if any(finding.mend == "index" for finding in of_pages):
        told += _reindex()
    told += _set_aside() + _derived() + _tie_up(journal)
    journal.mended = bool(told)
    return told


def _of_pages() -> list[check.Finding]:
    found = check.answers(check.worst)
    if not found or found[0].damage:
        # To ask on past a damaged page would break the transaction.
        return found
    return check.answers(check.pages)


def _is_lost(kind: str, name: str, how: str) -> bool:
    return kind == "table" and how == "missing" and not check.derived_from(name)


def _tried(work: Callable[[], object]) -> bool:
    """Do something that the file may refuse; then nothing of it stays."""
    try:
        with current.atomic():
            work()
    except peewee.DatabaseError as error:
        # What has a meaning to people, such as a full disk, is no matter of this part of the file.
        if explain(error) is not None:
            raise
        return False
    return True


# The schema.


def _remake(amiss: Iterable[tuple[str, str, str]]) -> list[str]:
    """Make derived tables and indexes that are missing, or not as they should be, from the scripts."""
    ours = [(kind, name) for kind, name, how in amiss if how != "foreign"]
    tables = dict.fromkeys(check.derived_from(name) for kind, name in ours if kind == "table")
    statements = {name: sql for _, name, sql in schema.fresh_parts()}
    told = [
        tr("The table “{name}” was made anew.", name=name)
        for name in tables
        if name and _tried(partial(_make_table, name, statements[name]))
    ]
    # The indexes of a table went with it.
    for kind, name, how in check.amiss():
        if kind == "index" and how != "foreign":
            made = _tried(partial(_make_index, name, statements[name]))
            if made and (kind, name) in ours:
                told.append(tr("The index “{name}” was made anew.", name=name))
    return told


def _make_index(name: str, statement: str) -> None:
    execute(f"DROP INDEX IF EXISTS {name}")
    execute(statement)


def _make_table(name: str, statement: str) -> None:
    if name in check.SEARCHED:
        _drop_search_index(name)
        execute(statement)
        return
    kept = _times_of_change(name) if name.endswith("_stat") else []
    execute(f"DROP TABLE IF EXISTS {name}")
    execute(statement)
    if kept:
        # All that does not follow from the records.
        rows = "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)"
        execute(f"INSERT INTO {name} (id, changed_at) {rows}", json.dumps(kept))


def _times_of_change(table: str) -> list[tuple[int, str]]:
    try:
        with current.atomic():
            return list(execute(f"SELECT id, changed_at FROM {table}"))
    except peewee.OperationalError:
        return []


def _drop_search_index(name: str) -> None:
    """Drop a search index whatever state the tables are in that it is kept in."""
    there = {part for _, part, _ in schema.parts(current.connection())}
    inner = [(part, sql) for _, part, sql in schema.fresh_parts() if part.startswith(f"{name}_")]
    if name in there:
        # SQLite drops only what it can make sense of: so first it becomes as in a fresh file.
        with closing(sqlite3.connect(":memory:")) as fresh:
            schema.run_scripts(fresh, 0, schema.newest())
            for part, sql in inner:
                if part not in there:
                    execute(sql)
                execute(f"DELETE FROM {part}")
                for row in fresh.execute(f"SELECT * FROM {part}"):
                    execute(f"INSERT INTO {part} VALUES ({', '.join('?' * len(row))})", *row)
        execute(f"DROP TABLE {name}")
    for part, _ in inner:
        execute(f"DROP TABLE IF EXISTS {part}")


def _reindex() -> list[str]:
    """Build the indexes of all our tables anew; one that finds a value twice where it may not be stays as it is."""
    tables = [name for kind, name, _ in schema.fresh_parts() if kind == "table" and not check.derived_from(name)]
    tables += [name for name in check.DERIVED if name not in check.SEARCHED]
    done = [name for name in sorted(tables) if _tried(partial(execute, f"REINDEX {name}"))]
    return [tr("The indexes were built anew.")] if done else []


# What is derived, and the history.


def _derived() -> list[str]:
    """Tell what of the derived is not in line; all of it is made anew when the journal is finished."""
    stale = check.stale_indexes()
    statements = {name: sql for _, name, sql in schema.fresh_parts()}
    for name in stale:
        # Made anew and not only filled anew: one that is broken could not be.
        _tried(partial(_make_table, name, statements[name]))
    if stale or derive.drift():
        return [tr("What records are sorted, searched and counted by was derived anew.")]
    return []


def _set_aside() -> list[str]:
    """Keep steps that cannot be read from being taken back or done again.

    This is no part of a step: undoing it would only bring back what no undo gets past. What was done stays done, and
    the bytes that cannot be read stay where they are.
    """
    wrong = list(check_steps.unreadable())
    for step in wrong:
        Step.update(state="dropped").where(Step.id == step.id).execute()
        if step.parameters:
            Step.update(parameters="{}").where(Step.id == step.id).execute()
        if step.delta:
            # Nobody shall look into it for the records that it touched.
            Step.update(wide="").where(Step.id == step.id).execute()
    if not wrong:
        return []
    return [tr("%n step(s) of the history cannot be read and can no longer be taken back.", n=len(wrong))]


# Loose ends.


def _tie_up(journal: Journal) -> list[str]:
    """Make again what rows lead to and is not there, and make those rows part of the step, with what they belong to.

    So taking the step back leaves no loose end, and doing it again brings all of them back.
    """
    users = _users_of_customers(journal)
    made = _customers(journal)
    # Those get the numbers that are free, so the ones whose number is given come before.
    alone = _customers_of_users(journal)
    items, companies, categories = _missing("item"), _missing("company"), _missing("category")
    for item in items:
        journal.add(Item, id=item, name=tr("[Item] {id} (name lost)", id=item))
    for company in companies:
        journal.add(Company, id=company, name=tr("Company {id} (name lost)", id=company))
    for category in categories:
        _make_category(journal, category)
    ends = [*users, *made]
    _adopt_links(journal, "customer_company", ends, companies)
    n = _adopt_links(journal, "item_customer", items, ends)
    for table in apply.SIDE:
        _adopt_rows(journal, table, {"item": items, "customer": ends})
    told = _told(items=items, customers=made, companies=companies, categories=categories, users=users, alone=alone)
    if told:
        records = len(items) + len(made) + len(companies) + len(categories) + len(users) + len(alone)
        journal.say(records=records, links=n)
    return told


def _told(**made: list[int]) -> list[str]:
    """Return a sentence for each kind of records that were made again."""
    n = {name: len(ids) for name, ids in made.items()}
    sentences = {
        "items": tr("Made again: %n [item|items] that links lead to; the name(s) [is|are] lost.", n=n["items"]),
        "customers": tr(
            "Made again: %n [customer|customers] that links lead to; the name(s) [is|are] lost.", n=n["customers"]
        ),
        "companies": tr(
            "Made again: %n company record(s) that [customers] lead to; the name(s) [is|are] lost.", n=n["companies"]
        ),
        "categories": tr(
            "Made again: %n category record(s) that [items] lead to; the name(s) [is|are] lost.", n=n["categories"]
        ),
        "users": tr("Made again: the user(s) of %n [customer|customers]; the name(s) [is|are] lost.", n=n["users"]),
        "alone": tr("Made again: the [customer|customers] of %n user(s).", n=n["alone"]),
    }
    return [sentence for name, sentence in sentences.items() if n[name]]


def _missing(parent: str) -> list[int]:
    """Return the numbers of rows of a table that others lead to and that can be made again."""
    found: set[int] = set()
    for table, column, leads_to in check.ENDS:
        if leads_to == parent:
            found.update(
                i for (i,) in execute(f"SELECT {column} FROM {table} WHERE {check.loose(table, column, parent)}")
            )
    return sorted(found)


def _make_user(journal: Journal, customer: int, **values: int) -> int:
    name, number = f"lost-{customer}", 1
    while execute("SELECT 1 FROM user WHERE username = ?", name).fetchone():
        number += 1
        name = f"lost-{customer}-{number}"
    return journal.add(User, username=name, full_name=tr("[Customer] {id} (name lost)", id=customer), **values)


def _users_of_customers(journal: Journal) -> list[int]:
    """Make the users that customers lead to; return those customers."""
    condition = check.loose("customer", "user_id", "user")
    found = list(execute(f"SELECT id, user_id FROM customer WHERE {condition} ORDER BY id"))
    for customer, user in found:
        _make_user(journal, customer, id=user)
        journal.adopt(Rows("add", "customer", apply.fetch_rows("customer", [customer])))
    return [customer for customer, _ in found]


def _make_category(journal: Journal, category: int) -> None:
    """Make a category, and make it part of the step that its items are in it."""
    name, number = tr("Category {id} (name lost)", id=category), 1
    while Category.select().where(Category.name == name).exists():
        number += 1
        name = tr("Category {id} (name lost, {number})", id=category, number=number)
    journal.add(Category, id=category, name=name)
    for (item,) in execute("SELECT id FROM item WHERE category_id = ? ORDER BY id", category).fetchall():
        journal.adopt(Update("item", item, {"category_id": None}, {"category_id": category}))


def _customers(journal: Journal) -> list[int]:
    """Make the customers that links lead to, each with a user; return them."""
    found = _missing("customer")
    for customer in found:
        journal.add(Customer, id=customer, user=_make_user(journal, customer))
    return found


def _customers_of_users(journal: Journal) -> list[int]:
    """Make a customer for each user without; return the users."""
    query = f"SELECT id FROM user WHERE {check.ALONE} AND {check.POSSIBLE} ORDER BY id"
    found = [user for (user,) in execute(query)]
    for user in found:
        journal.adopt(Rows("add", "user", apply.fetch_rows("user", [user])))
        journal.add(Customer, user=user)
    return found


def _adopt_links(journal: Journal, through: str, lefts: Iterable[int], rights: Iterable[int]) -> int:
    """Make the links of records part of the step; return how many."""
    (left, right), parents = deltas.THROUGH[through], [column[:-3] for column in deltas.THROUGH[through]]
    pairs = list(
        execute(
            f"""SELECT {left}, {right} FROM {through}
                WHERE ({left} IN (SELECT value FROM json_each(?)) OR {right} IN (SELECT value FROM json_each(?)))
                AND {left} IN (SELECT id FROM {parents[0]}) AND {right} IN (SELECT id FROM {parents[1]})""",
            json.dumps(list(lefts)),
            json.dumps(list(rights)),
        )
    )
    links = deltas.group(through, "add", left, right, pairs)
    if not pairs:
        return 0
    journal.adopt(links)
    if through == "item_customer":
        _keep_times(journal, links)
    return len(pairs)


def _adopt_rows(journal: Journal, table: str, made: Mapping[str, list[int]]) -> None:
    """Make rows of a table that belong to records part of the step."""
    ends = [(column, parent) for name, column, parent in check.ENDS if name == table]
    belongs = " OR ".join(f"{column} IN (SELECT value FROM json_each(?))" for column, _ in ends)
    there = " AND ".join(f"{column} IN (SELECT id FROM {parent})" for column, parent in ends)
    lists = [json.dumps(made[parent]) for _, parent in ends]
    found = [number for (number,) in execute(f"SELECT id FROM {table} WHERE ({belongs}) AND {there}", *lists)]
    if found:
        journal.adopt(Rows("add", table, apply.fetch_rows(table, found)))


def _keep_times(journal: Journal, links: Links) -> None:
    """Make the times of adopted links part of the step.

    A step that is done again makes links at its own time, or, if it names a step, as they are among the past ones of
    that. So while this step is taken back its links count as past, and it names itself.
    """
    apply.keep_past(links, journal.step, journal.at)
    kept = execute("SELECT id FROM past_link WHERE step_id = ?", journal.step)
    journal.remove(PastLink, [past for (past,) in kept])
    journal.say(step={"id": journal.step})
