"""What a wrong request is answered with: a status, and JSON in words; never a traceback."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from itemlink_gui.base.errors import (
    Cancelled,
    CannotOpen,
    CannotUndo,
    CannotWrite,
    Conflict,
    Invalid,
    ItemLinkError,
    NoRoom,
    Outdated,
    Taken,
    WrongQuery,
)

JSON = "application/json"

Fields = Mapping[str, Sequence[str]]
"""What is wrong, in sentences, by the name of the field or parameter."""

# Of names and values of the request that an answer repeats.
_MOST_LETTERS = 80
# So many wrong fields are told of at most.
_MOST_FIELDS = 50
_STATUS = {"full": 507, "read_only": 403}


class Problem(Exception):
    """A request that is not carried out.

    Args:
        status: the HTTP status.
        detail: a sentence for whoever wrote the script.
        fields: what is wrong with each field.
        headers: of the answer.
        more: what else the JSON object has.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        fields: Fields | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers
        self.content = {"detail": detail, **({"fields": fields} if fields else {}), **more}


def answer(problem: Problem) -> Response:
    """Return the answer to a request that is not carried out."""
    text = json.dumps(problem.content, ensure_ascii=False)
    return Response(text.encode(errors="replace"), problem.status, problem.headers, JSON)


def refused(fields: Fields, status: int = 400, **more: Any) -> Problem:
    """Return the problem of fields or parameters that are wrong.

    Args:
        fields: what is wrong with each.
        status: the HTTP status.
        more: what else the JSON object has.
    """
    told = [f"{name}: {sentence}" for name, sentences in fields.items() for sentence in sentences]
    return Problem(status, " ".join(told[:3]) + (" …" if len(told) > 3 else ""), fields=fields, **more)


def shown(value: object) -> str:
    """Return a name or value of a request as an answer may repeat it: short, and a text in any case."""
    text = str(value)
    short = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
    return short.encode(errors="replace").decode()


def of_error(error: ItemLinkError) -> Problem:
    """Return what an error of the engine is answered with."""
    said = str(error)
    match error:
        case Taken():
            return refused({shown(error.field): [error.reason]}, 409)
        case Invalid():
            return refused({shown(error.field): [error.reason]})
        case NoRoom():
            numbers = ("item_id", "capacity", "taken", "wanted", "free")
            return Problem(409, said, **{name: getattr(error, name) for name in numbers})
        case Outdated():
            return Problem(412, said, updated_at=error.at)
        case WrongQuery():
            return refused({"q": [said]}, position=error.position)
        case CannotUndo() | Conflict():
            return Problem(409, said)
        case CannotWrite(trouble="moved"):
            # No script can save a copy, which people are advised to.
            return Problem(503, "The file is no longer where it was opened; ItemLink must open it again.")
        case CannotWrite():
            return Problem(_STATUS.get(error.trouble, 503), said)
        case Cancelled() | CannotOpen():
            return Problem(503, said)
    # What is left are wishes that the file's own rules refuse.
    return Problem(400, said)


def install(app: FastAPI) -> None:
    """Have everything that goes wrong answered in JSON."""

    async def wrong(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(_of_validation(error.errors()))

    async def told(_: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return answer(error)

    async def of_engine(_: Request, error: Exception) -> Response:
        assert isinstance(error, ItemLinkError)
        return answer(of_error(error))

    async def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return answer(Problem(404, "There is nothing at this address. Paths end with a slash."))
        if error.status_code == 405:
            methods = ", ".join(_methods(app, request))
            told = f"This address does not take {shown(request.method)}, but {methods}."
            return answer(Problem(405, told, headers={"Allow": methods}))
        return answer(Problem(error.status_code, shown(error.detail), headers=error.headers))

    async def bug(_request: Request, _error: Exception) -> Response:
        return answer(Problem(500, "Something went wrong in ItemLink; its log says what."))

    app.add_exception_handler(RequestValidationError, wrong)
    app.add_exception_handler(Problem, told)
    app.add_exception_handler(ItemLinkError, of_engine)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(Exception, bug)


def _methods(app: FastAPI, request: Request) -> list[str]:
    """Return what the address of a request takes; Starlette itself knows the first route of a path only."""
    routes: Iterable[Route] = app.state.routes
    found: set[str] = set()
    for route in routes:
        if route.matches(request.scope)[0] != Match.NONE:
            found |= route.methods or set()
    return sorted(found)


def _of_validation(errors: Sequence[Any]) -> Problem:
    fields: dict[str, list[str]] = {}
    whole: list[str] = []
    for error in errors[:_MOST_FIELDS]:
        place, *names = error["loc"]
        if place == "path":
            return Problem(404, "There is no such record: its number is a whole number from 1 to 2147483647.")
        if names:
            said = fields.setdefault(shown(names[0]), [])
            within = [f"Number {place + 1} of the list:" for place in names[1:2] if isinstance(place, int)]
            said.append(" ".join([*within, _sentence(error)]))
        else:
            whole.append(_sentence(error))
    return Problem(400, " ".join(whole)) if whole else refused(fields)


def _sentence(error: Mapping[str, Any]) -> str:
    """Return what is wrong in a sentence of ours, without the value that was sent."""
    limits: Mapping[str, Any] = error.get("ctx", {})
    match str(error["type"]):
        case "missing":
            return "This is needed." if len(error["loc"]) > 1 else "The body must be a JSON object."
        case "extra_forbidden":
            return "There is no such field."
        case "list_type" | "tuple_type" | "set_type":
            return "This must be a list."
        case "string_type":
            return "This must be a text."
        case "bool_type" | "bool_parsing":
            return "This must be true or false."
        case "literal_error" | "enum":
            return f"This must be one of: {limits['expected']}."
        case "greater_than_equal":
            return f"This must be at least {limits['ge']}."
        case "less_than_equal":
            return f"This must be at most {limits['le']}."
        case "string_pattern_mismatch":
            return f"This must have the form {limits['pattern']}."
        case "string_unicode":
            return "There are halves of characters in it."
        case "dict_type" | "model_type" | "model_attributes_type":
            return "This must be a JSON object." if len(error["loc"]) > 1 else "The body must be a JSON object."
        case "refused":
            return str(limits["reason"])
        case kind if kind.startswith("int"):
            return "This must be a whole number."
    return shown(error["msg"])
