"""A line proposed in the window: searched, looked at in part, accepted, undone; and what is said where none can be."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.domain.rhythm import Rank
from kamdesk.operations import accounts
from kamdesk.operations.book import change_rep
from kamdesk.planning.checker import travel_by_week
from kamdesk.planning.problem import Plan, Problem, Unserved
from kamdesk.qt.dialogs.line_proposal import LineProposalDialog
from kamdesk.qt.dialogs.pick_town import PickTownDialog
from kamdesk.qt.dialogs.proposal_search import AFRESH, EXTEND
from kamdesk.qt.main_window import MainWindow
from kamdesk.reads import line_proposal
from kamdesk.reads.accounts import account_list
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.rep import rep_card
from tests.books import NOW, make_book
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.line_books import LATER, account, line_book, standing
from tests.qt.test_dialogs_fit import SCREEN, faults


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return line_book(tmp_path)


def opened(qtbot: QtBot, window: MainWindow) -> LineProposalDialog:
    window.actions_["propose_line"].trigger()
    settle(qtbot, window)
    return next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, LineProposalDialog) and each.isVisible()
    )


def search(qtbot: QtBot, window: MainWindow, how: int) -> LineProposalDialog:
    dialog = opened(qtbot, window)
    dialog.bar.choose(how)
    window.desk.runner.thinker.progressed.connect(
        lambda ticket, done, total: done > 20 and dialog.bar.stop.click()
    )
    dialog.bar.search.click()
    assert dialog.stage() == "searching"
    assert not dialog.accept_.isEnabled()
    settle(qtbot, window)
    assert dialog.stage() == "found"
    return dialog


def rows(dialog: LineProposalDialog) -> dict[str, tuple[str, str, bool]]:
    table = dialog.list.table
    found = {}
    for place in range(table.rowCount()):
        name, was, now = (table.item(place, section) for section in range(3))
        box = bool(name.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        found[name.text()] = was.text(), now.text(), box
    return found


def test_a_line_is_proposed_accepted_and_undone(qtbot: QtBot, open_window: Open, book: Path) -> None:
    before = standing(book)
    window = open_window(book)
    window.go("today")
    dialog = search(qtbot, window, AFRESH)
    assert dialog.list.left.isHidden(), "everybody has a place"
    shown = rows(dialog)
    assert "东港建材" not in shown, "what was promised stays"
    assert shown["北门装饰"][0] == "none so far"
    assert shown["西岭五金"][0].startswith("Tue 09:00")
    assert shown["无名仓库"] == ("", "no coordinates", False)
    assert "−" in dialog.said.text(), "less on the road"
    assert "Would that suit you?" in dialog.list.sentences()
    assert standing(book) == before, "nothing is written by looking"
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert "3 changes" in window.notice.text()
    assert window.page() == "line"
    after = standing(book)
    assert after["东港建材"] == before["东港建材"]
    assert {after[name][0] for name in ("东港建材", "西岭五金", "南桥陶瓷", "北门装饰")} == {0}, (
        "one way a week"
    )
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert standing(book) == before


def test_what_was_found_is_given_up_only_when_asked_twice(
    qtbot: QtBot, open_window: Open, book: Path
) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    offered = dialog.list.offered()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Close again" in dialog.said.text()
    assert dialog.list.offered() == offered
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_part_is_looked_at_by_the_checker(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    table = dialog.list.table
    whole = dialog.said.text()
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert not dialog.accept_.isEnabled(), "not before the checker has looked"
    settle(qtbot, window)
    assert len(dialog.list.chosen()) == 2
    assert dialog.accept_.isEnabled()
    assert dialog.said.text() != whole
    left = table.item(0, 0).text()
    taken = [name for name, (_, _, box) in rows(dialog).items() if box and name != left]
    dialog.list.choose(frozenset())
    settle(qtbot, window)
    assert not dialog.accept_.isEnabled()
    assert not dialog.copy.isEnabled()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert dialog.stage() == "found", "Return does not search anew"
    for place in range(1, 3):
        table.item(place, 0).setCheckState(Qt.CheckState.Checked)
    settle(qtbot, window)
    before = standing(book)
    dialog.accept_.click()
    settle(qtbot, window)
    after = standing(book)
    assert after.get(left) == before.get(left), "what was not chosen stays"
    assert all(after[name] != before.get(name) for name in taken)


def test_a_part_that_needs_another_says_which(
    qtbot: QtBot, open_window: Open, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two change places: neither can without the other."""

    def swapped(problem: Problem) -> Plan:
        slots = line_proposal.standing(problem)
        two = [each for each in slots if each.weekday in (2, 3)]
        changed = [replace(each, weekday=5 - each.weekday) for each in two]
        whole = [*(each for each in slots if each not in two), *changed]
        left = [Unserved(each.id, "full") for each in problem.stops if each.id not in {s.id for s in whole}]
        return Plan(slots=tuple(whole), unserved=tuple(left), travel=travel_by_week(problem, whole))

    monkeypatch.setattr(line_proposal, "solver", lambda **given: swapped)
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    assert rows(dialog)["北门装饰"][1] == "no place"
    assert "2 changes" in dialog.list._count.text()
    assert "1 account" in dialog.list.left.text()
    dialog.list.left.click()
    assert dialog.list.table.item(dialog.list.table.currentRow(), 0).text() == "北门装饰"
    assert dialog.list.table.hasFocus()
    dialog.list.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    settle(qtbot, window)
    assert "can't stand alone" in dialog.said.text()
    assert "南桥陶瓷" in dialog.said.text()
    assert not dialog.accept_.isEnabled()
    dialog.take_along.click()
    settle(qtbot, window)
    assert len(dialog.list.chosen()) == 2
    assert dialog.accept_.isEnabled()
    assert not dialog.take_along.isVisible()


