"""What the parts of the window that are about records of one kind say of them."""

from __future__ import annotations

from itemlink_gui.base.changes import Kind
from itemlink_gui.base.i18n import tr

NEW_ICON: dict[Kind, str] = {"item": "package-plus", "customer": "user-plus", "company": "building"}


def new(kind: Kind) -> str:
    """Return what it is called to make a record of a kind."""
    return {"item": tr("New [item]"), "customer": tr("New [customer]"), "company": tr("New company")}[kind]


def making(kind: Kind, customers: int) -> str:
    """Return what it is called to make a record that customers are linked to at once."""
    if kind == "company":
        return tr("New company with %n [customer|customers]…", n=customers)
    return tr("New [item] with %n [customer|customers]…", n=customers)


def search(kind: Kind) -> str:
    """Return what a search box of records is called."""
    said = {"item": tr("Search [items]"), "customer": tr("Search [customers]"), "company": tr("Search companies")}
    return said[kind]


def which(kind: Kind) -> str:
    """Return what the choice of records to list is called."""
    return {
        "item": tr("Which [items] to list"),
        "customer": tr("Which [customers] to list"),
        "company": tr("Which companies to list"),
    }[kind]


def choose_first(kind: Kind, other: Kind) -> str:
    """Return what to do so that records can be narrowed to those linked to records of another kind."""
    match kind, other:
        case "item", _:
            return tr("Select [customers] to narrow the [items] to theirs")
        case "company", _:
            return tr("Select [customers] to narrow the companies to theirs")
        case _, "company":
            return tr("Select companies to narrow the [customers] to theirs")
    return tr("Select [items] to narrow the [customers] to theirs")


def of(kind: Kind, name: str) -> str:
    """Return what the records are called that are linked to another one."""
    match kind:
        case "item":
            return tr("[Items] of {name}", name=name)
        case "company":
            return tr("Companies of {name}", name=name)
    return tr("[Customers] of {name}", name=name)


def linked(kind: Kind) -> str:
    """Return what a list of linked records is called."""
    said = {"item": tr("Linked [items]"), "customer": tr("Linked [customers]"), "company": tr("Linked companies")}
    return said[kind]


def add(kind: Kind) -> str:
    """Return what it is called to link more records of a kind."""
    return {"item": tr("Add [items]…"), "customer": tr("Add [customers]…"), "company": tr("Add companies…")}[kind]


def has_none(kind: Kind, name: str) -> str:
    """Return what a list says in which nothing is linked."""
    match kind:
        case "item":
            return tr("{name} has no [items] yet. Drag some here, or add them.", name=name)
        case "company":
            return tr("{name} has no companies yet. Drag some here, or add them.", name=name)
    return tr("{name} has no [customers] yet. Drag some here, or add them.", name=name)


def replacing(kind: Kind, name: str, n: int) -> str:
    """Return the question before all links of a record to records of a kind are replaced by links to others."""
    match kind:
        case "item":
            return tr("Replace all [items] of {name} by %n [item|items]?", n=n, name=name)
        case "company":
            return tr("Replace all companies of {name} by %n [company|companies]?", n=n, name=name)
    return tr("Replace all [customers] of {name} by %n [customer|customers]?", n=n, name=name)


def removing_all(kind: Kind, name: str, n: int) -> str:
    """Return the question before all links of records to records of a kind are removed."""
    if kind == "company":
        return tr("Remove {name} from all companies? That is %n link(s).", n=n, name=name)
    return tr("Remove all %n link(s) of {name}?", n=n, name=name)
