"""What the end of a week looks at: gaps, packages, rows that wait or were refused, conflicts in words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.contact import Contact, ContactPhone
from kamdesk.domain.errors import BookError, Stopped
from kamdesk.domain.promise import Promise
from kamdesk.domain.trade import Product
from kamdesk.domain.visit import MissedReason, Visit
from kamdesk.exchange.out.shapes import Shape
from kamdesk.operations import accounts, line, promises, visits
from kamdesk.operations.drafts import keep_draft
from kamdesk.operations.reporting import Report
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.closing import close_week, reopen_week
from kamdesk.operations.week_end.conflicts import count_conflicts, open_conflicts, resolve
from kamdesk.operations.week_end.contents import contents
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import peers
from kamdesk.operations.week_end.refusals import refusals
from kamdesk.operations.week_end.sharing import end_sharing, share_account
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.week_end.closings import closings
from kamdesk.reads.week_end.missing import Gap, week_missing
from kamdesk.reads.week_end.odds import in_words
from kamdesk.reads.week_end.packages import packages
from kamdesk.reads.week_end.refused import refused_rows
from kamdesk.reads.week_end.shares import shared_accounts, shares_of
from kamdesk.reads.week_end.waiting import waiting_rows
from kamdesk.words import Words
from tests.books import NOW, TODAY, make_book, only
from tests.operations.week_end.books import hand, laptops, meet, office_of, reps
from tests.sync.test_book import account, change, value

MONDAY = date(2026, 11, 23)
ZH, EN = Words("zh"), Words("en")


def visited(store: Store, weekday: int, start: int = 540, name: str = "岩屿") -> tuple[str, str]:
    row = only(accounts.add_account(store, name=name, now=NOW), "account")
    slot = line.add_slot(
        store, account_id=row, weekday=weekday, start=start, minutes=60, valid_from=date(2026, 11, 2), now=NOW
    )
    return row, only(slot, "visit_slot")


def gaps(store: Store, monday: date = MONDAY) -> list[tuple[Gap, str, date]]:
    return [(item.gap, item.account, item.day) for item in week_missing(store, monday=monday, now=NOW).items]


# what is missing; it is Tuesday, five in the afternoon


def test_a_visit_of_the_past_wants_its_report_one_ahead_does_not(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    visited(store, 0, name="周一")
    visited(store, 1, name="周二")
    visited(store, 1, 16 * 60 + 30, name="正在")
    visited(store, 3, name="周四")
    found = week_missing(store, monday=MONDAY, now=NOW)
    assert [(item.gap, item.account) for item in found.items] == [(Gap.REPORT, "周一"), (Gap.REPORT, "周二")]
    assert (found.visits, found.recorded, found.missed, found.ahead) == (4, 0, 0, 2)
    store.close()


def test_a_report_fills_the_gap_and_a_reason_too(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    _, slot = visited(store, 0)
    _, missed = visited(store, 1, name="没去")
    visits.report_visit(
        store, visit=visits.Occurrence(slot_id=slot, due_on=MONDAY),
        report=Report(visited_on=MONDAY, outcome="service", arrived=540, left=600), now=NOW,
    )  # fmt: skip
    visits.miss_visit(
        store,
        visit=visits.Occurrence(slot_id=missed, due_on=TODAY),
        reason=MissedReason.CUSTOMER_ABSENT,
        now=NOW,
    )
    assert gaps(store) == []
    found = week_missing(store, monday=MONDAY, now=NOW)
    assert (found.recorded, found.missed) == (1, 1)
    store.close()


def test_missed_without_a_reason(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    _, slot = visited(store, 0)
    changes = visits.miss_visit(
        store,
        visit=visits.Occurrence(slot_id=slot, due_on=MONDAY),
        reason=MissedReason.CUSTOMER_ABSENT,
        now=NOW,
    )
    with store.write("test.list", now=NOW) as tx:  # a list may bring one without a reason
        tx.get(Visit, only(changes, "visit")).reason = None
    assert gaps(store) == [(Gap.REASON, "岩屿", MONDAY)]
    store.close()


def test_on_leave_nothing_is_missing(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    visited(store, 0)
    line.add_leave(store, first_day=MONDAY, last_day=MONDAY, reason="体检", now=NOW)
    assert gaps(store) == []
    store.close()


def test_promises_due_are_asked_for_until_they_are_settled(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    row = account(store, "岩屿")
    for days in (-3, 0, 2, 9):
        promises.add_promise(
            store,
            account_id=row,
            what=f"样品 {days}",
            made_on=MONDAY - timedelta(days=14),
            due_on=TODAY + timedelta(days=days),
            now=NOW,
        )
    assert gaps(store) == [
        (Gap.PROMISE, "岩屿", TODAY - timedelta(days=3)), (Gap.PROMISE, "岩屿", TODAY)
    ]  # fmt: skip
    assert gaps(store, MONDAY - timedelta(days=7)) == [(Gap.PROMISE, "岩屿", TODAY - timedelta(days=3))]
    found = week_missing(store, monday=MONDAY, now=NOW)
    assert [(item.gap, item.day) for item in found.coming] == [(Gap.PROMISE, TODAY + timedelta(days=2))]
    assert week_missing(store, monday=MONDAY - timedelta(days=7), now=NOW).coming == ()
    store.close()


def test_a_report_begun_is_said_once(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    _, slot = visited(store, 0)
    other, _ = visited(store, 3, name="周四")
    keep_draft(store, form="visit_report", subject=f"{slot}@{MONDAY}", content="{}", now=NOW)
    keep_draft(store, form="visit_report", subject=f"{other}@{TODAY}", content="{}", now=NOW)
    found = week_missing(store, monday=MONDAY, now=NOW)
    assert [(item.gap, item.account, item.begun) for item in found.items] == [
        (Gap.REPORT, "岩屿", True), (Gap.DRAFT, "周四", False)
    ]  # fmt: skip
    store.close()


def test_weeks_closed(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    close_week(store, monday=MONDAY, now=NOW)
    (closing,) = closings(store)
    assert (closing.monday, closing.closed_by, closing.reopened_at) == (MONDAY, "林岚", None)
    reopen_week(store, monday=MONDAY, now=NOW)
    (closing,) = closings(store)
    assert closing.reopened_at is not None
    store.close()


# packages


def test_a_package_is_confirmed_by_the_one_that_comes_back(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "岩屿")
    hand(one, two, tmp_path)
    assert [line.confirmed for line in packages(one)] == [False]
    hand(two, one, tmp_path)
    account(one, "砚石")
    pack(one, order=Order(tmp_path / "lost.kamweek", NOW, week="2026-W48"))
    lost, back, first = packages(one)
    assert (first.out, first.confirmed, first.parties[0].device) == (True, True, "home")
    assert (back.out, back.parties[0].own) == (False, True)
    assert (lost.confirmed, lost.week) == (False, "2026-W48")
    one.close()
    two.close()


def test_what_would_be_in_it_is_what_is_in_it(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    office = office_of(tmp_path, lin)
    meet(lin, qin)
    place = account(lin, "岩屿")
    account(lin, "砚石")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    known = {peer.card.rep: peer.card.key for peer in peers(lin)}
    for name, everything in (("内勤", False), ("秦川", False), ("内勤", True)):
        told = contents(lin, keys=[known[name]], today=TODAY, everything=everything)
        packed = pack(lin, order=Order(tmp_path / "a.kamweek", NOW, everything=everything), to=[known[name]])
        assert (told.rows, told.everything) == (packed.rows, packed.everything)
    take_in(office, path=tmp_path / "a.kamweek", now=NOW)
    hand_back(office, lin, tmp_path)
    account(lin, "新客户")
    told = contents(lin, keys=[known["内勤"]], today=TODAY)
    assert (told.counts, told.everything) == ({"account": 1}, False)
    for store in (lin, qin, office):
        store.close()


def hand_back(office: Store, lin: Store, folder: Path) -> None:
    from tests.operations.week_end.books import give_back

    give_back(office, lin, folder, "林岚")


def test_stopped_while_packing_leaves_no_file(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "岩屿")

    def stop(done: int, total: int) -> None:
        raise Stopped

    folder = tmp_path / "stick"
    folder.mkdir()
    with pytest.raises(Stopped):
        pack(one, order=Order(folder / "a.kamweek", NOW), progress=stop)
    assert list(folder.iterdir()) == []
    assert packages(one) == ()
    one.close()
    two.close()


def test_stopped_while_taking_in_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    path = tmp_path / "a.kamweek"
    pack(one, order=Order(path, NOW))

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        take_in(two, path=path, now=NOW, progress=stop)
    assert value(two, row, "name") is None
    told: list[tuple[int, int]] = []
    assert take_in(two, path=path, now=NOW, progress=lambda *each: told.append(each)).fresh["account"] == 1
    assert told[-1][0] == told[-1][1] > 0
    one.close()
    two.close()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    with pytest.raises(BookError):
        pack(one, order=Order(tmp_path / "gone" / "a.kamweek", NOW))
    assert packages(one) == ()
    one.close()
    two.close()


def test_the_look_counts_what_comes_new_changed_and_taken_back(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    rows = [account(one, name) for name in ("甲", "乙", "丙")]
    hand(one, two, tmp_path)
    change(one, rows[0], city="杭州")
    with one.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, rows[1]))
    account(one, "丁")
    path = tmp_path / "b.kamweek"
    pack(one, order=Order(path, NOW, week="2026-W48"))
    looked = take_in(two, path=path, now=NOW, dry_run=True)
    assert (looked.fresh, looked.altered, looked.gone) == ({"account": 1}, {"account": 1}, {"account": 1})
    assert (looked.week, looked.closed, looked.role) == ("2026-W48", False, "rep")
    assert value(two, rows[0], "city") is None
    one.close()
    two.close()


# conflicts in words


def test_each_kind_of_value_is_said_as_people_say_it(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    with one.write("test.more", now=NOW) as tx:
        contact = Contact(id=tx.new_id(), name="陈国梁")
        tx.add(contact)
        phone = ContactPhone(id=tx.new_id(), contact_id=contact.id, number="1390576")
        tx.add(phone)
        product = Product(id=tx.new_id(), name="瓷砖胶", currency="CNY", price=1000)
        tx.add(product)
    promise = only(
        promises.add_promise(one, account_id=row, what="样品", made_on=TODAY, due_on=TODAY, now=NOW),
        "promise",
    )
    hand(one, two, tmp_path)
    for store, sign in ((one, 1), (two, 2)):
        with store.write("test.change", now=NOW) as tx:
            tx.get(Promise, promise).due_on = date(2026, 12, sign)
            tx.get(Promise, promise).state = ("kept", "broken")[sign - 1]
            tx.get(ContactPhone, phone.id).number = f"1390576{sign}"
            tx.get(Product, product.id).price = 100_000 * sign
            tx.get(Product, product.id).tax_included = sign == 1
    hand(two, one, tmp_path)
    found = {(each.table, each.field.name): each for each in in_words(one, open_conflicts(one), EN)}
    said = {key: {written.text for written in each.choices} for key, each in found.items()}
    assert said["promise", "due_on"] == {"2026-12-01", "2026-12-02"}
    assert said["promise", "state"] == {EN.text("promise.state.kept"), EN.text("promise.state.broken")}
    assert said["product", "price"] == {"1,000 CNY", "2,000 CNY"}
    assert said["product", "tax_included"] == {"yes", "no"}
    each = found["promise", "due_on"]
    assert (each.kind, each.what, each.account, each.heading) == ("Promise", "样品", "岩屿", "Due on")
    assert each.field.shape is Shape.DAY
    assert found["contact_phone", "number"].what == "陈国梁"
    zh = {each.heading for each in in_words(one, open_conflicts(one), ZH)}
    assert {"到期日", "状态", "单价", "含税", "电话"} <= zh
    one.close()
    two.close()


def test_every_field_of_every_table_has_words() -> None:
    from kamdesk.reads.export.shape import sheet_shape
    from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes

    for words in (ZH, EN):
        for table in shapes().keys() - CONFIDENTIAL:
            names = {field.name for field in sheet_shape(table, words).fields}
            assert names >= set(shapes()[table].fields)


def test_counted_without_reading_them(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    row = account(one, "岩屿")
    hand(one, two, tmp_path)
    assert count_conflicts(two) == 0
    change(one, row, name="甲")
    change(two, row, name="乙")
    hand(one, two, tmp_path)
    assert count_conflicts(two) == 1 == len(open_conflicts(two))
    (conflict,) = open_conflicts(two)
    changes = resolve(two, conflict_id=conflict.id, take=1, now=NOW)
    assert count_conflicts(two) == 0
    undo(two, operation_id=changes.operation_id or "", now=NOW)
    assert count_conflicts(two) == 1
    one.close()
    two.close()


# rows that wait, rows that are refused, accounts that are shared


def test_refused_rows_say_both_values(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    place = account(lin, "岩屿", city="杭州")
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    (shared,) = shared_accounts(lin, today=TODAY)
    assert (shared.account, shared.colleague, shared.shared_by) == ("岩屿", "秦川", "林岚")
    assert (shared.with_me, shared.other) == (False, "秦川")
    hand(lin, qin, tmp_path, "秦川")
    (there,) = shares_of(qin, account_id=place, today=TODAY)
    assert (there.account, there.with_me, there.other, there.since) == ("岩屿", True, "林岚", TODAY)
    end_sharing(lin, account_id=place, colleague="秦川", today=TODAY + timedelta(days=1), now=NOW)
    later = NOW + timedelta(days=7)
    change(qin, place, city="宁波")
    taken = hand(qin, lin, tmp_path, "林岚", now=later)
    assert taken.refused == 1
    (row,) = refused_rows(lin, refusals(lin), ZH)
    assert (row.kind, row.account, row.rep) == ("客户", "岩屿", "秦川")
    assert ("城市", "宁波", "杭州") in row.pairs
    assert row.reason == ZH.text("refused.reason.territory")
    lin.close()
    qin.close()


def test_a_row_waits_for_the_one_it_belongs_to(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    account(one, "岩屿")
    hand(one, two, tmp_path)
    hand(two, one, tmp_path)
    assert waiting_rows(two) == ()
    with two.write_local() as connection:
        connection.exec_driver_sql(
            'INSERT INTO sync_row ("table", row, vector, origin, counter, rest, place, conflicts, sequence)'
            " VALUES ('note', 'n1', '[]', 1, 1, '{\"text\": \"先到\", \"account_id\": \"a9\"}', 'parked', 0, 9)"
        )
        connection.exec_driver_sql(
            'INSERT INTO sync_row ("table", row, vector, origin, counter, rest, place, conflicts, sequence)'
            " VALUES ('hologram', 'h1', '[]', 1, 1, '{\"name\": \"未来\"}', 'foreign', 0, 9)"
        )
    newer, waits = waiting_rows(two)
    assert (waits.table, waits.what, waits.why, waits.lacks) == ("note", "先到", "missing", "account")
    assert (newer.table, newer.what, newer.why) == ("hologram", "未来", "newer")
    one.close()
    two.close()


def test_what_only_names_one_beyond_what_is_shared_does_not_wait(tmp_path: Path) -> None:
    lin, qin = reps(tmp_path, "林岚", "秦川")
    meet(lin, qin)
    group = account(lin, "岩屿集团")
    place = account(lin, "岩屿", parent_id=group)
    share_account(lin, account_id=place, colleague="秦川", since=TODAY, now=NOW)
    hand(lin, qin, tmp_path, "秦川")
    with qin.read() as connection:
        stands = connection.exec_driver_sql("SELECT place FROM sync_row WHERE row = ?", (place,)).scalar()
    assert stands == "waiting"
    assert waiting_rows(qin) == ()


def test_an_account_that_would_stand_below_itself_waits_for_no_newer_version(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    office = office_of(tmp_path, one, two)
    first, second = account(one, "岩屿"), account(one, "岩屿仓库")
    hand(one, two, tmp_path)
    for store, row, there in ((one, first, second), (two, second, first)):
        change(store, row, parent_id=there)
        hand(store, office, tmp_path, "内勤")
    assert waiting_rows(office) == ()
