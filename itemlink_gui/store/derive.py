"""What is derived from the records: folded keys, the search index and the counts of links; all of it set-based."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.store.models import current
from itemlink_gui.store.slices import ascending, packed

# Long texts sort by their beginning; a name, a username or an e-mail address by all of it.
_SORTED_LETTERS = 40

# The names of a customer's companies, in their order.
_COMPANIES = f"""coalesce(substr((SELECT group_concat(name, ', ') FROM (
    SELECT k.name FROM customer_company m JOIN company_key k ON k.id = m.company_id
    WHERE m.customer_id = {{customer}} ORDER BY k.name, k.id)), 1, {_SORTED_LETTERS}), '')"""

# Each field is folded once, though it is in several columns: without its LIMIT, which limits nothing, SQLite would
# merge the inner SELECT into the outer one and fold again for every mention.
_KEYS: dict[Kind, str] = {
    "item": f"""SELECT id, name, substr(description, 1, {_SORTED_LETTERS}), name || char(10) || description
        FROM (SELECT id, fold(name) AS name, fold(description) AS description
              FROM item WHERE {{where}} LIMIT -1 OFFSET 0)""",
    "customer": f"""SELECT id, CASE full_name WHEN '' THEN username ELSE full_name END, username, email, phone,
               substr(address, 1, {_SORTED_LETTERS}), substr(notes, 1, {_SORTED_LETTERS}),
               username || char(10) || full_name || char(10) || email || char(10) || phone || char(10)
                    || address || char(10) || notes,
               {_COMPANIES.format(customer="person.id")}
        FROM (SELECT c.id, fold(username) AS username, fold(full_name) AS full_name, fold(email) AS email,
                     fold(phone) AS phone, fold(address) AS address, fold(notes) AS notes
              FROM customer c JOIN user u ON u.id = c.user_id WHERE {{where}} LIMIT -1 OFFSET 0) person""",
    "company": """SELECT id, name, name
        FROM (SELECT id, fold(name) AS name FROM company WHERE {where} LIMIT -1 OFFSET 0)""",
}
_ID = {"item": "id", "customer": "c.id", "company": "id"}
# The through table in which a record's links are counted.
_COUNTED: dict[Kind, str] = {"item": "item_customer", "customer": "item_customer", "company": "customer_company"}
_THESE = "IN (SELECT value FROM json_each(?))"


def refresh(kind: Kind, ids: Iterable[int]) -> None:
    """Bring keys and search index in line with records that were added, changed or removed.

    Args:
        kind: which records.
        ids: of the records; those that are gone are forgotten.
    """
    packed = json.dumps(sorted(ids))
    for index in ("part", "word"):
        # An index over external content must be told the old text to forget.
        _run(
            f"INSERT INTO {kind}_{index} ({kind}_{index}, rowid, text) "
            f"SELECT 'delete', id, text FROM {kind}_key WHERE id {_THESE}",
            packed,
        )
    _run(f"DELETE FROM {kind}_key WHERE id {_THESE}", packed)
    _run(f"INSERT INTO {kind}_key " + _KEYS[kind].format(where=f"{_ID[kind]} {_THESE}"), packed)
    for index in ("part", "word"):
        _run(f"INSERT INTO {kind}_{index} (rowid, text) SELECT id, text FROM {kind}_key WHERE id {_THESE}", packed)
    _run(f"DELETE FROM {kind}_stat WHERE id {_THESE} AND id NOT IN (SELECT id FROM {kind})", packed)
    _run(f"INSERT OR IGNORE INTO {kind}_stat (id) SELECT id FROM {kind} WHERE id {_THESE}", packed)


def count(kind: Kind, deltas: Mapping[int, int], at: str) -> None:
    """Add to the number of links of records.

    Args:
        kind: which records.
        deltas: by id, how many links came (or, negative, went).
        at: the time of the change, as it is stored.
    """
    if not deltas:
        return
    by_delta: dict[int, list[int]] = {}
    for record, delta in deltas.items():
        by_delta.setdefault(delta, []).append(record)
    # All that moved alike at once: joined with their numbers in one statement they cost half as much again.
    for delta, ids in by_delta.items():
        sql = f"UPDATE {kind}_stat SET count = count + ?, changed_at = ? WHERE id {_THESE}"
        _run(sql, delta, at, packed(ascending(ids)))


def members(companies: Iterable[int]) -> set[int]:
    """Return the customers of companies."""
    sql = f"SELECT customer_id FROM customer_company WHERE company_id {_THESE}"
    return {customer for (customer,) in current.execute_sql(sql, [json.dumps(sorted(companies))])}


def name_companies(customers: Iterable[int]) -> None:
    """Bring the names of companies in line that customers sort by."""
    packed = json.dumps(sorted(customers))
    companies = _COMPANIES.format(customer="customer_key.id")
    _run(f"UPDATE customer_key SET companies = {companies} WHERE id {_THESE}", packed)


def rebuild() -> None:
    """Derive everything anew, after a program that knows nothing of it wrote into the file."""
    for kind in reversed(KINDS):
        _run(f"DELETE FROM {kind}_key")
        _run(f"INSERT INTO {kind}_key " + _KEYS[kind].format(where="1"))
        for index in ("part", "word"):
            _run(f"INSERT INTO {kind}_{index} ({kind}_{index}) VALUES ('rebuild')")
        _run(f"DELETE FROM {kind}_stat WHERE id NOT IN (SELECT id FROM {kind})")
        _run(f"INSERT OR IGNORE INTO {kind}_stat (id) SELECT id FROM {kind}")
        _run(
            f"""UPDATE {kind}_stat SET count = coalesce(links.n, 0)
                FROM {kind}_stat s
                LEFT JOIN (SELECT {kind}_id AS id, count(*) AS n FROM {_COUNTED[kind]} GROUP BY 1) links
                ON links.id = s.id
                WHERE s.id = {kind}_stat.id AND {kind}_stat.count <> coalesce(links.n, 0)"""
        )


def drift() -> list[str]:
    """Return what is derived and not in line with the records: names of tables, empty when all is well."""
    wrong = []
    for kind in KINDS:
        expected = _KEYS[kind].format(where="1")
        found = current.execute_sql(f"SELECT count(*) FROM (SELECT * FROM {kind}_key EXCEPT {expected})").fetchone()[0]
        strays = current.execute_sql(f"SELECT count(*) FROM {kind}_stat WHERE id NOT IN (SELECT id FROM {kind})")
        missing = current.execute_sql(f"SELECT count(*) FROM (SELECT id FROM {kind} EXCEPT SELECT id FROM {kind}_key)")
        if found or missing.fetchone()[0]:
            wrong.append(f"{kind}_key")
        counts = f"""SELECT count(*) FROM {kind} r LEFT JOIN {kind}_stat s ON s.id = r.id
            LEFT JOIN (SELECT {kind}_id AS id, count(*) AS n FROM {_COUNTED[kind]} GROUP BY 1) l ON l.id = r.id
            WHERE s.count IS NOT coalesce(l.n, 0)"""
        if current.execute_sql(counts).fetchone()[0] or strays.fetchone()[0]:
            wrong.append(f"{kind}_stat")
    return wrong


def _run(sql: str, *parameters: object) -> None:
    current.execute_sql(sql, parameters)
