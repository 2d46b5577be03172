"""The rules of the house: floors, budgets, and habits that a program can check."""

from __future__ import annotations

import ast
import functools
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from itemlink_gui.base.paths import PACKAGE
from tests.texts import calls

ROOT = PACKAGE.parent
APP = PACKAGE / "app.py"
OWN = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ALL = [*OWN, *TESTS, ROOT / "main.py"]

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_INIT = 40
MOST_METHODS = 20

# Texts that were marked where they stand, and are translated where they are shown.
MARKED = {"field.verbose_name", "field.meaning", "meaning", "said"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(files: list[Path]) -> list[object]:
    return [pytest.param(file, id=str(file.relative_to(ROOT))) for file in files]


@functools.cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@functools.cache
def walk(file: Path) -> list[ast.AST]:
    return list(ast.walk(tree(file)))


def lines_of(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("file", named(ALL))
def test_budgets(file: Path) -> None:
    too_big = []
    if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES:
        too_big.append(f"{lines} lines")
    for node in walk(file):
        if isinstance(node, Function):
            most = MOST_LINES_OF_INIT if node.name == "__init__" else MOST_LINES_OF_A_FUNCTION
            if lines_of(node) > most:
                too_big.append(f"{node.name}: {lines_of(node)} lines")
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(one, Function) for one in node.body)
            if methods > MOST_METHODS:
                too_big.append(f"{node.name}: {methods} methods")
    assert too_big == []


@pytest.mark.parametrize("file", named(ALL))
def test_every_module_says_what_it_is(file: Path) -> None:
    if tree(file).body:
        said = ast.get_docstring(tree(file))
        assert said
        assert said.split("\n\n")[0].endswith(".")


def test_an_import_may_only_go_down() -> None:
    """The floors themselves are in pyproject.toml."""
    ran = subprocess.run(
        [sys.executable, "-c", "import importlinter.cli as cli; raise SystemExit(cli.lint_imports(no_cache=True))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("file", named([file for file in OWN if file != APP and "bootstrap" not in file.parts]))
def test_no_import_is_hidden_in_a_function(file: Path) -> None:
    hidden = [
        ast.unparse(inner)
        for node in walk(file)
        if isinstance(node, Function)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom) and "itemlink_gui" in ast.unparse(inner)
    ]
    assert hidden == []


@pytest.mark.parametrize("file", named(OWN))
def test_texts_are_literals_with_their_values(file: Path) -> None:
    """Only what stands in the source as it is can be extracted for translation."""
    wrong = []
    for call in calls(tree(file)):
        text = call.args[0]
        if not isinstance(text, ast.Constant):
            if ast.unparse(text) not in MARKED:
                wrong.append(ast.unparse(call))
            continue
        assert isinstance(text.value, str)
        given = {keyword.arg for keyword in call.keywords}
        wanted = {name for _, name, _, _ in string.Formatter().parse(text.value) if name is not None}
        # A text that is given no values at all may be filled later; ``**values`` are not looked into.
        fits = given - {"n"} in (set(), wanted) or None in given
        if not fits or ("%n" in text.value) != ("n" in given) or len(call.args) != 1:
            wrong.append(ast.unparse(call))
    assert wrong == []


@pytest.mark.parametrize("file", named(OWN))
def test_texts_are_asked_for_when_the_language_is_known(file: Path) -> None:
    """That is not when a module is imported: what stands there is marked, and translated later."""
    later = {
        inner
        for node in walk(file)
        if isinstance(node, Function | ast.Lambda)
        for statement in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(statement)
    }
    early = [call for call in calls(tree(file)) if call not in later and ast.unparse(call.func) == "tr"]
    assert [ast.unparse(call) for call in early] == []


@pytest.mark.parametrize("file", named([file for file in OWN if file != PACKAGE / "base" / "translator.py"]))
def test_numbers_are_grouped_as_the_country_does(file: Path) -> None:
    """By ``grouped`` of base.i18n."""
    assert ":,}" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", named([file for file in OWN if file != PACKAGE / "gui" / "text.py"]))
def test_what_would_guess_rich_text_is_made_in_one_place(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert re.findall(r"\b(?:QLabel|QMessageBox)\b\(|\bQMessageBox\.\w+\(|\.setToolTip\(|\.setHtml\(", source) == []


@pytest.mark.parametrize("file", named(OWN))
def test_habits(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert not re.search(r"\.connect\(\s*lambda", source)
    assert not re.search(r"\b(?:TODO|FIXME|XXX)\b", source)
    assert not re.search(r"\bexcept\s*:", source)


@pytest.mark.parametrize("file", named([file for file in TESTS if "xcb" not in file.parts]))
def test_tests_do_not_sleep(file: Path) -> None:
    slept = [
        node.lineno
        for node in walk(file)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep", "qtbot.wait", "QTest.qWait")
    ]
    assert slept == []
