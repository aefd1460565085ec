"""The history of fixed visits, and the accounts that have none."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.db.store import Store
from kamdesk.operations import accounts, contacts, line, visits
from kamdesk.operations.undo import undo
from kamdesk.operations.visits import Report
from kamdesk.reads.slots import accounts_without_slot, slot_history
from tests.books import NOW, TODAY, only

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def account(book: Store, name: str, **fields) -> str:
    return only(accounts.add_account(book, name=name, now=NOW, **fields), "account")


def slot(book: Store, account_id: str, weekday: int = 1, **fields) -> str:
    given = {"start": 540, "minutes": 60, "valid_from": MONDAY, **fields}
    return only(line.add_slot(book, account_id=account_id, weekday=weekday, now=NOW, **given), "visit_slot")


def test_every_change_is_told_with_who_asked_newest_first(book: Store) -> None:
    here = account(book, "路桥恒邦")
    who = only(contacts.add_contact(book, account_id=here, name="陈国梁", now=NOW), "contact")
    first = slot(book, here, 1)
    moved = line.move_slot(
        book, slot_id=first, asked_by="customer", contact_id=who, asked_on=MONDAY + DAY,
        effective_from=MONDAY + 7 * DAY, weekday=2, every_weeks=2, reason="周二盘点", now=NOW,
    )  # fmt: skip
    (second,) = moved.of("visit_slot") - {first}
    line.end_slot(
        book, slot_id=second, asked_by="us", asked_on=MONDAY + 20 * DAY, effective_from=MONDAY + 28 * DAY,
        reason="线路调整", now=NOW,
    )  # fmt: skip
    ended, changed, begun = slot_history(book, account_id=here, today=TODAY)
    assert (ended.now, ended.asked_by, ended.reason, ended.on) == (None, "us", "线路调整", MONDAY + 28 * DAY)
    assert (changed.asked_by, changed.contact, changed.reason) == ("customer", "陈国梁", "周二盘点")
    assert changed.asked_on == MONDAY + DAY
    assert changed.was is not None
    assert changed.now is not None
    assert (changed.was.slot.weekday, changed.now.slot.weekday) == (1, 2)
    assert (changed.was.slot.dots, changed.now.slot.dots) == ((True,) * 4, (True, False, True, False))
    assert (begun.was, begun.asked_by, begun.on) == (None, None, MONDAY)
    assert begun.now is not None
    assert begun.now.slot.id == first


def test_a_change_taken_back_is_no_history(book: Store) -> None:
    here = account(book, "路桥恒邦")
    first = slot(book, here)
    moved = line.move_slot(
        book, slot_id=first, asked_by="customer", asked_on=MONDAY, effective_from=MONDAY, weekday=2, now=NOW
    )
    assert len(slot_history(book, account_id=here, today=TODAY)) == 2
    assert moved.operation_id is not None
    undo(book, operation_id=moved.operation_id, now=NOW)
    (begun,) = slot_history(book, account_id=here, today=TODAY)
    assert begun.now is not None
    assert begun.now.slot.valid_to is None


def test_an_alias_tells_the_history_of_what_it_became(book: Store) -> None:
    one, two = account(book, "恒邦建材"), account(book, "路桥恒邦")
    slot(book, one)
    accounts.join_accounts(book, account_id=one, into_id=two, now=NOW)
    assert len(slot_history(book, account_id=two, today=TODAY)) == 1
    assert slot_history(book, account_id=one, today=TODAY) == slot_history(book, account_id=two, today=TODAY)


def test_accounts_without_a_slot_are_active_units_of_which_nothing_is_visited(book: Store) -> None:
    visited = account(book, "路桥恒邦")
    slot(book, account(book, "恒邦一店", parent_id=visited, level="site"))
    unit = account(book, "中盛", value_class="B")
    site = account(book, "中盛二店", parent_id=unit, level="site")
    account(book, "流失户", status="lost", status_reason="停业")
    account(book, "潜在户", status="prospect")
    best = account(book, "金石仓储", value_class="A")
    gone = account(book, "鸿泰", value_class="C")
    ended = slot(book, gone, valid_from=MONDAY - 70 * DAY)
    line.end_slot(
        book,
        slot_id=ended,
        asked_by="customer",
        asked_on=MONDAY,
        effective_from=MONDAY,
        reason="装修",
        now=NOW,
    )
    visits.report_unplanned(book, account_id=site, report=Report(visited_on=MONDAY), now=NOW)
    got = accounts_without_slot(book, on=TODAY)
    assert [row.account.id for row in got] == [best, unit, gone]
    assert [row.last_visit for row in got] == [None, MONDAY, None]
    assert got[2].ended is not None
    assert (got[2].ended.slot.weekday, got[2].end_reason) == (1, "装修")
    assert gone not in {row.account.id for row in accounts_without_slot(book, on=MONDAY - 7 * DAY)}
