"""The description of the service and the parts of its page, as they are sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from itemlink_gui.api import docs
from tests.api.conftest import Client, Running

# What can be tried out as it stands: by the operation, what stands there first, or among others.
EXAMPLES = {
    "post /api/items/": {
        "name": "Enterprise Package",
        "description": "Full-featured enterprise solution",
        "customer_ids": [1, 2, 3],
    },
    "patch /api/items/{id}/": {"name": "Updated Premium Subscription", "customer_ids": [1, 2, 5, 7]},
    "post /api/items/{id}/add_customer/": {"customer_id": 2},
    "post /api/items/{id}/remove_customer/": {"customer_id": 5},
    "patch /api/customers/{id}/": {"item_ids": [1, 2, 3, 4]},
    "post /api/customers/{id}/add_item/": {"item_id": 3},
    "post /api/customers/{id}/remove_item/": {"item_id": 3},
}


@pytest.fixture
def stranger(running: Running) -> Iterator[Client]:
    """A client without a token."""
    made = Client(running.port, token="")
    yield made
    made.close()


def test_the_page_is_sent_to_whoever_asks_and_names_only_what_is_here(stranger: Client) -> None:
    page = stranger("GET", docs.PAGE)
    text = page.body.decode()
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "<title>ItemLink: local service</title>" in text
    named = re.findall(r'(?:src|href)="([^"]*)"', text)
    assert named
    for name in named:
        assert stranger("GET", docs.SCHEMA if name == "../schema/" else docs.PAGE + name).status == 200


def test_who_leaves_out_the_slash_gets_there(stranger: Client) -> None:
    answer = stranger("GET", "/api/docs")
    assert (answer.status, answer.headers["Location"]) == (308, docs.PAGE)


@pytest.mark.parametrize("part", docs.PARTS)
def test_nothing_but_the_service_itself_is_asked_by_any_part(part: str, stranger: Client) -> None:
    policy = stranger("GET", docs.PAGE + part).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_scripts_and_styles_stand_in_files(stranger: Client) -> None:
    text = stranger("GET", docs.PAGE).body.decode()
    assert not re.search(r"<style|<script>|\son\w+=|\sstyle=|javascript:", text)


@pytest.mark.parametrize("name", ["nothing.js", "page.html", "README.md", "..%2fpage.html", "%2e%2e/", "page.js/"])
def test_only_the_parts_of_the_page_are_sent(name: str, stranger: Client) -> None:
    assert stranger("GET", docs.PAGE + name).status == 404


def test_the_description_is_that_of_a_service_with_a_token(stranger: Client) -> None:
    answer = stranger("GET", docs.SCHEMA)
    described = answer.json
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json")
    assert described["openapi"].startswith("3.1")
    assert "servers" not in described
    [(name, scheme)] = described["components"]["securitySchemes"].items()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    for path, operations in described["paths"].items():
        assert path.endswith("/")
        for operation in operations.values():
            assert operation["security"] == [{name: []}]


def test_the_description_is_made_once(running: Running, stranger: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stranger("GET", docs.SCHEMA).body
    monkeypatch.setattr("json.dumps", None)
    assert stranger("GET", docs.SCHEMA).body == first


def test_parameters_are_left_out_rather_than_null(stranger: Client) -> None:
    for operations in stranger("GET", docs.SCHEMA).json["paths"].values():
        for operation in operations.values():
            assert "null" not in str(operation.get("parameters"))


def test_parameters_say_what_they_are(stranger: Client) -> None:
    described = stranger("GET", docs.SCHEMA).json["paths"]
    for operation in (operation for operations in described.values() for operation in operations.values()):
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (operation["operationId"], parameter["name"])


@pytest.mark.parametrize("operation", EXAMPLES)
def test_what_can_be_tried_out_stands_there(operation: str, stranger: Client) -> None:
    method, path = operation.split()
    described = stranger("GET", docs.SCHEMA).json
    [content] = described["paths"][path][method]["requestBody"]["content"].values()
    assert EXAMPLES[operation] in [one["value"] for one in content["examples"].values()]


def test_the_query_that_is_shown_can_be_asked(client: Client) -> None:
    asked = []
    for path, operations in client("GET", docs.SCHEMA).json["paths"].items():
        for parameter in operations.get("get", {}).get("parameters", ()):
            if parameter["name"] == "q" and "{" not in path:
                [query] = re.findall("`(.*)`", parameter["description"])
                assert client("GET", f"{path}?{urlencode({'q': query})}").status == 200
                asked.append(path)
    assert asked == ["/api/items/", "/api/customers/", "/api/companies/"]
