"""The figures of a book with weeks of history, against a recount from its bare rows."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.operations import accounts, line, promises, visits
from kamdesk.operations.book import change_rep
from kamdesk.operations.undo import undo
from kamdesk.operations.visits import Occurrence, Report, Taken
from kamdesk.reads.figures import period_figures, week_figures
from kamdesk.reads.rep import rep_card
from tests.books import NOW, only

DAY = timedelta(days=1)
BEGIN = date(2026, 9, 28)
MONDAY = date(2026, 11, 23)


def account(book: Store, name: str, **fields) -> str:
    return only(accounts.add_account(book, name=name, now=NOW, **fields), "account")


def slot(book: Store, account_id: str, weekday: int = 0, start: int = 540, **fields) -> str:
    given = {"minutes": 60, "valid_from": BEGIN, **fields}
    return only(
        line.add_slot(book, account_id=account_id, weekday=weekday, start=start, now=NOW, **given),
        "visit_slot",
    )


def counts(book: Store, monday: date = MONDAY, now: datetime = NOW) -> dict[str, tuple[int, int]]:
    return {f.id.value: (f.numerator, f.denominator) for f in week_figures(book, monday=monday, now=now)}


# --- a long history --------------------------------------------------------------------------------------------------


def live(book: Store, seed: int) -> None:
    """Eight weeks in which everything happens that a line knows: by operations only, as a rep would."""
    dice = random.Random(seed)
    group = account(book, "恒邦集团", level="group")
    dealers = [account(book, f"经销商{n:02}", parent_id=group if n < 3 else None) for n in range(8)]
    shops = [account(book, f"门店{n}", parent_id=dealers[n], level="site") for n in (0, 0, 1)]
    alias = account(book, "旧名")
    accounts.join_accounts(book, account_id=alias, into_id=dealers[5], now=NOW)
    slots = []
    for of in (*dealers[1:], *shops, alias):
        every = dice.choice([1, 1, 2, 4])
        slots.append(
            slot(book, of, dice.randrange(5), 480 + 60 * dice.randrange(8), every_weeks=every,
                 week_offset=dice.randrange(every))
        )  # fmt: skip
    accounts.add_closed(
        book, account_id=dealers[5], first_day=BEGIN + 15 * DAY, last_day=BEGIN + 25 * DAY, now=NOW
    )
    line.add_leave(book, first_day=BEGIN + 30 * DAY, last_day=BEGIN + 32 * DAY, now=NOW)
    for n in range(9):
        made = BEGIN + dice.randrange(50) * DAY
        of = dice.choice(dealers)
        promise = only(
            promises.add_promise(
                book,
                account_id=of,
                what=f"承诺{n}",
                made_on=made,
                due_on=made + dice.randrange(20) * DAY,
                now=NOW,
            ),
            "promise",
        )
        state = dice.choice(["open", "kept", "broken", "substituted", "withdrawn"])
        if state != "open":
            promises.settle_promise(
                book, promise_id=promise, state=state, settled_on=made + dice.randrange(25) * DAY,
                cause="supply", workaround="先发一半", now=NOW,
            )  # fmt: skip
    for week in range(9):
        monday = BEGIN + 7 * week * DAY
        if week in (3, 6):
            slots = [move(book, dice, one, monday) for one in slots]
        for one in slots:
            happen(book, dice, one, monday)
        if dice.random() < 0.5:
            day = monday + dice.randrange(5) * DAY
            if day <= NOW.date():
                report = Report(visited_on=day, arrived=600, outcome=dice.choice(["order", "service"]))
                visits.report_unplanned(book, account_id=dice.choice(dealers), report=report, now=NOW)


def move(book: Store, dice: random.Random, slot_id: str, monday: date) -> str:
    if dice.random() < 0.6:
        return slot_id
    row = rows(book, t.visit_slot)[slot_id]
    changed = line.move_slot(
        book, slot_id=slot_id, asked_by=dice.choice(["customer", "us"]), asked_on=monday, reason="路线",
        effective_from=monday + dice.randrange(3) * DAY, weekday=(row["weekday"] + 1) % 5, now=NOW,
    )  # fmt: skip
    if dice.random() < 0.2:
        assert changed.operation_id
        undo(book, operation_id=changed.operation_id, now=NOW)
        return slot_id
    (new,) = changed.of("visit_slot") - {slot_id}
    return new


def happen(book: Store, dice: random.Random, slot_id: str, monday: date) -> None:
    slot_row = rows(book, t.visit_slot)[slot_id]
    day = monday + slot_row["weekday"] * DAY
    if day > NOW.date() or not due(slot_row, day):
        return
    visit = Occurrence(slot_id=slot_id, due_on=day)
    roll = dice.random()
    if roll < 0.5:
        later = dice.choice([0, 0, 0, 1])
        if day + later * DAY <= NOW.date():
            arrived = dice.choice([None, slot_row["start"] + dice.randrange(-30, 31)])
            taken = Taken(100_00) if dice.random() < 0.3 else None
            report = Report(visited_on=day + later * DAY, arrived=arrived, outcome="service", order=taken)
            visits.report_visit(book, visit=visit, report=report, now=NOW)
    elif roll < 0.7:
        reason = dice.choice(["customer_moved", "customer_absent", "we_moved", "road_weather"])
        visits.miss_visit(book, visit=visit, reason=reason, now=NOW)
    elif roll < 0.9:
        to = day + dice.randrange(1, 9) * DAY
        moved = visits.move_visit(
            book, visit=visit, asked_by=dice.choice(["customer", "us"]), to_date=to, to_start=600,
            reason_text="改期", now=NOW,
        )  # fmt: skip
        targets = [row for row in rows(book, t.visit).values() if row["id"] in moved.of("visit")]
        (target,) = [row["id"] for row in targets if row["planned_date"] == to and row["slot_id"] is None]
        if to <= NOW.date() and dice.random() < 0.6:
            report = Report(visited_on=to, arrived=605)
            visits.report_visit(book, visit=Occurrence(visit_id=target), report=report, now=NOW)
    elif roll < 0.93:
        visits.set_objective(book, visit=visit, objective="盘点", now=NOW)


# --- the recount, from rows ------------------------------------------------------------------------------------------


def rows(book: Store, table) -> Mapping[str, dict[str, Any]]:
    with book.read() as connection:
        found = connection.execute(select(table).where(table.c.deleted_at.is_(None))).mappings()
        return {row["id"]: dict(row) for row in found}


def due(slot_row: Mapping[str, Any], day: date) -> bool:
    """The line's anchor is the Monday of the week of NOW."""
    weeks = (day - MONDAY).days // 7
    inside = slot_row["valid_from"] <= day and (slot_row["valid_to"] is None or day <= slot_row["valid_to"])
    return (
        inside
        and day.weekday() == slot_row["weekday"]
        and weeks % slot_row["every_weeks"] == slot_row["week_offset"]
    )


