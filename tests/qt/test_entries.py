"""Lists of entries: what is in view is whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid.mime import from_mime
from kamdesk.qt.weekgrid.rows import StopBlock
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


def test_what_is_dragged_leaves_the_place_under_the_pointer_in_sight(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = EntriesView(theme, EntriesModel(), drag=True)
    qtbot.addWidget(view)
    view.show_rows([Entry("1", "海川建材", stop=StopBlock("n", "1", 0, 600, 30, "海川建材", "海川"))])
    held: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *actions: held.append(drag))
    view.startDrag(Qt.DropAction.CopyAction)
    (drag,) = held
    assert from_mime(drag.mimeData()) is not None
    spot = drag.hotSpot()
    assert (spot.x() < 0, spot.y() < 0) == (True, True)
    assert drag.pixmap().height() < HEIGHT
    EntriesView(theme, EntriesModel(), drag=True).startDrag(Qt.DropAction.CopyAction)
    assert len(held) == 1
