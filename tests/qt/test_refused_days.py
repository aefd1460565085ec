"""A day or a time that can't be read: each dialog says what was typed, and all forms that would be understood."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.fields import DayField, TimeField
from kamdesk.qt.widgets.typed import day_forms, time_forms
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.every_dialog import DIALOGS, in_view, put_away

pytestmark = pytest.mark.opens("today")

ASKING = ("due", "job", "leave", "move-visit", "note", "promise-new", "settle", "slot", "unplanned")
FILLED = {"note": "text", "promise-new": "what"}


def test_a_refused_day_names_the_forms(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    for name in ASKING:
        window.open_account(filled.haichuan)
        settle(qtbot, window)
        refuses(qtbot, window, filled, name)


def refuses(qtbot: QtBot, window: MainWindow, filled: Filled, name: str) -> None:
    for _ in DIALOGS[name](window):
        settle(qtbot, window)
    dialog = in_view(window)
    assert isinstance(dialog, FormDialog)
    if name in FILLED:
        getattr(dialog.form, FILLED[name]).setPlainText("words")
    if name == "unplanned":
        dialog.found.choose(filled.haichuan)  # type: ignore[attr-defined]
    asked = [
        field
        for kind in (DayField, TimeField)
        for field in dialog.findChildren(kind)
        if field.isVisible() and field.isEnabled()
    ]
    assert asked, name
    for field in asked:
        if not field.text():
            field.setText("2026-12-01" if isinstance(field, DayField) else "9:30")
    for field in asked:
        good, forms = field.text(), day_forms() if isinstance(field, DayField) else time_forms()
        field.setText("whenever")
        dialog.primary.click()
        assert dialog.isVisible()
        assert "“whenever”" in dialog.reason(), name
        assert forms in dialog.reason()
        assert field.property("wrong")
        field.setText(good)
    put_away(window)
    settle(qtbot, window)
