"""Names that complete what is being typed in a query."""

from __future__ import annotations

from itemlink_gui.engine import Engine
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.journal import Journal
from itemlink_gui.store.models import Category, Company, Customer, Item, User
from itemlink_gui.store.query.names import beginning
from tests.support import ask, run


def test_names_that_begin_with_what_is_typed(engine: Engine) -> None:
    def write(journal: Journal) -> None:
        for name in ("Maths 101", "Maths 101", "mäths 202", "Pottery", "Advanced Maths"):
            journal.add(Item, name=name)
        journal.add(Category, name="Fine Arts")
        journal.add(Category, name="África")
        journal.add(Company, name="Acme")
        journal.add(Customer, user=journal.add(User, username="zed"))
        journal.add(Customer, user=journal.add(User, username="x", full_name="Zoë Lee"))

    run(engine, Operation("fill", write))
    asked = {
        ("item", "MA"): ["Maths 101", "mäths 202"],
        ("item", "maths 2"): ["mäths 202"],
        ("item", ""): ["Advanced Maths", "Maths 101", "mäths 202", "Pottery"],
        ("item", "zzz"): [],
        ("item", "\0"): [],
        ("item", "\ud800"): [],
        ("category", "a"): ["África"],
        ("category", ""): ["África", "Fine Arts"],
        ("company", "ac"): ["Acme"],
        ("customer", "z"): ["zed", "Zoë Lee"],
    }
    found = {(kind, text): ask(engine, lambda k=kind, t=text: beginning(k, t, 8)) for kind, text in asked}  # type: ignore[misc]
    assert found == asked
    assert ask(engine, lambda: beginning("item", "", 2)) == ["Advanced Maths", "Maths 101"]
