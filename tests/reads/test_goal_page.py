"""The page of goals as it is read: what counts towards each kind of goal, its periods, its gap, its parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.gap import Lever
from kamdesk.domain.goals.periods import Span
from kamdesk.domain.trade import Order, SalesHistory
from kamdesk.operations import goals
from kamdesk.operations.accounts import add_account, change_account
from kamdesk.operations.undo import undo
from kamdesk.operations.visits import Report, report_unplanned
from kamdesk.reads.goal_page.setting import sketch
from kamdesk.reads.goal_page.view import GoalView, goal_view
from kamdesk.reads.goals.board import goals_of_year
from kamdesk.reads.questions.answers import book_answers
from tests.books import NOW, TODAY, make_book, only
from tests.qt.desk_books import Filled, fill
from tests.qt.goal_books import YEAR, know, sell, set_goals


@pytest.fixture(scope="module")
def sold(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    filled = fill(tmp_path_factory.mktemp("sold"))
    store = open_book(filled.path, backups=filled.path.parent / "backups", now=NOW)
    sell(store, filled)
    store.close()
    return filled


@pytest.fixture
def book(sold: Filled, tmp_path: Path) -> Iterator[tuple[Store, Filled]]:
    path = shutil.copy(sold.path, tmp_path / "book.kam")
    store = open_book(path, backups=tmp_path / "backups", now=NOW)
    yield store, sold
    store.close()


def view(
    store: Store, target_id: str | None = None, span: Span = Span.MONTH, monday: date | None = None
) -> GoalView:
    return goal_view(store, target_id=target_id, span=span, monday=monday, now=NOW, holidays=day_kind)


def test_without_a_goal_there_is_nothing_to_look_at(book: tuple[Store, Filled]) -> None:
    store, _ = book
    found = view(store)
    assert found.target is None
    assert found.cards == ()


def test_each_period_has_its_part_and_what_was_sold_in_it(book: tuple[Store, Filled]) -> None:
    store, _ = book
    set_goals(store)
    found = view(store)
    by_span = {card.span: card for card in found.cards}
    assert by_span[Span.YEAR].target == 36_000_00
    assert by_span[Span.YEAR].actual == 900 * 250_00 + 300 * 240_00 + 160 * 260_00
    assert by_span[Span.MONTH].actual == 300 * 240_00 + 160 * 260_00
    assert by_span[Span.WEEK].actual == 0
    assert by_span[Span.MONTH].workdays == 21
    assert by_span[Span.MONTH].due < by_span[Span.MONTH].target
    assert found.forecast is not None
    assert found.forecast.target == 36_000_00


@pytest.mark.parametrize("span", list(Span))
def test_every_cut_of_the_gap_adds_up(book: tuple[Store, Filled], span: Span) -> None:
    store, filled = book
    target = set_goals(store)
    know(store, "target_cause", target_id=target, cause="supply", amount=-1234, first_day=date(2026, 11, 2),
         last_day=date(2026, 11, 3), account_id=filled.haichuan)  # fmt: skip
    found = view(store, span=span)
    assert found.gap is not None
    gap = found.gap
    assert sum(part.gap for part in gap.by_account) == gap.gap
    assert sum(part.gap for part in gap.by_product) == gap.gap
    assert sum(gap.by_lever.values()) == gap.gap
    assert sum(cause.amount for cause in gap.causes) + gap.unexplained == gap.gap
    assert bool(found.causes) == (span != Span.WEEK)


def test_a_past_week_is_counted_to_its_end(book: tuple[Store, Filled]) -> None:
    store, _ = book
    set_goals(store)
    found = view(store, monday=date(2026, 11, 2), span=Span.WEEK)
    assert found.until == date(2026, 11, 8)
    assert found.card is not None
    assert (found.card.actual, found.card.due) == (300 * 240_00, found.card.target)


def test_a_week_to_come_has_its_goal_and_nothing_due(book: tuple[Store, Filled]) -> None:
    store, _ = book
    set_goals(store)
    found = view(store, monday=date(2026, 12, 7), span=Span.WEEK)
    assert found.card is not None
    assert found.card.target > 0
    assert (found.card.due, found.card.actual) == (0, 0)
    assert found.gap is None


def test_parts_that_were_set_stand_and_the_other_months_share_the_rest(book: tuple[Store, Filled]) -> None:
    store, _ = book
    target = set_goals(store)
    november = (date(2026, 11, 1), date(2026, 11, 30), 9_000_00)
    fields = {
        "metric": "revenue",
        "amount": 36_000_00,
        "currency": "CNY",
        "known_on": TODAY,
        "now": NOW,
        **YEAR,
    }
    goals.set_target(store, target_id=target, parts=[november], **fields)
    by_span = {card.span: card for card in view(store).cards}
    assert by_span[Span.MONTH].target == 9_000_00
    assert by_span[Span.YEAR].target == 36_000_00
    changes = goals.set_target(store, target_id=target, parts=[], **fields)
    assert {card.span: card for card in view(store).cards}[Span.MONTH].target != 9_000_00
    assert changes.operation_id is not None
    undo(store, operation_id=changes.operation_id, now=NOW)
    assert {card.span: card for card in view(store).cards}[Span.MONTH].target == 9_000_00


def test_visits_and_stage_moves_and_new_key_accounts_count_by_themselves(book: tuple[Store, Filled]) -> None:
    store, filled = book
    set_goals(store)
    for metric in ("stage_moves", "new_key_accounts", "new_accounts"):
        goals.set_target(store, metric=metric, quantity=4000, known_on=TODAY, now=NOW, **YEAR)
    for stage, day in (
        ("initial", date(2026, 2, 1)),
        ("intermediate", date(2026, 11, 20)),
        ("initial", TODAY),
    ):
        know(store, "stage_assessment", account_id=filled.haichuan, stage=stage, known_on=day)
    change_account(store, account_id=filled.yuge, is_key=True, now=NOW)
    targets = {target.metric: target.id for target in view(store).targets}

    def actual(metric: str, span: Span) -> int | None:
        return {card.span: card.actual for card in view(store, targets[metric]).cards}[span]

    assert actual("visits", Span.YEAR) == 1000
    assert actual("stage_moves", Span.MONTH) == 1000
    assert actual("new_key_accounts", Span.WEEK) is not None
    assert actual("new_key_accounts", Span.WEEK) >= 1000
    assert actual("new_accounts", Span.MONTH) == 1000
    assert actual("new_accounts", Span.YEAR) == 1000


def test_a_rate_has_the_same_goal_in_every_period(book: tuple[Store, Filled]) -> None:
    store, _ = book
    target = only(
        goals.set_target(store, metric="promises_kept", quantity=95_000, known_on=TODAY, now=NOW, **YEAR),
        "target",
    )
    found = view(store, target)
    assert {card.target for card in found.cards} == {95_000}
    assert {card.span: card.actual for card in found.cards}[Span.MONTH] == 0, "one overdue, none kept"
    assert found.forecast is None


def test_a_goal_that_nothing_counts_says_so(book: tuple[Store, Filled]) -> None:
    store, _ = book
    target = only(
        goals.set_target(store, metric="margin", amount=100, currency="CNY", known_on=TODAY, now=NOW, **YEAR),
        "target",
    )
    found = view(store, target)
    assert found.unknown == "no_margin"
    assert {card.actual for card in found.cards} == {None}
    assert found.gap is None


def test_a_sketch_adds_up_and_knows_last_year(book: tuple[Store, Filled]) -> None:
    store, _ = book
    found = sketch(
        store, metric="revenue", currency="CNY", amount=36_000_01, first=date(2026, 1, 1), last=date(2026, 12, 31),
        parts=[(date(2026, 2, 1), date(2026, 2, 28), 7_00)], now=NOW, holidays=day_kind,
    )  # fmt: skip
    assert sum(month.amount for month in found.months) == 36_000_01
    assert [month.by_hand for month in found.months].count(True) == 1
    assert found.months[1].amount == 7_00
    assert found.months[10].before == 400 * 250_00 + 100 * 260_00
    assert sum(amount for _, amount in found.quarters) == 36_000_01


def test_own_targets_of_accounts_are_theirs(book: tuple[Store, Filled]) -> None:
    store, filled = book
    target = set_goals(store)
    know(store, "target", metric="revenue", amount=18_000_00, currency="CNY", parent_id=target,
         account_id=filled.yanshi, **YEAR)  # fmt: skip
    found = view(store, span=Span.YEAR)
    assert found.gap is not None
    parts = {part.of: part for part in found.gap.by_account}
    assert parts[filled.yanshi].target == pytest.approx(found.gap.target // 2, abs=1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"amount": 0, "currency": "CNY"}, "goal_amount"),
        ({}, "goal_amount"),
        ({"amount": 5, "currency": "CNY", "last_day": date(2025, 1, 1)}, "goal_days"),
    ],
)
def test_a_goal_without_figure_or_days_is_refused(
    book: tuple[Store, Filled], fields: dict[str, object], code: str
) -> None:
    store, _ = book
    with pytest.raises(RuleError, match=code):
        goals.set_target(store, metric="revenue", known_on=TODAY, now=NOW, **{**YEAR, **fields})


def test_only_periods_that_the_goal_covers_are_shown(book: tuple[Store, Filled]) -> None:
    store, _ = book
    goals.set_target(
        store, metric="revenue", amount=100, currency="CNY", known_on=TODAY, now=NOW,
        first_day=date(2026, 1, 1), last_day=date(2026, 10, 31),
    )  # fmt: skip
    found = view(store)
    assert [card.span for card in found.cards] == [Span.YEAR, Span.QUARTER]
    assert found.cards[0].period == Period(date(2026, 1, 1), date(2026, 10, 31))


def test_the_page_a_command_and_a_question_tell_the_same(book: tuple[Store, Filled]) -> None:
    store, filled = book
    target = set_goals(store)
    november = [(date(2026, 11, 1), date(2026, 11, 30), 9_000_00)]
    goals.set_target(
        store, target_id=target, parts=november, metric="revenue", amount=36_000_00, currency="CNY",
        known_on=TODAY, now=NOW, **YEAR,
    )  # fmt: skip
    for metric, fields in (
        ("margin", {"amount": 500_00, "currency": "CNY"}), ("promises_kept", {"quantity": 95_000}),
        ("coverage", {"quantity": 90_000}), ("new_key_accounts", {"quantity": 4000}),
    ):  # fmt: skip
        goals.set_target(store, metric=metric, known_on=TODAY, now=NOW, **fields, **YEAR)
    know(store, "target_cause", target_id=target, cause="supply", amount=-1234, first_day=date(2026, 11, 2),
         last_day=date(2026, 11, 3), account_id=filled.haichuan)  # fmt: skip
    told = {goal.id: goal for goal in goals_of_year(store, now=NOW).goals}
    for shown in view(store).targets:
        page, goal = view(store, shown.id, Span.YEAR), told[shown.id]
        assert page.card is not None
        assert (page.card.due, page.card.actual) == (goal.expected, goal.reached)
        if shown.metric == "revenue":
            assert page.gap == goal.gap
        months = {each.part.period: each for each in goal.months}
        of_month = {card.span: card for card in page.cards}[Span.MONTH]
        if months:
            part = months[of_month.period]
            assert (part.part.amount, part.reached) == (of_month.target, of_month.actual)
    (g3,) = [each for each in book_answers(store, today=TODAY).answers if each.question == "G3"]
    goal = told[target]
    assert (g3.values["due"].minor, g3.values["actual"].minor) == (goal.expected, goal.reached)
    assert g3.values["gap"].minor == goal.gap.gap


def test_coverage_is_counted_from_visits_to_key_accounts(book: tuple[Store, Filled]) -> None:
    store, _ = book
    fields = {"metric": "coverage", "quantity": 90_000, "known_on": TODAY, "now": NOW, **YEAR}
    target = only(goals.set_target(store, **fields), "target")

    def actual() -> int | None:
        return {card.span: card.actual for card in view(store, target).cards}[Span.YEAR]

    v = t.visit.c
    with store.read() as connection:
        slots, a = select(t.visit_slot.c.account_id, t.account.c.is_key).join(t.account), t.account.c
        on_line = set(connection.scalars(slots))
        keys = set(connection.scalars(slots.where(a.is_key.is_(True))))
        seen = set(connection.scalars(select(v.account_id).join(t.visit_report).where(v.state == "done")))
    assert keys
    assert actual() == 100_000 * len(keys & seen) // len(keys)
    unseen = min(on_line - keys - seen)
    change_account(store, account_id=unseen, is_key=True, now=NOW)
    of = len(keys) + 1
    assert actual() == 100_000 * len(keys & seen) // of
    visit = report_unplanned(store, account_id=unseen, report=Report(visited_on=TODAY, arrived=600), now=NOW)
    assert actual() == 100_000 * (len(keys & seen) + 1) // of
    undo(store, operation_id=visit.operation_id or "", now=NOW)
    assert actual() == 100_000 * len(keys & seen) // of


@pytest.fixture
def begun_late(tmp_path: Path) -> Iterator[Store]:
    """Two accounts of which a list tells last year's sales, a goal for this year, no order yet."""
    store = make_book(tmp_path)
    for name, yuan in (("甲", 660), ("乙", 440)):
        unit = only(add_account(store, name=name, now=NOW), "account")
        with store.write("figures", now=NOW) as tx:
            tx.add(
                SalesHistory(
                    id=tx.new_id(), account_id=unit, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31),
                    amount=yuan * 10_000_00, currency="CNY", tax_included=None,
                )
            )  # fmt: skip
    set_goals(store)
    yield store
    store.close()


