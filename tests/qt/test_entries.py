"""Lists of entries: what is in view is whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.entries import HEIGHT, EntriesView


@pytest.mark.parametrize("height", [100, 137, 138, 200, 31])
def test_the_last_row_in_view_is_whole(qtbot: QtBot, theme: Theme, height: int) -> None:
    view = EntriesView(theme, EntriesModel())
    qtbot.addWidget(view)
    view.show_rows([Entry(str(number), f"row {number}") for number in range(40)])
    view.setMinimumHeight(0)
    view.resize(300, height)
    view.show()
    room = view.viewport().height()
    assert room % HEIGHT == 0 or room < HEIGHT
    assert height - 2 * view.frameWidth() - room < HEIGHT
    for taller in (height + 1, height + 60, height):
        view.resize(300, taller)
        assert view.viewport().height() % HEIGHT == 0 or view.viewport().height() < HEIGHT
