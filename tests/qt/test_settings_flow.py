"""The page of settings: in force at once, undone where it lies in the book, nothing lost on a wrong entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.change_passphrase import ChangePassphraseDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.settings.page import SettingsPage
from kamdesk.qt.pages.settings.rows import Entry
from tests.domain.test_pictures import svg
from tests.qt.conftest import Kept, settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> SettingsPage:
    window.settings.use_files(tmp_path / "own" / "holidays.csv")
    window.go("settings")
    settle(qtbot, window)
    return window.settings


def enter(qtbot: QtBot, window: MainWindow, entry: Entry, text: str) -> None:
    entry.setFocus()
    entry.selectAll()
    entry.setText(text)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    settle(qtbot, window)


def undo(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["undo"].trigger()
    settle(qtbot, window)


def test_the_rep_is_renamed_and_undo_takes_it_back(
    qtbot: QtBot, page: SettingsPage, window: MainWindow
) -> None:
    name = page.person.entry("name")
    assert name.text() == "林岚"
    enter(qtbot, window, name, "Lin Lan ")
    assert name.text() == "Lin Lan"
    assert window.top.place.text() == "Lin Lan"
    assert "rep's data" in window.actions_["undo"].text()
    undo(qtbot, window)
    assert name.text() == "林岚"


def test_what_is_typed_before_the_book_is_read_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    page = window.settings
    window.go("settings")
    page.show_section("work")
    for line, text in zip(page.work.days, ("7:45-16:00", "7:50-16:10"), strict=False):
        entry = page.work.field(line)
        entry.setFocus()
        entry.setText(text)
        QTest.keyClick(entry, Qt.Key.Key_Return)
    third = page.work.field(page.work.days[2])
    third.setFocus()
    settle(qtbot, window)
    assert third.selectedText() == third.text() != "", "what is typed next takes its place"
    assert [line.help_text() for line in page.work.days[:2]] == ["", ""]
    page.read()
    settle(qtbot, window)
    assert [page.work.field(line).text() for line in page.work.days[:2]] == ["7:45–16:00", "7:50–16:10"]
    undo(qtbot, window)
    assert page.work.field(page.work.days[0]).text() == "7:45–16:00"
    assert page.work.field(page.work.days[1]).text() != "7:50–16:10"


def test_a_wrong_entry_stays_and_says_why(qtbot: QtBot, page: SettingsPage, window: MainWindow) -> None:
    line = page.person.lines["name"]
    enter(qtbot, window, page.person.entry("name"), "")
    assert line.is_wrong()
    assert "name is empty" in line.help_text()
    assert window.top.place.text() == "林岚"
    QTest.keyClick(page.person.entry("name"), Qt.Key.Key_Escape)
    assert page.person.entry("name").text() == "林岚"
    assert not line.is_wrong()


def test_hours_are_seen_on_the_line(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, filled: Filled
) -> None:
    def early() -> int:
        window.go("line")
        settle(qtbot, window)
        view = window.line._view
        assert view is not None
        stops = [stop for day in view.week.days for stop in day.stops]
        return sum(warning.code == "outside_rep_hours" for stop in stops for warning in stop.warnings)

    page.show_section("work")
    thursday = page.work.days[3]
    assert page.work.field(thursday).text() == "8:30–17:30"
    enter(qtbot, window, page.work.field(thursday), "10-17")
    assert page.work.field(thursday).text() == "10:00–17:00"
    assert early() == 1, "the stop at 8:30 lies before the hours now"
    undo(qtbot, window)
    assert early() == 0
    window.go("settings")
    settle(qtbot, window)
    assert page.work.field(thursday).text() == "8:30–17:30"


def test_hours_that_are_none_change_nothing(qtbot: QtBot, page: SettingsPage, window: MainWindow) -> None:
    page.show_section("work")
    for line, text in zip(page.work.days, ("8:30", "17-8", "8-12, 11-13", "soon"), strict=False):
        enter(qtbot, window, page.work.field(line), text)
        assert line.is_wrong(), text
        assert line.help_text(), text
        assert page.work.field(line).text() == text
        page.read()
        settle(qtbot, window)
        assert page.work.field(line).text() == text, "what was typed is still there"
        assert not window.actions_["undo"].text().endswith("working hours")


def test_lunch_and_tolerance(qtbot: QtBot, page: SettingsPage, window: MainWindow) -> None:
    page.show_section("work")
    enter(qtbot, window, page.work.field(page.work.lunch), "")
    enter(qtbot, window, page.work.tolerance_entry, "ten")
    assert page.work.tolerance.is_wrong()
    enter(qtbot, window, page.work.tolerance_entry, "500")
    assert "between 0 and 120" in page.work.tolerance.help_text()
    enter(qtbot, window, page.work.tolerance_entry, "10")
    assert not page.work.tolerance.is_wrong()
    undo(qtbot, window)
    assert page.work.tolerance_entry.text() == "15"
    undo(qtbot, window)
    assert page.work.field(page.work.lunch).text() == "12:00–13:00"


def test_a_place_copied_from_amap(qtbot: QtBot, page: SettingsPage, window: MainWindow) -> None:
    page.show_section("route")
    route = page.route
    enter(qtbot, window, route.place_entry, "somewhere")
    assert route.place.is_wrong()
    assert route.place_entry.text() == "somewhere"
    route.datum.choose("gcj02")
    enter(qtbot, window, route.place_entry, "121.4204, 28.6561")
    assert not route.place.is_wrong()
    latitude, longitude = (float(part) for part in route.place_entry.text().split(","))
    assert (latitude, longitude) != (28.6561, 121.4204)
    assert abs(latitude - 28.6561) < 0.01 > abs(longitude - 121.4204)
    assert route.datum.currentData() == "wgs84", "what stands in the field is WGS-84 now"
    enter(qtbot, window, route.name_entry, "South line")
    enter(qtbot, window, route.address_entry, "椒江区")
    for _ in range(3):
        undo(qtbot, window)
    assert (route.place_entry.text(), route.address_entry.text()) == ("", "")
    assert route.name_entry.text() == "林岚"


def test_the_logo(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    files = [tmp_path / "logo.png", tmp_path / "logo.svg", tmp_path / "letter.png"]
    assert image.save(str(files[0]))
    files[1].write_bytes(svg('<rect width="9" height="9"/>'))
    files[2].write_text("no picture")
    given = iter(files)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(next(given)), ""))
    for name in ("logo.png", "logo.svg"):
        page.person._choose.click()
        settle(qtbot, window)
        assert page.person.view.has_picture()
        assert page.person.view.accessibleName() in ("logo.png", "Company's logo"), name
    page.person._choose.click()
    settle(qtbot, window)
    assert "no PNG, JPEG or SVG" in page.person.logo.help_text()
    assert page.person.view.has_picture(), "the one before stands"
    page.person._remove.click()
    settle(qtbot, window)
    assert not page.person.view.has_picture()
    undo(qtbot, window)
    assert page.person.view.has_picture()


def test_language_theme_and_size(qtbot: QtBot, page: SettingsPage, window: MainWindow, kept: Kept) -> None:
    page.show_section("look")
    page.look.language._group.button(0).click()
    QApplication.processEvents()
    assert page._title.text() == "设置"
    page.look.theme._group.button(2).click()
    assert window.desk.theme.mode == "dark"
    page.look.scale._group.button(1).click()
    assert (kept.settings[-1].language, kept.settings[-1].theme, kept.settings[-1].scale) == (
        "zh",
        "dark",
        125,
    )
    window.actions_["light"].trigger()
    assert page.look.theme.choice() == 1, "the menu and the page agree"


def test_holidays_are_looked_at_taken_in_and_left_again(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_section("days_off")
    own = tmp_path / "own" / "holidays.csv"
    chosen = tmp_path / "next.csv"
    chosen.write_text("2031-02-06,holiday,春节\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(chosen), ""))
    page.days_off.choose.click()
    settle(qtbot, window)
    assert "until 2031" in page.days_off.offered()
    assert "holiday 春节" in page.days_off.offered()
    assert not own.exists(), "nothing before it is said"
    page.days_off.take.click()
    settle(qtbot, window)
    assert own.read_text("utf-8") == "2031-02-06,holiday,春节\n"
    assert "2031" in page.days_off._until.text()
    assert page.days_off.offered() == ""
    chosen.write_text("2031-02-30,holiday\n", encoding="utf-8")
    page.days_off.choose.click()
    settle(qtbot, window)
    assert "1" in page.days_off.problem()
    assert own.exists()
    page.days_off.drop.click()
    settle(qtbot, window)
    assert not own.exists()
    assert own.with_name("holidays.csv.removed").exists()


def test_backups_go_where_they_are_wanted(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, tmp_path: Path, kept: Kept,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page.show_section("safety")
    first, stick = tmp_path / "copies", tmp_path / "stick"
    first.mkdir()
    stick.mkdir()
    given = iter([str(first), str(stick)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a: next(given))
    page.safety._choose_first.click()
    page.safety._choose_second.click()
    assert (kept.settings[-1].backups, kept.settings[-1].second) == (str(first), str(stick))
    assert page.safety.first_path.text() == str(first)
    page.safety.passphrase.click()
    settle(qtbot, window)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChangePassphraseDialog))
    assert dialog.isVisible()
    dialog.reject()
    assert page.safety.passphrase.text() == "Set a passphrase…"
    page.safety._back_up.click()
    settle(qtbot, window)
    assert list(first.glob("*.kam"))
    assert list(stick.glob("*.kam"))
    assert "both places" in window.notice.text()
    enter(qtbot, window, page.safety.copies_entry, "2")
    assert page.safety.copies.is_wrong()
    enter(qtbot, window, page.safety.copies_entry, "5")
    assert kept.settings[-1].copies == 5
    for copy in stick.iterdir():
        copy.unlink()
    stick.rmdir()
    page.safety._back_up.click()
    settle(qtbot, window)
    assert "second backup place" in window.notice.text()
    page.safety.usual.click()
    assert kept.settings[-1].backups == ""


def test_the_book_is_checked_and_says_what_it_is(
    qtbot: QtBot, page: SettingsPage, window: MainWindow, filled: Filled
) -> None:
    page.show_section("safety")
    assert page.safety.path.text() == str(filled.path)
    assert "4 accounts" in page.safety._facts.text()
    assert "Not locked" in page.safety._locked.text()
    page.safety._check.click()
    settle(qtbot, window)
    assert "sound" in page.safety.result.text()


def test_sections_are_walked_with_keys(qtbot: QtBot, page: SettingsPage, window: MainWindow) -> None:
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.section() == "work"
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.section() == "safety"
