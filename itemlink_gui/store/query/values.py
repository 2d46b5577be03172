"""What stands behind a field in a query: numbers, days, and names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from itemlink_gui.base.i18n import tr
from itemlink_gui.store.query.fields import Field

Nothing = Literal["none", "any"]


@dataclass(frozen=True, slots=True)
class Days:
    """A day, a month or a year: from a first day to a last one, both as ``YYYY-MM-DD``."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Whether:
    """Whether there is something at all, whatever it is."""


Value = str | int | Days | Whether

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_SPAN = re.compile(r"([+-]?[0-9]{1,3}|[+-]?[0-9]+(?=[dwmy]))([dwmy]?)", re.IGNORECASE)
_LENGTHS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
# Beyond them there may be no day in another time zone.
_YEARS = range(1, 9999)


def today() -> date:
    """Return the present day where the user is."""
    return date.today()


def parse(field: Field, text: str) -> tuple[Value | None, str]:
    """Return what a text means behind a field, or None and why it means nothing.

    Args:
        field: what it is compared with.
        text: as typed.
    """
    return _PARSE[field.type](field, text)


def _text(_field: Field, text: str) -> tuple[Value | None, str]:
    return text, ""


def _number(field: Field, text: str) -> tuple[Value | None, str]:
    if _NUMBER.fullmatch(text):
        return int(text), ""
    return None, tr("“{name}” is compared with a number, as in {example}.", name=field.name, example=f"{field.name}>=5")


def _day(field: Field, text: str) -> tuple[Value | None, str]:
    found = _days(text)
    if found is not None:
        return found, ""
    reason = tr(
        "“{name}” is compared with a day such as 2026-12-31, 2026-12, 2026, today, or 30d for in 30 days.",
        name=field.name,
    )
    return None, reason


def _days(text: str) -> Days | None:
    written, span = _DATE.fullmatch(text), _SPAN.fullmatch(text)
    try:
        if written is not None:
            return _dated(*(int(part) if part else 0 for part in written.groups()))
        if text.lower() in _NAMED:
            day = today() + timedelta(days=_NAMED[text.lower()])
        elif span is not None:
            day = today() + timedelta(days=int(span[1]) * _LENGTHS[span[2].lower()])
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return Days(day.isoformat(), day.isoformat()) if day.year in _YEARS else None


def _dated(year: int, month: int, day: int) -> Days:
    """Return a year, a month or a day; raises ValueError if the calendar has none such."""
    if year not in _YEARS:
        raise ValueError(year)
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return Days(first.isoformat(), last.isoformat())


def _state(field: Field, text: str) -> tuple[Value | None, str]:
    states = [state for state, _ in field.states]
    if text.lower() in states:
        return text.lower(), ""
    known = ", ".join(states)
    return None, tr("After “{name}:” there must be one of these words: {words}.", name=field.name, words=known)


_PARSE: dict[str, Callable[[Field, str], tuple[Value | None, str]]] = {
    "text": _text,
    "record": _text,
    "number": _number,
    "day": _day,
    "state": _state,
}