def test_a_search_is_stopped_and_what_was_found_stands(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    dialog.bar.choose(AFRESH)
    dialog.bar.seconds.setValue(100)
    window.desk.runner.thinker.progressed.connect(lambda ticket, done, total: dialog.bar.stop.click())
    dialog.bar.search.click()
    settle(qtbot, window)
    assert dialog.stage() == "found"
    assert "stopped early" in dialog.said.text()
    assert dialog.accept_.isEnabled()


def test_bringing_in_leaves_the_rest_where_it_does_not_pay(
    qtbot: QtBot, open_window: Open, book: Path
) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, EXTEND)
    assert rows(dialog)["北门装饰"][0] == "none so far"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert "北门装饰" not in standing(book)


def test_without_a_start_it_leads_to_the_settings(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    window = open_window(filled.path)
    dialog = opened(qtbot, window)
    assert dialog.stage() == "empty"
    assert not dialog.bar.search.isEnabled()
    assert dialog.empty.first.hasFocus()
    assert "start" in dialog.empty.sentence.text()
    dialog.empty.first.click()
    settle(qtbot, window)
    assert window.page() == "settings"
    settings = window.settings
    assert settings.section() == "route"
    assert window.focusWidget() is settings.route.place_entry, "what is missing can be typed at once"
    settings.route.town.click()
    pick = settings.route.findChild(PickTownDialog)
    settle(qtbot, window)
    pick.filter.setText("台州")
    QTest.keyClick(pick.filter, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert settings.route.place_entry.text().startswith("28.")
    assert opened(qtbot, window).stage() != "empty"


def test_without_coordinates_it_says_what_is_missing(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    store = make_book(tmp_path / "nowhere")
    change_rep(store, rep_id=rep_card(store).id, now=NOW, home_latitude=28.6, home_longitude=121.4)
    store.close()
    window = open_window(store.path)
    assert opened(qtbot, window).empty.heading.text() == "There is no account to visit"
    window.findChild(LineProposalDialog).reject()
    accounts_store = open_book(store.path, None, backups=tmp_path / "b", now=NOW)
    account(accounts_store, "无名仓库", None)
    accounts_store.close()
    settle(qtbot, window)
    dialog = opened(qtbot, window)
    assert dialog.empty.heading.text() == "No account has coordinates"
    assert dialog.stage() == "empty"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_of_it_fits_on_the_smallest_screen(
    qtbot: QtBot, open_window: Open, book: Path, language: str
) -> None:
    window = open_window(book, language)
    dialog = search(qtbot, window, AFRESH)
    dialog.resize(*SCREEN)
    QApplication.processEvents()
    assert faults(dialog, False) == []


def test_the_book_is_read_while_a_line_is_searched(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    dialog.bar.choose(AFRESH)
    dialog.bar.seconds.setValue(100)
    read: list[object] = []
    dialog.bar.search.click()
    window.desk.runner.read(account_list, done=read.append)
    qtbot.waitUntil(lambda: bool(read), timeout=20_000)
    assert dialog.stage() == "searching"
    dialog.reject()
    settle(qtbot, window)
    assert window.desk.runner.thinker.is_idle(), "closing the dialog ends the search"


def test_all_and_none(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    everything = dialog.list.chosen()
    assert len(everything) == 3
    assert not dialog.list.all_.isEnabled()
    dialog.list.none.click()
    assert dialog.list.chosen() == frozenset()
    assert not dialog.accept_.isEnabled()
    dialog.list.all_.click()
    settle(qtbot, window)
    assert dialog.list.chosen() == everything
    assert dialog.accept_.isEnabled()


def test_another_first_day(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    day = dialog.bar.first_day
    day.setText("2026-01-05")
    day.editingFinished.emit()
    assert day.property("wrong"), "what is past stays as it was"
    day.setText("2026-12-16")
    day.editingFinished.emit()
    settle(qtbot, window)
    assert dialog.stage() == "found", "the line is the same then: what was found stays"
    assert "21 Dec" in dialog.list.sentences(), "the first Monday after it"
    dialog.accept_.click()
    settle(qtbot, window)
    assert "16 Dec" in window.notice.text()
    assert standing(book, date(2026, 12, 15)) != standing(book, date(2026, 12, 22))


def test_a_file_of_ways_and_one_that_cannot_be_read(
    qtbot: QtBot, open_window: Open, book: Path, tmp_path: Path
) -> None:
    window = open_window(book)
    dialog = opened(qtbot, window)
    wrong, good = tmp_path / "wrong.csv", tmp_path / "good.csv"
    wrong.write_text("start,nobody,5\n", "utf-8")
    good.write_text("start,西岭五金,77\n", "utf-8")
    dialog.bar.ways.take_file(str(wrong))
    settle(qtbot, window)
    assert "nobody" in dialog.bar.hint()
    assert dialog.stage() == "ready", "without the file it can be searched as before"
    dialog.bar.ways.take_file(str(good))
    settle(qtbot, window)
    assert dialog._book is not None
    assert 77 in dialog._book.problem.minutes_between.values()
    dialog.bar.ways.own.click()
    settle(qtbot, window)
    dialog.reject()
    settle(qtbot, window)
    again = opened(qtbot, window)
    assert again.bar.ways.file.text().strip() == "good.csv", "kept for the next time"
    assert not again.bar.ways.own.isChecked()


def test_two_timetables_side_by_side(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    today, chosen = dialog.sides.weeks.weeks
    by_name = {
        dialog.list.table.item(place, 0).text(): str(
            dialog.list.table.item(place, 0).data(Qt.ItemDataRole.UserRole)
        )
        for place in range(dialog.list.table.rowCount())
    }
    moved, new = by_name["西岭五金"], by_name["北门装饰"]
    assert today.changes()[moved] == "left"
    assert chosen.changes() == {moved: "moved", by_name["南桥陶瓷"]: "moved", new: "new"}
    assert (today.sheet().block(moved).day, chosen.sheet().block(moved).day) == (1, 0)
    assert today.sheet().block(new) is None
    promised = next(block for block in chosen.sheet().blocks if block.name == "东港建材")
    assert promised == next(block for block in today.sheet().blocks if block.name == "东港建材")
    assert today.accessibleName() == "Timetable of today's line"

    dialog.list.pick(moved)
    assert (today.selected(), chosen.selected()) == (moved, moved), "a row is shown in both"
    assert "moved here" in chosen.accessibleDescription()
    dialog.list.pick(new)
    assert (today.selected(), chosen.selected()) == ("", new)
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Down)
    assert chosen.selected() not in ("", new), "arrows lead from visit to visit"
    here = chosen.selected()
    assert today.selected() == (here if today.sheet().block(here) else "")

    week = dialog.sides.weeks.week
    assert week.count() == dialog._found.book.problem.cycle_weeks
    assert week.currentIndex() == 1, "the week in which it begins to hold"
    assert chosen.sheet().days[0].date.isoformat() == "2026-11-30"
    QTest.keyClick(chosen, Qt.Key.Key_PageDown)
    assert week.currentIndex() == 2
    assert today.sheet().days[0].date.isoformat() == "2026-12-07"
    dialog.list.none.click()
    settle(qtbot, window)
    assert chosen.changes() == {}, "what is not chosen stays"


def test_a_visit_of_other_weeks_is_a_ghost_where_it_is_picked(
    qtbot: QtBot, open_window: Open, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that goes to another week of its rhythm is shown in both timetables all the same."""

    def shifted(problem: Problem) -> Plan:
        slots = [
            replace(each, weekday=3) if each.weekday == 2 else each
            for each in line_proposal.standing(problem)
        ]
        places = {each.id: each for each in problem.stops}
        new = [
            line_proposal.Slot(name, 4, 600.0, 1)
            for name in places.keys() - {each.id for each in slots}
            if places[name].every_weeks > 1
        ]
        whole = [*slots, *new]
        left = [Unserved(each.id, "full") for each in problem.stops if each.id not in {s.id for s in whole}]
        return Plan(slots=tuple(whole), unserved=tuple(left), travel=travel_by_week(problem, whole))

    monkeypatch.setattr(line_proposal, "solver", lambda **given: shifted)
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    weeks = dialog.sides.weeks
    dialog.sides.weeks.week.setCurrentIndex(0)
    stop = next(iter(weeks.weeks[1].changes()))
    weeks.look_at(stop)
    for grid in weeks.weeks:
        block = grid.sheet().block(stop)
        assert block is not None
        assert grid.selected() == stop
        assert not grid.rect_of(stop).isEmpty()


def test_the_way_is_drawn_and_the_head_stays(qtbot: QtBot, open_window: Open, book: Path) -> None:
    window = open_window(book)
    dialog = search(qtbot, window, AFRESH)
    dialog.resize(dialog.width(), 480)
    QApplication.processEvents()
    bar = dialog.sides.weeks.area.verticalScrollBar()
    assert bar.maximum() > 0, "not all hours have room"
    grid = dialog.sides.weeks.weeks[0]
    bar.setValue(0)
    head = grid.grab().toImage().copy(0, 8, grid.width(), 30)
    bar.setValue(bar.maximum())
    top = bar.maximum()
    assert grid.grab().toImage().copy(0, 8 + top, grid.width(), 30) == head, "the days stay in sight"
    dialog.sides.which.picked.emit(1)
    assert dialog.sides.travel.isVisible()
    assert not dialog.sides.weeks.tools.isVisible()


def test_how_often_is_asked_before_it_is_planned(qtbot: QtBot, open_window: Open, book: Path) -> None:
    with closing(open_book(book, None, backups=book.parent / "b", now=NOW)) as store:
        key = next(row.id for row in account_list(store) if row.name == "北门装饰")
        accounts.change_account(store, account_id=key, now=NOW, is_key=True, value_class="C")
    window = open_window(book)
    dialog = opened(qtbot, window)
    shown = [rank for rank, combo in dialog.bar.rhythms.combos.items() if not combo.isHidden()]
    assert shown == [Rank.KEY]
    combo = dialog.bar.rhythms.combos[Rank.KEY]
    assert combo.currentData() == 1, "a key account is visited every week, whatever its class"
    assert [combo.itemData(each) for each in range(combo.count())] == [1, 2, 4]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    settle(qtbot, window)
    assert combo.currentData() == 2
    dialog.bar.choose(EXTEND)
    dialog.bar.seconds.setValue(1)
    dialog.bar.search.click()
    settle(qtbot, window)
    dialog.accept_.click()
    settle(qtbot, window)
    with (
        closing(open_book(book, None, backups=book.parent / "b", now=NOW)) as store,
        store.read() as connection,
    ):
        found = slots_in_force(connection, LATER, LATER).values()
        assert [slot.every_weeks for slot in found if slot.account_id == key] == [2]
