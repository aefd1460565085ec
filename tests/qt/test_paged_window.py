"""Pages are made in steps while nobody asks for them, and whole at once where somebody does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import BESIDE, RAIL, MainWindow
from kamdesk.qt.pages.page import Density
from tests.qt.conftest import Filled, Open, settle

OTHERS = tuple(name for name in (*RAIL, *BESIDE) if name != "today")


def _words(window: MainWindow, name: str) -> list[str]:
    page = getattr(window, name)
    return [part.text() for kind in (QLabel, QAbstractButton) for part in page.findChildren(kind)]


def _begin(window: MainWindow, name: str) -> Iterator[None]:
    """A page of which the first parts stand."""
    steps = window.make_page(name)
    while name not in window._begun:
        next(steps)
    for _ in range(2):
        next(steps)
    return steps


@pytest.mark.parametrize("names", [("settings",), pytest.param(OTHERS, marks=pytest.mark.long)])
def test_a_page_that_was_begun_is_whole_once_it_is_asked_for(
    open_window: Open, names: tuple[str, ...]
) -> None:
    at_once, begun = open_window(), open_window()
    for name in names:
        steps = _begin(begun, name)
        assert not begun.made(name), name
        page = getattr(begun, name)
        assert page.built, name
        assert begun.made(name), name
        assert _words(begun, name) == _words(at_once, name), name
        assert list(steps) == [], f"{name}: the steps that are left find it made"
        assert getattr(begun, name) is page, name


def test_a_page_that_was_begun_in_one_language_is_made_in_the_next(open_window: Open) -> None:
    window = open_window(language="en")
    steps = _begin(window, "market")
    window.looks.speak("zh")
    assert list(steps)
    assert window.market.title.text() == "市场"


def test_the_section_in_view_shows_the_account_first_then_the_others(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    page = window.account
    whole, sections = page.whole(), page._sections
    assert whole is not None
    assert list(sections.made) == ["overview"]
    assert len(list(page.build_ahead())) == len(sections.made) == len(sections)
    settle(qtbot, window)
    counted = page.nav.buttons["files"].accessibleName()
    page._stack.leave()
    page._show(whole)
    assert sections["overview"].whole is whole
    assert sections["promises"].whole is sections["line"].whole is None
    page.show_section("promises")
    assert sections["promises"].whole is whole
    assert sections["line"].whole is None
    settle(qtbot, window)
    assert all(part.whole is whole for part in sections.values())
    assert page.nav.buttons["files"].accessibleName() == counted


def _section_words(window: MainWindow) -> dict[str, set[str]]:
    said = {}
    for name, section in window.account._sections.items():
        parts = [part for kind in (QLabel, QAbstractButton) for part in section.findChildren(kind)]
        said[name] = {part.text() for part in parts if part.isVisibleTo(section)}
    return said


def test_a_section_made_late_stands_as_if_it_had_been_there(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    """In the language, the look and the room of the moment; what it holds is counted before."""
    window = open_window(filled.path, page="today")
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    page = window.account
    assert page.nav.buttons["line"].side() == "1"
    assert list(page._sections.made) == ["overview"]
    window.looks.speak("zh")
    window.resize(1000, 600)
    for _ in page._sections:
        qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert page.section() in page._sections.made
    assert page.section() == "overview"
    assert len(page._sections.made) == len(page._sections) == 12
    settle(qtbot, window)
    said = _section_words(window)
    assert "采购决策圈" in said["people"]
    assert {section.density for section in page._sections.values()} == {Density(True, True)}
    page.retranslate()
    page.set_density(page.density)
    settle(qtbot, window)
    assert _section_words(window) == said
