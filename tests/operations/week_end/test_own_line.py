"""Whose week is shown: the book's own rep's, wherever it was written; never a colleague's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from kamdesk.db.store import Store
from kamdesk.domain.figures import FigureId
from kamdesk.operations.line import add_leave, add_slot
from kamdesk.operations.reporting import Report
from kamdesk.operations.visits import report_unplanned
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.export.dates import line_dates
from kamdesk.reads.figures import week_figures
from kamdesk.reads.leaves import leaves
from kamdesk.reads.line import week_line
from kamdesk.reads.plan import week_plan
from kamdesk.reads.slots import accounts_without_slot, line_history
from kamdesk.reads.today import today_beside, today_board
from kamdesk.words import Words
from tests.books import NOW, TODAY, make_book
from tests.operations.week_end.books import hand, laptops, meet, reps
from tests.sync.test_book import account

MONDAY = date(2026, 11, 23)
AWAY = TODAY + timedelta(days=3)
REPORT = Report(visited_on=MONDAY, arrived=840, left=870, outcome="order")


def whose(store: Store) -> dict[str, object]:
    """What the rep's own week is made of: stops of the week, today, figures, what waits, the calendar."""
    words, now = Words("zh"), NOW + timedelta(days=2)
    with store.read() as connection:
        calendar = [entry.uid for entry in line_dates(connection, words=words, now=now)]
        late = today_beside(store, now=now).late
    board = today_board(store, now=now)
    return {
        "line": [(stop.account.name, stop.start) for stop in week_line(store, monday=MONDAY, now=now).stops],
        "plan": [stop.account for day in week_plan(store, monday=MONDAY, now=now).days for stop in day.stops],
        "today": [stop.account.name for stop in board.day.line.stops],
        "slots": board.slots,
        "late": [report.account.name for report in late],
        "waiting": [one.account for one in week_plan(store, monday=MONDAY, now=now).open_accounts],
        "figures": [
            (figure.id, figure.numerator, figure.denominator)
            for figure in week_figures(store, monday=MONDAY, now=now)
            if figure.id != FigureId.PROMISE_KEPT
        ],
        "history": len(line_history(store, today=TODAY)),
        "placed": [row.account.name for row in accounts_without_slot(store, on=TODAY)],
        "calendar": sorted(calendar),
        "leaves": [leave.reason for leave in leaves(store)],
        "slots of accounts": sum(len(row.rhythms) for row in account_rows(store, today=TODAY)),
    }


def test_a_colleagues_line_is_no_part_of_ones_own_week(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place = account(lin, "岩屿")
    other = account(qin, "下沙")
    for store, on, weekday in ((lin, place, 1), (lin, place, 3), (qin, other, 0)):
        add_slot(store, account_id=on, weekday=weekday, start=600, minutes=30, valid_from=MONDAY, now=NOW)
    report_unplanned(lin, account_id=place, report=REPORT, now=NOW)
    add_leave(lin, first_day=AWAY, last_day=AWAY, reason="年假", now=NOW)
    before, mine = whose(qin), whose(lin)
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    after = whose(qin)
    assert after.pop("placed") == ["岩屿"]
    before.pop("placed")
    assert after == before
    with qin.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visit_slot").scalar() == 3
        assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar() == 1
    hand(qin, lin, tmp_path, "林岚")
    assert whose(lin) == mine
    assert mine["line"]
    assert mine["leaves"] == ["年假"]
    for each in (lin, qin):
        each.close()


def test_the_second_laptop_of_a_rep_shows_the_same_week(tmp_path: Path) -> None:
    """Both began with a rep and a line of their own; what was planned and reported on either is the rep's."""
    one, two = laptops(tmp_path)
    place = account(one, "岩屿")
    add_slot(one, account_id=place, weekday=1, start=600, minutes=30, valid_from=MONDAY, now=NOW)
    hand(one, two, tmp_path)
    report_unplanned(two, account_id=place, report=REPORT, now=NOW)
    add_leave(two, first_day=AWAY, last_day=AWAY, reason="年假", now=NOW)
    hand(two, one, tmp_path)
    hand(one, two, tmp_path)
    assert whose(one) == whose(two)
    assert whose(one)["leaves"] == ["年假"]
    one.close()
    two.close()


def test_a_second_laptop_begun_under_another_name_is_the_reps_by_its_card(tmp_path: Path) -> None:
    one, two = make_book(tmp_path / "one", rep="林岚"), make_book(tmp_path / "two", rep="root")
    for store, name in ((one, "office"), (two, "home")):
        identity(store, rep="林岚", device=name)
    meet(one, two)
    place = account(one, "岩屿")
    add_slot(one, account_id=place, weekday=1, start=600, minutes=30, valid_from=MONDAY, now=NOW)
    hand(one, two, tmp_path)
    assert whose(two)["line"] == whose(one)["line"] == [("岩屿", 600)]
    one.close()
    two.close()
