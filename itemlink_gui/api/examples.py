"""What bodies look like, for whoever tries an address out."""

from __future__ import annotations

from typing import Any


def _named(**bodies: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    return {name: {"summary": summary, "value": value} for name, (summary, value) in bodies.items()}


NEW_ITEM = _named(
    with_customers=(
        "With customers",
        {"name": "Basic Package", "description": "Starter package for new users", "customer_ids": [1, 2, 3]},
    ),
    alone=("Alone", {"name": "Premium Subscription", "description": "Annual premium membership"}),
    enterprise=(
        "Another one with customers",
        {
            "name": "Enterprise Package",
            "description": "Full-featured enterprise solution",
            "customer_ids": [1, 2, 3],
        },
    ),
    places=("With ten places", {"name": "Workshop", "capacity": 10, "capacity_policy": "waitlist", "low_stock": 3}),
)
ITEM_CHANGE = _named(
    customers=("Another name, other customers", {"name": "Updated Premium Subscription", "customer_ids": [1, 2, 5, 7]}),
    category=("Another category", {"category_id": 1}),
)
ONE_CUSTOMER = _named(one=("One customer", {"customer_id": 2}), another=("Another one", {"customer_id": 5}))
ONE_ITEM = _named(one=("One item", {"item_id": 3}))
NEW_CUSTOMER = _named(
    one=(
        "A customer",
        {
            "username": "johndoe",
            "email": "john@example.com",
            "full_name": "John Doe",
            "phone": "+1-555-0199",
            "address": "12 Harbour Street",
            "notes": "",
        },
    ),
    with_items=("With items and a company", {"username": "janedoe", "item_ids": [1, 2], "company_ids": [1]}),
)
CUSTOMER_CHANGE = _named(
    items=("Other items", {"item_ids": [1, 2, 3, 4]}), phone=("Another number", {"phone": "+1-555-0200"})
)
NEW_COMPANY = _named(one=("A company with customers", {"name": "Harbour Ltd", "customer_ids": [1, 2]}))
COMPANY_CHANGE = _named(one=("Other customers", {"customer_ids": [1, 2, 3]}))
NEW_CATEGORY = _named(one=("A category with items", {"name": "Courses", "colour": "#2a9d5c", "item_ids": [1, 2]}))
CATEGORY_CHANGE = _named(one=("Another colour", {"colour": "#d64545"}))
LINK_CHANGE = _named(
    data=("Data of the link", {"quantity": 2, "note": "Paid until June", "starts_on": "2026-01-01", "ends_on": None}),
    own=("An own field of the file", {"fields": {"Size": "M"}}),
)
STEP = _named(newest=("Whatever is newest", {}), one=("Only if it is that one", {"step": 12}))
