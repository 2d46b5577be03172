"""The service described: OpenAPI at /api/schema/, and at /api/docs/ a page that shows it and tries it out."""

from __future__ import annotations

import json

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import Response

from itemlink_gui.base.paths import resources

PAGE = "/api/docs/"
SCHEMA = "/api/schema/"

# Everything comes from the service itself; nothing stands inline, nothing frames the page, no form leaves it.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # the signs in Swagger UI's own style sheet
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

# What the page consists of: where each part lies in the resources, and what it is.
PARTS = {
    "": ("swagger/page.html", "text/html"),
    "page.css": ("swagger/page.css", "text/css"),
    "page.js": ("swagger/page.js", "text/javascript"),
    "swagger-ui.css": ("swagger/swagger-ui.css", "text/css"),
    "swagger-ui-bundle.js": ("swagger/swagger-ui-bundle.js", "text/javascript"),
    "itemlink.svg": ("icons/itemlink.svg", "image/svg+xml"),
}


def install(app: FastAPI) -> None:
    """Let ``app`` show what it can do; the schema is made once, when it is asked for first."""
    app.state.described = b""

    # It asks the request for the application: FastAPI keeps such functions for good, and with them what they know of.
    @app.get(SCHEMA, include_in_schema=False)
    async def schema(request: Request) -> Response:
        asked = request.app
        if not asked.state.described:
            asked.state.described = json.dumps(asked.openapi(), ensure_ascii=False, separators=(",", ":")).encode()
        return Response(asked.state.described, media_type="application/json")

    @app.get(PAGE.rstrip("/"), include_in_schema=False)
    async def as_typed() -> Response:
        return Response(status_code=308, headers={"Location": PAGE})

    @app.get(PAGE, include_in_schema=False)
    @app.get(PAGE + "{name}", include_in_schema=False)
    async def page(name: str = "") -> Response:
        if name not in PARTS:
            raise HTTPException(404)
        where, kind = PARTS[name]
        return Response(
            (resources() / where).read_bytes(), media_type=kind, headers={"Content-Security-Policy": POLICY}
        )
