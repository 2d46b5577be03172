"""The rules of the house: floors, budgets, and habits that a program can check."""

from __future__ import annotations

import ast
import functools
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from itemlink_gui.base.paths import PACKAGE
from tests.texts import calls

ROOT = PACKAGE.parent
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


def broken(files: Iterable[Path], rule: Callable[[Path], list[str]]) -> list[str]:
    """Return what breaks a rule in any of the files, each with the name of its file."""
    return [f"{file.relative_to(ROOT)}: {wrong}" for file in files for wrong in rule(file)]


def without(*names: str) -> list[Path]:
    """Return the modules of the program but those."""
    return [file for file in OWN if str(file.relative_to(PACKAGE)) not in names]


def found(pattern: str, file: Path) -> list[str]:
    return re.findall(pattern, file.read_text(encoding="utf-8"))


@functools.cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@functools.cache
def walk(file: Path) -> list[ast.AST]:
    return list(ast.walk(tree(file)))


def lines_of(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def beyond_its_budget(file: Path) -> list[str]:
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
    return too_big


def test_budgets() -> None:
    assert broken(ALL, beyond_its_budget) == []


def does_not_say_what_it_is(file: Path) -> list[str]:
    said = ast.get_docstring(tree(file)) or ""
    return ["no sentence"] if tree(file).body and not said.split("\n\n")[0].endswith(".") else []


def test_every_module_says_what_it_is() -> None:
    assert broken(ALL, does_not_say_what_it_is) == []


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


def hidden_imports(file: Path) -> list[str]:
    return [
        ast.unparse(inner)
        for node in walk(file)
        if isinstance(node, Function)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom) and "itemlink_gui" in ast.unparse(inner)
    ]


def test_no_import_is_hidden_in_a_function() -> None:
    """But of a window, where nothing else is wanted, and of what serves requests, on the service's own thread."""
    own = [file for file in without("app.py", "api/service.py") if "bootstrap" not in file.parts]
    assert broken(own, hidden_imports) == []


def texts_that_do_not_fit(file: Path) -> list[str]:
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
    return wrong


def test_texts_are_literals_with_their_values() -> None:
    """Only what stands in the source as it is can be extracted for translation."""
    assert broken(OWN, texts_that_do_not_fit) == []


def texts_that_come_too_early(file: Path) -> list[str]:
    later = {
        inner
        for node in walk(file)
        if isinstance(node, Function | ast.Lambda)
        for statement in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(statement)
    }
    early = [call for call in calls(tree(file)) if call not in later and ast.unparse(call.func) == "tr"]
    return [ast.unparse(call) for call in early]


def test_texts_are_asked_for_when_the_language_is_known() -> None:
    """That is not when a module is imported: what stands there is marked, and translated later."""
    assert broken(OWN, texts_that_come_too_early) == []


def test_numbers_are_grouped_as_the_country_does() -> None:
    """By ``grouped`` of base.i18n."""
    assert broken(without("base/translator.py"), partial(found, ":,}")) == []


def test_what_would_guess_rich_text_is_made_in_one_place() -> None:
    pattern = r"\b(?:QLabel|QMessageBox)\b\(|\bQMessageBox\.\w+\(|\.setToolTip\(|\.setHtml\("
    assert broken(without("gui/text.py"), partial(found, pattern)) == []


@pytest.mark.parametrize("habit", [r"\.connect\(\s*lambda", r"\b(?:TODO|FIXME|XXX)\b", r"\bexcept\s*:"])
def test_habits(habit: str) -> None:
    assert broken(OWN, partial(found, habit)) == []


def sleeps(file: Path) -> list[str]:
    return [
        f"line {node.lineno}"
        for node in walk(file)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep", "qtbot.wait", "QTest.qWait")
    ]


def test_tests_do_not_sleep() -> None:
    assert broken([file for file in TESTS if "xcb" not in file.parts], sleeps) == []
