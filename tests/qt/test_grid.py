"""The week grid: where things lie, what the mouse and the keys ask for. It never changes anything itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.qt.theme import Theme
from kamdesk.qt.weekgrid.geometry import Geometry
from kamdesk.qt.weekgrid.grid import WeekGrid
from kamdesk.qt.weekgrid.mime import from_mime, to_mime
from kamdesk.qt.weekgrid.paint import widest_gap
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, WeekSheet, lanes, shown
from kamdesk.qt.weekgrid.walk import next_stop

MONDAY = date(2026, 11, 23)
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def block(key: str, day: int = 1, start: int = 600, minutes: int = 60, **more: object) -> StopBlock:
    return StopBlock(
        key, f"account-{key}", day, start, minutes, f"Stop {key}", letter="A", weeks="1111", **more
    )  # type: ignore[arg-type]


def sheet(*blocks: StopBlock) -> WeekSheet:
    days = tuple(DayHead(MONDAY + timedelta(n), f"D{n}", opens=510, closes=1050) for n in range(5))
    return WeekSheet(days, blocks, lunch=(720, 780), now=(1, 630))


@given(
    top=st.integers(0, 400),
    height=st.integers(1, 200),
    blocks=st.lists(st.tuples(st.integers(0, 600), st.integers(1, 150)), max_size=6),
)
def test_the_minutes_of_a_drive_stand_where_no_stop_covers_them(
    top: int, height: int, blocks: list[tuple[int, int]]
) -> None:
    rects = [QRectF(0, start, 100, length) for start, length in blocks]
    first, last = widest_gap(top, top + height, rects)
    assert top <= first <= last <= top + height
    assert first == last or not any(first < rect.bottom() and rect.top() < last for rect in rects)
    free = [y for y in range(top, top + height) if not any(r.top() < y + 1 and y < r.bottom() for r in rects)]
    longest = run = 0
    for before, y in zip([None, *free], free, strict=False):
        run = run + 1 if before == y - 1 else 1
        longest = max(longest, run)
    assert last - first == longest


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> WeekGrid:
    made = WeekGrid(theme)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


times = st.integers(0, 23 * 60).flatmap(
    lambda start: st.tuples(st.just(start), st.integers(5, 24 * 60 - start))
)
blocks_of_a_week = st.lists(st.tuples(st.integers(0, 6), times, st.booleans()), max_size=14).map(
    lambda rows: tuple(block(str(n), day, *time, here=here) for n, (day, time, here) in enumerate(rows))
)


@given(st.integers(0, 6), st.integers(8 * 60, 18 * 60), st.sampled_from([5, 15]), st.integers(15, 240))
def test_a_place_is_snapped_inside_the_hours(day: int, minute: int, step: int, length: int) -> None:
    geometry = Geometry(QSizeF(900, 640), 7, 8, 18)
    start = geometry.snapped(minute, step, length)
    assert start % step == 0
    assert start >= 8 * 60
    assert start + length <= 18 * 60
    assert abs(geometry.minute_at(geometry.y(minute)) - minute) < 1e-6
    assert geometry.day_at(QPointF(geometry.x(day) + 1, 100)) == day


@given(blocks_of_a_week)
def test_stops_that_overlap_never_share_a_lane(blocks: tuple[StopBlock, ...]) -> None:
    placed = lanes(blocks)
    assert placed.keys() == {b.key for b in blocks}
    for one in blocks:
        lane, count = placed[one.key]
        assert 0 <= lane < count
        for two in blocks:
            overlap = one.day == two.day and one.start < two.end and two.start < one.end
            if one is not two and overlap:
                assert placed[two.key][0] != lane


@given(blocks_of_a_week)
def test_a_stop_of_this_week_is_always_shown(blocks: tuple[StopBlock, ...]) -> None:
    seen = shown(blocks)
    assert {b.key for b in blocks if b.here} <= {b.key for b in seen}
    here = [b for b in seen if b.here]
    resting = [b for b in seen if not b.here]
    assert not any(r.day == h.day and r.start < h.end and h.start < r.end for r in resting for h in here)


@given(blocks_of_a_week.filter(bool))
def test_the_arrows_reach_every_stop(blocks: tuple[StopBlock, ...]) -> None:
    at = next_stop(blocks, None, Qt.Key.Key_Down)
    reached = set()
    while at is not None:
        reached.add(at.key)
        at = next_stop(blocks, at, Qt.Key.Key_Down)
    assert reached == {b.key for b in blocks}


def press_and_move(
    grid: WeekGrid, key: str, dx: float, dy: float, modifier: Qt.KeyboardModifier = NONE
) -> None:
    rect = grid.rect_of(key)
    begin = QPoint(int(rect.center().x()), int(rect.top()) + 8)
    end = begin + QPoint(round(dx), round(dy))
    QTest.mousePress(grid, LEFT, modifier, begin)
    send_move(grid, begin + (end - begin) / 2, modifier)
    send_move(grid, end, modifier)


def send_move(grid: WeekGrid, at: QPoint, modifier: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    point = at.toPointF()
    event = QMouseEvent(QEvent.Type.MouseMove, point, grid.mapToGlobal(point), LEFT, LEFT, modifier)
    QApplication.sendEvent(grid, event)


@pytest.mark.parametrize(("modifier", "minutes"), [(NONE, 15), (SHIFT, 5)])
def test_a_drag_snaps(grid: WeekGrid, qtbot: QtBot, modifier: Qt.KeyboardModifier, minutes: int) -> None:
    grid.set_sheet(sheet(block("a")))
    geometry = grid.geometry_now()
    with qtbot.waitSignal(grid.moved) as told:
        press_and_move(grid, "a", geometry.day_width, 41 * geometry.minute, modifier)
        QTest.mouseRelease(grid, LEFT, modifier, grid.rect_of("a").center().toPoint())
    key, day, start, length = told.args
    assert (key, day, length) == ("a", 2, 60)
    assert start % minutes == 0
    assert abs(start - 641) <= minutes / 2 + 1
    assert grid.sheet().block("a") == block("a"), "the grid asks; it changes nothing"
    assert grid.lifted() is not None, "a draft until it is answered"
    grid.put_back()
    assert grid.lifted() is None


def test_a_click_moves_nothing(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.set_sheet(sheet(block("a")))
    with qtbot.assertNotEmitted(grid.moved):
        QTest.mouseClick(grid, LEFT, NONE, grid.rect_of("a").center().toPoint())
    assert grid.selected() == "a"
    QTest.mouseClick(grid, LEFT, NONE, QPoint(10, 300))
    assert grid.selected() == ""


def test_the_lower_edge_stretches(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.set_sheet(sheet(block("a")))
    rect = grid.rect_of("a")
    edge = QPoint(int(rect.center().x()), int(rect.bottom()) - 2)
    with qtbot.waitSignal(grid.moved) as told:
        QTest.mousePress(grid, LEFT, NONE, edge)
        send_move(grid, edge + QPoint(0, round(30 * grid.geometry_now().minute)), NONE)
        QTest.mouseRelease(grid, LEFT, NONE, edge)
    assert told.args == ["a", 1, 600, 90]


def test_what_is_fixed_stays(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.set_sheet(sheet(block("a", fixed=True)))
    with qtbot.assertNotEmitted(grid.moved):
        press_and_move(grid, "a", 120, 60)
        QTest.mouseRelease(grid, LEFT, NONE, QPoint(300, 300))
        QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert grid.lifted() is None


def test_the_keys_lift_and_ask(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.set_sheet(sheet(block("a"), block("b", 2, 540)))
    grid.select("a")
    carried: list[bool] = []
    grid.carried.connect(carried.append)
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert carried[-1], "the keys that end it are told"
    lifted = grid.lifted()
    assert lifted is not None
    assert (lifted.block.day, lifted.block.start) == (2, 615)
    with qtbot.waitSignal(grid.moved) as told:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == ["a", 2, 615, 60]
    assert not carried[-1]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.lifted() is None
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected() == "b"
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_the_chosen_stop_is_said(grid: WeekGrid) -> None:
    grid.set_sheet(sheet(block("a", spoken="Haichuan, Tue 10:00–11:00, class A")))
    grid.select("a")
    assert grid.accessibleDescription() == "Haichuan, Tue 10:00–11:00, class A"
    grid.set_sheet(sheet())
    assert grid.selected() == ""
    assert grid.accessibleDescription() == ""


def test_the_hours_grow_with_what_is_planned() -> None:
    assert sheet().hours() == (8, 18)
    assert sheet(block("a", start=6 * 60 + 30), block("b", start=19 * 60)).hours() == (6, 20)


def test_a_class_is_seen_as_colour_and_as_shape(grid: WeekGrid, theme: Theme) -> None:
    grid.set_sheet(sheet(block("key", 0, is_key=True), block("plain", 2), block("rests", 4, here=False)))
    image = grid.grab().toImage()

    def at(key: str, dx: float, dy: float) -> str:
        rect = grid.rect_of(key)
        return QColor(image.pixel(int(rect.left() + dx), int(rect.top() + dy))).name()

    band = theme.color("classA").name()
    assert at("key", 2, 30) == at("plain", 2, 30) == band
    assert at("rests", 3, 30) == theme.color("surface").name()
    assert at("key", 12, 6) == band, "the badge of a key account is filled"
    assert at("plain", 12, 8) == theme.color("classASoft").name(), "that of an ordinary one is not"


def test_an_account_in_the_hand() -> None:
    stop = block("", start=0)
    there = from_mime(to_mime(stop))
    assert there is not None
    assert (there.account_id, there.name, there.minutes) == (stop.account_id, stop.name, 60)
