"""An account carried from below the fold reaches the hours above it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.weekgrid.edge import EdgeScroll
from kamdesk.qt.weekgrid.mime import to_mime
from tests.qt.desk_books import Filled
from tests.qt.test_line_flow import drop_on


def test_the_page_scrolls_while_something_is_held_at_its_edge(qtbot: QtBot) -> None:
    inside, area, target = QWidget(), QScrollArea(), QWidget()
    layout = QVBoxLayout(inside)
    target.setFixedHeight(900)
    layout.addWidget(target)
    layout.addSpacing(400)
    area.setWidget(inside)
    area.resize(300, 300)
    qtbot.addWidget(area)
    area.show()
    bar = area.verticalScrollBar()
    edge = EdgeScroll(target)

    def held_at(y: int) -> QPointF:
        return QPointF(target.mapFrom(area.viewport(), QPoint(20, y)))

    bar.setValue(500)
    edge.heed(held_at(10))
    qtbot.waitUntil(lambda: bar.value() < 400)
    edge.heed(held_at(150))
    here = bar.value()
    edge.step()
    assert bar.value() == here, "in the middle it stays"
    edge.heed(held_at(295))
    qtbot.waitUntil(lambda: bar.value() > here)
    edge.rest()
    assert not edge._timer.isActive()


def test_the_week_heeds_its_edge(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    """In a low and narrow window those who wait stand below the week."""
    window.resize(940, 520)
    tray = window.line.beside.tray
    entry = next(e for e in tray._entries.entries() if e.key == filled.yanshi)
    area = window.line.grid._edge._area()
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    grid, seen = window.line.grid, bar.value()
    assert tray.visibleRegion().boundingRect().height() > 0, "who waits can be reached"
    top = grid.mapFrom(area.viewport(), QPoint(60, 8))
    assert entry.stop is not None
    grid._edge.heed(QPointF(top))
    qtbot.waitUntil(lambda: bar.value() < seen)
    drop_on(grid, to_mime(entry.stop), QPoint(int(grid.geometry_now().x(2) + 30), int(grid.geometry_now().y(600)) + 9))
    assert not grid._edge._timer.isActive(), "dropped, nothing scrolls any more"
