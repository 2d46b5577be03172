"""What the service says about itself is what it does."""

from __future__ import annotations

from typing import Any

import pytest

from itemlink_gui.api import application
from itemlink_gui.engine import Engine
from itemlink_gui.ops import categories, companies, items, links
from itemlink_gui.store.models import FIELDS
from tests.api.conftest import Client
from tests.support import fill, run

OF_ITEMS = {
    "/api/items/": {"get", "post"},
    "/api/items/{id}/": {"get", "put", "patch", "delete"},
    "/api/items/{id}/customers/": {"get"},
    "/api/items/{id}/add_customer/": {"post"},
    "/api/items/{id}/remove_customer/": {"post"},
}
OF_CUSTOMERS = {
    "/api/customers/": {"get", "post"},
    "/api/customers/{id}/": {"get", "patch"},
    "/api/customers/{id}/add_item/": {"post"},
    "/api/customers/{id}/remove_item/": {"post"},
}
BEYOND = {
    "/api/items/{id}/customers/{customer_id}/": {"get", "patch"},
    "/api/customers/{id}/": {"delete", "put"},
    "/api/companies/": {"get", "post"},
    "/api/companies/{id}/": {"get", "put", "patch", "delete"},
    "/api/categories/": {"get", "post"},
    "/api/categories/{id}/": {"get", "put", "patch", "delete"},
    "/api/steps/": {"get"},
    "/api/undo/": {"post"},
}


@pytest.fixture
def schema(engine: Engine) -> dict[str, Any]:
    return application.create(engine, 8000).openapi()


def operations(schema: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(path, method): told for path, methods in schema["paths"].items() for method, told in methods.items()}


def test_all_addresses_are_there_and_no_others(schema: dict[str, Any]) -> None:
    wanted = [(path, method) for part in (OF_ITEMS, OF_CUSTOMERS, BEYOND) for path in part for method in part[path]]
    assert sum(len(methods) for part in (OF_ITEMS, OF_CUSTOMERS) for methods in part.values()) == 15
    assert set(operations(schema)) == set(wanted)


def test_every_operation_says_what_it_is_and_all_that_may_come(schema: dict[str, Any]) -> None:
    models = schema["components"]["schemas"]
    assert not [name for name in models if "Validation" in name]
    names = [told["operationId"] for told in operations(schema).values()]
    assert len(set(names)) == len(names)
    assert {"items_create", "customers_add_item", "history_undo"} < set(names)
    for (path, method), told in operations(schema).items():
        assert told["summary"]
        assert told["description"].endswith(".")
        assert told["tags"]
        assert told["security"] == [{"Token": []}]
        came = set(told["responses"])
        assert {"400", "401", "403", "503"} < came
        assert "422" not in came
        assert ("404" in came) == ("{id}" in path)
        assert ({"409", "413", "415", "507"} <= came) == (method != "get")
        assert ("412" in came) == any(one["name"] == "If-Match" for one in told.get("parameters", ()))
        assert ("requestBody" in told) == (method in ("post", "put", "patch"))
        for status, answer in told["responses"].items():
            assert ("content" in answer) == (status != "204")
            assert answer["description"]


def test_the_models_have_the_fields_of_the_records(schema: dict[str, Any]) -> None:
    models = schema["components"]["schemas"]
    for kind, name in (("item", "Item"), ("customer", "Customer"), ("company", "Company")):
        fields = {field.name for field in FIELDS[kind]}
        assert fields < set(models[name]["properties"])
        for body in (f"New{name}", f"{name}Change"):
            assert fields < set(models[body]["properties"])
            assert models[body]["additionalProperties"] is False
            # What an answer has can be sent back.
            assert set(models[body]["properties"]) == set(models[name]["properties"])
        assert models[f"New{name}"]["required"] == [{"item": "name", "customer": "username", "company": "name"}[kind]]
        assert "required" not in models[f"{name}Change"]


def test_answers_have_what_is_said(schema: dict[str, Any], engine: Engine, client: Client) -> None:
    fill(engine, 1, 1)
    run(engine, links.link([1], [1]))
    run(engine, companies.create(name="Harbour", customer_ids=[1]))
    run(engine, categories.create("Courses"))
    run(engine, items.update(1, category=1))
    models = schema["components"]["schemas"]
    for path, name in (
        ("/api/items/1/", "Item"),
        ("/api/customers/1/", "Customer"),
        ("/api/companies/1/", "Company"),
        ("/api/categories/1/", "Category"),
        ("/api/items/1/customers/1/", "Link"),
    ):
        told = client("GET", path).json
        assert set(told) == set(models[name]["properties"]) == set(models[name]["required"])
    (step, *_), (brief,) = client("GET", "/api/steps/").json, client("GET", "/api/items/1/customers/").json
    assert list(step) == list(models["Step"]["properties"])
    assert list(brief) == list(models["CustomerBrief"]["properties"])
    customer = client("GET", "/api/customers/1/").json
    assert list(customer["items_detail"][0]) == list(models["ItemBrief"]["properties"])
    assert list(customer["companies_detail"][0]) == list(models["CompanyBrief"]["properties"])
