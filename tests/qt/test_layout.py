"""Every page fits a small laptop in both languages, and with words half as long again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import RAIL, MainWindow
from kamdesk.qt.pages.page import Density
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled

# What a window of 1366 × 665 leaves for a page: the rail and the top bar are taken off.
WIDE = (1366 - 84, 665 - 44)
# At 125 % the same laptop has 1093 × 532; pages scroll down there, never across.
NARROW_WIDTH = 1093 - 56
IN_PARTS = ("promises", "settings")
"""Pages that are looked at part by part."""


class Longer(QTranslator):
    """Every text of the window half as long again."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        if re.search(r"%\w|\{\w*\}|;;|^&|\(&", text) or len(text) > 60:
            return ""
        return text + "x" * ((len(text) + 1) // 2)


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[Longer]:
    made = Longer()
    yield made
    qapp.removeTranslator(made)


def visit(qtbot: QtBot, window: MainWindow, filled: Filled) -> Iterator[tuple[str, QWidget]]:
    """Each page with something on it; those of the rail, whichever there are."""
    for name in RAIL:
        if name not in IN_PARTS:
            window.go(name)
            settle(qtbot, window)
            yield name, getattr(window, name)
    window.go("promises")
    settle(qtbot, window)
    for part in range(3):
        window.promises.beside.show_part(part)
        yield f"promises {part}", window.promises
    window.go("settings")
    settle(qtbot, window)
    for section in ("person", "work", "route", "look", "days_off"):
        window.settings.show_section(section)
        yield f"settings {section}", window.settings
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    for section in ("overview", "people", "promises", "line", "trade", "files", "history"):
        window.account.show_section(section)
        yield f"account {section}", window.account
    window.actions_["write_report"].trigger()
    settle(qtbot, window)
    yield "report", window.report


def too_large(page: QWidget, width: int, height: int) -> str:
    hint = page.minimumSizeHint()
    return f"{hint.width()}×{hint.height()}" if hint.width() > width or hint.height() > height else ""


def check(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    found = {}
    for name, page in visit(qtbot, window, filled):
        for density, size in ((Density(True, False), WIDE), (Density(True, True), (NARROW_WIDTH, 10_000))):
            page.set_density(density)  # type: ignore[attr-defined]
            QApplication.processEvents()
            if said := too_large(page, *size):
                found[f"{name} {'narrow' if density.narrow else 'wide'}"] = said
        page.set_density(window.line.density)  # type: ignore[attr-defined]
    assert found == {}


# English words fit where longer ones do.
@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_pages_fit(qtbot: QtBot, open_window: Open, filled: Filled, language: str) -> None:
    window = open_window(filled.path, language)
    check(qtbot, window, filled)


def test_pages_fit_with_longer_words(
    qtbot: QtBot, qapp: QApplication, open_window: Open, filled: Filled, longer: Longer
) -> None:
    window = open_window(filled.path)
    qapp.installTranslator(longer)
    QApplication.processEvents()
    assert window.account.head._report.text().endswith("x")
    check(qtbot, window, filled)
    assert window.centralWidget().minimumSizeHint().width() <= NARROW_WIDTH + 56


def test_the_window_is_never_larger_than_it_was_asked_to_be(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.resize(1366, 665)
    for _ in visit(qtbot, window, filled):
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 665)


def test_density_follows_the_room(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.menuBar().height()
    for size, density in (
        ((1366, 740 + bar), Density(False, False)),
        ((1366, 665), Density(True, False)),
        ((1093, 560), Density(True, True)),
    ):
        window.resize(*size)
        QApplication.processEvents()
        assert window.line.density == density
    assert window.rail.width() == 56
    window.resize(1366, 740 + bar)
    QApplication.processEvents()
    assert window.rail.width() == 84
