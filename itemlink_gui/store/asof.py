"""The file as it was at the end of a day: a copy in which all later steps are taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.base.i18n import tr
from itemlink_gui.store import apply, backup, database, derive, explain
from itemlink_gui.store import delta as deltas
from itemlink_gui.store.apply import execute
from itemlink_gui.store.bulk import Progress
from itemlink_gui.store.delta import Delta, LinkData, Links, Rows, Update
from itemlink_gui.store.models import Step, current

# Dates of a link say when it stood, whenever they were written down; these say what it was.
_UNDATED = ("quantity", "note", "extra")
# What people see. Filters and settings stay as they are now.
_SHOWN = frozenset({"user", "customer", "company", "category", "item", "link_field", "waiting", "preference", "told"})
_ENDS = (
    ("customer_company", "customer"), ("customer_company", "company"),
    ("waiting", "item"), ("waiting", "customer"), ("preference", "item"), ("preference", "customer"),
    ("told", "customer"),
)  # fmt: skip

_KEPT = {
    "item": "SELECT item_id FROM kept",
    "customer": "SELECT customer_id FROM kept",
    "user": "SELECT user_id FROM customer WHERE id IN (SELECT customer_id FROM kept)",
}

_BEGUN = "CASE WHEN starts_on IS NULL THEN created_at < :end ELSE starts_on <= :day END"
_NOT_OVER = "(ends_on IS NULL OR ends_on >= :day)"


def end_of(day: date) -> str:
    """Return the first moment after a day of the user's calendar, as times are stored: UTC, ISO 8601 with ``Z``."""
    moment = datetime.combine(day + timedelta(days=1), time()).astimezone().astimezone(UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def make(path: Path, target: Path, day: date, progress: Progress) -> None:
    """Write a copy of a file as it was at the end of a day.

    Records and their fields are taken back step by step. A link stands if its own dates say so, however late they
    were written down; without such dates, if it was made by then and not removed yet. A record that was written down
    later is there all the same if a link of it stood.

    Args:
        path: the file; it may be open.
        target: the copy to write.
        day: of the user's calendar.
        progress: told what is being done, and how far it is.

    Raises:
        CannotOpen: if the history does not lead back to that day.
        CannotWrite, OSError: if the copy cannot be written.
    """
    progress(tr("Copying the file"), 0, 0)
    with database.opened(path, read_only=True) as connected:
        backup.copy(connected, target)
    try:
        with database.opened(target) as connected:
            # The order of the steps alone does not keep them.
            execute("PRAGMA foreign_keys = 0")
            with connected.atomic():
                _keep(day.isoformat(), end_of(day))
                _take_back(end_of(day), progress)
                _link(day.isoformat(), end_of(day))
                _forget(end_of(day))
                progress(tr("Search index"), 0, 0)
                derive.rebuild()
                _date_back(end_of(day))
                if execute("PRAGMA foreign_key_check").fetchone():
                    raise CannotOpen(path, tr("Its history does not lead back to that day."))
    except explain.BROKEN as error:
        told = explain.explain(error)
        raise told or CannotOpen(path, tr("Its history does not lead back to that day.")) from error


def _keep(day: str, end: str) -> None:
    """Note which records stay, although they were made later, because a link of theirs had begun."""
    columns = "item_id, customer_id, starts_on, ends_on"
    current.execute_sql(
        f"""CREATE TEMP TABLE kept AS
            SELECT item_id, customer_id FROM (
                SELECT {columns} FROM item_customer
                UNION ALL SELECT {columns} FROM past_link WHERE ended_at >= :end)
            WHERE starts_on <= :day AND {_NOT_OVER}""",
        {"day": day, "end": end},
    )


def _take_back(end: str, progress: Progress) -> None:
    later = Step.select(Step.id).where((Step.created_at >= end) & (Step.state == "done"))
    steps = [step for (step,) in later.order_by(Step.id.desc()).tuples()]
    for done, step in enumerate(steps):
        progress(tr("Taking steps back"), done, len(steps))
        (blob,) = execute("SELECT delta FROM step WHERE id = ?", step).fetchone()
        for change in reversed(deltas.unpack(blob)):
            _lead_back(apply.inverse(change))


def _lead_back(change: Delta) -> None:
    """Carry the inverse of a delta out as far as it fits: other programs may have been there since."""
    match change:
        case Links(op, "customer_company"):
            apply.delete_links(change)
            if op == "add":
                apply.insert_links(change, "")
        case LinkData():
            _describe(change)
        case Rows(op, table, rows) if table in _SHOWN:
            keeping = _KEPT.get(table) if op == "remove" else None
            kept = {record for (record,) in execute(keeping)} if keeping else set()
            apply.delete_rows(table, [row["id"] for row in rows if row["id"] not in kept])
            if op == "add":
                apply.insert_rows(change)
        case Update(table) if table in _SHOWN:
            apply.update_row(change)


def _describe(change: LinkData) -> None:
    places = [place for place, column in enumerate(change.columns) if column in _UNDATED]
    rows = tuple((item, customer, (), tuple(new[place] for place in places)) for item, customer, _, new in change.rows)
    undated = LinkData(tuple(change.columns[place] for place in places), rows)
    if places:
        for table in ("item_customer", "past_link"):
            apply.update_links(undated, table)


def _link(day: str, end: str) -> None:
    """Make the links those that stood then."""
    columns = f"item_id, customer_id, {', '.join(apply.LINK_COLUMNS)}"
    current.execute_sql(
        f"""CREATE TEMP TABLE stood AS
            SELECT {columns} FROM item_customer WHERE {_BEGUN} AND {_NOT_OVER}
            UNION ALL
            SELECT {columns} FROM past_link WHERE {_BEGUN} AND {_NOT_OVER} AND ended_at >= :end""",
        {"day": day, "end": end},
    )
    execute("DELETE FROM item_customer")
    # The same two may have been linked twice by what their dates say.
    execute(
        f"""INSERT OR IGNORE INTO item_customer ({columns}) SELECT {columns} FROM stood
            WHERE item_id IN (SELECT id FROM item) AND customer_id IN (SELECT id FROM customer)
            ORDER BY item_id, customer_id"""
    )
    execute("DROP TABLE stood")


def _forget(end: str) -> None:
    """Remove what came later without a step, and what was told or done since."""
    for table in ("item", "customer", "company", "notification"):
        kept = f" AND id NOT IN ({_KEPT[table]})" if table in _KEPT else ""
        execute(f"DELETE FROM {table} WHERE created_at >= ?{kept}", end)
    execute("UPDATE item SET category_id = NULL WHERE category_id NOT IN (SELECT id FROM category)")
    for through in ("item_customer", "customer_company"):
        for end_column in deltas.THROUGH[through]:
            execute(f"DELETE FROM {through} WHERE {end_column} NOT IN (SELECT id FROM {end_column[:-3]})")
    for table, record in _ENDS:
        execute(f"DELETE FROM {table} WHERE {record}_id NOT IN (SELECT id FROM {record})")
    execute("DELETE FROM user WHERE id NOT IN (SELECT user_id FROM customer)")
    execute("DELETE FROM past_link WHERE ended_at >= ?", end)
    execute("DELETE FROM step_record WHERE step_id IN (SELECT id FROM step WHERE created_at >= ?)", end)
    execute("DELETE FROM step WHERE created_at >= ?", end)


def _date_back(end: str) -> None:
    for kind in ("item", "customer", "company"):
        execute(f"UPDATE {kind}_stat SET changed_at = NULL WHERE changed_at >= ?", end)
