"""The book written into files through the window: chosen, told, stopped, remembered."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.export import ExportDialog
from kamdesk.qt.dialogs.export_choice import SUFFIX
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import settle
from tests.qt.test_account_flow import opened

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder beside the book."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, out: Path) -> ExportDialog:
    return ask(window, out)


def ask(window: MainWindow, folder: Path) -> ExportDialog:
    window.keep("export/folder", str(folder))
    window.actions_["export"].trigger()
    return opened(ExportDialog)


def choose(dialog: ExportDialog, kind: str, form: str = "") -> None:
    dialog.choice.what.setCurrentIndex(dialog.choice.what.findData(kind))
    if form:
        dialog.choice.form.setCurrentIndex(dialog.choice.form.findData(form))


def written(qtbot: QtBot, dialog: ExportDialog) -> Path:
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.stage() != "writing", timeout=30_000)
    assert dialog.stage() == "written"
    return Path(dialog.where.text())


def test_the_whole_book(qtbot: QtBot, dialog: ExportDialog, out: Path) -> None:
    path = written(qtbot, dialog)
    assert path.parent == out
    assert "Accounts" in load_workbook(path, read_only=True).sheetnames
    assert str(path) in dialog._said.text()
    asked: list[str] = []
    dialog.folder_asked.disconnect()
    dialog.folder_asked.connect(asked.append)
    dialog.show_folder.click()
    assert asked == [str(out)]
    dialog.primary.click()
    assert not dialog.isVisible()


def test_each_kind_has_its_forms_and_only_dated_ones_a_week(dialog: ExportDialog) -> None:
    forms = {}
    for number in range(dialog.choice.what.count()):
        dialog.choice.what.setCurrentIndex(number)
        kind = dialog.choice.kind()
        forms[kind] = [dialog.choice.form.itemData(place) for place in range(dialog.choice.form.count())]
        assert dialog.choice.week.isVisible() == (kind in ("line", "visits"))
        suffix = SUFFIX[forms[kind][0]]
        assert Path(dialog.where.text()).suffix == suffix
    assert forms["book"] == ["xlsx"]
    assert forms["contacts"] == ["vcf3", "vcf4", "xlsx", "csv"]
    assert forms["line"] == ["ics", "xlsx", "csv"]
    assert forms["promises"] == ["xlsx", "csv"]


def test_the_line_of_one_week(qtbot: QtBot, window: MainWindow, dialog: ExportDialog) -> None:
    choose(dialog, "line", "csv")
    dialog.choice.week.setCurrentIndex(dialog.choice.week.findData(window.week.monday.isoformat()))
    path = written(qtbot, dialog)
    assert "W" in path.name
    with path.open(encoding="utf-8-sig", newline="") as stream:
        heads, *rows = csv.reader(stream)
    assert heads[0] == "Date"
    assert rows


def test_the_last_one_is_offered_first(
    qtbot: QtBot, window: MainWindow, dialog: ExportDialog, out: Path
) -> None:
    choose(dialog, "contacts", "vcf4")
    path = written(qtbot, dialog)
    assert "VERSION:4.0" in path.read_text("utf-8")
    dialog.primary.click()
    settle(qtbot, window)
    again = ask(window, out)
    assert again.choice.asked() == "contacts.vcf4"
    assert again.choice.what.currentIndex() == 0
    assert again._replaces.isVisible()
    again.reject()


def test_another_form_changes_the_ending_of_a_name_that_was_typed(dialog: ExportDialog, out: Path) -> None:
    choose(dialog, "promises", "xlsx")
    dialog.where.setText(str(out / "mine.xlsx"))
    dialog.choice.form.setCurrentIndex(dialog.choice.form.findData("csv"))
    assert dialog.where.text() == str(out / "mine.csv")


def test_a_path_is_typed_letter_by_letter(dialog: ExportDialog, out: Path) -> None:
    for typed in ("", "/", "/tmp/", "..", "~nobody-of-this-name/x"):
        dialog.where.setText("x")
        assert dialog.primary.isEnabled()
        dialog.where.setText(typed)
        assert not dialog.primary.isEnabled(), typed


def test_a_place_is_chosen_with_the_systems_dialog(
    qtbot: QtBot, dialog: ExportDialog, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "there.xlsx").write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(out / "there"), ""))
    dialog.choose.click()
    assert dialog.where.text() == str(out / "there.xlsx")
    assert not dialog._replaces.isVisible()
    assert written(qtbot, dialog).read_bytes() != b"old"


def test_the_systems_dialog_asks_for_the_form(
    dialog: ExportDialog, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (asked.append(a[3]), ("", ""))[1])
    for kind, form in (("book", "xlsx"), ("contacts", "vcf3"), ("line", "ics"), ("promises", "csv")):
        choose(dialog, kind, form)
        dialog.choose.click()
    assert asked == [
        "Workbook (*.xlsx)",
        "Contacts for any phone, vCard 3.0 (*.vcf)",
        "Calendar (*.ics)",
        "CSV (*.csv)",
    ]


def test_a_place_that_can_not_be_written_is_said_and_may_be_mended(
    qtbot: QtBot, dialog: ExportDialog, out: Path
) -> None:
    dialog.where.setText(str(out / "nowhere" / "b.xlsx"))
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.stage() == "failed", timeout=30_000)
    assert dialog._error.text()
    dialog.where.setText(str(out / "b.xlsx"))
    assert written(qtbot, dialog).exists()


def test_stopped_it_leaves_no_file(qtbot: QtBot, dialog: ExportDialog, out: Path) -> None:
    dialog.primary.click()
    assert dialog.stage() == "writing"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.stage() != "writing", timeout=30_000)
    assert dialog.stage() == "failed"
    assert "no file" in dialog._error.text()
    assert list(out.iterdir()) == []


def test_a_template_is_saved(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(out / "t"), ""))
    window.actions_["template"].trigger()
    settle(qtbot, window)
    assert "Accounts" in load_workbook(out / "t.xlsx").sheetnames
