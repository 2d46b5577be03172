"""Items and their customers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from itemlink_gui.api import answers, asking
from itemlink_gui.api.bodies import InPath, NewItem, OneCustomer
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.ops import items, single

router = APIRouter(prefix="/api/items", tags=["items"], route_class=StrictRoute)


@router.post("/", response_model=answers.Item, status_code=201, summary="Create a new item")
async def create(request: Request, body: NewItem) -> Response:
    """Make an item, with customers if ``customer_ids`` names some, in one step."""
    given = body.given()
    operation = items.create(category=given.pop("category_id", None), **given)
    made = await asking.run(request, operation)
    return await asking.record(request, "item", made, made=True)


@router.get("/{id}/", response_model=answers.Item, summary="Get item details")
async def detail(request: Request, item: InPath) -> Response:
    """Tell an item with all its customers."""
    return await asking.record(request, "item", item)


@router.post("/{id}/add_customer/", response_model=answers.Message, summary="Add a customer to an item")
async def add_customer(request: Request, item: InPath, body: OneCustomer) -> Response:
    """Add a customer to an item; one that is there already stays."""
    operation = single.add_customer(item, body.customer_id)
    said = await asking.run(request, operation, path={"item": item}, named={"customer": "customer_id"})
    return asking.message(said)
