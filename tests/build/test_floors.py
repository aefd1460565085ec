from __future__ import annotations

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


@pytest.mark.parametrize(
    ("module", "text"),
    [
        pytest.param("domain/stray.py", "import kamdesk.words\n", id="between neighbours"),
        pytest.param("words/stray.py", "import kamdesk.db.store\n", id="upwards"),
        pytest.param("stray.py", "", id="on no floor"),
        pytest.param("qt/stray.py", "import kamdesk.db.store\n", id="from the window to the tables"),
        pytest.param("papers/stray.py", "import PySide6.QtCore\n", id="Qt below the window"),
        pytest.param("qt/stray.py", "import sqlalchemy\n", id="SQL in the window"),
        pytest.param("reads/stray.py", "import reportlab\n", id="reportlab outside papers"),
        pytest.param("papers/stray.py", "import openpyxl\n", id="openpyxl outside exchange"),
    ],
)
def test_a_breach_is_seen(copy: Path, module: str, text: str) -> None:
    (copy / "kamdesk" / module).write_text(text, encoding="utf-8")
    assert lint_imports(copy).returncode != 0
