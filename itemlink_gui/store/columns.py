"""The kinds of fields that people edit; forms, table columns and checks come from what is said in them."""

from __future__ import annotations

from peewee import IntegerField, TextField


class Text(TextField):  # type: ignore[misc]
    """A text that people edit; its table column, form row and check come from what is said here.

    Args:
        label: what people call it, marked for translation.
        limit: most characters it may have.
        required: whether it may not be empty.
        multiline: whether it may have line breaks.
    """

    def __init__(
        self, label: str, limit: int, *, required: bool = False, multiline: bool = False, unique: bool = False
    ) -> None:
        super().__init__(verbose_name=label, default="", unique=unique)
        self.limit = limit
        self.required = required
        self.multiline = multiline


class Number(IntegerField):  # type: ignore[misc]
    """A whole number that people edit.

    Args:
        label: what people call it, marked for translation.
        least: the smallest that it may be.
        most: the largest.
        default: what it is at first; without one it may be empty, which is NULL.
    """

    def __init__(self, label: str, least: int, most: int, *, default: int | None = None) -> None:
        super().__init__(verbose_name=label, null=default is None, default=default)
        self.least = least
        self.most = most
        self.required = default is not None


class Day(TextField):  # type: ignore[misc]
    """A day that people edit, as ``YYYY-MM-DD``; empty is NULL.

    Args:
        label: what people call it, marked for translation.
    """

    def __init__(self, label: str) -> None:
        super().__init__(verbose_name=label, null=True)


class Choice(TextField):  # type: ignore[misc]
    """One of a few values that people choose from.

    Args:
        label: what people call it, marked for translation.
        options: what can be chosen: the values as stored, with what people call them, marked for translation. The
            first is the one that a new record has.
    """

    def __init__(self, label: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__(verbose_name=label, default=options[0][0])
        self.options = options


class YesNo(IntegerField):  # type: ignore[misc]
    """A question that people answer with yes (1) or no (0, also at first).

    Args:
        label: what people call it, marked for translation.
    """

    def __init__(self, label: str) -> None:
        super().__init__(verbose_name=label, default=0)


def typed(value: object) -> str:
    """Return a stored value as an editor takes it: an empty text for NULL, and digits for a number."""
    return "" if value is None else str(value)


Edited = Text | Number | Day | Choice | YesNo
