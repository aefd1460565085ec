"""What starting costs, and that the wheel is whole enough to do it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import make_book

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "PySide6",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "openpyxl",
    "pypinyin",
    "lunar_python",
}
SAY_WHAT_IS_LOADED = """
import sys
from kamdesk.cli import main
code = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_a_word_of_the_program_loads_nothing_heavy(argument: str) -> None:
    command = [sys.executable, "-c", SAY_WHAT_IS_LOADED, argument]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


def test_who_only_reads_a_book_does_without_the_session(tmp_path: Path) -> None:
    made = make_book(tmp_path)
    book = made.path
    made.close()
    code = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kamdesk.db.opening import open_book
from kamdesk.qt.jobs import account_table
now = datetime(2026, 11, 24, 9, tzinfo=UTC)
account_table(open_book(Path(sys.argv[1]), backups=Path(sys.argv[2]), now=now), today=now.date())
print("sqlalchemy.orm" in sys.modules)
"""
    words = [sys.executable, "-c", code, str(book), str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "False\n", done.stderr


def test_the_wheel_makes_a_book_and_finds_it_sound(unpacked_wheel: Path, tmp_path: Path) -> None:
    start = f"import sys; sys.path.insert(0, {str(unpacked_wheel)!r})\n"
    start += "import kamdesk; assert kamdesk.__file__.startswith(sys.path[0])\n"
    start += "from kamdesk.__main__ import main; sys.exit(main())"
    for command in ("new", "check"):
        words = [sys.executable, "-I", "-c", start, command, str(tmp_path / "本.kam")]
        done = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
