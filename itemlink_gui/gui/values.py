"""Numbers, days and answers as people read and write them in their country; stored they look the same everywhere."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

_THREE_NUMBERS = re.compile(r"\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\D*")
# A year of two digits is one of the hundred that end so many years from now.
_YEARS_AHEAD = 50


def day(iso: str) -> str:
    """Return a day as the user's country writes it, with the whole year.

    Args:
        iso: as it is stored, ``2026-01-31``; anything else is returned as it is.
    """
    found = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(found, day_pattern()) if found.isValid() else iso


def read_day(text: str) -> str:
    """Return a day as it is stored, from what a person typed in the order of their country, or as ``2026-01-31``.

    Args:
        text: as typed; what cannot be read is returned as it is.
    """
    numbers = _THREE_NUMBERS.fullmatch(text)
    if numbers is None:
        named = QLocale().toDate(text.strip(), QLocale.FormatType.LongFormat)
        return named.toString("yyyy-MM-dd") if named.isValid() else text
    # The year first is the same everywhere.
    order = "yMd" if len(numbers[1]) == 4 else "".join(dict.fromkeys(re.findall("[yMd]", day_pattern())))
    found = {part: numbers[place + 1] for place, part in enumerate(order)}
    if len(found["y"]) not in (2, 4):
        return text
    year = int(found["y"])
    if len(found["y"]) == 2:
        last = date.today().year + _YEARS_AHEAD
        year = last - (last - year) % 100
    return f"{year:04}-{int(found['M']):02}-{int(found['d']):02}"


def day_pattern() -> str:
    """Return the short form of a day in the user's country, with a whole year in it: two digits leave doubts."""
    return re.sub("y+", "yyyy", QLocale().dateFormat(QLocale.FormatType.ShortFormat))


def number(value: int | str) -> str:
    """Return a whole number with the digits of the user's country, without marks between thousands.

    Args:
        value: as it is stored; what is no number is returned as it is.
    """
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    try:
        return locale.toString(int(value))
    except (ValueError, OverflowError):
        return str(value)


def read_number(text: str) -> str:
    """Return a whole number as it is stored, from what a person typed with the digits and marks of their country.

    Args:
        text: as typed; what cannot be read is returned as it is.
    """
    stripped = text.strip()
    if stripped.isdecimal() and len(stripped) < 20:
        return str(int(stripped))
    found, understood = QLocale().toLongLong(stripped)
    return str(found) if understood else text