def first_due(slot_row: Mapping[str, Any]) -> date:
    """The day on which it would have fallen due first, had nobody changed it."""
    days = (slot_row["valid_from"] + n * DAY for n in range(400))
    return next(day for day in days if due({**slot_row, "valid_to": None}, day))


def recount(book: Store, first: date, last: date, today: date) -> dict[str, tuple[int, int]]:
    account_rows, slots = rows(book, t.account), rows(book, t.visit_slot)
    visit_rows, changes = rows(book, t.visit), rows(book, t.slot_change)
    reports = {r["visit_id"]: r for r in rows(book, t.visit_report).values()}
    ordered = {o["visit_id"] for o in rows(book, t.order).values()}
    away, shut = rows(book, t.leave).values(), rows(book, t.account_closed).values()
    days = [first + n * DAY for n in range((last - first).days + 1)]

    def shown(account_id: str) -> str:
        while account_rows[account_id]["merged_into"]:
            account_id = account_rows[account_id]["merged_into"]
        return account_id

    def unit(account_id: str) -> str:
        row = account_rows[shown(account_id)]
        return unit(row["parent_id"]) if row["level"] == "site" else row["id"]

    def excused(account_id: str, day: date) -> bool:
        return any(a["first_day"] <= day <= a["last_day"] for a in away) or any(
            shown(c["account_id"]) == shown(account_id) and c["first_day"] <= day <= c["last_day"]
            for c in shut
        )

    def by_customer(v: Mapping[str, Any]) -> bool:
        return v["state"] in ("cancelled", "rescheduled") and v["state_by"] == "customer"

    def moved_here(v: Mapping[str, Any]) -> Mapping[str, Any] | None:
        return next((o for o in visit_rows.values() if o["moved_to"] == v["id"]), None)

    def earlier(v: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        before = moved_here(v)
        return [*earlier(before), before] if before else []

    def done_at_last(v: Mapping[str, Any]) -> bool:
        while v["moved_to"]:
            v = visit_rows[v["moved_to"]]
        return v["state"] == "done"

    def planned(v: Mapping[str, Any]) -> bool:
        return v["origin"] == "planned"

    due_count = done_count = on_day = 0
    for day in days:
        if day >= today:
            continue
        for slot_id, slot_row in slots.items():
            recorded = any(v["slot_id"] == slot_id and v["planned_date"] == day for v in visit_rows.values())
            if due(slot_row, day) and not recorded and not excused(slot_row["account_id"], day):
                due_count += 1
        for v in visit_rows.values():
            if v["planned_date"] != day or not planned(v):
                continue
            if v["state"] == "planned" and v["slot_id"] and not due(slots[v["slot_id"]], day):
                continue
            takes_out = [
                by_customer(o) or excused(o["account_id"], o["planned_date"]) for o in (*earlier(v), v)
            ]
            if takes_out[-1] or not all(takes_out[:-1]):
                continue
            due_count += 1
            done_count += done_at_last(v)
            on_day += v["state"] == "done" and reports[v["id"]]["visited_on"] == day
    made = [v for v in visit_rows.values() if v["state"] == "done" and reports[v["id"]]["visited_on"] in days]
    timed = [
        (v, reports[v["id"]])
        for v in visit_rows.values()
        if v["state"] == "done" and planned(v) and v["planned_date"] in days
        and reports[v["id"]]["arrived"] is not None
    ]  # fmt: skip
    punctual = [
        1 for v, r in timed
        if r["visited_on"] == v["planned_date"] and abs(r["arrived"] - v["planned_start"]) <= 15
    ]  # fmt: skip
    in_force = {
        s["id"]
        for s in slots.values()
        if any(s["valid_from"] <= d and (s["valid_to"] is None or d <= s["valid_to"]) for d in days)
    }
    now_changed = [
        c
        for c in changes.values()
        if c["effective_from"] in days and first_due(slots[c["from_slot_id"]]) < c["effective_from"]
    ]
    after = {c["from_slot_id"]: c["to_slot_id"] for c in changes.values()}

    def newest(slot_id: str) -> str:
        while slot_id in after:
            slot_id = after[slot_id]
        return slot_id

    lines = {newest(s) for s in in_force | {c["from_slot_id"] for c in now_changed}}
    broken = {newest(c["from_slot_id"]) for c in now_changed if c["asked_by"] == "us"}
    on_line = {unit(slots[s]["account_id"]) for s in in_force}
    ended = [
        p for p in rows(book, t.promise).values()
        if p["due_on"] in days
        and (p["state"] in ("kept", "kept_late", "broken", "substituted")
             or (p["state"] == "open" and p["due_on"] < today))
    ]  # fmt: skip
    return {
        "visits_due": (due_count, 1),
        "plan_completion": (done_count, due_count),
        "on_day_rate": (on_day, due_count),
        "punctuality": (len(punctual), len(timed)),
        "slot_stability": (len(lines - broken), len(lines)),
        "coverage": (len(on_line & {unit(v["account_id"]) for v in made}), len(on_line)),
        "call_compliance": (sum(planned(v) for v in made), len(made)),
        "strike_rate": (
            sum(reports[v["id"]]["outcome"] == "order" or v["id"] in ordered for v in made),
            len(made),
        ),
        "promise_kept": (sum(p["state"] == "kept" for p in ended), len(ended)),
    }


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 30))]
)
def test_every_week_of_a_history_counts_as_by_hand(book: Store, seed: int) -> None:
    live(book, seed)
    weeks = [BEGIN + 7 * n * DAY for n in range(-1, 10)]
    for monday in weeks:
        assert counts(book, monday) == recount(book, monday, monday + 6 * DAY, date(2026, 11, 24)), monday
    whole = {
        f.id.value: (f.numerator, f.denominator)
        for f in period_figures(book, first=BEGIN, last=NOW.date(), now=NOW)
    }
    assert whole == recount(book, BEGIN, NOW.date(), date(2026, 11, 24))
    assert whole["visits_due"][0] >= 30
    assert all(bottom > 0 for _, bottom in whole.values())


