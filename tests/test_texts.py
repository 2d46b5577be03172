"""Every text has its translation, and what the window reads is what the translators wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests import texts
from tests.texts import Text


@pytest.mark.parametrize("language", texts.languages())
def test_every_text_is_translated(language: str) -> None:
    """What is missing is told by ``python3 -m tests.texts --check``."""
    assert texts.faults(language, texts.extract()) == []


@pytest.mark.parametrize("language", texts.languages())
def test_the_window_reads_what_the_translators_wrote(language: str) -> None:
    """After a change of a ``.ts``: ``python3 -m tests.texts --update``."""
    shipped = QTranslator()
    assert shipped.load(str(texts.ts(language).with_suffix(".qm")))
    old = []
    for text in texts.read(language).values():
        # Among so many numbers there is one for each form, whatever the rules of the language are.
        numbers = range(120) if text.counted else (-1,)
        said = {shipped.translate(texts.CONTEXT, text.source, None, n) for n in numbers}
        if text.forms and said != set(text.forms):
            old.append(text.source)
    assert old == []


def test_there_is_german() -> None:
    assert "de" in texts.languages()


# What is wrong with a translation.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    return tmp_path


def text(source: str, *forms: str, counted: bool = False, finished: bool = True) -> Text:
    return Text(source, counted, ("a.py",), forms, finished)


def found(*sources: Text) -> dict[str, Text]:
    return {one.source: one for one in sources}


def put(*known: Text) -> None:
    texts.ts("xx").write_text(texts.written("xx", list(known)), encoding="utf-8")


GOOD = [
    text("Open", "Öffnen"),
    text("{a} & <b>\n{b}", "{b} & <b>\n“{a}”"),
    text("%n [item|items]", "ein [item]", "%n [items]", counted=True),
    text("[Verb] {a} [prep] {b}", "{a} [prep] {b} [verb]"),
    text("[Items] yet", "noch [items]"),
    text("a|b", "c|d"),
]


def test_a_good_translation_is_read_as_it_was_written(folder: Path) -> None:
    put(*GOOD)
    known = texts.read("xx")
    assert [(one.forms, one.finished, one.files) for one in known.values()] == [
        (one.forms, True, ("a.py",)) for one in GOOD
    ]
    assert texts.faults("xx", found(*GOOD)) == []


@pytest.mark.parametrize(
    "bad",
    [
        text("Open"),
        text("Open", "Öffnen", finished=False),
        text("{a} there", "{b} da"),
        text("{a} there", "da"),
        text("there", "{a} da"),
        text("[Item] there", "da"),
        text("there", "[item] da"),
        text("[Done] x", "[undone] x"),
        text("%n item(s)", "ein Ding", "", counted=True),
        text("a|b", "c"),
    ],
)
def test_what_is_wrong_is_told(folder: Path, bad: Text) -> None:
    put(bad)
    assert len(texts.faults("xx", found(text(bad.source, counted=bad.counted)))) == 1


def test_a_new_language_begins_with_an_empty_file(folder: Path) -> None:
    texts.ts("xx").touch()
    assert texts.languages() == ["xx"]
    now = found(*(text(one.source, counted=one.counted) for one in GOOD))
    texts.ts("xx").write_text(texts.written("xx", texts.merged(now, texts.read("xx"))), encoding="utf-8")
    texts.release("xx")
    assert len(texts.faults("xx", now)) == len(GOOD)
    assert (folder / "itemlink_xx.qm").exists()


def test_what_is_new_and_what_is_gone(folder: Path) -> None:
    put(text("Old", "Alt"), text("%n old", "alt", counted=False), text("Same", "Gleich"))
    now = found(text("New"), text("%n old", counted=True), text("Same"))
    assert len(texts.faults("xx", now)) == 3
    after = texts.merged(now, texts.read("xx"))
    assert [(one.source, one.forms) for one in after] == [("New", ()), ("%n old", ()), ("Same", ("Gleich",))]


def test_the_texts_of_the_program_are_found_once_each() -> None:
    extracted = texts.extract()
    assert extracted["Username"].files == ("store/models.py",)
    assert not extracted["Username"].counted
    assert extracted["%n link(s)"].counted
    assert not any(file.startswith("bootstrap") for one in extracted.values() for file in one.files)


def test_the_command_of_contributors() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.texts", "--check"], cwd=texts.ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "Every text is translated.\n", "")
