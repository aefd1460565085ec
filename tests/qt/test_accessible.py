"""Whoever can't see the window or has no mouse: every control has a name, and Tab reaches it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.focus_chain import following
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened
from tests.qt.test_layout import visit

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def controls(top: QWidget) -> list[QWidget]:
    found = [
        w for w in top.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible() and w.isEnabled()
    ]
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and "qt_" not in w.objectName()]


def nameless(top: QWidget) -> list[str]:
    """Controls that a screen reader has no name for."""
    found = []
    for widget in controls(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName() or widget.parent()}")
    return found


def reached(top: QWidget) -> set[QWidget]:
    """What Tab leads to, from any control round to it again."""
    start = controls(top)[0]
    chain, widget = {start}, following(start)
    while widget is not start:
        chain.add(widget)
        widget = following(widget)
    return chain


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_every_page(qtbot: QtBot, open_window: Open, filled: Filled, language: str) -> None:
    window = open_window(filled.path, language)
    for name, page in visit(qtbot, window, filled):
        assert nameless(page) == [], name
        assert set(controls(page)) <= reached(window), name
    assert nameless(window.top) == []
    assert nameless(window.rail) == []


def test_the_first_page(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    assert nameless(window.welcome) == []


@pytest.mark.opens("today")
def test_every_dialog(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    for deed in ("edit_account", "add_contact", "add_promise", "add_note", "add_slot"):
        window.actions_[deed].trigger()
        settle(qtbot, window)
        dialog = opened(FormDialog)
        assert nameless(dialog) == [], deed
        assert set(controls(dialog)) <= reached(dialog), deed
        dialog.reject()
        settle(qtbot, window)


def test_the_question_and_the_card(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    key = next(b.key for b in window.line.grid.sheet().blocks if b.account_id == filled.nanyu)
    window.line.grid.select(key)
    window.line.opening.open_stop(key)
    settle(qtbot, window)
    assert nameless(window.line.opening.card) == []
    window.line.opening.card.cancel()
    window.line.flow.move_chosen()
    settle(qtbot, window)
    ask = window.line.flow.ask
    ask._us.radio.setChecked(True)
    assert nameless(ask) == []
    seen = set()
    for _ in range(40):
        ask.focusNextPrevChild(True)
        at = QApplication.focusWidget()
        assert ask.isAncestorOf(at), "the question keeps the focus"
        seen.add(at)
    assert set(controls(ask)) - seen == set()
    ask.cancel()


@pytest.mark.parametrize("say", ["accessibleName", "accessibleDescription"])
def test_the_grid_says_what_is_chosen(window: MainWindow, say: str) -> None:
    grid = window.line.grid
    grid.select(grid.sheet().blocks[0].key)
    said: Callable[[], str] = getattr(grid, say)
    assert said()
