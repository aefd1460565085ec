"""What is loaded on the way to a window that stands: nothing that reads a book, makes a paper or opens a workbook."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "openpyxl",
    "pypinyin",
    "lunar_python",
    "chinese_calendar",
)
PROGRAM = """
import builtins
import sys
from datetime import UTC, datetime
from pathlib import Path
from kamdesk.assets import folder
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.shelf import Shelf
from kamdesk.settings import Settings
here = Path(sys.argv[1])
shelf = Shelf(None, None, None, here / "none.kam", here / "demo.kam", here, here, Settings(), print, here / "w.ini")
app = make_app()
window = make_window(app, shelf, folder("resources"), lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
window.show()
window.books.start()
app.processEvents()
print("__import__", builtins.__import__.__name__)
print(*sorted(name for name in sys.modules if "." not in name), sep="\\n")
window.desk.runner.close()
"""


def test_nothing_heavy_before_the_window(tmp_path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    loaded = set(ran.stdout.split())
    assert "PySide6" in loaded
    assert "__feature_import__" not in loaded, "PySide reads the source of every module that is imported"
    assert sorted(loaded.intersection(HEAVY)) == []
