"""Every dialog is whole: no word of it is cut off, in both languages and with words half as long again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.domain.knowledge import KINDS
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.widgets.fields import ARROW
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.every_dialog import DIALOGS, in_view, put_away
from tests.qt.scaled import cut_off
from tests.qt.test_layout import Longer

SCREEN = (1093, 532)
"""What the smallest screen that is served leaves: 1366 × 665 at 125 %."""


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[Longer]:
    made = Longer()
    yield made
    qapp.removeTranslator(made)


def faults(shown: QWidget, long: bool) -> list[str]:
    """Labels, buttons and choices in view that are cut off; and a dialog larger than the smallest screen.

    With words half as ``long`` again a choice may say the rest in its tooltip.
    """
    found = []
    for widget in (*shown.findChildren(QLabel), *shown.findChildren(QPushButton)):
        if widget.isVisible() and cut_off(widget):
            size, hint = widget.size(), widget.sizeHint()
            said = f"{widget.text()}: {size.width()}×{size.height()} of {hint.width()}×{hint.height()}"
            found.append(said)
    for choice in shown.findChildren(QComboBox):
        width = choice.fontMetrics().horizontalAdvance(choice.currentText())
        told = long and choice.toolTip() == choice.currentText()
        if choice.isVisible() and choice.width() < width + ARROW and not told:
            found.append(f"{choice.currentText()}: {choice.width()} of {width + ARROW}")
    if isinstance(shown, QDialog) and shown.minimumSizeHint().width() > SCREEN[0]:
        found.append(f"{shown.minimumSizeHint().width()} wide")
    if isinstance(shown, QDialog) and shown.minimumSizeHint().height() > SCREEN[1]:
        found.append(f"{shown.minimumSizeHint().height()} high at least")
    return found


def look_at_all(qtbot: QtBot, window: MainWindow, filled: Filled, long: bool) -> list[str]:
    found: list[str] = []
    for name, opens in DIALOGS.items():
        window.open_account(filled.haichuan)
        settle(qtbot, window)
        for _ in opens(window):
            settle(qtbot, window)
        for _ in range(3):
            QApplication.processEvents()
        shown = in_view(window)
        if shown is None:
            found.append(f"{name} did not open")
        elif not isinstance(shown, QMenu):
            found += [f"{name}: {fault}" for fault in faults(shown, long)]
        put_away(window)
        settle(qtbot, window)
    return found


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_a_dialog_is_cut_off(
    qtbot: QtBot, open_window: Open, filled: Filled, language: str
) -> None:
    found = look_at_all(qtbot, open_window(filled.path, language), filled, False)
    assert not found, "\n".join(found)


def forms(window: MainWindow, long: bool) -> list[str]:
    """The form of every kind of thing that is found out, with all that it asks."""
    found: list[str] = []
    for kind in KINDS:
        dialog = RecordDialog(window.desk, window, kind, about={})
        dialog.open()
        QApplication.processEvents()
        found += [f"{kind}: {fault}" for fault in faults(dialog, long)]
        dialog.hide()
        dialog.deleteLater()
    return found


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_a_form_is_cut_off(open_window: Open, language: str) -> None:
    found = forms(open_window(None, language), False)
    assert not found, "\n".join(found)


@pytest.mark.long
def test_nor_of_a_form_with_longer_words(qapp: QApplication, open_window: Open, longer: Longer) -> None:
    window = open_window(None)
    qapp.installTranslator(longer)
    QApplication.processEvents()
    found = forms(window, True)
    assert not found, "\n".join(found)


@pytest.mark.long
def test_nor_with_longer_words(
    qtbot: QtBot, qapp: QApplication, open_window: Open, filled: Filled, longer: Longer
) -> None:
    window = open_window(filled.path)
    qapp.installTranslator(longer)
    QApplication.processEvents()
    found = look_at_all(qtbot, window, filled, True)
    assert not found, "\n".join(found)
