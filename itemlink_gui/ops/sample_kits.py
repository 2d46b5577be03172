"""What the sample data of each preset are about: categories and items, each kit one text so that it can be translated.

A line is a category and its items behind it; an item may have a description behind a colon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itemlink_gui.base.i18n import mark
from itemlink_gui.base.translator import translated

Item = tuple[str, str]

_KITS: Mapping[str, str] = {
    "product": mark(
        "Furniture|Desk Lamp: warm light, brass foot|Standing Desk: 160 × 80 cm, two motors|Office Chair: adjustable "
        "in five ways|Bookshelf, oak|Coat Rack|Side Table: fits beside any armchair\n"
        "Kitchen|Kettle, 1.7 litres|Bread Knife|Cast-Iron Pan: 28 cm, for every stove|Coffee Grinder: ceramic cone|"
        "Mixing Bowls, set of 3|Apron\n"
        "Garden|Watering Can|Pruning Shears: for right and left hands|Raised Bed Kit: larch, 120 × 80 cm|Wheelbarrow|"
        "Bird House|Garden Hose, 25 m\n"
        "Stationery|Notebook, dotted: 192 pages, lies flat|Fountain Pen|Ink, midnight blue|Desk Calendar|Letter Scale|"
        "Gift Wrap, 10 sheets"
    ),
    "plan": mark(
        "Mobile|Mobile Small: 5 GB and calls|Mobile Medium: 20 GB and calls|Mobile Large: without limits|Family Plan: "
        "up to five people|Prepaid|Data only: for tablets\n"
        "Internet|Internet 50|Internet 250|Internet 1000: fibre only|Internet for Students|Weekend Cottage: pause it "
        "at any time|Business Line: a fixed address and a promise\n"
        "Reading|Daily Paper|Weekend Paper|Magazine Pass: 40 titles|Audio Books|Crosswords|Children's Library: from "
        "three years on\n"
        "Extras|Founders' Plan: only for the first hundred|Cloud Storage 1 TB|Insurance for Devices|Calls Abroad|"
        "Second Card|Support 24/7: answers within an hour"
    ),
    "service": mark(
        "Office|Team Calendar|Shared Drive: with 90 days of versions|Video Meetings|Print and Scan|Room Booking|Wiki: "
        "what everybody should know\n"
        "Building|Front Door|Server Room: with an escort only|Bicycle Cellar|Gym|Roof Terrace|Parking Deck: level 2\n"
        "Tools|Code Hosting|Design Suite|Test Devices: back by Friday|Build Farm|Error Tracker|Translation Desk\n"
        "Support|Help Desk|Payroll Portal: personal data|Travel Booking|Company Card: needs a signature|Library|"
        "Childcare: twelve places"
    ),
    "licence": mark(
        "Office|Office, 5 seats|Office, 25 seats|Diagram Studio|Mail Archive|Forms Designer: for Windows only|"
        "Spreadsheet Add-in\n"
        "Design|Photo Editor|Vector Studio|Font Library: for print and web|Video Cutter|3D Modeller: needs a strong "
        "machine|Colour Tools\n"
        "Development|Code Editor Pro|Database Browser|Profiler: one seat for each machine|Version Client|Test Runner "
        "Cloud|Icon Set: mention the author\n"
        "Security|Password Vault|Backup Agent|VPN Client: for those who travel|Disk Encryption|Mail Filter|Audit "
        "Console"
    ),
    "course": mark(
        "Science|Maths 101: numbers, functions and proofs|Maths 102: continues Maths 101|Statistics|Physics: with "
        "experiments on Fridays|Chemistry for Cooks|Astronomy: bring warm clothes\n"
        "Languages|French for Beginners|French, second year|Spanish Conversation|Italian for Travellers|German at "
        "Work: letters, meetings, calls|Sign Language\n"
        "Arts|Pottery: clay and two firings included|Photography: six evenings on light and framing|Choir|Life "
        "Drawing|Creative Writing|Cello for Adults: instruments can be rented\n"
        "Practical|First Aid: one Saturday; valid for two years|Bicycle Repair|Bookkeeping|Sewing Machine Licence|"
        "Beekeeping: with a suit in your size|Speaking in Public"
    ),
}

# Of the items that every sample file begins with, in their order: what they belong to.
_COMMON = mark("Subscriptions|Courses|Software|Leisure")
_COMMON_PLACES = "001221110003300111223310"

COMPANIES = mark(
    "Lindenau Bakery|Ostermark Printers|Riverton Robotics|Porto Claro Shipping|Thornfield School|Elmsworth Clinic|"
    "Castelverde Wines|Żabinek Film"
)
NOTES = mark(
    "Paid in advance.|Wants an invoice.|Came by recommendation.|Asked to be called before it ends.|Has a discount of "
    "10 %.|Started with a free week."
)
REASONS = mark("Too far away.|Had it last year.|No time before the summer.|Wants to wait for the next one.")
FIELD = mark("Reference")
"""Of links, where the preset brings no field."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What sample data are about.

    Args:
        categories: their names.
        items: by category, names and descriptions; empty where those of every sample file are meant.
        places: of these the number of the category, in their order.
    """

    categories: tuple[str, ...]
    items: tuple[tuple[Item, ...], ...] = ()
    places: tuple[int, ...] = ()


def kit(preset: str) -> Kit:
    """Return what fits a preset, in the user's language."""
    if preset not in _KITS:
        return Kit(tuple(words(_COMMON)), places=tuple(map(int, _COMMON_PLACES)))
    lines = _lines(translated(_KITS[preset]))
    if len(lines) != 4 or any(len(line) != 7 for line in lines):
        lines = _lines(_KITS[preset])
    items = tuple(tuple(map(_item, line[1:])) for line in lines)
    return Kit(tuple(line[0] for line in lines), items)


def _lines(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.split("\n")]


def words(text: str) -> list[str]:
    """Return the parts of a text that was marked, in the user's language."""
    return translated(text).split("|")


def _item(text: str) -> Item:
    name, _, description = text.partition(": ")
    return name, description[:1].upper() + description[1:] + ("." if description else "")
