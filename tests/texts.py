"""Keeps the translations in step with the texts: ``python3 -m tests.texts --update`` or ``--check``.

The texts are the literals of ``tr`` and ``mark``. ``--update`` writes ``resources/i18n/itemlink_<language>.ts`` anew,
with what is translated already, and makes the ``.qm`` of it that the window reads; ``--check`` says what is missing.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.sax.saxutils import escape

import main  # says so when this Python is too old
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.bootstrap import ROOT

FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "ItemLink"
DOORS = {"itemlink_gui.base.i18n", "itemlink_gui.base.translator"}


# A form may say "a record" instead of the number, and a language may do without prepositions.
MAY_LACK = {"%n", "[prep]", "[from]"}


@dataclass(frozen=True)
class Text:
    """A text and its translation.

    Args:
        source: English, as in the literal.
        counted: whether it has a number, so that the translation has a form for each plural.
        files: where it stands, relative to the package.
        forms: the translation: one, or one for each plural; empty where there is none yet.
        finished: whether somebody has said that it is good.
    """

    source: str
    counted: bool
    files: tuple[str, ...] = ()
    forms: tuple[str, ...] = field(default=(), compare=False)
    finished: bool = field(default=False, compare=False)


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of ``tr`` and ``mark`` as a file imports them."""
    known = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in DOORS:
            known |= {alias.name for alias in node.names if alias.name in ("tr", "mark")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield node


def extract() -> dict[str, Text]:
    """Return every text of the program by its source, in the order of files and lines.

    Raises:
        ValueError: if a text stands once with a number and once without.
    """
    found: dict[str, Text] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if name.startswith("bootstrap/"):
            # That runs before there is a Qt to translate with.
            continue
        in_order = sorted(
            calls(ast.parse(file.read_text(encoding="utf-8"))), key=lambda one: (one.lineno, one.col_offset)
        )
        for call in in_order:
            literal = call.args[0]
            if not isinstance(literal, ast.Constant):
                continue
            counted = any(keyword.arg == "n" for keyword in call.keywords)
            known = found.setdefault(literal.value, Text(literal.value, counted))
            if known.counted != counted:
                raise ValueError(f"with and without a number: {literal.value!r} in {name}")
            found[literal.value] = replace(known, files=tuple(dict.fromkeys((*known.files, name))))
    return found


def languages() -> list[str]:
    """Return the languages that there are translations for."""
    return sorted(file.stem.partition("_")[2] for file in FOLDER.glob("itemlink_*.ts"))


def ts(language: str) -> Path:
    """Return the file of a translation."""
    return FOLDER / f"itemlink_{language}.ts"


def read(language: str) -> dict[str, Text]:
    """Return the texts of a translation by their source; a file that is empty yet has none."""
    texts: dict[str, Text] = {}
    content = ts(language).read_bytes()
    for message in ET.fromstring(content).iter("message") if content else ():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        source = message.findtext("source") or ""
        texts[source] = Text(
            source,
            message.get("numerus") == "yes",
            tuple(place.get("filename") or "" for place in message.iter("location")),
            tuple(forms) if any(forms) else (),
            translation.get("type") is None,
        )
    return texts


def merged(found: dict[str, Text], known: dict[str, Text]) -> list[Text]:
    """Return the texts there are now with the translations there were."""
    now = []
    for source, text in found.items():
        old = known.get(source)
        if old is not None and old.counted == text.counted:
            text = replace(text, forms=old.forms, finished=old.finished)
        now.append(text)
    return now


def _message(text: Text) -> str:
    lines = ['    <message numerus="yes">' if text.counted else "    <message>"]
    lines += [f'        <location filename="{file}"/>' for file in text.files]
    lines.append(f"        <source>{escape(text.source)}</source>")
    state = "" if text.finished and text.forms else ' type="unfinished"'
    if text.counted:
        forms = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in text.forms or ("", ""))
        lines.append(f"        <translation{state}>{forms}</translation>")
    else:
        lines.append(f"        <translation{state}>{escape(''.join(text.forms))}</translation>")
    return "\n".join([*lines, "    </message>"])


def written(language: str, texts: list[Text]) -> str:
    """Return the file of a translation as Qt's tools read and write it."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!DOCTYPE TS>",
            f'<TS version="2.1" language="{language}" sourcelanguage="en">',
            "<context>",
            f"    <name>{CONTEXT}</name>",
            *map(_message, texts),
            "</context>",
            "</TS>",
            "",
        ]
    )


def release(language: str) -> None:
    """Make the file that the window reads.

    Raises:
        subprocess.CalledProcessError: if Qt's tool does not like the translation.
    """
    tool = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    target = ts(language).with_suffix(".qm")
    subprocess.run([sys.executable, "-c", tool, "-silent", str(ts(language)), "-qm", str(target)], check=True)


def tokens(text: str) -> set[str]:
    """Return what a text leaves open: placeholders, its number, and the words of the file, in whatever form."""
    words = {word.lower().rstrip("s") for part in re.findall(r"\[([^][]+)\]", text) for word in part.split("|")}
    known = {"item", "customer", "verb", "done", "prep", "unverb", "undone", "from"}
    return {f"[{word}]" for word in words & known} | set(re.findall(r"\{\w+\}|%n", text))


def faults(language: str, found: dict[str, Text]) -> list[str]:
    """Return what is wrong with a translation, a line each."""
    known, told = read(language), []
    told += [f"not there: {source!r}" for source in found.keys() - known.keys()]
    told += [f"no longer there: {source!r}" for source in known.keys() - found.keys()]
    for source in found.keys() & known.keys():
        text = known[source]
        if not (text.finished and text.forms and all(text.forms)):
            told.append(f"not translated: {source!r}")
        elif text.counted != found[source].counted:
            told.append(f"with and without a number: {source!r}")
        elif any(tokens(source) - tokens(form) - MAY_LACK or tokens(form) - tokens(source) for form in text.forms):
            told.append(f"placeholders: {source!r} → {text.forms!r}")
        elif "|" in source and "[" not in source and source.count("|") != text.forms[0].count("|"):
            told.append(f"words: {source!r} → {text.forms!r}")
    return sorted(told)


def run(argv: list[str]) -> int:
    """Do what was asked for and return the exit code: 1 if something is missing."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.texts", description=__doc__, allow_abbrev=False)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true")
    what.add_argument("--check", action="store_true")
    arguments = parser.parse_args(argv)
    main.bootstrap.ensure(argv, tests=True)
    found, told = extract(), []
    for language in languages():
        if arguments.update:
            ts(language).write_text(written(language, merged(found, read(language))), encoding="utf-8")
            release(language)
        told += [f"{language}: {fault}" for fault in faults(language, found)]
    print("\n".join(told) or "Every text is translated.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
