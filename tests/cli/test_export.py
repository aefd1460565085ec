"""`kamdesk export` and the way back with `kamdesk import`."""

from __future__ import annotations

from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from kamdesk.cli import main
from kamdesk.cli.exports import LISTS, TEMPLATES
from kamdesk.exchange.out import templates
from kamdesk.reads.export.list_shape import KINDS
from tests.cli.conftest import NOW, Call


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that nothing here writes to."""
    path = tmp_path_factory.mktemp("export") / "demo.kam"
    assert main(["demo", str(path), "--accounts", "4", "--weeks", "2", "--now", NOW]) == 0
    return path


def test_the_command_names_every_kind() -> None:
    assert LISTS == KINDS
    assert TEMPLATES == templates.KINDS


def test_a_whole_book_goes_out_and_into_an_empty_one(
    call: Call, tmp_path: Path, demo: Path, new_book: Path
) -> None:
    book, file = demo, tmp_path / "all.xlsx"
    said = call("export", "--book", book, "-o", file, "--language", "en")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Exported ")
    assert call("import", "--book", new_book, file).code == 0
    names = [
        {account["name"] for account in call("accounts", "--book", path, "--json").json}
        for path in (book, new_book)
    ]
    assert names[0] == names[1] != set()
    assert call("undo", "--book", new_book, "--language", "en").out.startswith(
        "Undone: import of a whole book"
    )
    assert call("accounts", "--book", new_book, "--json").json == []


def test_each_form_by_the_files_name(call: Call, tmp_path: Path, demo: Path) -> None:
    book = demo
    for name, more in (
        ("a.csv", ["--kind", "accounts"]),
        ("v.xlsx", ["--kind", "visits", "--week", "2026-W47"]),
        ("c.vcf", ["--vcard", "4.0"]),
        ("l.ics", []),
        ("w.ics", ["--week", "2026-W48"]),
    ):
        assert call("export", "--book", book, "-o", tmp_path / name, *more).code == 0, name
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(vobject.readComponents((tmp_path / "c.vcf").read_text("utf-8")))
    series = Calendar.from_ical((tmp_path / "l.ics").read_bytes()).walk("VEVENT")
    week = Calendar.from_ical((tmp_path / "w.ics").read_bytes()).walk("VEVENT")
    assert any("rrule" in event for event in series)
    assert week
    assert not any("rrule" in event for event in week)


def test_what_can_not_be_is_said_and_nothing_written(call: Call, tmp_path: Path, new_book: Path) -> None:
    before = sorted(tmp_path.iterdir())
    for arguments in (
        ["-o", tmp_path / "x.pdf"],
        ["-o", tmp_path / "x.csv"],
        ["-o", tmp_path / "x.ics", "--kind", "contacts"],
        ["-o", tmp_path / "x.xlsx", "--week", "2026-W48"],
        ["-o", tmp_path / "x.ics", "--week", "2026-W60"],
        ["-o", tmp_path / "x.csv", "--kind", "informants"],
        ["-o", tmp_path / "nowhere" / "x.ics"],
        [],
    ):
        said = call("export", "--book", new_book, *arguments)
        assert said.code == 1
        assert said.err
        assert said.out == ""
    assert sorted(tmp_path.iterdir()) == before
