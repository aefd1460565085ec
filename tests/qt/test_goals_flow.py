"""The page of goals: set, broken down, looked at, explained, acted on; every deed by keys and undone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kamdesk.domain.facts import Period
from kamdesk.domain.goals.agenda import Agenda, Task
from kamdesk.domain.goals.periods import Span
from kamdesk.qt.charts.pace_card import PaceCard
from kamdesk.qt.charts.steps import StepKind, levels
from kamdesk.qt.dialogs.action import ActionDialog
from kamdesk.qt.dialogs.target import TargetDialog
from kamdesk.qt.jobs.goals import day_agenda
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.measure import Measure
from kamdesk.qt.models.target_months import MonthColumn, TargetMonthsModel
from kamdesk.qt.pages.goals.causes import GapCausesModel
from kamdesk.qt.pages.goals.page import GoalsPage
from kamdesk.qt.pages.goals.words import REST, Cut
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.speech import Speech
from kamdesk.reads.goal_page.setting import Sketch, SketchMonth
from tests.books import TODAY
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know, sell, set_goals

pytestmark = pytest.mark.opens("today")


def write(qtbot: QtBot, window: MainWindow, job: Any, **arguments: Any) -> Any:
    """Something written by another hand while the window is open."""
    window.desk.runner.run(lambda store, now, **given: job(store, **given), **arguments)
    settle(qtbot, window)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, filled: Filled) -> GoalsPage:
    def fill(store, now):
        sell(store, filled)
        set_goals(store)

    window.desk.runner.run(fill)
    window.go("goals")
    settle(qtbot, window)
    return window.goals


def dialog_of(kind: type[QDialog]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def act(qtbot: QtBot, window: MainWindow, name: str) -> None:
    assert window.actions_[name].isEnabled(), name
    window.actions_[name].trigger()
    settle(qtbot, window)


def save(qtbot: QtBot, window: MainWindow, dialog: Any) -> None:
    dialog.primary.click()
    settle(qtbot, window)


def card(page: GoalsPage, span: Span) -> Any:
    found = page.view()
    assert found is not None
    return next(each for each in found.cards if each.span == span)


def test_the_empty_page_leads_to_the_goal_of_the_year(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.go("goals")
    settle(qtbot, window)
    page = window.goals
    assert page.empty.isVisible()
    assert page.empty.first.hasFocus()
    qtbot.keyClick(page.empty.first, Qt.Key.Key_Space)
    settle(qtbot, window)
    dialog = dialog_of(TargetDialog)
    assert dialog.counts.currentData() == "revenue"
    save(qtbot, window, dialog)
    assert "above 0" in dialog.reason()
    qtbot.keyClicks(dialog.amount, "35000000")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 12, timeout=5000)
    assert "sum 35,000.0" in dialog.sums.text()
    seen = dialog._scroll.viewport()
    assert dialog.table.mapTo(seen, dialog.table.rect().bottomLeft()).y() <= seen.height(), (
        "the months are in view"
    )
    save(qtbot, window, dialog)
    assert page.cards[Span.YEAR].isVisible()
    assert "35,000.0k" in page.cards[Span.YEAR].accessibleName()
    act(qtbot, window, "undo")
    assert page.empty.isVisible()
    act(qtbot, window, "redo")
    assert not page.empty.isVisible()


def test_the_cards_are_walked_by_arrows_and_the_gap_follows(qtbot: QtBot, page: GoalsPage) -> None:
    month, week = page.cards[Span.MONTH], page.cards[Span.WEEK]
    assert month.hasFocus()
    assert "working days past" in month.accessibleName()
    qtbot.keyClick(month, Qt.Key.Key_Right)
    settle(qtbot, page.window())
    assert week.hasFocus()
    assert week.isChecked()
    assert "Week 48" in page.gap.title.text()
    qtbot.keyClick(week, Qt.Key.Key_Left)
    settle(qtbot, page.window())
    assert month.isChecked()


def test_the_bars_lead_exactly_from_what_was_due_to_what_is_there(qtbot: QtBot, page: GoalsPage) -> None:
    for cut in Cut:
        page.gap.set_cut(cut)
        steps = page.gap.steps()
        found = page.view()
        assert found is not None
        assert found.gap is not None
        assert levels(steps)[-1] == (0, found.gap.actual), cut
        assert steps[0].amount == found.gap.target
        assert page.gap.chart.accessibleName().count(",") >= len(steps) - 1


def test_a_bar_of_an_account_is_reached_by_arrows_and_opens_it(
    qtbot: QtBot, window: MainWindow, page: GoalsPage, filled: Filled
) -> None:
    page.gap.set_cut(Cut.ACCOUNT)
    chart = page.gap.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current() == page.gap.steps()[1].key
    assert chart.accessibleDescription().startswith(page.gap.steps()[1].name)
    name = page.gap.steps()[1].name
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "account"
    assert name in window.account.view().page.name  # type: ignore[union-attr]


def test_the_gap_is_explained_and_what_is_unexplained_shrinks(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    assert page.gap.steps()[-2].kind == StepKind.REST
    before = page.view().gap.unexplained  # type: ignore[union-attr]
    act(qtbot, window, "explain_gap")
    dialog = dialog_of(RecordDialog)
    assert dialog.form.editors["amount"].value() == before, "the rest stands there already"
    assert dialog.form.editors["first_day"].value() == date(2026, 11, 1)
    dialog.form.editors["cause"].set_value("competitor")
    dialog.form.editors["said"].set_value("两单被抢")
    dialog.form.editors["amount"].line.setText("-1000")
    save(qtbot, window, dialog)
    assert page.view().gap.unexplained == before + 1000_00  # type: ignore[union-attr]
    assert page.causes.model.rowCount() == 1
    page.gap.chart.picked.emit("competitor")
    assert page.causes.table.currentIndex().row() == 0
    page.causes.table.picked.emit(0)
    settle(qtbot, window)
    assert dialog_of(RecordDialog).form.editors["said"].value() == "两单被抢"
    dialog_of(RecordDialog).reject()
    act(qtbot, window, "undo")
    assert page.causes.model.rowCount() == 0
    assert page.view().gap.unexplained == before  # type: ignore[union-attr]


def test_the_unexplained_bar_opens_the_form(qtbot: QtBot, window: MainWindow, page: GoalsPage) -> None:
    page.gap.chart.picked.emit(REST)
    settle(qtbot, window)
    dialog_of(RecordDialog).reject()


def test_a_month_is_typed_over_and_the_others_share_the_rest(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    act(qtbot, window, "edit_target")
    dialog = dialog_of(TargetDialog)
    model: TargetMonthsModel = dialog.model
    assert model.rowCount() == 12
    index = model.index(10, MonthColumn.AMOUNT)
    model.setData(index, "9")
    settle(qtbot, window)
    assert model.months()[10].by_hand
    assert sum(month.amount for month in model.months()) == 36_000_00
    assert dialog.clear.isVisible()
    model.setData(model.index(9, MonthColumn.AMOUNT), "abc")
    assert "abc" in dialog.reason()
    save(qtbot, window, dialog)
    assert card(page, Span.MONTH).target == 9_000_00
    act(qtbot, window, "undo")
    assert card(page, Span.MONTH).target != 9_000_00


def test_months_that_miss_the_goal_are_said_to(qtbot: QtBot, window: MainWindow, page: GoalsPage) -> None:
    act(qtbot, window, "edit_target")
    dialog = dialog_of(TargetDialog)
    for number in range(12):
        dialog.model.setData(dialog.model.index(number, MonthColumn.AMOUNT), "1")
        settle(qtbot, window)
    assert "miss the goal" in dialog.sums.text()
    dialog.clear.click()
    settle(qtbot, window)
    assert "miss the goal" not in dialog.sums.text()
    dialog.reject()


def test_the_metric_is_switched_and_a_goal_taken_back(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    visits = page.view().targets[1]  # type: ignore[union-attr]
    page.metrics.picked.emit(visits.id)
    settle(qtbot, window)
    assert page.view().target.metric == "visits"  # type: ignore[union-attr]
    assert page.gap.possible() == (Cut.ACCOUNT, Cut.CAUSE)
    act(qtbot, window, "remove_target")
    assert [target.metric for target in page.view().targets] == ["revenue"]  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert len(page.view().targets) == 2  # type: ignore[union-attr]


def test_an_action_is_added_done_and_undone(qtbot: QtBot, window: MainWindow, page: GoalsPage) -> None:
    act(qtbot, window, "add_goal_action")
    dialog = dialog_of(ActionDialog)
    save(qtbot, window, dialog)
    assert dialog.reason()
    dialog.what.setText("书面答复砚石")
    dialog.owner.setText("我")
    dialog.due_on.set_day(TODAY)
    save(qtbot, window, dialog)
    (line,) = page.causes.deeds.lines()
    assert (line.title, line.deed) == ("书面答复砚石", "finish_action")
    page.causes.deeds.asked.emit(line.deed, line.key)
    settle(qtbot, window)
    assert page.causes.deeds.lines()[0].deed == "edit_action"
    page.asked.emit("edit_action", line.key)
    settle(qtbot, window)
    assert dialog_of(ActionDialog).what.text() == "书面答复砚石"
    dialog_of(ActionDialog).reject()
    act(qtbot, window, "undo")
    assert page.causes.deeds.lines()[0].deed == "finish_action"
    act(qtbot, window, "undo")
    assert page.causes.deeds.lines() == ()


def test_the_three_sides_of_why(qtbot: QtBot, window: MainWindow, page: GoalsPage) -> None:
    act(qtbot, window, "add_goal_reason")
    dialog = dialog_of(RecordDialog)
    assert dialog.form.editors["for_whom"].value() == "company"
    dialog.form.editors["reason"].set_value("position")
    save(qtbot, window, dialog)
    (line,) = page.beside.why.lines.lines()
    assert line.title == "The company: market position"
    act(qtbot, window, "add_goal_reason")
    assert dialog_of(RecordDialog).form.editors["for_whom"].value() == "customer"
    dialog_of(RecordDialog).reject()
    act(qtbot, window, "undo")
    assert page.beside.why.lines.lines() == ()


def test_a_step_of_the_plan_is_written_and_reached(
    qtbot: QtBot, window: MainWindow, page: GoalsPage, filled: Filled
) -> None:
    act(qtbot, window, "add_plan")
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["account_id"].set_value(filled.haichuan)
    dialog.form.editors["to_stage"].set_value("advanced")
    dialog.form.editors["due_on"].set_value(date(2026, 12, 31))
    save(qtbot, window, dialog)
    (line,) = page.beside.plan.lines.lines()
    assert line.title.endswith("→ advanced")
    assert not line.act

    def judged(store: Any, **given: Any) -> Any:
        return know(store, "stage_assessment", **given)

    write(qtbot, window, judged, account_id=filled.haichuan, stage="advanced")
    page.read()
    settle(qtbot, window)
    (line,) = page.beside.plan.lines.lines()
    assert line.act == "Mark as reached"
    page.beside.plan.lines.asked.emit("act:edit_plan", line.key)
    settle(qtbot, window)
    assert page.view().plans[0].state == "reached"  # type: ignore[union-attr]
    act(qtbot, window, "undo")
    assert page.view().plans[0].state == "open"  # type: ignore[union-attr]


def test_another_week_is_looked_at_from_the_top_bar(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    act(qtbot, window, "week_before")
    assert page.view().until == date(2026, 11, 22)  # type: ignore[union-attr]
    assert "22 Nov" in page.sub.text()
    act(qtbot, window, "this_week")
    assert page.view().until == TODAY  # type: ignore[union-attr]


def test_today_for_the_goal_leads_to_where_it_is_done(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    deeds = [line.deed for line in page.beside.agenda.lines.lines()]
    assert "promises" in deeds
    page.beside.agenda.lines.asked.emit("promises", "")
    settle(qtbot, window)
    assert window.page() == "promises"


def test_there_is_one_count_of_the_day(
    qtbot: QtBot, window: MainWindow, page: GoalsPage, filled: Filled
) -> None:
    """The goals' page, the day's page, the question and what the command reads."""

    late = TODAY - timedelta(days=2)
    for kind, about, fields in (
        ("internal_request", filled.yanshi, {"what": "改走铁路", "department": "logistics", "due_on": late}),
        ("prospect", filled.nanyu, {"call_again_on": late}),
        ("risk", filled.yanshi, {"hazard": "frost", "place": "东库", "first_month": 12, "last_month": 2}),
        (
            "care_event",
            filled.yanshi,
            {"what": "店庆", "kind": "anniversary", "month": 12, "day_of_month": 1},
        ),
    ):
        write(
            qtbot,
            window,
            lambda store, told=kind, **given: know(store, told, **given),
            account_id=about,
            **fields,
        )
    told: list[Agenda] = []
    window.desk.runner.read(
        day_agenda, done=told.append, now=window.desk.now(), holidays=window.desk.holidays
    )
    settle(qtbot, window)
    (day,) = told
    assert day.due >= 3
    assert page.beside.agenda.count.text() == str(day.due)
    lines = page.beside.agenda.lines.lines()
    assert {"1 request without an answer", "1 prospect to call", "Days ahead: 2"} <= {
        each.title for each in lines
    }
    assert [each.deed for each in lines if each.title == "1 prospect to call"] == ["prospects"]
    said = page.beside.questions.question("G2").said  # type: ignore[union-attr]
    assert f"{day.due} things today, {day.overdue} of them late, 2 days ahead" in said

    window.go("today")
    settle(qtbot, window)
    cards = window.today.cards
    beside = day.number(Task.REPORT, Task.ACTION, Task.REQUEST, Task.PROSPECT)
    assert cards.follow_up.count.text() == str(beside)
    assert day.due == beside + day.number(Task.VISIT, Task.PROMISE)
    assert [each.title for each in cards.days.lines.lines()][:2] == ["店庆", "Season of frost: 砚石陶瓷"]
    assert {each.deed for each in cards.follow_up.lines.lines()} >= {"request", "prospect"}
    cards.days.lines.asked.emit("risks", cards.days.lines.lines()[0].key)
    settle(qtbot, window)
    assert (window.page(), window.account.section()) == ("account", "risks")
    window.go("today")
    settle(qtbot, window)
    (request,) = [each for each in cards.follow_up.lines.lines() if each.deed == "request"]
    cards.follow_up.lines.asked.emit(request.deed, request.key)
    settle(qtbot, window)
    form = dialog_of(RecordDialog)
    form.form.editors["state"].set_value("granted")
    form.form.editors["answered_on"].set_value(TODAY)
    save(qtbot, window, form)
    assert cards.follow_up.count.text() == str(beside - 1)
    act(qtbot, window, "undo")
    assert cards.follow_up.count.text() == str(beside)


def test_a_question_of_the_book_is_answered_where_it_is_asked(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    panel = page.beside.questions
    states = {each.id: each.state for each in panel.questions()}
    assert states.keys() == {"G1", "G2", "G3", "G4", "G5"}
    assert (states["G1"], states["G4"]) == ("answered", "open")
    panel.asked.emit("record", "G4")
    settle(qtbot, window)
    dialog = dialog_of(RecordDialog)
    dialog.form.editors["reason"].set_value("position")
    save(qtbot, window, dialog)
    assert panel.question("G4").state == "answered"  # type: ignore[union-attr]
    panel.asked.emit("evidence", "G4")
    act(qtbot, window, "undo")
    assert panel.question("G4").state == "open"  # type: ignore[union-attr]
    panel.asked.emit("not_applicable", "G5")
    settle(qtbot, window)
    dialog_of(QDialog).reject()


def test_the_weeks_goal_stands_on_today_and_leads_here(
    qtbot: QtBot, window: MainWindow, page: GoalsPage
) -> None:
    window.go("today")
    settle(qtbot, window)
    (goal,) = window.today.cards.findChildren(PaceCard)
    assert goal.isVisible()
    assert "Week 48" in goal.accessibleName()
    qtbot.keyClick(goal, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.page() == "goals"
    page.metrics.picked.emit(page.view().targets[0].id)  # type: ignore[union-attr]
    for _ in range(2):
        act(qtbot, window, "remove_target")
    window.go("today")
    settle(qtbot, window)
    assert not goal.isVisible()


def test_the_page_says_itself_in_chinese(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    window = open_window(filled.path, "zh", page="goals")
    assert window.goals.empty.first.accessibleName() == "定全年目标"


def test_only_what_is_counted_stands_at_the_right(speech: Speech) -> None:
    model = GapCausesModel(speech)
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [model.headerData(n, Qt.Orientation.Horizontal, role) for n in range(model.columnCount())]
    assert [side is None for side in sides] == [True, False, True, False, False]


def test_the_models(qtbot: QtBot, speech: Speech, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(GapCausesModel(speech))
    qtmodeltester.check(TargetMonthsModel(speech))


def test_the_months_of_a_sketch_are_a_sound_model(
    qtbot: QtBot, window: MainWindow, page: GoalsPage, qtmodeltester: ModelTester
) -> None:
    act(qtbot, window, "edit_target")
    dialog = dialog_of(TargetDialog)
    qtmodeltester.check(dialog.model)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_month_is_named_once(speech: Speech, qapp: QApplication) -> None:
    month = SketchMonth(Period(date(2026, 1, 1), date(2026, 1, 31)), 21, 1000, 100_00, 0, False)
    speech.set_language("zh", qapp)
    model = TargetMonthsModel(speech)
    model.set_sketch(Sketch((month,), (), 0, 0, None, 0, 0), Measure(100, 0, "元"))
    assert model.index(0, MonthColumn.MONTH).data() == "1月"
    assert model.index(0, MonthColumn.HOW).data() == "推算"
