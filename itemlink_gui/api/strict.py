"""Requests taken at their word: JSON that means one thing only, and no parameter that nobody reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from contextlib import nullcontext
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel
from typing_extensions import override

from itemlink_gui.api.problems import Problem, refused, shown

# Nothing here has nearly as many.
_MOST_NAMES = 1000
# Of bodies of more bytes only one is read at a time: it takes a second, and twenty times as much memory.
_MUCH = 1024 * 1024
_MATCH = "If-Match"


class StrictRoute(APIRoute):
    """A route that refuses what it would not read."""

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        handle, known = super().get_route_handler(), frozenset(_names(self))
        tagged = any(field.alias == _MATCH for part in self.dependant.dependencies for field in part.header_params)

        async def strictly(request: Request) -> Response:
            if request.url.query:
                _refuse_unknown(request, known)
            if not tagged and request.method != "GET" and request.headers.get(_MATCH, "*") != "*":
                # Whoever says it would take it for granted that nobody was quicker.
                raise refused({_MATCH: ["What is at this address has no ETag."]})
            asked = _StrictRequest(request.scope, request.receive)
            if self.body_field is None:
                return await handle(asked)
            lasts = len(await asked.body()) > _MUCH
            async with request.app.state.much if lasts else nullcontext():
                await asked.parse()
                return await handle(asked)

        return strictly


def _names(route: APIRoute) -> Iterator[str]:
    """Yield the names of the parameters that a route reads from the query of an address."""
    for field in route.dependant.query_params:
        kind = field.field_info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from kind.model_fields
        else:
            yield field.alias


def _refuse_unknown(request: Request, known: Collection[str]) -> None:
    """Refuse parameters that an address does not know: one letter amiss would list everything."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    wrong = {shown(name): ["There is no such parameter here."] for name in given if name not in known}
    wrong |= {name: ["This stands there twice."] for name in known if given[name] > 1}
    if wrong:
        raise refused(wrong)


class _StrictRequest(Request):
    """A request whose body says nothing twice and holds only what JSON has."""

    _found: Any = None

    async def parse(self) -> None:
        """Read the body, if there is one.

        Raises:
            Problem: if it is no JSON, says something twice, or is too deep or too great to be meant.
        """
        body = await self.body()
        if not body:
            return
        try:
            self._found = json.loads(body.decode(), object_pairs_hook=_once, parse_constant=_no_number)
        except UnicodeDecodeError:
            raise Problem(400, "The body is no JSON: it is not UTF-8.") from None
        except json.JSONDecodeError as error:
            where = f"line {error.lineno}, column {error.colno}"
            raise Problem(400, f"The body is no JSON: {error.msg} ({where}).") from None
        except RecursionError:
            raise Problem(400, "The body is nested too deeply.") from None
        except _Refused as error:
            raise Problem(400, f"The body is no JSON that can be read: {error}") from None
        except ValueError:
            raise Problem(400, "The body has a number of very many digits.") from None

    @override
    async def json(self) -> Any:
        """Return what the body says."""
        return self._found


class _Refused(ValueError):
    """What JSON leaves open, or Python takes beyond it."""


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > _MOST_NAMES:
        # Each that is unknown would be looked at for its own sake.
        raise _Refused(f"an object has {len(pairs)} names.")
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise _Refused(f"“{shown(twice)}” stands there twice.")
    return found


def _no_number(name: str) -> Any:
    raise _Refused(f"{name} is no number of JSON.")
