"""The six weeks of two laptops, a colleague and an office, with each conflict settled in the window, on its page."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.cli.test_six_weeks import World, live
from tests.cli.test_week_end import Desk, desk  # noqa: F401 (a fixture)
from tests.qt.conftest import Open, settle, shut
from tests.qt.test_week_end import texts


class WindowWorld(World):
    """A person sits before the window, reads both sides of each conflict and takes one by its key."""

    def __init__(self, desk: Desk, seed: int, qtbot: QtBot, qapp: QApplication, open_window: Open) -> None:  # noqa: F811
        super().__init__(desk, seed)
        self._qtbot, self._qapp, self._open = qtbot, qapp, open_window

    def settle(self) -> None:
        waiting = {each["id"] for each in json.loads(self.desk("conflicts", "--book", self.work, "--json"))}
        if not waiting:
            return
        window = self._open(self.work, page="week_end")
        page = window.week_end
        page.show_part("odds")
        settle(self._qtbot, window)
        seen = set()
        while page.odds.open_count():
            odds = page.odds.chosen()
            assert odds is not None
            assert odds.id not in seen
            said = texts(page.odds.one)
            assert all(each.text in said for each in odds.choices)
            assert {"Here", "My laptop home", "Qin", "Lin"} & set(said.split("\n"))
            seen.add(odds.id)
            taken = self.chance.randint(1, len(odds.choices))
            QTest.keyClick(page.odds.list, Qt.Key(Qt.Key.Key_0.value + taken))
            settle(self._qtbot, window)
        assert seen == waiting
        self.settled += len(seen)
        shut(window, self._qapp)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_each_conflict_is_seen_and_settled_in_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    open_window: Open,
    desk: Desk,  # noqa: F811
    seed: int,
) -> None:
    world = live(WindowWorld(desk, seed, qtbot, qapp, open_window))
    found = world.digests()
    assert found["work"] == found["home"] == found["Lin"]
    assert found["qin"] == found["Qin"]
    assert world.settled > 0
    assert world.open_conflicts() == []
