"""What must hold of every page, the new ones included: keys, letters of menus, names, no dead button, sound models."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

import kamdesk.qt
from kamdesk.qt.main_window import RAIL, MainWindow
from kamdesk.qt.widgets.buttons import Button
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_accessible import controls, nameless, reached

TESTS = Path(__file__).parent


TRIED = {
    "AccountsModel": "test_models.py",
    "ArrivalsModel": "test_week_end.py",
    "ClassServiceModel": "test_market_flow.py",
    "ClassTimeModel": "test_market_flow.py",
    "CausesModel": "test_promises_flow.py",
    "CountsModel": "test_models.py",
    "CurveModel": "test_market_flow.py",
    "DayModel": "test_empty_models.py",
    "DepartmentsModel": "test_empty_models.py",
    "EntriesModel": "test_models.py",
    "GapCausesModel": "test_goals_flow.py",
    "KnownListModel": "test_account_known.py",
    "ListProblemsModel": "test_import_rows.py",
    "ListRowsModel": "test_import_rows.py",
    "MappedColumnsModel": "test_import_columns.py",
    "PaletteModel": "test_palette.py",
    "PromisesModel": "test_promises_flow.py",
    "RatesModel": "test_promises_flow.py",
    "RuleRowsModel": "test_market_flow.py",
    "ServiceMatrixModel": "test_account_known.py",
    "ShelvesModel": "test_empty_models.py",
    "StockModel": "test_models.py",
    "StopsModel": "test_models.py",
    "TargetMonthsModel": "test_goals_flow.py",
}
"""Where each model is given to Qt's own tester: a new one is added here with its test."""


def models() -> set[str]:
    """The models of the window, without those that only others are made of."""
    for module in pkgutil.walk_packages(kamdesk.qt.__path__, "kamdesk.qt."):
        importlib.import_module(module.name)
    found: set[str] = set()
    waiting = list(QAbstractItemModel.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("kamdesk.") and not kind.__subclasses__():
            found.add(kind.__name__)
    return found


def test_every_model_is_tried_by_qts_own_tester() -> None:
    assert models() == TRIED.keys()
    for name in set(TRIED.values()):
        text = (TESTS / name).read_text("utf-8")
        assert "qtmodeltester.check(" in text or "QAbstractItemModelTester(" in text, name


def test_no_two_things_have_one_key(qtbot: QtBot, window: MainWindow) -> None:
    for page in RAIL:
        window.go(page)
        settle(qtbot, window)
        assert window.page() == page
        assert _keys_of_two(window) == [], page


def _keys_of_two(window: MainWindow) -> list[str]:
    keys: Counter[str] = Counter()
    for action in window.findChildren(QAction):
        if action.isEnabled():
            keys.update({key.toString() for key in action.shortcuts()})
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and _is_in_view(window, shortcut):
            keys.update([shortcut.key().toString()])
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not button.shortcut().isEmpty():
            keys.update([button.shortcut().toString()])
    keys.pop("", None)
    assert len(keys) > 10
    return [key for key, times in keys.items() if times > 1]


def _is_in_view(window: MainWindow, shortcut: QShortcut) -> bool:
    parent = shortcut.parent()
    return bool(getattr(parent, "isVisible", lambda: False)())


class Watch(QObject):
    """What comes onto the screen as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_no_part_of_a_page_flashes_up_by_itself_while_the_page_is_made(
    qapp: QApplication, window: MainWindow
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    for step in window.make_other_pages():
        assert step is None
    qapp.removeEventFilter(watch)
    assert all(window.made(name) for name in RAIL)
    assert set(window.account._sections.made) == set(window.account.names()), "what is not in view as well"
    assert {"ask", "card"} <= {*vars(window.line.flow), *vars(window.line.opening)}
    assert watch.seen == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_letters_are_given_once_in_each_menu(open_window: Open, language: str) -> None:
    window = open_window(language=language)
    bar = window.menuBar()
    assert all("&" in action.text() for action in bar.actions())
    assert len(_letters([action.text() for action in bar.actions()])) == len(bar.actions())
    for menu in bar.findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if "&" in action.text().replace("&&", "")]
        assert len(_letters(texts)) == len(texts)


def _letters(texts: list[str]) -> set[str]:
    return {QKeySequence.mnemonic(text).toString() for text in texts}


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_every_page_of_the_rail(qtbot: QtBot, open_window: Open, filled: Filled, language: str) -> None:
    window = open_window(filled.path, language)
    wrong: dict[str, object] = {}
    for page in RAIL:
        window.go(page)
        settle(qtbot, window)
        shown = window._pages[page]
        if lacks := nameless(shown):
            wrong[f"{page} without a name"] = lacks
        if set(controls(shown)) - reached(window):
            wrong[f"{page} not reached by Tab"] = True
        dead = [
            button.accessibleName()
            for button in shown.findChildren(Button)
            if button.isVisible()
            and button.isEnabled()
            and not any(
                button.receivers(signal)
                for signal in ("2clicked(bool)", "2clicked()", "2toggled(bool)")
                if not (signal == "2toggled(bool)" and button.isCheckable())
            )
            and button.group() is None
        ]
        if dead:
            wrong[f"{page} leads nowhere"] = dead
    assert wrong == {}


def test_every_page_of_the_rail_fits(qtbot: QtBot, window: MainWindow) -> None:
    for page in RAIL:
        window.go(page)
        for size in [(1366, 665), (1366, 768), (1093, 665)]:
            window.resize(*size)
            settle(qtbot, window)
            assert (window.width(), window.height()) == size, page
            area = window._areas[page]
            assert area.horizontalScrollBar().maximum() == 0, (page, size)


@pytest.mark.parametrize(
    "turns",
    [
        [("dark", "chinese"), ("light", "english")],
        pytest.param([("dark", "chinese", "light", "english")], marks=pytest.mark.long),
    ],
    ids=["one way", "to and fro"],
)
def test_the_language_and_the_look_change_on_every_page(
    qtbot: QtBot, window: MainWindow, turns: list[tuple[str, ...]]
) -> None:
    for page, actions in zip(RAIL, cycle(turns), strict=False):
        window.go(page)
        settle(qtbot, window)
        for action in actions:
            window.actions_[action].trigger()
            QApplication.processEvents()
        assert window.page() == page
        assert window.rail.button(page).accessibleName()