def order(store: Store, day: date, yuan: int) -> None:
    with store.read() as connection:
        unit = connection.scalars(select(t.account.c.id).where(t.account.c.name == "甲")).one()
    with store.write("figures", now=NOW) as tx:
        tx.add(
            Order(id=tx.new_id(), account_id=unit, ordered_on=day, amount=yuan * 100, currency="CNY",
                  tax_included=None)
        )  # fmt: skip


def test_a_year_of_which_nothing_is_recorded_is_not_behind(begun_late: Store) -> None:
    found = view(begun_late, span=Span.YEAR)
    assert found.unknown == "no_sales_yet"
    assert found.card is not None
    assert found.card.actual is None
    assert (found.gap, found.forecast) == (None, None)


def test_due_counts_from_the_first_record_of_a_book_begun_late(begun_late: Store) -> None:
    before = view(begun_late, span=Span.YEAR)
    order(begun_late, TODAY, 20_000)
    found = view(begun_late, span=Span.YEAR)
    assert found.begun == TODAY
    assert found.card is not None
    assert before.card is not None
    assert found.card.actual == 20_000_00
    assert found.card.target == 36_000_00
    assert 0 < found.card.due < 36_000_00 // 200
    assert found.forecast is None
    assert found.gap is not None
    assert found.gap.by_lever == {Lever.UNTOLD: found.gap.gap}, "nobody is lost or new"
    assert sum(part.gap for part in found.gap.by_account) == found.gap.gap
    (goal,) = (each for each in goals_of_year(begun_late, now=NOW).goals if each.metric == "revenue")
    assert goal.expected == found.card.due


def test_this_years_list_fills_what_was_before(begun_late: Store) -> None:
    order(begun_late, TODAY, 20_000)
    order(begun_late, date(2026, 1, 20), 5_000)
    found = view(begun_late, span=Span.YEAR)
    assert found.begun is None
    assert found.forecast is not None
    assert found.gap is not None
    assert Lever.LOST in found.gap.by_lever
