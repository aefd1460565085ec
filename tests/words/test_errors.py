"""Every error that can be raised has its text, and the text asks for nothing that the error doesn't know."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kamdesk
from kamdesk.words import LANGUAGES, Words, catalogue

ROOT = Path(kamdesk.__file__).parent

DYNAMIC = {
    "operations/fields.py": ("_empty", "require"),
    "domain/money.py": ("_unreadable", "_whole"),
    "papers/errors.py": ("paper_", "_CODES"),
}
"""Where a code is not said on the spot: a part of such codes, and the name of what says them elsewhere."""


@dataclass(frozen=True)
class Raised:
    code: str
    values: frozenset[str]
    place: str


@cache
def texts() -> dict[str, str]:
    """Every module of the package, by its place."""
    paths = sorted(ROOT.rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Those that may raise an error: parsing all of them takes ten times as long."""
    named = re.compile(rf"\b(require|{'|'.join(error_classes())})\(")
    for place, text in texts().items():
        if named.search(text):
            yield place, ast.parse(text)


@cache
def error_classes() -> set[str]:
    """The names of KamdeskError and all that derive from it."""
    bases = {
        name: {base.strip().rpartition(".")[2] for base in above.split(",")}
        for text in texts().values()
        for name, above in re.findall(r"\bclass\s+(\w+)\(([^)]*)\)", text)
    }
    found = {"KamdeskError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def literals(node: ast.expr) -> list[str] | None:
    """The codes that an expression may give; None where it can't be told from the expression alone."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = literals(node.body), literals(node.orelse)
        return None if one is None or other is None else one + other
    return None


def name_of(called: ast.expr) -> str:
    """The last part of the name that is called; empty for what has none."""
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


@cache
def raised() -> tuple[Raised, ...]:
    return tuple(_raised())


def _raised() -> Iterator[Raised]:
    errors = error_classes()
    for place, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = name_of(node.func)
            if called == "require" and place.startswith("operations/"):
                (code,) = literals(node.args[1]) or [""]
                yield Raised(f"{code}_empty", frozenset(), place)
            if called not in errors or not node.args:
                continue
            codes = literals(node.args[0])
            if codes is None:
                assert place in DYNAMIC, f"{place}:{node.lineno}: say the code where it is raised"
                continue
            assert all(keyword.arg for keyword in node.keywords), f"{place}:{node.lineno}: name the values"
            values = frozenset(str(keyword.arg) for keyword in node.keywords)
            for code in codes:
                yield Raised(code, values, f"{place}:{node.lineno}")


def placeholders(code: str, language: str) -> set[str]:
    text = catalogue()[f"error.{code}"][language]
    return {
        name.partition(".")[0].partition("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name
    }


def test_every_error_has_its_text() -> None:
    missing = sorted(
        {(each.code, each.place) for each in raised() if f"error.{each.code}" not in catalogue()}
    )
    assert missing == []


def test_no_text_asks_for_what_its_error_does_not_know() -> None:
    for each in raised():
        for language in LANGUAGES:
            assert placeholders(each.code, language) <= each.values, (each, language)


def test_every_text_is_of_an_error_that_can_be_raised() -> None:
    source = "\n".join(texts().values())
    known = {each.code for each in raised()}
    for code in catalogue():
        name = code.removeprefix("error.")
        if name == code or name in known:
            continue
        assert any(part in name for part, _ in DYNAMIC.values()), name
        assert f'"{name}"' in source, name


def test_a_text_says_what_happened_and_ends_as_a_sentence() -> None:
    words = {language: Words(language) for language in LANGUAGES}
    for code in catalogue():
        if not code.startswith("error."):
            continue
        chinese, english = (words[language].text(code) for language in ("zh", "en"))
        assert chinese.endswith(("。", "\n{listed}")), code
        assert english.endswith((".", "\n{listed}")), code
        assert not re.search(r"[\u4e00-\u9fff] ?[,;!?]|[,;!?] ?[\u4e00-\u9fff]", chinese), code
