"""What is asked where there is no room: what shall become of those who find no place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from itemlink_gui.base.errors import ItemLinkError, NoRoom
from itemlink_gui.base.i18n import tr
from itemlink_gui.gui.bridge import Bridge, Failed
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.places import Beyond

T = TypeVar("T")

ALL: tuple[Beyond, ...] = ("first", "overbook", "wait")


def run(
    bridge: Bridge,
    make: Callable[[Beyond], Operation[T]],
    then: Callable[[T], None] | None = None,
    failed: Failed | None = None,
    *,
    ways: Sequence[Beyond] = ALL,
) -> None:
    """Run an operation that needs places; where there are not enough, the user chooses what becomes of the rest.

    Args:
        bridge: to the file.
        make: returns the operation for one of the ways to go on.
        then: as with `Bridge.run`.
        failed: as with `Bridge.run`; not called for what was asked here.
        ways: which ways are offered.
    """
    bridge.run(make("policy"), then, partial(_on_failed, bridge, make, then, failed, ways))


def _on_failed(
    bridge: Bridge,
    make: Callable[[Beyond], Operation[Any]],
    then: Callable[[Any], None] | None,
    failed: Failed | None,
    ways: Sequence[Beyond],
    error: ItemLinkError,
) -> bool:
    if not isinstance(error, NoRoom):
        return failed is not None and failed(error)
    verbs = {str(way): verb for way, verb in _verbs(error).items() if way in ways}
    # Enter alone never takes more than there are places.
    default = next((way for way in verbs if way != "overbook"), None)
    chosen = bridge.prompts.choose(tr("No room"), str(error), verbs, default)
    if chosen is not None:
        (way,) = (way for way in ways if way == chosen)
        bridge.run(make(way), then, failed)
    elif failed is not None:
        failed(error)
    return True


def _verbs(error: NoRoom) -> dict[Beyond, str]:
    """Return the ways to go on that make sense, the one that is meant most often first."""
    found: dict[Beyond, str] = {}
    if error.others:
        found["first"] = tr("Only those who fit")
    elif error.free:
        found["first"] = tr("Only the first %n", n=error.free)
    rest = error.wanted - error.free
    found["wait"] = tr("The rest waits") if error.others else tr("Put %n on the waiting list", n=rest)
    found["overbook"] = tr("Overbook") if error.others else tr("Overbook by %n", n=rest)
    return found
