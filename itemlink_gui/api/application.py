"""The application that answers requests: routes over one engine, and everything that goes wrong told in JSON."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from itemlink_gui import __version__
from itemlink_gui.api import docs, problems
from itemlink_gui.api.routes import categories, companies, customers, history, items
from itemlink_gui.base.i18n import plainly
from itemlink_gui.engine import Engine

_ROUTERS = (items.router, customers.router, companies.router, categories.router, history.router)


def create(engine: Engine, port: int) -> FastAPI:
    """Return the application; it knows nothing of sockets, and lets everybody in.

    Args:
        engine: of the file that is served.
        port: that it is reached at, for its description.
    """
    app = _Described(
        title="ItemLink",
        version=__version__,
        description=_DESCRIPTION.format(port=port),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_called,
        # Nothing that is asked or answered is handed on, whatever the environment says.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.engine = engine
    app.state.much = asyncio.Lock()
    problems.install(app)
    docs.install(app)
    app.state.routes = [route for source in (app, *_ROUTERS) for route in source.routes if isinstance(route, Route)]
    app.add_middleware(_Plain)
    for router in _ROUTERS:
        app.include_router(router)
    return app


# It names no server: whoever reads it asks where it came from. To browsers 127.0.0.1 and localhost are two places.
_DESCRIPTION = """The items and customers of one file on this computer, and who has what.

Every request needs the token. Here it is entered once, at *Authorize*; then *Try it out* works. In a script:

    curl http://localhost:{port}/api/items/ -H "Authorization: Token YOUR_TOKEN"
"""


def _called(route: APIRoute) -> str:
    """Return what an operation is called by a client that is made from the description."""
    return "_".join([*map(str, route.tags), route.name])


class _Described(FastAPI):
    """Describes itself as it is: what is wrong with a request is said with 400."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI description."""
        described = self.openapi_schema
        if described is None:
            described = super().openapi()
            for path in described["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)
                    operation["security"] = [{"Token": []}]
                    for parameter in operation.get("parameters", ()):
                        _forbid_null(parameter["schema"])
            parts = described.setdefault("components", {})
            for name in ("HTTPValidationError", "ValidationError"):
                parts.get("schemas", {}).pop(name, None)
            parts["securitySchemes"] = {
                "Token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token alone. It is forgotten when this page is closed.",
                }
            }
        return described


def _forbid_null(schema: dict[str, Any]) -> None:
    """Let the schema of a parameter say that it is left out where it is not meant: in an address there is no null."""
    if {"type": "null"} in schema.get("anyOf", ()):
        [other] = [one for one in schema.pop("anyOf") if one != {"type": "null"}]
        schema.update(other)


class _Plain:
    """Lets all that is said within a request be English, in the words of no file."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        with plainly():
            await self._app(scope, receive, send)
