"""The user's own file of holidays: the window heeds it, and a broken one is told of."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from kamdesk.bootstrap import read_holidays
from kamdesk.calendars import Kind
from kamdesk.places import find_places
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import MONDAY, Filled


def reads(folder: Path, text: str):
    (folder / "holidays.csv").write_text(text, "utf-8")
    return partial(read_holidays, find_places({"KAMDESK_HOME": str(folder)}))


def test_a_day_of_the_file_is_a_holiday(
    qtbot: QtBot, open_window: Open, filled: Filled, tmp_path: Path
) -> None:
    window = open_window(filled.path, read_holidays=reads(tmp_path, "2026-11-26,holiday,厂庆\n"))
    view = window.line.view()
    assert view is not None
    thursday = view.week.days[3]
    assert (thursday.kind, thursday.festival) == (Kind.HOLIDAY, "厂庆")
    assert window.line.grid.sheet().days[3].note == "厂庆"
    assert {str(w.code) for stop in thursday.stops for w in stop.warnings} >= {"holiday"}
    stop = next(s for s in view.week.stops if s.account.id == filled.haichuan)
    window.line.grid.select(stop.key)
    window.line.flow.dragged(stop.key, 3, 11 * 60, 60)
    settle(qtbot, window)
    preview = window.line.flow.ask._preview
    assert preview is not None
    assert "holiday" in {str(warning.code) for warning in preview.warnings}


def test_a_broken_file_is_told_of_and_the_book_opens(
    qtbot: QtBot, open_window: Open, filled: Filled, tmp_path: Path
) -> None:
    window = open_window(filled.path, read_holidays=reads(tmp_path, "2026-11-26,holyday,厂庆\n"))
    said = window.notice.text()
    assert "holidays.csv" in said
    assert "1" in said
    assert window.page() == "line"
    view = window.line.view()
    assert view is not None
    assert view.week.days[3].kind is None
    assert view.week.stops
    # Mended and opened again, it holds.
    (tmp_path / "holidays.csv").write_text("2026-11-26,holiday,厂庆\n", "utf-8")
    window.books.open_again()
    settle(qtbot, window)
    assert window.line.desk.holidays(MONDAY.replace(day=26)).kind == Kind.HOLIDAY