# --- single facts of the book ----------------------------------------------------------------------------------------


def test_an_empty_book_has_no_ratio(book: Store) -> None:
    got = counts(book)
    assert got.pop("visits_due") == (0, 1)
    assert set(got.values()) == {(0, 0)}


def test_the_day_passes_at_midnight_where_the_rep_is(book: Store) -> None:
    slot(book, account(book, "路桥恒邦"), 1)
    before = datetime(2026, 11, 24, 15, 59, tzinfo=UTC)
    assert counts(book, now=before)["visits_due"] == (0, 1)
    assert counts(book, now=before + timedelta(minutes=1))["visits_due"] == (1, 1)


def test_the_tolerance_is_the_reps(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 0)
    visits.report_visit(
        book,
        visit=Occurrence(slot_id=fixed, due_on=MONDAY),
        report=Report(visited_on=MONDAY, arrived=560),
        now=NOW,
    )
    assert counts(book)["punctuality"] == (0, 1)
    change_rep(book, rep_id=rep_card(book).id, tolerance=20, now=NOW)
    assert counts(book)["punctuality"] == (1, 1)


def test_coverage_goes_by_the_managed_unit(book: Store) -> None:
    dealer = account(book, "路桥恒邦")
    shops = [account(book, name, parent_id=dealer, level="site") for name in ("一店", "二店")]
    for shop in shops:
        slot(book, shop, 0, valid_from=MONDAY)
    slot(book, account(book, "中盛"), 4, valid_from=MONDAY)
    visits.report_unplanned(book, account_id=shops[0], report=Report(visited_on=MONDAY), now=NOW)
    assert counts(book)["coverage"] == (1, 2)


def test_a_public_holiday_stays_due(book: Store) -> None:
    slot(book, account(book, "路桥恒邦"), 3)
    assert counts(book, date(2026, 9, 28))["visits_due"] == (1, 1)


def test_a_move_taken_back_leaves_the_line_as_stable_as_it_was(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 0)
    moved = line.move_slot(
        book,
        slot_id=fixed,
        asked_by="us",
        asked_on=MONDAY,
        effective_from=MONDAY,
        weekday=2,
        reason="绕路",
        now=NOW,
    )
    assert counts(book)["slot_stability"] == (0, 1)
    assert moved.operation_id is not None
    undo(book, operation_id=moved.operation_id, now=NOW)
    assert counts(book)["slot_stability"] == (1, 1)
