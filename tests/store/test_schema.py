"""What a file is made of: what the models say, and what it refuses by itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import peewee
import pytest

from itemlink_gui.engine import Engine
from itemlink_gui.store.check import SEARCHED
from itemlink_gui.store.models import MODELS
from tests.support import fill, raw


def kind_of(field: peewee.Field) -> str:
    return field.field_type if field.field_type in ("TEXT", "BLOB") else "INTEGER"


def test_the_models_and_the_file_agree(path: Path) -> None:
    with raw(path) as connection:
        tables = {row[1]: row for row in connection.execute("PRAGMA table_list") if row[2] in ("table", "virtual")}
        made = {name for name in tables if not name.startswith(("sqlite_", *SEARCHED))}
        assert made == {model._meta.table_name for model in MODELS}
        for model in MODELS:
            name = model._meta.table_name
            info = connection.execute(f"PRAGMA table_info({name})").fetchall()
            # The key of a row is never NULL, said or not.
            columns = {column: (kind, bool(refused or key)) for _, column, kind, refused, _, key in info}
            fields = {field.column_name: (kind_of(field), not field.null) for field in model._meta.sorted_fields}
            assert list(columns.items()) == list(fields.items()), name
            *_, without_rowid, strict = tables[name]
            assert strict, name
            assert without_rowid == isinstance(model._meta.primary_key, peewee.CompositeKey), name


def test_the_file_itself_refuses_what_the_fields_refuse(engine: Engine) -> None:
    fill(engine, 1, 1)
    with raw(engine.path) as other:
        for statement in (
            "UPDATE item SET name = ''",
            f"UPDATE item SET name = '{'x' * 201}'",
            "UPDATE item SET name = NULL",
            "UPDATE item SET name = x'00'",
            "UPDATE item SET id = 2147483648",
            "UPDATE item SET id = 0",
            f"UPDATE user SET username = '{'x' * 151}'",
            f"UPDATE user SET email = '{'x' * 255}'",
            "INSERT INTO user (username) VALUES ('user1')",
            "INSERT INTO customer (user_id, created_at, updated_at) VALUES (1, '', '')",
            "UPDATE item_stat SET count = -1",
            "UPDATE step SET state = 'lost'",
            "INSERT INTO item_customer (item_id, customer_id) VALUES (1, 1)",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)
