"""Companies and the customers that belong to them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from itemlink_gui.api import answers, asking, examples, listing
from itemlink_gui.api.asking import ReadAt
from itemlink_gui.api.bodies import CompanyChange, InPath, NewCompany
from itemlink_gui.api.strict import StrictRoute
from itemlink_gui.ops import companies

router = APIRouter(prefix="/api/companies", tags=["companies"], route_class=StrictRoute)

New = Annotated[NewCompany, Body(openapi_examples=examples.NEW_COMPANY)]
Change = Annotated[CompanyChange, Body(openapi_examples=examples.COMPANY_CHANGE)]


@router.get("/", **answers.told("List all companies", list[answers.Company]))
async def listed(request: Request, wish: Annotated[listing.Companies, Query()]) -> Response:
    """Tell all that fit, each in full; by number if nothing else is said."""
    return await listing.answer(request, "company", wish)


@router.post("/", **answers.told("Create a new company", answers.Company, status=201, writes=True, tagged=True))
async def create(request: Request, body: New) -> Response:
    """Make a company, with the customers that `customer_ids` names, in one step."""
    made = await asking.run(request, companies.create(**body.given()))
    return await asking.record(request, "company", made, made=True)


@router.get("/{id}/", **answers.told("Get company details", answers.Company, 404, tagged=True))
async def detail(request: Request, company: InPath) -> Response:
    """Tell a company with all its customers, by their ids."""
    return await asking.record(request, "company", company)


@router.put("/{id}/", **answers.told("Full update company", answers.Company, 404, 412, writes=True, tagged=True))
async def replace(request: Request, company: InPath, body: New, read_at: ReadAt) -> Response:
    """Change a company. The name is needed; what the body does not name is left as it is."""
    return await asking.change(request, "company", company, companies.update(company, **body.given()), read_at)


@router.patch("/{id}/", **answers.told("Partial update company", answers.Company, 404, 412, writes=True, tagged=True))
async def update(request: Request, company: InPath, body: Change, read_at: ReadAt) -> Response:
    """Change what the body names. `customer_ids` are the customers that it has then, and no others."""
    return await asking.change(request, "company", company, companies.update(company, **body.given()), read_at)


@router.delete("/{id}/", **answers.told("Delete company", None, 404, 412, status=204, writes=True))
async def delete(request: Request, company: InPath, read_at: ReadAt) -> Response:
    """Delete a company; the customers that belonged to it stay."""
    return await asking.delete(request, "company", company, read_at)
