"""Settings are a comfort: they are kept, and never stop the program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from itemlink_gui.base.settings import Settings, table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_defaults_until_changed(file: Path) -> None:
    settings = Settings(file)
    for row in table():
        assert settings.get(row.key) == row.default
    assert not file.exists()


def test_a_value_is_stored_at_once_and_found_again(file: Path) -> None:
    Settings(file).set("theme", "dark")
    settings = Settings(file)
    assert settings.get("theme") == "dark"
    settings.set("recent_files", ["/a", "/ü 🙂"])
    again = Settings(file)
    assert (again.get("theme"), again.get("recent_files")) == ("dark", ["/a", "/ü 🙂"])


def test_the_same_value_is_not_written_again(file: Path) -> None:
    settings = Settings(file)
    settings.set("theme", "system")
    assert not file.exists()


def test_a_list_that_was_changed_by_its_reader_is_stored(file: Path) -> None:
    settings = Settings(file)
    recent = settings.get("recent_files")
    recent.append("/a.itemlink")
    assert settings.get("recent_files") == []
    settings.set("recent_files", recent)
    assert Settings(file).get("recent_files") == ["/a.itemlink"]


def test_unknown_rows_are_refused(file: Path) -> None:
    settings = Settings(file)
    with pytest.raises(KeyError):
        settings.get("nothing")
    with pytest.raises(KeyError):
        settings.set("nothing", 1)


def test_keys_and_choices_are_in_order() -> None:
    keys = [row.key for row in table()]
    assert len(keys) == len(set(keys))
    for row in table():
        assert not row.choices or row.default in row.choices
        assert bool(row.label) or not row.choices


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00", b'{"theme": 5, "recent_files": "x", "rows": []}', b"[" * 100_000],
    ids=["empty", "half", "list", "null", "bytes", "types", "deep"],
)
def test_a_damaged_file_counts_as_empty(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    for row in table():
        assert settings.get(row.key) == row.default
    settings.set("theme", "dark")
    assert Settings(file).get("theme") == "dark"


def test_what_a_newer_version_stored_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"of_a_newer_version": [1]}')
    Settings(file).set("theme", "dark")
    assert json.loads(file.read_text()) == {"of_a_newer_version": [1], "theme": "dark"}


@pytest.mark.parametrize("name", [os.fsdecode(b"/caf\xe9.itemlink"), "/\ud800.itemlink", "/日本.itemlink", "/\x00"])
def test_any_name_of_a_file_can_be_remembered(file: Path, name: str) -> None:
    settings = Settings(file)
    settings.set("theme", "dark")
    settings.set("last_file", name)
    again = Settings(file)
    assert again.get("last_file") == name
    assert again.get("theme") == "dark"


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file where the folder should be")
    settings = Settings(tmp_path / "folder" / "settings.json")
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"


def test_a_folder_in_place_of_the_file_stops_nothing(file: Path) -> None:
    file.mkdir(parents=True)
    settings = Settings(file)
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_settings_apart_start_the_same_and_keep_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    kept = Settings(file)
    kept.set("theme", "dark")
    kept.set("window", {"here": 1})
    before = file.read_bytes()
    apart = kept.apart("window")
    assert apart.get("theme") == "dark"
    assert apart.get("window") == {}
    apart.set("theme", "light")
    apart.set("window", {"there": 2})
    assert (apart.get("theme"), apart.get("window")) == ("light", {"there": 2})
    assert file.read_bytes() == before
    assert (kept.get("theme"), kept.get("window")) == ("dark", {"here": 1})
    kept.set("rows", "compact")
    assert Settings(file).get("theme") == "dark"
    assert apart.get("rows") == "normal"


def test_settings_apart_without_a_file_make_none(tmp_path: Path) -> None:
    apart = Settings(tmp_path / "settings.json").apart()
    apart.set("theme", "dark")
    assert apart.get("theme") == "dark"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "hostile"),
    [
        *(("service_port", value) for value in (0, -1, 80, 70_000, 8000.0, True, "8001", None, [8001])),
        *(("service_token", value) for value in ("x", "A" * 64, "0" * 63, "0" * 64 + "\n", 7, None)),
        *(("service_starts", value) for value in (1, "yes", None)),
    ],
)
def test_what_the_local_service_could_not_use_is_ignored(file: Path, key: str, hostile: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({key: hostile}))
    assert Settings(file).get(key) == {"service_port": 8000, "service_token": "", "service_starts": False}[key]
