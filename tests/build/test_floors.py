from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([tool, "--no-cache"], capture_output=True, text=True, cwd=folder, check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the package and its rules, to be broken."""
    shutil.copytree(root / "kamdesk", tmp_path / "kamdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_go_down(root: Path) -> None:
    done = lint_imports(root)
    assert done.returncode == 0, done.stdout


def db_imports(source: str) -> set[str]:
    """What a module imports of `kamdesk.db` when it runs, not only for its type hints."""
    tree = ast.parse(source)
    hints = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    for node in hints:
        node.body = [ast.Pass()]
    lines = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return {line for line in lines if "kamdesk.db" in line}


def test_the_window_knows_the_store_by_its_type_alone(root: Path) -> None:
    for path in (root / "kamdesk" / "qt").rglob("*.py"):
        assert db_imports(path.read_text("utf-8")) == set(), path


def test_an_import_for_a_hint_is_told_from_a_real_one() -> None:
    line = "from kamdesk.db.store import Store"
    assert db_imports(f"if TYPE_CHECKING:\n    {line}\n") == set()
    assert db_imports(f"def open():\n    {line}\n") == {line}


@pytest.mark.parametrize(
    ("module", "text"),
    [
        pytest.param("domain/stray.py", "import kamdesk.words\n", id="between neighbours"),
        pytest.param("words/stray.py", "import kamdesk.db.store\n", id="upwards"),
        pytest.param("stray.py", "", id="on no floor"),
        pytest.param("qt/stray.py", "import kamdesk.db.tables\n", id="from the window to the tables"),
        pytest.param("papers/stray.py", "import PySide6.QtCore\n", id="Qt below the window"),
        pytest.param("qt/stray.py", "import sqlalchemy\n", id="SQL in the window"),
        pytest.param("reads/stray.py", "import reportlab\n", id="reportlab outside papers"),
        pytest.param("papers/stray.py", "import openpyxl\n", id="openpyxl outside exchange"),
    ],
)
def test_a_breach_is_seen(copy: Path, module: str, text: str) -> None:
    (copy / "kamdesk" / module).write_text(text, encoding="utf-8")
    assert lint_imports(copy).returncode != 0
