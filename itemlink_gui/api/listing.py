"""Lists as answers: which records are asked for, and their JSON piece by piece, however many they are."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Annotated, Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, BeforeValidator, Field

from itemlink_gui.api import asking
from itemlink_gui.api.bodies import NumberInQuery, whole_number
from itemlink_gui.api.problems import JSON, Problem
from itemlink_gui.base.errors import NotFound
from itemlink_gui.store import pages, queries
from itemlink_gui.store.details import Listed
from itemlink_gui.store.journal import MAX_ID
from itemlink_gui.store.pages import ORDERINGS, Asked

Piece = Callable[[Any, int], tuple[bytes, int]]
"""Takes the ids of a list and where to begin, and tells JSON objects and where to go on; as `pages.piece`."""

_Count = Annotated[int, Field(ge=0, le=MAX_ID), BeforeValidator(whole_number)]
# Whoever tries a list out on the docs page gets no million of records there.
_LIMIT = Field(description="How many at most.", json_schema_extra={"example": 20})
_LEAST = "Only those that have at least so many."


def _ordering(kind: Listed) -> Any:
    """Return the field of what a kind of records can be ordered by; which they are is known to ``pages``."""
    names: list[Any] = [f"{sign}{name}" for name in ORDERINGS[kind] for sign in ("", "-")]
    told = "What they are ordered by; with a minus in front the other way round."
    return Field(description=told, json_schema_extra={"enum": names})


class _Any(BaseModel):
    """Which records are asked for; all that is said must hold."""

    search: Annotated[str, Field(description="Words that a record must have, all of them.")] = ""
    limit: Annotated[NumberInQuery | None, _LIMIT] = None
    offset: Annotated[_Count, Field(description="How many are left out at the beginning.")] = 0

    def asked(self, of: int = 0) -> Asked:
        """Return it as the file is asked.

        Args:
            of: only what is linked to this one; 0 for all.
        """
        said = self.model_dump()
        least = [said.pop(name) for name in ("min_items", "min_customers") if name in said]
        return Asked(**said, least=least[0], of=of)


class _Searched(_Any):
    q: Annotated[str, Field(description="A query as in the search boxes, such as `name:ann`.")] = ""


class Items(_Searched):
    """Which items are asked for."""

    ordering: Annotated[str, _ordering("item")] = "id"
    min_customers: Annotated[_Count, Field(description=_LEAST)] = 0


class Customers(_Searched):
    """Which customers are asked for."""

    ordering: Annotated[str, _ordering("customer")] = "id"
    min_items: Annotated[_Count, Field(description=_LEAST)] = 0


class Companies(_Searched):
    """Which companies are asked for."""

    ordering: Annotated[str, _ordering("company")] = "id"
    min_customers: Annotated[_Count, Field(description=_LEAST)] = 0


class Categories(_Any):
    """Which categories are asked for."""

    ordering: Annotated[str, _ordering("category")] = "id"
    min_items: Annotated[_Count, Field(description=_LEAST)] = 0


Wish = Items | Customers | Companies | Categories


async def answer(request: Request, kind: Listed, wish: Wish) -> Response:
    """Return a list as a JSON array.

    Args:
        request: that asks for it.
        kind: what is listed.
        wish: which of them.

    Raises:
        Invalid: if it cannot be ordered so.
        WrongQuery: if the query means nothing.
    """
    ids = await asking.read(request, partial(pages.ids, kind, wish.asked()))
    return await in_pieces(request, ids, partial(pages.piece, kind))


async def of_item(request: Request, item: int, wish: Customers) -> Response:
    """Return customers of an item, in short, as a JSON array.

    Raises:
        Problem: if the item is gone.
        Invalid, WrongQuery: as with `answer`.
    """

    def question() -> array[int] | None:
        return pages.ids("customer", wish.asked(item)) if queries.known("item", [item]) else None

    ids = await asking.read(request, question)
    if ids is None:
        raise Problem(404, str(NotFound("item", [item])))
    return await in_pieces(request, ids, partial(pages.brief_piece, "customer"))


async def in_pieces(request: Request, ids: array[int], piece: Piece) -> Response:
    """Return a list as a JSON array; a long one is sent while it is read, one piece after the other.

    Args:
        request: that asks for it.
        ids: of the whole list.
        piece: tells a part of it.
    """
    # Before the first byte is sent, what goes wrong can still be said.
    first, begin = await asking.read(request, partial(piece, ids, 0))
    if begin >= len(ids):
        return asking.json_of(b"[%b]" % first)

    async def told() -> AsyncIterator[bytes]:
        yield b"[" + first
        text, at, comma = first, begin, bool(first)
        while at < len(ids):
            text, at = await asking.read(request, partial(piece, ids, at))
            if text:
                yield b"," + text if comma else text
                comma = True
        yield b"]"

    return StreamingResponse(told(), media_type=JSON)
