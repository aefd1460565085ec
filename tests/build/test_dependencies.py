"""What kamdesk leans on: declared, explained, pinned, free to be shipped, and kept to its room."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Where each library may be imported. A room that needs one more is a decision, so it is written down here.
ROOMS = {
    "PySide6": {"qt", "bootstrap"},
    "shiboken6": {"qt"},
    "alembic": {"db"},
    "appdirs": {"places"},
    "chinese_calendar": {"calendars"},
    "cryptography": {"sync"},
    "filelock": {"db"},
    "icalendar": {"exchange"},
    "keyring": {"sync"},
    "lunar_python": {"calendars"},
    "msgspec": {"sync"},
    "openpyxl": {"exchange"},
    "pypdfium2": {"papers"},
    "python_calamine": {"exchange"},
    "pypinyin": {"db", "qt", "reads", "operations"},
    "pyrage": {"sync"},
    "reportlab": {"papers"},
    "segno": {"operations", "qt"},
    "sqlalchemy": {"db", "reads", "operations", "sync"},
    "sqlcipher3": {"db"},
    "uuid6": {"db"},
    "zstandard": {"sync"},
}
# Used without being imported: the first speeds reportlab up, the second is the zones' data where the system has none.
UNSEEN = {"rl-accel", "tzdata"}
COMES_WITH = {"shiboken6": "pyside6-essentials"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def runtime(project: dict) -> list[Requirement]:
    return [Requirement(text) for text in project["dependencies"]]


@pytest.fixture(scope="module")
def declared(project: dict, runtime: list[Requirement]) -> list[Requirement]:
    extras = project["optional-dependencies"].values()
    return [*runtime, *(Requirement(text) for extra in extras for text in extra)]


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def closure(requirements: list[Requirement]) -> Iterator[metadata.Distribution]:
    """Every distribution that installing these brings along on this machine."""
    waiting, seen = list(requirements), set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in seen:
            continue
        seen.add(name)
        distribution = metadata.distribution(name)
        yield distribution
        for text in distribution.requires or []:
            further = Requirement(text)
            extras = requirement.extras or {""}
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(further)


@pytest.fixture(scope="module")
def imported(root: Path) -> set[tuple[str, str]]:
    """(room, top name of what it imports) for everything that kamdesk imports from elsewhere."""
    return set(imports(root))


@pytest.fixture(scope="module")
def belongs() -> Mapping[str, list[str]]:
    """Top names of what is installed, and the distributions that they come from."""
    return metadata.packages_distributions()


def called(function: ast.expr) -> str:
    """The last name of what is called."""
    return getattr(function, "attr", None) or getattr(function, "id", "")


def imports(root: Path) -> Iterator[tuple[str, str]]:
    """(room, top name of what it imports) for everything that kamdesk imports from elsewhere."""
    for path in (root / "kamdesk").rglob("*.py"):
        room = path.relative_to(root / "kamdesk").parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_bytes())):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and called(node.func) == "import_module":
                names = [part.value for part in node.args[:1] if isinstance(part, ast.Constant)]
            for name in names:
                top = name.partition(".")[0]
                if top != "kamdesk" and top not in sys.stdlib_module_names:
                    yield room, top


def test_every_dependency_has_its_line(root: Path, declared: list[Requirement]) -> None:
    page = (root / "docs" / "dependencies.md").read_text("utf-8")
    rows = {canonicalize_name(name) for name in re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)}
    assert sorted({canonicalize_name(one.name) for one in declared} - rows) == []


def test_every_dependency_is_pinned(declared: list[Requirement], pins: dict[str, str]) -> None:
    for requirement in declared:
        version = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_what_comes_along_is_pinned_and_installed(
    project: dict, runtime: list[Requirement], pins: dict[str, str]
) -> None:
    tools = [Requirement(text) for text in project["optional-dependencies"]["dev"]]
    for distribution in closure([*runtime, *tools]):
        name = canonicalize_name(distribution.name)
        assert pins.get(name) == distribution.version, (
            f"{name} {distribution.version} is not what constraints.txt says"
        )


def test_nothing_shipped_is_gpl_alone(runtime: list[Requirement]) -> None:
    for distribution in closure(runtime):
        facts = distribution.metadata
        said = [facts.get("License-Expression"), facts.get("License"), *facts.get_all("Classifier", [])]
        licence = " | ".join(text for text in said if text and re.search(r"GPL|General Public", text))
        assert not licence or "LGPL" in licence, f"{distribution.name}: {licence}"


def test_only_what_is_declared_is_imported(
    imported: set[tuple[str, str]], belongs: Mapping[str, list[str]], runtime: list[Requirement]
) -> None:
    names = {canonicalize_name(one.name) for one in runtime}
    for room, top in sorted(imported):
        owners = {canonicalize_name(owner) for owner in belongs.get(top, [])}
        owners = {COMES_WITH.get(owner, owner) for owner in owners}
        assert owners & names, f"{room} imports {top}, which pyproject.toml does not name"


def test_what_is_declared_is_used(
    imported: set[tuple[str, str]], belongs: Mapping[str, list[str]], runtime: list[Requirement]
) -> None:
    used = {canonicalize_name(owner) for _, top in imported for owner in belongs.get(top, [])}
    assert sorted({canonicalize_name(one.name) for one in runtime} - used - UNSEEN) == []


def test_each_library_keeps_to_its_room(imported: set[tuple[str, str]]) -> None:
    strays = {(room, top) for room, top in imported if room not in ROOMS.get(top, set())}
    assert sorted(strays) == []
