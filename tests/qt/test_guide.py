"""The user guide inside the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk import assets
from kamdesk.qt.dialogs.guide import GuideDialog
from kamdesk.qt.main_window import MainWindow
from tests.qt.conftest import Open

pytestmark = pytest.mark.opens("today")


@pytest.fixture
def guide(window: MainWindow) -> GuideDialog:
    window.actions_["guide"].trigger()
    made = window.help._guide
    assert made is not None
    assert made.isVisible()
    return made


def titles(guide: GuideDialog) -> list[str]:
    return [guide.contents.item(n).text() for n in range(guide.contents.count())]


def test_it_opens_beside_the_window_once(window: MainWindow, guide: GuideDialog) -> None:
    assert window.actions_["guide"].shortcut().toString() == "F1"
    assert not guide.isModal()
    window.actions_["guide"].trigger()
    assert window.help._guide is guide


def test_it_is_read_before_a_book_is_open(open_window: Open) -> None:
    window = open_window()
    assert window.page() == "welcome"
    assert window.actions_["guide"].isEnabled()


def test_its_headings_are_the_contents_and_lead_there(guide: GuideDialog) -> None:
    text = assets.guide("guide.en.md").read_text("utf-8")
    wanted = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    assert titles(guide) == wanted
    heard: list[int] = []
    guide.text.verticalScrollBar().valueChanged.connect(heard.append)
    guide.contents.setCurrentRow(wanted.index("Promises"))
    place = guide.text.verticalScrollBar().value()
    assert abs(guide._top(guide._headings[wanted.index("Promises")].position) - 8 - place) <= 1
    assert heard == [place], "the view moves with its bar"
    assert guide.contents.currentRow() == wanted.index("Promises")
    guide.text.verticalScrollBar().setValue(0)
    assert guide.contents.currentRow() == 0


def test_what_is_typed_is_found_and_walked_through(guide: GuideDialog) -> None:
    guide.sought.setText("briefing")
    assert guide.hits() > 2
    assert guide.count.text() == f"1 of {guide.hits()}"
    assert len(guide.text.extraSelections()) == guide.hits()
    QTest.keyClick(guide.sought, Qt.Key.Key_Return)
    assert guide.count.text() == f"2 of {guide.hits()}"
    guide.step(-2)
    assert guide.count.text() == f"{guide.hits()} of {guide.hits()}"
    rect = guide.text.cursorRect()
    assert guide.text.viewport().rect().contains(rect.center())
    guide.sought.setText("zebra")
    assert guide.count.text() == "Not in the guide"
    assert not guide.after.isEnabled()


@pytest.mark.parametrize("where", ["sought", "text", "contents"])
def test_enter_does_not_close_it(guide: GuideDialog, where: str) -> None:
    guide.sought.setText("briefing")
    getattr(guide, where).setFocus()
    for times, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Enter), 1):
        QTest.keyClick(getattr(guide, where), key)
        assert guide.isVisible()
        assert guide.count.text() == f"{1 + times if where == 'sought' else 1} of {guide.hits()}"


def test_what_is_in_english_is_said_to_be_in_the_chinese_guide() -> None:
    lines = assets.guide("guide.zh.md").read_text("utf-8").splitlines()
    linked = [line for line in lines if "](" in line]
    assert linked
    assert all(line.count("](") == line.count("（英文）]") for line in linked)


def test_what_the_top_bar_says_of_the_cycle_is_found(window: MainWindow, guide: GuideDialog) -> None:
    window.actions_["chinese"].trigger()
    QApplication.processEvents()
    for typed in ("周期第 1/4 周", "一个周期"):
        guide.sought.setText(typed)
        assert guide.hits() > 0


def test_it_changes_its_language_with_the_window(window: MainWindow, guide: GuideDialog) -> None:
    window.actions_["chinese"].trigger()
    QApplication.processEvents()
    assert titles(guide)[0] == "用户手册"
    assert guide.windowTitle() == "用户手册"


def test_a_link_leads_to_what_came_along_and_back(guide: GuideDialog) -> None:
    guide.text.anchorClicked.emit(QUrl("formats.md"))
    assert titles(guide)[0] == assets.guide("formats.md").read_text("utf-8").splitlines()[0].lstrip("# ")
    assert guide.back.isVisible()
    guide.back.click()
    assert titles(guide)[0] == "User guide"
    assert not guide.back.isVisible()


def test_a_link_to_what_did_not_come_along_is_plain_text(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "guide.en.md").write_text(
        "# Guide\n\nSee [that](missing.md) and [this](guide.en.md).\n", "utf-8"
    )
    dialog = GuideDialog(window.desk, window, tmp_path.joinpath)
    html = dialog.text.toHtml()
    assert "missing.md" not in html
    assert "guide.en.md" in html


def test_the_colours_follow_the_theme(window: MainWindow, guide: GuideDialog) -> None:
    guide.sought.setText("promise")
    before = guide.text.toHtml()
    window.actions_["dark"].trigger()
    assert guide.text.toHtml() != before
    assert guide.hits() > 2
