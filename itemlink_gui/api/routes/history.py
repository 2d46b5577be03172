"""What was done to the file, and taking the newest of it back."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BeforeValidator, Field

from itemlink_gui import labels
from itemlink_gui.api import answers, asking, examples
from itemlink_gui.api.bodies import NumberInQuery, WhichStep, digits
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.store import history
from itemlink_gui.store.history import StepInfo

router = APIRouter(prefix="/api", tags=["history"], route_class=StrictRoute)

MOST_STEPS = 1000

HowMany = Annotated[int, Field(ge=1, le=MOST_STEPS), BeforeValidator(digits), Query(description="How many at most.")]
Before = Annotated[NumberInQuery | None, Query(description="Only steps with a smaller number, for going on.")]
Which = Annotated[WhichStep | None, Body(openapi_examples=examples.STEP)]


@router.get("/steps/", **answers.told("List what was done", list[answers.Step]))
async def steps(request: Request, limit: HowMany = 50, before: Before = None) -> Response:
    """Tell the newest steps first, whoever did them."""
    found = await asking.read(request, partial(history.steps, limit, before), long=False)
    return asking.json_of([_told(step) for step in found])


def _told(step: StepInfo) -> dict[str, object]:
    text = labels.message(step.label)
    return {"id": step.id, "kind": step.label.kind, "text": text, "at": step.at, "state": step.state, "who": step.who}


@router.post("/undo/", **answers.told("Undo the newest step", answers.Undone, writes=True))
async def undo(request: Request, body: Which = None) -> Response:
    """Take back the newest step that is not taken back yet, whoever did it."""
    change = await asking.undo(request, body.step if body else None)
    return asking.json_of({"message": labels.news(change), "step": change.step})
