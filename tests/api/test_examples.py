"""The commands that people are shown, run as they stand but for the token and the port."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.ops import companies, customers, items
from tests.api.conftest import TOKEN, Answer, Client, Running
from tests.support import PATIENCE, assert_sound, run

COMMANDS = {
    "create an item": """curl -X POST http://localhost:8000/api/items/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Premium Subscription",
    "description": "Annual premium membership"
  }'""",
    "create an item with customers": """curl -X POST http://localhost:8000/api/items/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Basic Package",
    "description": "Starter package for new users",
    "customer_ids": [1, 2, 3]
  }'""",
    "add a customer": """curl -X POST http://localhost:8000/api/items/1/add_customer/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "customer_id": 5
  }'""",
    "remove a customer": """curl -X POST http://localhost:8000/api/items/1/remove_customer/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "customer_id": 5
  }'""",
    "customers of an item": """curl -X GET http://localhost:8000/api/items/1/customers/ \\
  -H "Authorization: Token YOUR_TOKEN\"""",
    "an item": """curl -X GET http://localhost:8000/api/items/1/ \\
  -H "Authorization: Token YOUR_TOKEN\"""",
    "add an item": """curl -X POST http://localhost:8000/api/customers/1/add_item/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "item_id": 3
  }'""",
    "remove an item": """curl -X POST http://localhost:8000/api/customers/1/remove_item/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "item_id": 3
  }'""",
    "a customer": """curl -X GET http://localhost:8000/api/customers/1/ \\
  -H "Authorization: Token YOUR_TOKEN\"""",
    "update a customer": """curl -X PATCH http://localhost:8000/api/customers/1/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "item_ids": [1, 2, 3, 4]
  }'""",
    "update an item": """curl -X PATCH http://localhost:8000/api/items/1/ \\
  -H "Authorization: Token YOUR_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Updated Premium Subscription",
    "customer_ids": [1, 2, 5, 7]
  }'""",
}

JOHN = {
    "id": 1, "username": "johndoe", "email": "john@example.com", "full_name": "John Doe", "phone": "+1-555-0199",
}  # fmt: skip
JANE = {
    "id": 2, "username": "janedoe", "email": "jane@example.com", "full_name": "Jane Doe", "phone": "+1-555-0200",
}  # fmt: skip

Do = Callable[[str], Any]


def words(command: str, port: int) -> list[str]:
    """Return a command as a shell takes it apart, with this token and this port."""
    put = command.replace("YOUR_TOKEN", TOKEN).replace("localhost:8000", f"localhost:{port}")
    return shlex.split(put.replace("\\\n", " "))


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Seven customers, no items."""
    for one in (JOHN, JANE):
        run(engine, customers.create(**{name: value for name, value in one.items() if name != "id"}))
    for number in (3, 4):
        run(engine, customers.create(username=f"user{number}"))
    run(engine, customers.create(username="john5", full_name="John Doe"))
    for number in (6, 7):
        run(engine, customers.create(username=f"user{number}"))
    run(engine, companies.create(name="Harbour Ltd", customer_ids=[1]))
    return engine


def check(do: Do, engine: Engine) -> None:
    """Do all of them in their order, and look at each answer."""
    first = do("create an item")
    made = first["created_at"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", made)
    assert first.items() >= {
        "id": 1, "name": "Premium Subscription", "description": "Annual premium membership", "customer_count": 0,
        "customers_detail": [], "customer_ids": [], "updated_at": made,
    }.items()  # fmt: skip
    second = do("create an item with customers")
    assert (second["id"], second["customer_count"], second["customer_ids"]) == (2, 3, [1, 2, 3])
    assert do("add a customer") == {"message": "Customer John Doe added to item"}
    assert do("add a customer") == {"message": "Customer John Doe is already added to item"}
    assert do("remove a customer") == {"message": "Customer John Doe removed from item"}
    assert do("remove a customer") == {"message": "Customer John Doe is not added to item"}
    run(engine, items.update(1, customer_ids=[1, 2]))
    assert sorted(do("customers of an item"), key=lambda one: one["id"]) == [JOHN, JANE]
    item = do("an item")
    assert (item["customer_count"], item["customer_ids"]) == (2, [1, 2])
    assert sorted(item["customers_detail"], key=lambda one: one["id"]) == [JOHN, JANE]
    assert item["updated_at"] > item["created_at"] == made
    for name in ("Basic Package", "Pro Features"):
        run(engine, items.create(name=name))
    assert do("add an item") == {"message": "Item Basic Package added to customer"}
    assert do("add an item") == {"message": "Item Basic Package is already added to customer"}
    assert do("remove an item") == {"message": "Item Basic Package removed from customer"}
    assert do("remove an item") == {"message": "Item Basic Package is not added to customer"}
    customer = do("a customer")
    assert customer.items() >= JOHN.items()
    assert (customer["companies_detail"], customer["company_ids"]) == ([{"id": 1, "name": "Harbour Ltd"}], [1])
    assert (customer["item_count"], customer["item_ids"]) == (2, [1, 2])
    names = ("id", "name", "description", "created_at", "updated_at")
    (shown,) = (one for one in customer["items_detail"] if one["id"] == 1)
    assert list(shown.items()) == [(name, item[name]) for name in names]
    assert do("update a customer")["item_ids"] == [1, 2, 3, 4]
    changed = do("update an item")
    assert (changed["name"], changed["customer_ids"]) == ("Updated Premium Subscription", [1, 2, 5, 7])
    assert changed["description"] == "Annual premium membership"
    assert_sound(engine)


def test_they_do_what_is_said(filled: Engine, client: Client) -> None:
    def do(name: str) -> Any:
        curl, _, method, address, *options = words(COMMANDS[name], client.port)
        assert curl == "curl"
        told = dict(zip(options[::2], options[1::2], strict=True))
        headers = dict(options[at + 1].split(": ", 1) for at, word in enumerate(options) if word == "-H")
        body = told["-d"].encode() if "-d" in told else None
        path = address.removeprefix(f"http://localhost:{client.port}")
        return good(client(method, path, body, headers | {"Host": f"localhost:{client.port}"}))

    check(do, filled)


def good(answer: Answer) -> Any:
    assert answer.status in (200, 201)
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_they_do_it_with_curl(filled: Engine, running: Running) -> None:
    def do(name: str) -> Any:
        return json.loads(ran(words(COMMANDS[name], running.port)))

    check(do, filled)


def ran(command: Sequence[str]) -> str:
    # A proxy of this machine has no part in it.
    whole = [*command, "--silent", "--show-error", "--noproxy", "*"]
    return subprocess.run(whole, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def test_the_other_word_before_the_token_works_as_well(filled: Engine, client: Client) -> None:
    assert client("GET", "/api/items/", headers={"Authorization": f"Bearer {TOKEN}"}).json == []
