"""Categories and the items in them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Query, Request, Response

from itemlink_gui.api import answers, asking, examples, listing
from itemlink_gui.api.bodies import CategoryChange, InPath, NewCategory, NumberInQuery
from itemlink_gui.api.problems import refused
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.ops import categories
from itemlink_gui.ops.categories import Fate

router = APIRouter(prefix="/api/categories", tags=["categories"], route_class=StrictRoute)

New = Annotated[NewCategory, Body(openapi_examples=examples.NEW_CATEGORY)]
Change = Annotated[CategoryChange, Body(openapi_examples=examples.CATEGORY_CHANGE)]
What = Annotated[
    Literal["keep", "move", "delete"],
    Query(description="What becomes of its items: they have no category then, go to another one, or are deleted."),
]
To = Annotated[NumberInQuery | None, Query(description="Where they go: the number of the other category.")]

_FATES: dict[str, Fate] = {"keep": "none", "move": "move", "delete": "delete"}


@router.get("/", **answers.told("List all categories", list[answers.Category]))
async def listed(request: Request, wish: Annotated[listing.Categories, Query()]) -> Response:
    """Tell all that fit, each in full; by number if nothing else is said."""
    return await listing.answer(request, "category", wish)


@router.post("/", **answers.told("Create a new category", answers.Category, status=201, writes=True))
async def create(request: Request, body: New) -> Response:
    """Make a category, with the items that `item_ids` names, in one step. Without a colour it gets one."""
    made = await asking.run(request, categories.create(**body.given()))
    return await asking.record(request, "category", made, made=True)


@router.get("/{id}/", **answers.told("Get category details", answers.Category, 404))
async def detail(request: Request, category: InPath) -> Response:
    """Tell a category with all its items, by their ids."""
    return await asking.record(request, "category", category)


@router.put("/{id}/", **answers.told("Full update category", answers.Category, 404, writes=True))
async def replace(request: Request, category: InPath, body: New) -> Response:
    """Change a category. The name is needed; what the body does not name is left as it is."""
    return await asking.change(request, "category", category, categories.update(category, **body.given()))


@router.patch("/{id}/", **answers.told("Partial update category", answers.Category, 404, writes=True))
async def update(request: Request, category: InPath, body: Change) -> Response:
    """Change what the body names. `item_ids` are the items that it has then, and no others."""
    return await asking.change(request, "category", category, categories.update(category, **body.given()))


@router.delete("/{id}/", **answers.told("Delete category", None, 404, status=204, writes=True))
async def delete(request: Request, category: InPath, items: What = "keep", to: To = None) -> Response:
    """Delete a category, and say what becomes of its items."""
    if (to is not None) != (items == "move"):
        raise refused({"to": ["This is needed, with items=move and with nothing else."]})
    operation = categories.delete(category, _FATES[items], to=to or 0)
    await asking.run(request, operation, path={"category": category}, named={"category": "to"})
    return Response(status_code=204)
