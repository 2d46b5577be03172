"""What a step did, in words: as news after it, and as the name that Undo and Redo show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from itemlink_gui.base.changes import KINDS, Change, Kind, Label
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.labels import categories, filters, handover, link_data, places, values
from itemlink_gui.ops import fields

Values = Mapping[str, Any]

# Steps whose sentence and name stand in a module of their own, by the beginning of their kind.
_ELSEWHERE: Mapping[str, tuple[Callable[[str, Values], str], Callable[[str, Values], str]]] = {
    "link_field": (link_data.field_message, link_data.field_title),
    "category": (categories.message, categories.title),
    "pinned": (categories.message, categories.title),
    "filter": (filters.message, filters.title),
}

# What it comes to when another program, or a repair, has left values that are not those of the kind.
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


def plural(kind: Kind) -> str:
    """Return what several records of a kind are called, as a heading."""
    return {"item": tr("[Items]"), "customer": tr("[Customers]"), "company": tr("Companies")}[kind]


def counted(kind: Kind, n: int) -> str:
    """Return a number of records in words, such as "3 customers"."""
    match kind:
        case "item":
            return tr("%n [item|items]", n=n)
        case "company":
            return tr("%n [company|companies]", n=n)
    return tr("%n [customer|customers]", n=n)


def linking(side: Kind, customers: str, others: str) -> str:
    """Return what it is called to link records, such as "Assign 12 customers to Basic Package".

    Args:
        side: what the customers are linked to: item or company.
        customers: a name, or a number of them in words.
        others: the same of the other side.
    """
    if side == "company":
        return tr("Add {customers} to {companies}", customers=customers, companies=others)
    return tr("[Verb] {customers} [prep] {items}", customers=customers, items=others)


def unlinking(side: Kind, customers: str, others: str) -> str:
    """Return what it is called to unlink records, such as "Remove Ann Lee from 2 items"; see `linking`."""
    if side == "company":
        return tr("Remove {customers} from {companies}", customers=customers, companies=others)
    return tr("[Unverb] {customers} [from] {items}", customers=customers, items=others)


def moving(what: str, source: str, target: str) -> str:
    """Return what it is called to move records from the list of one record to that of another."""
    return tr("Move {what} from {source} to {target}", what=what, source=source, target=target)


def message(label: Label) -> str:
    """Return a sentence that tells what a step did, such as "Customer John Doe added to item Basic Package"."""
    try:
        return _message(label)
    except _UNREADABLE:
        return tr("A change that can no longer be read")


def _message(label: Label) -> str:
    v, beginning = label.values, label.kind.partition(".")[0]
    if beginning in _ELSEWHERE:
        return _ELSEWHERE[beginning][0](label.kind, v)
    match label.kind:
        case "link":
            return _linked_or_not(v)
        case "unlink":
            return _unlinked(v)
        case "replace":
            counts = tr("{added} added, {removed} removed", added=grouped(v["added"]), removed=grouped(v["removed"]))
            counts += places.beside(v)
            if v["onto"] == "item":
                return tr("[Customers] of [item] {item} replaced: {counts}", item=v["item"], counts=counts)
            return tr("[Items] of [customer] {customer} replaced: {counts}", customer=v["customer"], counts=counts)
        case "clear":
            return _cleared(v)
        case "move":
            what, source, target = v["name"] or counted(v["kind"], v["n"]), v["source"], v["target"]
            told = tr("Moved {what} from {source} to {target}", what=what, source=source, target=target)
            already = tr(" (%n already [was|were] there)", n=v["already"]) if v["already"] else ""
            return told + already + places.beside(v)
        case "company.link" | "company.unlink" | "company.replace" | "company.clear":
            return _companies(label.kind, v)
        case "item.delete" | "customer.delete" | "company.delete":
            return _deleted(label.kind, v)
        case "link.data":
            return link_data.data_message(v, *_sides("item", v, v["changed"]))
        case "end":
            return link_data.end_message(v)
        case "tell":
            who = v["customer"] or counted("customer", v["customers"])
            return tr("{who}: counted as told of the changes", who=who)
        case step if step in places.KINDS:
            return places.message(step, v, *_sides("item", v, _moved(v)))
        case "hand_over":
            return handover.message(v, v["source"] or counted("customer", v["sources"]))
        case "vocabulary" | "sample" | "repair":
            return _of_file(label.kind, v)
        case "revert":
            return tr("Taken back: {step}", step=message(_inner(v)))
    return _edited(label.kind, v) or tr("Changed by another program")


def title(label: Label) -> str:
    """Return the name of a step, such as "Assign 12 customers to Basic Package"."""
    try:
        return _title(label)
    except _UNREADABLE:
        return tr("A change that can no longer be read")


def _title(label: Label) -> str:
    v, beginning = label.values, label.kind.partition(".")[0]
    if beginning in _ELSEWHERE:
        return _ELSEWHERE[beginning][1](label.kind, v)
    match label.kind:
        case "link":
            return _link_title(v)
        case "unlink":
            return unlinking("item", *_sides("item", v, v["removed"]))
        case "company.link":
            return linking("company", *_sides("company", v, v["added"]))
        case "company.unlink":
            return unlinking("company", *_sides("company", v, v["removed"]))
        case "replace":
            if v["onto"] == "item":
                return tr("Replace [customers] of {item}", item=v["item"])
            return tr("Replace [items] of {customer}", customer=v["customer"])
        case "move":
            return moving(v["name"] or counted(v["kind"], v["n"]), v["source"], v["target"])
        case "company.replace":
            if v["onto"] == "company":
                return tr("Replace [customers] of {company}", company=v["company"])
            return tr("Replace companies of {customer}", customer=v["customer"])
        case "clear" | "company.clear":
            return tr("Remove %n link(s)", n=v["removed"])
        case "link.data":
            return link_data.data_title(v, *_sides("item", v, v["changed"]))
        case "end":
            return link_data.end_title(v)
        case "tell":
            return tr("Count {who} as told", who=v["customer"] or counted("customer", v["customers"]))
        case step if step in places.KINDS:
            return places.title(step, v, *_sides("item", v, _moved(v)))
        case "hand_over":
            return handover.title(v, v["source"] or counted("customer", v["sources"]))
        case "vocabulary" | "sample" | "repair":
            return _of_file_title(label.kind, v)
        case "revert":
            return tr("Take back “{step}”", step=title(_inner(v)))
    return _record_title(label.kind, v) or tr("Change by another program")


def _record_title(step: str, v: Values) -> str:
    """Return the name of a step that made, changed or deleted records; empty for another step."""
    match step.partition("."):
        case _, _, "create":
            return tr("Create {name}", name=v["name"])
        case _, _, "update":
            return tr("Change {name}", name=v["name"])
        case _, _, "duplicate":
            return tr("Duplicate as {name}", name=v["name"])
        case _, _, "delete":
            return tr("Delete {what}", what=v["name"] or counted(_noun(step), v["records"]))
    return ""


def _of_file(step: str, v: Values) -> str:
    """Return the sentence of a step about the file as a whole."""
    if step == "vocabulary":
        return tr("This file speaks of {items} and {customers} now", items=v["items"], customers=v["customers"])
    if step == "sample":
        return tr("Sample data added")
    made = tr(": %n record(s) made again", n=v["records"]) if v.get("records") else ""
    return tr("The file was repaired") + made


def _of_file_title(step: str, v: Values) -> str:
    """Return the name of a step about the file as a whole."""
    if step == "vocabulary":
        return tr("Change the words to {items} and {customers}", items=v["items"], customers=v["customers"])
    return tr("Fill with sample data") if step == "sample" else tr("Repair the file")


def news(change: Change) -> str:
    """Return the sentence that the window shows after a change."""
    if change.how == "undone":
        return tr("Undone: {step}", step=title(change.label))
    if change.how == "redone":
        return tr("Done again: {step}", step=title(change.label))
    return message(change.label)


def _inner(v: Values) -> Label:
    return Label(v["step"]["kind"], v["step"]["values"])


def _moved(v: Values) -> int:
    """Return how many pairs a step about places or preferences was about."""
    return next((int(v[name]) for name in ("added", "waiting", "removed", "pairs") if name in v), 1)


def _link_title(v: Values) -> str:
    if not v["added"] and v.get("waiting"):
        return places.title("wait", v, *_sides("item", v, v["waiting"]))
    return linking("item", *_sides("item", v, v["added"]))


def _linked_or_not(v: Values) -> str:
    """Return the sentence about new links; where all who came have to wait, there are none."""
    if not v["added"] and v.get("waiting"):
        return places.message("wait", v, *_sides("item", v, v["waiting"]))
    return _linked(v) + (_already(v) if v["already"] else "") + places.beside(v)


def _linked(v: Values) -> str:
    if v["item"] and v["customer"]:
        if v["onto"] == "item":
            return tr("[Customer] {customer} added to [item] {item}", customer=v["customer"], item=v["item"])
        return tr("[Item] {item} added to [customer] {customer}", customer=v["customer"], item=v["item"])
    customers, items = _sides("item", v, v["added"])
    if v["item"] or v["customer"]:
        return tr("[Done] {customers} [prep] {items}", customers=customers, items=items)
    return tr("%n link(s) added between {items} and {customers}", n=v["added"], items=items, customers=customers)


def _already(v: Values) -> str:
    if v["item"] or v["customer"]:
        return tr(" (%n already [was|were])", n=v["already"])
    return tr(" (%n already linked)", n=v["already"])


def _unlinked(v: Values) -> str:
    if v["item"] and v["customer"]:
        if v["onto"] == "item":
            return tr("[Customer] {customer} removed from [item] {item}", customer=v["customer"], item=v["item"])
        return tr("[Item] {item} removed from [customer] {customer}", customer=v["customer"], item=v["item"])
    customers, items = _sides("item", v, v["removed"])
    if v["item"] or v["customer"]:
        return tr("[Undone] {customers} [from] {items}", customers=customers, items=items)
    return tr("%n link(s) removed between {items} and {customers}", n=v["removed"], items=items, customers=customers)


def _cleared(v: Values) -> str:
    if v["item"] or v["customer"]:
        return _unlinked(v)
    what = counted("item", v["items"]) if v["onto"] == "item" else counted("customer", v["customers"])
    return tr("All links (%n) of {what} removed", n=v["removed"], what=what)


def _companies(step: str, v: Values) -> str:
    """Return the sentence of a step that moved the companies of customers."""
    removed = "removed" in v and "added" not in v
    customers, companies = _sides("company", v, v["removed" if removed else "added"])
    if step == "company.replace":
        counts = tr("{added} added, {removed} removed", added=grouped(v["added"]), removed=grouped(v["removed"]))
        if v["onto"] == "company":
            return tr("[Customers] of company {company} replaced: {counts}", company=v["company"], counts=counts)
        return tr("Companies of [customer] {customer} replaced: {counts}", customer=v["customer"], counts=counts)
    if step == "company.clear" and not (v["company"] or v["customer"]):
        what = counted(v["onto"], v["companies" if v["onto"] == "company" else "customers"])
        return tr("All links (%n) of {what} removed", n=v["removed"], what=what)
    if v["company"] and v["customer"]:
        return _one_company(v["customer"], v["company"], v["onto"] == "company", removed)
    if removed:
        return tr("Removed {customers} from {companies}", customers=customers, companies=companies)
    already = tr(" (%n already [was|were])", n=v["already"]) if v["already"] else ""
    return tr("Added {customers} to {companies}", customers=customers, companies=companies) + already


def _one_company(customer: str, company: str, onto_company: bool, removed: bool) -> str:
    if onto_company:
        if removed:
            return tr("[Customer] {customer} removed from company {company}", customer=customer, company=company)
        return tr("[Customer] {customer} added to company {company}", customer=customer, company=company)
    if removed:
        return tr("Company {company} removed from [customer] {customer}", customer=customer, company=company)
    return tr("Company {company} added to [customer] {customer}", customer=customer, company=company)


def _sides(side: Kind, v: Values, n: int) -> tuple[str, str]:
    """Return the customers and the items or companies of a step: a name where there is one of a kind, else a count."""
    others = v[side] or counted(side, n if v["customer"] else v["items" if side == "item" else "companies"])
    customers = v["customer"] or counted("customer", n if v[side] else v["customers"])
    return customers, others


def _noun(step: str) -> Kind:
    """Return the kind of record that a step is named after."""
    found: Kind = next(kind for kind in KINDS if step.startswith(f"{kind}."))
    return found


def _edited(step: str, v: Values) -> str:
    """Return the sentence of a step that made or changed a record; empty for another step."""
    if step in ("item.create", "company.create") and v.get("added"):
        return _created_with(step, v) + places.beside(v)
    match step:
        case "item.create":
            return tr("[Item] {name} created", name=v["name"]) + places.beside(v)
        case "customer.create":
            with_links = tr(" with %n link(s)", n=v["added"]) if v.get("added") else ""
            return tr("[Customer] {name} created", name=v["name"]) + with_links + places.beside(v)
        case "company.create":
            return tr("Company {name} created", name=v["name"])
        case "item.update":
            return tr("[Item] {name} changed{what}", name=v["name"], what=_what_changed("item", v)) + _relinked(v)
        case "customer.update":
            what = _what_changed("customer", v)
            return tr("[Customer] {name} changed{what}", name=v["name"], what=what) + _relinked(v)
        case "company.update":
            return tr("Company {name} changed{what}", name=v["name"], what=_what_changed("company", v)) + _relinked(v)
        case "item.duplicate":
            return tr("[Item] {name} made as a copy", name=v["name"])
        case "customer.duplicate":
            return tr("[Customer] {name} made as a copy", name=v["name"])
        case "company.duplicate":
            return tr("Company {name} made as a copy", name=v["name"])
    return ""


def _created_with(step: str, v: Values) -> str:
    if step == "company.create":
        return tr("Company {name} created with %n [customer|customers]", n=v["added"], name=v["name"])
    return tr("[Item] {name} created with %n [customer|customers]", n=v["added"], name=v["name"])


def _what_changed(kind: Kind, v: Values) -> str:
    """Return which fields an edit changed, and the values of a single one; steps of old files may not know."""
    specs = {spec.name: spec for spec in fields.specs(kind)}
    names = [specs[name] for name in v.get("fields", ()) if name in specs]
    if len(names) == 1 and "was" in v:
        was, now = (values.shown(names[0], v[which]) for which in ("was", "now"))
        return tr(": {field} from {was} to {now}", field=names[0].label, was=_quoted(was), now=_quoted(now))
    return tr(": {fields}", fields=", ".join(spec.label for spec in names)) if names else ""


def _relinked(v: Values) -> str:
    """Return what became of the links of a record that was changed; empty if nothing did."""
    if not (v.get("added") or v.get("removed")):
        return places.beside(v)
    counts = tr("{added} added, {removed} removed", added=grouped(v["added"]), removed=grouped(v["removed"]))
    return tr(" (links: {counts})", counts=counts) + places.beside(v)


def _quoted(value: str) -> str:
    return tr("“{value}”", value=value) if value else tr("nothing")


def _deleted(step: str, v: Values) -> str:
    with_links = tr(" with %n link(s)", n=v["removed"]) if v["removed"] else ""
    if not v["name"]:
        return tr("{what} deleted", what=counted(_noun(step), v["records"])) + with_links
    match step:
        case "item.delete":
            return tr("[Item] {name} deleted", name=v["name"]) + with_links
        case "company.delete":
            return tr("Company {name} deleted", name=v["name"]) + with_links
    return tr("[Customer] {name} deleted", name=v["name"]) + with_links
