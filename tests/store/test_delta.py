"""What a step's delta is written down as comes back as it was."""

from __future__ import annotations

import zlib
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemlink_gui.store import delta as deltas
from itemlink_gui.store.delta import Delta, Links, Op, Rows, Update

ids = st.integers(1, 2**31 - 1)
values = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.floats(allow_nan=False, allow_infinity=False)
columns = st.dictionaries(st.sampled_from(["id", "name", "note"]), values)
some_ids = st.lists(ids, unique=True, min_size=1).map(lambda found: tuple(sorted(found)))
ops = st.sampled_from(get_args(Op))
groups = st.lists(st.tuples(ids, some_ids), unique_by=lambda group: group[0], min_size=1).map(tuple)
some: st.SearchStrategy[Delta] = st.one_of(
    st.builds(Links, ops, st.just("item_customer"), st.sampled_from(["item_id", "customer_id"]), groups),
    st.builds(Rows, ops, st.sampled_from(["item", "customer"]), st.lists(columns).map(tuple)),
    st.builds(Update, st.sampled_from(["item", "user"]), ids, columns, columns),
)


@given(st.lists(some, max_size=4))
def test_packed_and_unpacked_is_the_same(changes: list[Delta]) -> None:
    assert deltas.unpack(deltas.pack(changes)) == changes


@given(st.sets(st.tuples(ids, ids)))
def test_grouping_keeps_every_pair(wanted: set[tuple[int, int]]) -> None:
    links = deltas.group("item_customer", "add", "item_id", "customer_id", wanted)
    found = [(one, other) if links.by == "item_id" else (other, one) for one, other in links.pairs()]
    assert len(found) == len(links) == len(wanted)
    assert set(found) == wanted
    firsts = [one for one, _ in links.groups]
    assert firsts == sorted(firsts)
    assert all(list(others) == sorted(others) for _, others in links.groups)
    assert len(firsts) == min(len({item for item, _ in wanted}), len({customer for _, customer in wanted}))


def test_a_hundred_thousand_links_are_small() -> None:
    wanted = ((7, customer) for customer in range(1, 100_001))
    assert len(deltas.pack([deltas.group("item_customer", "add", "item_id", "customer_id", wanted)])) < 2000


@pytest.mark.parametrize("blob", [b"", b"x", zlib.compress(b"{"), zlib.compress(b'[{"is": "nothing"}]')])
def test_what_is_not_ours_is_refused(blob: bytes) -> None:
    with pytest.raises((ValueError, zlib.error)):
        deltas.unpack(blob)
