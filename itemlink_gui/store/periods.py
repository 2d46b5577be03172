"""Who had what in a period: links that stand and links that ended, by the dates that they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from itemlink_gui.base.changes import Kind
from itemlink_gui.store.asof import end_of
from itemlink_gui.store.models import current

_NAME = {
    "item": "SELECT name FROM item WHERE id = l.item_id",
    "customer": """SELECT CASE full_name WHEN '' THEN username ELSE full_name END
        FROM customer c JOIN user u ON u.id = c.user_id WHERE c.id = l.customer_id""",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One link that stood in a period.

    Args:
        id: of the record on the other side.
        name: what people call it now, or called it when it was deleted.
        begun: a day (``YYYY-MM-DD``) where one is set, else the moment when it was made, as times are stored.
        over: the same for its end; empty while it lasts.
        quantity: how many.
        note: of the link.
    """

    id: int
    name: str
    begun: str
    over: str
    quantity: int
    note: str


def held(kind: Kind, record: int, first: date, last: date) -> list[Held]:
    """Return the links of a record that stood at some time from one day to another, by when they began.

    Args:
        kind: item (then: who had it?) or customer (what had they?).
        record: its id.
        first: of the user's calendar.
        last: the last day that counts.
    """
    other = "customer" if kind == "item" else "item"
    parameters = {
        "record": record,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "begin": end_of(first - timedelta(days=1)),
        "end": end_of(last),
    }
    stood = "CASE WHEN l.starts_on IS NULL THEN l.created_at < :end ELSE l.starts_on <= :last END"
    sql = f"""
        SELECT l.{other}_id, ({_NAME[other]}), coalesce(l.starts_on, l.created_at), coalesce(l.ends_on, ''),
               l.quantity, l.note
        FROM item_customer l
        WHERE l.{kind}_id = :record AND {stood} AND (l.ends_on IS NULL OR l.ends_on >= :first)
        UNION ALL
        SELECT l.{other}_id, coalesce(({_NAME[other]}), l.{other}_name), coalesce(l.starts_on, l.created_at),
               CASE WHEN l.ends_on < date(l.ended_at, 'localtime') THEN l.ends_on ELSE l.ended_at END,
               l.quantity, l.note
        FROM past_link l
        WHERE l.{kind}_id = :record AND {stood} AND (l.ends_on IS NULL OR l.ends_on >= :first) AND l.ended_at >= :begin
        ORDER BY 3, 1"""
    return [Held(*row) for row in current.execute_sql(sql, parameters)]
