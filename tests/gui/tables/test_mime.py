"""Records in a drag: packed and unpacked whole, and nothing believed of what other programs wrote."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QMimeData, QModelIndex

from itemlink_gui.base.changes import KINDS, Kind
from itemlink_gui.gui.tables import mime
from tests.gui.dragging import COPY, drop, enter, move_over
from tests.gui.helpers import Person
from tests.support import snapshot

NONCE = bytes(range(16))
QT = "application/x-qabstractitemmodeldatalist"


def data(packed: bytes, kind: str = mime.TYPE) -> QMimeData:
    made = QMimeData()
    made.setData(kind, QByteArray(packed))
    return made


def pack(
    ids: list[int], *, magic: bytes = b"ILNK", version: int = 1, kind: int = 2, nonce: bytes = NONCE, count: int = -1
) -> bytes:
    return struct.pack("<4sBB16sQ", magic, version, kind, nonce, len(ids) if count < 0 else count) + struct.pack(
        f"<{len(ids)}q", *ids
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ids", [[1], [3, 1, 2], [2**31 - 1], list(range(1, 10_001))])
def test_what_is_packed_is_unpacked(kind: Kind, ids: list[int]) -> None:
    assert mime.decode(mime.encode(kind, ids, NONCE), NONCE) == (kind, ids)


def test_the_packing_does_not_change() -> None:
    assert mime.encode("customer", [6], NONCE).data(mime.TYPE).data() == pack([6])


def test_other_programs_get_text_or_nothing() -> None:
    assert mime.encode("item", [1], NONCE, "Basic Package\t3").text() == "Basic Package\t3"
    assert not mime.encode("item", [1], NONCE).hasText()
    assert mime.line(["Basic\tPackage", "two\nlines", 3]) == "Basic Package\ttwo lines\t3"


def damages(seed: random.Random) -> list[Callable[[list[int]], QMimeData]]:
    """Return the ways in which data can be wrong, one wrong thing each."""

    def bad_id(ids: list[int]) -> QMimeData:
        bad = seed.choice([0, -1, 2**31, 2**31 + 5, 2**32 + 1, -(2**63), 2**63 - 1])
        return data(pack([*ids, bad]))

    def cut(ids: list[int]) -> QMimeData:
        whole = pack(ids)
        return data(whole[: seed.randrange(len(whole))])

    return [
        lambda ids: data(pack(ids, magic=seed.choice([b"ILNX", b"\0\0\0\0", b"ilnk"]))),
        lambda ids: data(pack(ids, version=seed.choice([0, 2, 255]))),
        lambda ids: data(pack(ids, kind=seed.choice([0, 4, 255]))),
        lambda ids: data(pack(ids, nonce=seed.randbytes(16))),
        lambda ids: data(pack(ids, count=seed.choice([len(ids) + 1, len(ids) - 1, 2**40, 2**64 - 1]))),
        lambda ids: data(pack(ids) + seed.randbytes(seed.randrange(1, 20))),
        lambda _ids: data(pack([])),
        lambda _ids: data(seed.randbytes(seed.randrange(200))),
        lambda ids: data(pack(ids), QT),
        lambda ids: data(pack(ids), "text/plain"),
        lambda _ids: data(qt_rows(seed.randrange(4)), QT),
        bad_id,
        cut,
    ]


def qt_rows(row: int) -> bytes:
    """Return a row as Qt's own drags carry it, which a model that inherits its drop would write into itself."""
    packed = QByteArray()
    stream = QDataStream(packed, QIODevice.OpenModeFlag.WriteOnly)
    stream.writeInt32(row)
    stream.writeInt32(0)
    stream.writeInt32(1)
    stream.writeInt32(0)
    stream.writeQVariant("Taken over")
    return bytes(packed.data())


def hostile(nonce: bytes, number: int) -> list[QMimeData]:
    """Return data that must all be ignored, the same each time."""
    seed = random.Random(20_260_131)
    made = []
    for count in range(number):
        ways = damages(seed)
        made.append(ways[count % len(ways)]([seed.randrange(1, 7) for _ in range(seed.randrange(1, 6))]))
        if mime.TYPE in made[-1].formats() and count % len(ways) not in (3,):
            packed = bytearray(made[-1].data(mime.TYPE).data())
            if packed[6:22] == NONCE:
                packed[6:22] = nonce
                made[-1] = data(bytes(packed))
    return made


def test_very_many_are_not_unpacked_at_each_move_and_only_in_their_own_file() -> None:
    ids = list(range(1, mime.MANY + 2))
    packed = mime.encode("item", ids, NONCE)
    found = mime.decode(packed, NONCE)
    assert found is not None
    assert found[0] == "item"
    assert found[1] is ids
    assert mime.decode(packed, NONCE[::-1]) is None
    # Others of the same number are others.
    assert mime.decode(data(bytes(packed.data(mime.TYPE).data())[:-8] + struct.pack("<q", 7)), NONCE) == (
        "item", [*ids[:-1], 7],
    )  # fmt: skip


def test_nothing_that_is_not_whole_is_unpacked() -> None:
    assert mime.decode(None, NONCE) is None
    assert mime.decode(QMimeData(), NONCE) is None
    assert [wrong for wrong in hostile(NONCE, 2_000) if mime.decode(wrong, NONCE) is not None] == []


def test_hostile_data_are_ignored_by_both_tables(person: Person) -> None:
    """500 of them, asked as Qt asks, and as events over each table, the rows and the space below."""
    before = snapshot(person.engine.path)
    shown = {kind: person.names(kind) for kind in ("item", "customer")}
    nonce = person.window.bridge.nonce
    # Qt hands moves and drops only to a table that took the entering.
    welcome = {"item": mime.encode("customer", [6], nonce), "customer": mime.encode("item", [4], nonce)}
    for number, wrong in enumerate(hostile(nonce, 500)):
        for kind, good in welcome.items():
            view = person.view(kind)  # type: ignore[arg-type]
            table, row = view.model(), number % 4
            for parent, at in ((table.index(row, 0), (-1, -1)), (QModelIndex(), (row, 0)), (QModelIndex(), (-1, -1))):
                assert not table.canDropMimeData(wrong, COPY, *at, parent)
                assert not table.dropMimeData(wrong, COPY, *at, parent)
            place = person.place(view, row)
            assert not enter(view, wrong, place)
            assert enter(view, good, place)
            assert not move_over(view, wrong, place)
            assert not drop(view, wrong, place)
    person.window.session.end()
    person.settle()
    assert {kind: person.names(kind) for kind in ("item", "customer")} == shown
    assert snapshot(person.engine.path) == before
    assert person.message == ""


def test_the_same_drop_with_nothing_wrong_is_taken(person: Person) -> None:
    """What the test of hostile data relies on: it is the damage that is refused."""
    view, good = person.view("item"), data(pack([6], nonce=person.window.bridge.nonce))
    place = person.place(view, person.row(view, "Training Day"))
    assert enter(view, good, place)
    person.look()
    assert move_over(view, good, place)
    assert drop(view, good, place)
    person.settle()
    assert person.message == "Customer John Doe added to item Training Day"


def test_ids_that_are_in_no_record_are_told(person: Person) -> None:
    view, gone = person.view("item"), data(pack([77, 6], nonce=person.window.bridge.nonce))
    before = snapshot(person.engine.path)
    assert enter(view, gone, person.place(view, 0))
    assert drop(view, gone, person.place(view, 0))
    person.settle()
    assert person.message == "No longer in this file: 1 customer (number 77)."
    assert snapshot(person.engine.path) == before
