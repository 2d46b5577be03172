"""Queries in the search boxes: they narrow the list, and what is wrong is underlined and explained while it stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidget

from itemlink_gui.base.changes import PLURAL, Kind
from itemlink_gui.gui import theme
from itemlink_gui.gui.panes.query_help import QueryHelp
from itemlink_gui.gui.panes.search_box import SearchBox
from itemlink_gui.ops import items, link_data, link_fields, links
from itemlink_gui.store.query.fields import Fields, OwnField
from itemlink_gui.store.query.grammar import parse
from tests.gui.helpers import Person


def box(person: Person, kind: Kind = "customer") -> SearchBox:
    return person.find(SearchBox, f"{PLURAL[kind]}Search")


def reason(person: Person, kind: Kind = "customer") -> str:
    """What is said below a search box; empty if nothing is seen there."""
    said = person.find(QLabel, f"{PLURAL[kind]}SearchReason")
    return said.text() if said.isVisible() else ""


def red(of: SearchBox) -> set[int]:
    """Return the columns of pixels in which a search box shows the colour of what is wrong."""
    image, danger = of.grab().toImage(), theme.colors(of).danger
    scale = image.width() / of.width()
    near = {
        x
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).hue() - danger.hue()) < 12 and image.pixelColor(x, y).saturation() > 90
    }
    return {round(x / scale) for x in near}


QUERIES: list[tuple[Kind, str, list[str]]] = [
    ("item", "customers>=2", ["Basic Package"]),
    ("item", "has:none", ["Premium Subscription", "Training Day"]),
    ("item", "username=ann", ["Basic Package", "Extended Support"]),
    ("customer", "in:basic -ann", ["Ben Ortiz", "Cléo Satō"]),
    ("customer", 'items=0 and not "john doe"', ["dora", "Eve Stone"]),
    ("customer", "in:all(basic, extended) or eve", ["Ann Lee", "Eve Stone"]),
    ("customer", "email:none", ["Eve Stone"]),
]


def test_queries_narrow_the_list(person: Person) -> None:
    for kind, text, names in QUERIES:
        person.search(kind, text)
        assert person.names(kind) == names, text
        assert reason(person, kind) == ""


def test_a_wrong_query_is_underlined_and_explained_and_the_list_stays(person: Person) -> None:
    person.search("customer", "in:basic")
    there = person.names("customer")
    assert len(there) == 3
    QTest.keyClicks(box(person), " grade>=3")
    person.settle()
    assert person.names("customer") == there
    assert reason(person) == "There is no field “grade”. To look for the text itself, put it in quotes."
    assert box(person).accessibleDescription() == reason(person)
    shown = box(person)
    where, columns = shown.underlined(), red(shown)
    metrics = shown.fontMetrics()
    assert abs(where.width() - metrics.horizontalAdvance("grade")) <= 3
    assert where.left() > metrics.horizontalAdvance("in:basic ")
    assert columns
    assert columns <= set(range(where.left() - 1, where.right() + 2))
    assert person.window.panes["customer"].number.text() == "3 of 6 · not searched"
    # It is right again as soon as it is.
    for _ in "grade>=3":
        QTest.keyClick(box(person), Qt.Key.Key_Backspace)
    person.settle()
    assert reason(person) == box(person).accessibleDescription() == box(person).toolTip() == ""
    assert red(box(person)) == set()
    assert person.names("customer") == there
    assert person.window.panes["customer"].number.text() == "3 of 6"


def test_the_reason_is_seen_as_long_as_the_box_has_the_keyboard(person: Person) -> None:
    person.search("customer", "()")
    assert reason(person)
    person.view("item").setFocus()
    person.settle()
    assert reason(person) == ""
    assert red(box(person))
    assert "between these parentheses" in box(person).toolTip()
    box(person).setFocus()
    assert reason(person) == "There is nothing between these parentheses."


def test_while_a_query_is_wrong_the_list_follows_the_news_and_the_scope(person: Person) -> None:
    person.search("customer", "in:basic")
    QTest.keyClicks(box(person), " or")
    person.settle()
    assert reason(person)
    person.do(links.link([1], [6]))
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō", "John Doe"]
    person.select("item", "Extended Support")
    person.push("customersScope_in")
    assert person.names("customer") == ["Ann Lee"]
    assert box(person).text() == "in:basic or"
    QTest.keyClick(box(person), Qt.Key.Key_Escape)
    person.settle()
    assert (box(person).text(), reason(person)) == ("", "")
    person.push("customersScope_all")
    assert len(person.names("customer")) == 6


def test_a_list_that_asks_for_more_follows_all_news(person: Person) -> None:
    field = person.do(link_fields.add("grade", "number"))
    person.search("customer", "grade>=3")
    assert person.names("customer") == []
    person.do(link_data.set_details([1], [1, 2], **{f"own_{field}": 4}))
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz"]
    person.trigger("undo")
    assert person.names("customer") == []
    person.search("customer", "in:pottery")
    person.do(items.update(1, name="Pottery"))
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō"]


def test_a_field_that_goes_makes_its_query_wrong(person: Person) -> None:
    field = person.do(link_fields.add("grade", "number"))
    person.search("customer", "grade:none")
    assert len(person.names("customer")) == 6
    person.do(link_fields.delete(field))
    assert "no field “grade”" in reason(person)
    assert len(person.names("customer")) == 6


BREAKING = (
    "(" * 1000 + "a" + ")" * 1000, "a or " * 2000, "🙂 foo:🙂", "or and not", 'x "a" foo:b \u2067מ',
    "foo:" + "x" * 9996,
)  # fmt: skip


def test_what_breaks_parsers_is_told(person: Person) -> None:
    for text in BREAKING:
        box(person).write(text)
        person.settle()
        assert reason(person), text
        assert len(person.names("customer")) == 6
        box(person).setCursorPosition(0)
        box(person).grab()


def test_letters_that_are_two_to_qt_are_counted(person: Person) -> None:
    person.search("customer", "")
    box(person).setText("🙂" * 8 + " foo:x")
    person.settle()
    shown = box(person)
    rest = shown.fontMetrics().horizontalAdvance("foo:x")
    assert abs(shown.cursorRect().center().x() - rest - shown.underlined().left()) <= 3


# Names.


def offered(person: Person, kind: Kind = "customer") -> list[str]:
    completer = box(person, kind).names.completer
    popup = completer.popup()
    assert popup is not None
    model = completer.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if popup.isVisible() else []


def test_names_are_offered_behind_a_field(person: Person) -> None:
    person.search("customer", "in:ex")
    assert offered(person) == ["Extended Support"]
    popup = box(person).names.completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    person.settle()
    assert box(person).text() == 'in:"Extended Support"'
    assert person.names("customer") == ["Ann Lee"]
    assert offered(person) == []


def test_names_are_offered_in_a_list_and_states_too(person: Person) -> None:
    person.search("customer", "in:any(basic, tr")
    assert offered(person) == ["Training Day"]
    person.search("item", "is:o")
    assert offered(person, "item") == ["over"]
    person.search("item", "a is:")
    assert offered(person, "item")[:2] == ["full", "over"]
    person.search("item", "name:ba")
    assert offered(person, "item") == []
    person.search("item", "ba")
    assert offered(person, "item") == []


def test_keys_that_are_not_for_the_names(person: Person) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        person.search("customer", "in:b")
        popup = box(person).names.completer.popup()
        assert popup is not None
        assert popup.isVisible()
        QTest.keyClick(popup, key)
        person.settle()
        assert not popup.isVisible()
        assert box(person).text() == "in:b"
        # Without a name chosen, Return goes on to the results.
        assert person.view("customer").hasFocus() == (key == Qt.Key.Key_Return)


# Help.


def test_the_help_names_all_fields_and_writes_an_example(person: Person) -> None:
    person.do(link_fields.add("Shoe size", "number"))
    person.search("item", "basic")
    QTest.keyClick(box(person, "item"), Qt.Key.Key_F1)
    person.settle()
    popup = person.find(QueryHelp, "queryHelp")
    examples = popup.findChild(QTreeWidget)
    assert isinstance(examples, QTreeWidget)
    rows = [examples.topLevelItem(row) for row in range(examples.topLevelItemCount())]
    said = {row.text(0): row.text(1) for row in rows if row is not None}
    assert said["customers>=5"] == "how many customers"
    assert '"Shoe size">=3' in said
    assert "is:over" in said
    fields = Fields("item", [OwnField(1, "Shoe size", "number")])
    assert all(parse(example, fields) for example in said)
    (row,) = [row for row in rows if row is not None and row.text(0) == "has:ann"]
    examples.itemClicked.emit(row, 0)
    person.settle()
    assert box(person, "item").text() == "basic has:ann"
    assert person.names("item") == ["Basic Package"]
    assert person.window.findChildren(QueryHelp) == []
