"""What customers have not been told yet: the items that came and went since the last message to each."""

from __future__ import annotations

import json
from dataclasses import dataclass

from itemlink_gui.store.apply import execute
from itemlink_gui.store.models import now

# A link counts from when it was made: what was added and removed again since is no news, nor the other way round.
_HAD = """SELECT item_id FROM (
    SELECT l.item_id FROM item_customer l WHERE l.customer_id = c.id AND l.created_at <= c.since
    UNION SELECT p.item_id FROM past_link p
    WHERE p.customer_id = c.id AND p.created_at <= c.since AND p.ended_at > c.since)"""
_HAS = "SELECT l.item_id FROM item_customer l WHERE l.customer_id = c.id"
# Only those whose links moved since can have news.
_MOVED = """SELECT s.id, coalesce(t.created_at, '') AS since FROM customer_stat s
    JOIN customer k ON k.id = s.id LEFT JOIN told t ON t.customer_id = s.id
    WHERE s.changed_at > coalesce(t.created_at, '') AND NOT k.no_messages"""


@dataclass(frozen=True, slots=True)
class News:
    """What one customer has not been told.

    Args:
        customer: id.
        name: what people call them.
        email: address; may be empty.
        added: names of items.
        removed: names of items.
        since: when they were told last, as times are stored; empty for never.
        until: when this was read: what comes later is news again.
    """

    customer: int
    name: str
    email: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    since: str
    until: str


def waiting(limit: int) -> list[News]:
    """Return customers with news, by name; those who want no messages have none.

    Args:
        limit: how many at most.
    """
    # Before it is read: what is written in the meantime is told twice rather than never.
    until = now()
    rows = execute(
        f"""SELECT c.id, CASE u.full_name WHEN '' THEN u.username ELSE u.full_name END, u.email, c.since,
               (SELECT json_group_array(name) FROM (SELECT name FROM item WHERE id IN ({_HAS} EXCEPT {_HAD})
                ORDER BY fold(name))),
               (SELECT json_group_array(name) FROM (
                    SELECT coalesce((SELECT name FROM item WHERE id = gone.item_id),
                                    (SELECT item_name FROM past_link WHERE item_id = gone.item_id LIMIT 1)) AS name
                    FROM ({_HAD} EXCEPT {_HAS}) gone ORDER BY 1))
            FROM ({_MOVED}) c
            JOIN customer k ON k.id = c.id JOIN user u ON u.id = k.user_id JOIN customer_key key ON key.id = c.id
            ORDER BY key.name, c.id"""
    )
    found: list[News] = []
    for customer, name, email, since, added, removed in rows:
        news = News(customer, name, email, tuple(json.loads(added)), tuple(json.loads(removed)), since, until)
        if news.added or news.removed:
            found.append(news)
            if len(found) == limit:
                break
    return found
