"""Walking along the chain of Tab takes nothing from those who hold it; a language reaches every part of the window."""

from __future__ import annotations

import gc
import re
import sys

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.assets import folder
from kamdesk.qt.faults import each_by_itself
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.focus_chain import following, named_by, preceding
from tests.qt.conftest import settle

CHINESE = ["客户簿(&B)", "编辑(&E)"]


def titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


@pytest.fixture
def frame(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    return made


@pytest.mark.parametrize("step", [following, preceding])
def test_what_was_walked_past_outlives_what_stood_beside_it(frame: QMainWindow, step) -> None:
    menu = frame.menuBar().addMenu("Book")
    first, second = QPushButton(frame.centralWidget()), QPushButton(frame.centralWidget())
    at = step(first)
    while at is not first:
        at = step(at)
    for button in (first, second):
        shiboken6.delete(button)
    gc.collect()
    assert shiboken6.isValid(menu)
    menu.setTitle("Line")
    assert [action.text() for action in frame.menuBar().actions()] == ["Line"]


def test_a_field_outlives_the_label_that_names_it(qtbot: QtBot) -> None:
    whole, label, field = QWidget(), QLabel("Name"), QWidget()
    qtbot.addWidget(whole)
    rows = QVBoxLayout(whole)
    rows.addWidget(label)
    rows.addWidget(field)
    inside = QVBoxLayout(field)
    inside.addWidget(QLineEdit())
    item = inside.itemAt(0)
    label.setBuddy(field)
    assert named_by(label) is field
    shiboken6.delete(label)
    assert shiboken6.isValid(item)


def test_only_one_module_asks_qt_for_the_chain() -> None:
    asks = re.compile(r"\.(nextInFocusChain|previousInFocusChain|buddy)\(\)")
    root = folder("resources").parent / "kamdesk" / "qt"
    found = [file.name for file in sorted(root.rglob("*.py")) if asks.search(file.read_text("utf-8"))]
    assert found == ["focus_chain.py"]


def test_the_language_is_switched_after_tab_in_a_panel_and_parts_that_went(
    qtbot: QtBot, window: MainWindow
) -> None:
    gone = [QPushButton(window.centralWidget()) for _ in range(3)]
    window.top.book_asked.emit()
    settle(qtbot, window)
    assert window.book_card.isVisible()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window.book_card, Qt.Key.Key_Tab)
    window.book_card.cancel()
    for button in gone:
        shiboken6.delete(button)
    gc.collect()
    window.looks.speak("zh")
    qtbot.waitUntil(lambda: titles(window)[:2] == CHINESE)
    assert window.rail.button("line").text().startswith("线路")


def test_a_part_that_fails_leaves_no_other_in_the_language_before(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))

    def fails(*_: object) -> None:
        raise RuntimeError("already deleted.")

    monkeypatch.setattr(window.deeds, "retranslate", fails)
    monkeypatch.setitem(window.actions_._menus, "book", type("Gone", (), {"setTitle": fails})())
    window.looks.speak("zh")
    qtbot.waitUntil(lambda: titles(window)[1] == CHINESE[1])
    assert window.rail.button("line").text().startswith("线路")
    assert [type(error) for error in told] == [RuntimeError]
    window.teller.warn(told[0])  # type: ignore[arg-type]
    said = window.notice.text()
    assert "already deleted" not in said
    assert "RuntimeError" not in said
    assert not re.search(r"[.。]\s*[.。]", said)
    assert said.endswith("。")


def test_every_part_is_done_and_the_first_fault_is_raised() -> None:
    done: list[str] = []

    def fail(word: str) -> None:
        done.append(word)
        raise ValueError(word)

    with pytest.raises(ValueError, match="first"):
        each_by_itself((lambda: fail("first"), lambda: done.append("between"), lambda: fail("last")))
    assert done == ["first", "between", "last"]
