"""News of several changes told as one."""

from __future__ import annotations

from itemlink_gui.base.changes import Change, Label, anything, merged

MADE = Change(
    Label("customer.create"),
    "done",
    1,
    {"customer": frozenset({7})},
    frozenset({"customer"}),
    False,
    frozenset({"user"}),
)
LINKED = Change(
    Label("link"), "done", 2, {"customer": frozenset({8}), "item": frozenset({1})}, frozenset(), True, frozenset({"x"})
)


def test_two_changes_as_one() -> None:
    both = merged(MADE, LINKED)
    assert (both.label, both.step, both.steps) == (LINKED.label, 2, 2)
    # What moved in neither is not "any of them".
    assert both.ids == {"customer": frozenset({7, 8}), "item": frozenset({1})}
    assert (both.listed, both.linked) == (frozenset({"customer"}), True)
    assert both.tables == frozenset({"user", "x"})
    assert merged(both, MADE).steps == 3


def test_what_may_be_anything_stays_so() -> None:
    outside = anything(Label("outside"), "outside", None)
    for both in (merged(MADE, outside), merged(outside, MADE)):
        assert both.ids == dict.fromkeys(("item", "customer", "company"))
        assert both.tables is None
