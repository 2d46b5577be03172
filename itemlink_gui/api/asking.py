"""How a route asks the engine: without waiting for it on the thread that serves all others."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Request, Response
from pydantic import WithJsonSchema

from itemlink_gui.api.problems import JSON, Problem, refused
from itemlink_gui.base.changes import Change, Kind
from itemlink_gui.base.errors import Cancelled, NotFound
from itemlink_gui.engine import Engine
from itemlink_gui.engine.workers import Task
from itemlink_gui.ops.by_kind import OF
from itemlink_gui.ops.operation import Operation
from itemlink_gui.ops.unchanged import unchanged
from itemlink_gui.store import details, explain, pages
from itemlink_gui.store.details import Listed

T = TypeVar("T")

WHO = "service"
"""Who the history says it was."""
LONGEST_SECONDS = 8.0
"""How long a question may take: less than a write waits for the file, so that none is refused because of it."""

# An ETag, or the time that stands in it: in a shell its quotes are easily forgotten.
_TAG = re.compile(r'"[^",]{1,80}"|[0-9][0-9TZ:.-]{0,29}')
# The time of the last change is the last of all in a record.
_CHANGED = re.compile(rb'"updated_at":"([^"]*)"}$')


def engine_of(request: Request) -> Engine:
    """Return the engine of the file that is served."""
    engine: Engine = request.app.state.engine
    return engine


async def read(request: Request, question: Callable[[], T], *, long: bool = True) -> T:
    """Ask the file something; a question whose asker goes away is given up.

    Args:
        request: that asks for it.
        question: as with `Engine.read`.
        long: it may last; short ones do not wait for it, nor for the long ones of others.

    Raises:
        Problem: if it takes too long.
        CannotWrite: if the file no longer stands where it was opened: what can still be read of it may be old.
    """
    engine = engine_of(request)
    if engine.standing.gone:
        raise explain.moved()
    task = engine.read(question, long=long)
    left = asyncio.ensure_future(_left(request))
    left.add_done_callback(lambda _: task.give_up())
    limit = asyncio.get_running_loop().call_later(LONGEST_SECONDS, task.give_up)
    try:
        return await _done(task)
    except Cancelled:
        if limit.when() > asyncio.get_running_loop().time():
            raise
        raise Problem(503, "This takes too long; ask for less, or later.") from None
    finally:
        limit.cancel()
        left.cancel()


async def _left(request: Request) -> None:
    """Return when the client does not wait for an answer any more."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def run(
    request: Request,
    operation: Operation[T],
    *,
    path: Mapping[str, int] | None = None,
    named: Mapping[str, str] | None = None,
) -> T:
    """Run an operation as one step done by the service.

    Args:
        request: that asks for it.
        operation: what to do.
        path: by kind, the id that stands in the address: where there is no such record, there is no such address.
        named: by kind, the field or parameter in which other ids stand, where that is not ``customer_ids`` and so on.

    Raises:
        Problem: for ids that are not in the file.
        ItemLinkError: as the operation does.
    """
    try:
        return await _done(engine_of(request).run(operation, who=WHO))
    except NotFound as error:
        if path is not None and error.ids == (path.get(error.kind),):
            raise Problem(404, str(error)) from None
        field = (named or {}).get(error.kind, f"{error.kind}_ids")
        raise refused({field: [str(error)]}, ids=error.ids) from None


async def change(
    request: Request, kind: Listed, number: int, operation: Operation[Any], read_at: str = "", **named: str
) -> Response:
    """Change a record, and answer with all of it as it is then.

    Args:
        request: that asks for it.
        kind: what it is.
        number: its id.
        operation: what to do.
        read_at: from `if_match`.
        named: as with `run`.

    Raises:
        Problem: for ids that are not in the file.
        ItemLinkError: as the operation does, and Outdated.
    """
    if read_at and kind != "category":
        operation = unchanged(kind, number, read_at, operation)
    await run(request, operation, path={kind: number}, named=named)
    return await record(request, kind, number)


async def delete(request: Request, kind: Kind, number: int, read_at: str) -> Response:
    """Delete a record with all its links; arguments and errors as with `change`."""
    operation = OF[kind].delete([number])
    if read_at:
        operation = unchanged(kind, number, read_at, operation)
    await run(request, operation, path={kind: number})
    return Response(status_code=204)


def if_match(
    request: Request,
    _: Annotated[
        Annotated[str, WithJsonSchema({"type": "string", "pattern": rf"^(\*|{_TAG.pattern})$"})] | None,
        Header(alias="If-Match", description="The record's `ETag` as it was read: changed since, it is refused."),
    ] = None,
) -> str:
    """Return the ``updated_at`` that a record must still have; empty for any.

    Raises:
        Problem: if there is more than one, or none that was told.
    """
    given = request.headers.getlist("If-Match")
    if not given or given == ["*"]:
        return ""
    if len(given) > 1 or not _TAG.fullmatch(given[0]):
        raise refused({"If-Match": ["This must be one ETag, as it was answered, or *."]})
    return given[0].strip('"')


ReadAt = Annotated[str, Depends(if_match)]
"""The time of its last change that a record must still have; empty for any."""


async def record(request: Request, kind: Listed, number: int, *, made: bool = False) -> Response:
    """Return a record in full, as it stands now.

    Args:
        request: that asks for it.
        kind: what it is.
        number: its id.
        made: whether it was just made.

    Raises:
        Problem: if it is gone.
    """
    text = await read(request, partial(pages.at_once, kind, number), long=False)
    if text is None:
        text = await read(request, partial(details.records, kind, [number]))
    if not text:
        raise Problem(404, str(NotFound(kind, [number])))
    headers = {"Location": f"{request.url.path}{number}/"} if made else {}
    if changed := _CHANGED.search(text, max(len(text) - 60, 0)):
        headers["ETag"] = f'"{changed[1].decode()}"'
    return Response(text, 201 if made else 200, headers, JSON)


async def _done(task: Task[T]) -> T:
    """Wait for an answer of the engine."""
    try:
        return await asyncio.wrap_future(task)
    except asyncio.CancelledError:
        asker = asyncio.current_task()
        if asker is not None and not asker.cancelling():
            # It was the engine that gave it up, as at the end.
            raise Cancelled("The file is closed.") from None
        task.give_up()
        raise


async def undo(request: Request, expected: int | None) -> Change:
    """Take the newest step back.

    Args:
        request: that asks for it.
        expected: the id of the step, if it must be that one.

    Raises:
        CannotUndo: if there is nothing, it is another one, or something later stands against it.
    """
    return await _done(engine_of(request).undo(expected, who=WHO))


def json_of(told: object) -> Response:
    """Return an answer: JSON as the file tells it, or what becomes it."""
    text = told if isinstance(told, bytes) else json.dumps(told, ensure_ascii=False)
    return Response(text, media_type=JSON)


def message(said: str) -> Response:
    """Return the answer that tells what was done, in a sentence."""
    return json_of({"message": said})
