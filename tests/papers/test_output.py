"""The file: the same bytes for the same data and time, whole or not at all, errors in words."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kamdesk.papers.errors import PaperError
from kamdesk.papers.kit import output
from kamdesk.papers.kit.output import write_safely
from kamdesk.papers.write import write_briefing, write_briefings, write_week_plan
from kamdesk.words import Words
from tests.papers.briefing_samples import usual_briefing
from tests.papers.samples import NOW, usual_plan

ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
import sys
from pathlib import Path
from kamdesk.papers.write import write_briefing, write_week_plan
from kamdesk.words import Words
from tests.papers.briefing_samples import usual_briefing
from tests.papers.samples import NOW, usual_plan
folder = Path(sys.argv[1])
write_briefing(usual_briefing(), folder / "briefing.pdf", Words("zh"), NOW)
write_week_plan(usual_plan(), folder / "plan.pdf", Words("zh"), NOW)
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    write_week_plan(usual_plan(), tmp_path / "plan_here.pdf", Words("zh"), NOW)
    write_briefing(usual_briefing(), tmp_path / "briefing_here.pdf", Words("zh"), NOW)
    environment = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)})
    for name in ("plan", "briefing"):
        assert (tmp_path / f"{name}.pdf").read_bytes() == (tmp_path / f"{name}_here.pdf").read_bytes()


def test_the_file_says_the_time_it_was_given_and_nothing_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_week_plan(usual_plan(), path, Words("zh"), NOW)
    content = path.read_bytes()
    assert b"D:20261122185200+08'00'" in content
    assert str(ROOT).encode() not in content
    assert b"Helvetica" not in content


def test_another_time_is_another_file_but_the_same_version(tmp_path: Path) -> None:
    write_briefing(usual_briefing(), tmp_path / "a.pdf", Words("zh"), NOW)
    write_briefing(usual_briefing(), tmp_path / "b.pdf", Words("zh"), NOW.replace(hour=20))
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


def test_nothing_but_the_paper_is_left_and_others_may_read_it(tmp_path: Path) -> None:
    write_week_plan(usual_plan(), tmp_path / "plan.pdf", Words("en"), NOW)
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.pdf"]
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        assert stat.S_IMODE((tmp_path / "plan.pdf").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_missing_folder_is_said_in_words(tmp_path: Path, language: str) -> None:
    with pytest.raises(PaperError) as caught:
        write_safely(tmp_path / "nowhere" / "plan.pdf", b"x")
    text = Words("zh" if language == "zh" else "en").text(f"error.{caught.value.code}", **caught.value.values)
    assert str(tmp_path / "nowhere") in text


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(PaperError) as caught:
        write_safely(tmp_path, b"x")
    assert caught.value.code == "paper_is_folder"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "paper_disk_full"),
        (errno.EACCES, "paper_not_allowed"),
        (errno.EROFS, "paper_not_allowed"),
        (errno.EIO, "paper_unwritable"),
    ],
)
def test_a_failing_disk_leaves_the_old_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-the old one")

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(output.os, "fsync", fail)
    with pytest.raises(PaperError) as caught:
        write_safely(path, b"the new one")
    assert caught.value.code == code
    assert Words("zh").text(f"error.{code}", **caught.value.values)
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.pdf"]
    assert path.read_bytes() == b"%PDF-the old one"


@pytest.mark.parametrize("held", [b"SQLite format 3\0", b"customer,city\n", b"%PD"])
def test_only_a_paper_is_replaced(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "book.kam"
    path.write_bytes(held)
    with pytest.raises(PaperError) as caught:
        write_safely(path, b"%PDF-new")
    assert caught.value.code == "paper_of_another"
    assert path.read_bytes() == held


def test_an_earlier_paper_and_an_empty_file_are_replaced(tmp_path: Path) -> None:
    for held in (b"%PDF-old", b""):
        (tmp_path / "plan.pdf").write_bytes(held)
        write_safely(tmp_path / "plan.pdf", b"%PDF-new")
        assert (tmp_path / "plan.pdf").read_bytes() == b"%PDF-new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PaperError):
        write_safely(tmp_path / "pipe", b"%PDF-new")
    assert (tmp_path / "pipe").is_fifo()


def test_an_empty_pack_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        write_briefings([], tmp_path / "pack.pdf", Words("zh"), NOW)


def test_the_data_types_bring_no_reportlab() -> None:
    program = "import sys, kamdesk.papers.plan, kamdesk.papers.briefing; print('reportlab' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "False"
