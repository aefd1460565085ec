"""The data of a week plan: what stands at each door, who waits, and what is never on it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from kamdesk.db.store import Store
from kamdesk.domain.figures import FigureId
from kamdesk.domain.geo import Point, travel
from kamdesk.domain.trade import Product
from kamdesk.operations import accounts, confidential, contacts, line, promises, visits
from kamdesk.operations.visits import Counted, Occurrence, Report, Taken
from kamdesk.papers.common import Caution, Person
from kamdesk.papers.plan import DuePromise
from kamdesk.reads.plan import week_plan
from tests.books import NOW, TODAY, only

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def account(book: Store, name: str, **fields) -> str:
    return only(accounts.add_account(book, name=name, now=NOW, **fields), "account")


def slot(book: Store, account_id: str, weekday: int = 2, start: int = 540, **fields) -> str:
    given = {"minutes": 60, "valid_from": MONDAY - 70 * DAY, **fields}
    return only(
        line.add_slot(book, account_id=account_id, weekday=weekday, start=start, now=NOW, **given),
        "visit_slot",
    )


def report(book: Store, account_id: str, day: date, **fields) -> None:
    visits.report_unplanned(book, account_id=account_id, report=Report(visited_on=day, **fields), now=NOW)


def product(book: Store, name: str, **fields) -> str:
    with book.write("product.add", now=NOW) as tx:
        row = Product(id=tx.new_id(), name=name, unit="袋", **fields)
        tx.add(row)
    return row.id


def plan(book: Store, monday: date = MONDAY):
    return week_plan(book, monday=monday, now=NOW)


def stops(book: Store, monday: date = MONDAY):
    return [stop for day in plan(book, monday).days for stop in day.stops]


def test_a_stop_says_what_to_know_at_the_door(book: Store) -> None:
    here = account(
        book, "路桥恒邦建材有限公司", short_name="恒邦", district="路桥", city="台州", address="银安街 218 号",
        latitude=28.60, longitude=121.40,
    )  # fmt: skip
    accounts.set_phones(
        book,
        account_id=here,
        phones=[("0576-82451108", None, "fax"), ("0576-82451107", "2", "office")],
        now=NOW,
    )
    contacts.add_contact(book, account_id=here, name="陈国梁", title="总经理", now=NOW)
    fixed = slot(book, here, 2, 510, every_weeks=2, promised=True)
    mortar, grout, old = (
        product(book, "瓷砖胶 C2"),
        product(book, "美缝剂"),
        product(book, "停产品", discontinued=True),
    )
    report(
        book, here, MONDAY - 6 * DAY, outcome="order", points="老板嫌贵", next_step="带样板",
        stock=[Counted(mortar, 420_000, "袋"), Counted(old, 1000, "袋")], order=Taken(100_00),
    )  # fmt: skip
    report(
        book,
        here,
        MONDAY - 20 * DAY,
        outcome="service",
        stock=[Counted(mortar, 500_000, "袋"), Counted(grout, 0, "支")],
    )
    promises.add_promise(
        book, account_id=here, what="补发破包", made_on=MONDAY - 9 * DAY, due_on=MONDAY - 3 * DAY, now=NOW
    )
    promises.add_promise(
        book, account_id=here, what="书面船期", made_on=MONDAY, due_on=MONDAY + 4 * DAY, now=NOW
    )
    promises.add_promise(
        book, account_id=here, what="年会请柬", made_on=MONDAY, due_on=MONDAY + 40 * DAY, now=NOW
    )
    promises.add_action(book, what="带对账单", account_id=here, due_on=MONDAY + 2 * DAY, now=NOW)
    promises.add_action(book, what="明年的事", account_id=here, due_on=MONDAY + 60 * DAY, now=NOW)
    visits.set_objective(
        book, visit=Occurrence(slot_id=fixed, due_on=MONDAY + 2 * DAY), objective="签发运确认书", now=NOW
    )
    (stop,) = stops(book)
    assert (stop.account, stop.short_name, stop.area, stop.address) == (
        "路桥恒邦建材有限公司",
        "恒邦",
        "路桥",
        "银安街 218 号",
    )
    assert (stop.start, stop.minutes, stop.promised, stop.state) == (510, 60, True, "planned")
    assert (stop.phone, stop.people) == ("0576-82451107-2", (Person("陈国梁", "总经理"),))
    assert stop.rhythm is not None
    assert (stop.rhythm.every_weeks, stop.rhythm.weeks, stop.rhythm.current) == (
        2,
        (True, False, True, False),
        0,
    )
    assert stop.rhythm.next_on == MONDAY + 16 * DAY
    assert stop.last_visit is not None
    assert (stop.last_visit.on, stop.last_visit.outcome, stop.last_visit.next_step) == (
        MONDAY - 6 * DAY,
        "order",
        "带样板",
    )
    assert [promise.what for promise in stop.promises] == ["补发破包", "书面船期"]
    assert (stop.objective, stop.actions) == ("签发运确认书", ("带对账单",))
    assert [(p.product, p.last, p.counted_on) for p in stop.products] == [
        ("瓷砖胶 C2", 420_000, MONDAY - 6 * DAY),
        ("美缝剂", 0, MONDAY - 20 * DAY),
    ]
    assert stop.read_first


def test_a_contacts_own_number_goes_before_the_switchboard(book: Store) -> None:
    here = account(book, "路桥恒邦")
    accounts.set_phones(book, account_id=here, phones=[("0576-82451107", None, "office")], now=NOW)
    contacts.add_contact(
        book, account_id=here, name="陈国梁", phones=[("13905760021", None, "mobile")], now=NOW
    )
    slot(book, here)
    assert [stop.phone for stop in stops(book)] == ["13905760021"]


def test_an_empty_account_has_nothing_invented(book: Store) -> None:
    slot(book, account(book, "三甲恒丰"))
    (stop,) = stops(book)
    assert (stop.phone, stop.people, stop.last_visit, stop.promises, stop.actions, stop.products) == (
        None,
        (),
        None,
        (),
        (),
        (),
    )
    assert not stop.read_first
    assert stop.cautions == ()


def test_what_was_cancelled_or_moved_away_is_not_on_the_plan(book: Store) -> None:
    gone, moved = slot(book, account(book, "甲"), 2), slot(book, account(book, "乙"), 2, 700)
    visits.miss_visit(
        book, visit=Occurrence(slot_id=gone, due_on=MONDAY + 2 * DAY), reason="customer_moved", now=NOW
    )
    visits.move_visit(
        book, visit=Occurrence(slot_id=moved, due_on=MONDAY + 2 * DAY), asked_by="customer",
        to_date=MONDAY + 4 * DAY, to_start=600, now=NOW,
    )  # fmt: skip
    got = plan(book)
    assert [[stop.account for stop in day.stops] for day in got.days] == [[], [], [], [], ["乙"], [], []]
    assert got.days[4].stops[0].moved_from == MONDAY + 2 * DAY


def test_what_holds_for_a_day_is_said_once_and_also_where_nobody_is_seen(book: Store) -> None:
    here = account(book, "路桥恒邦")
    slot(book, here, 3, 700)
    slot(book, here, 5)
    line.add_leave(book, first_day=MONDAY, last_day=MONDAY, reason="年假", now=NOW)
    got = plan(book)
    assert got.days[0].cautions == (Caution("leave", "年假"),)
    assert got.days[3].cautions == ()
    assert got.days[3].stops[0].cautions == (Caution("over_lunch", "40"),)
    assert got.days[5].cautions == (Caution("rep_day_off"),)
    assert got.days[5].stops[0].cautions == ()
    october = plan(book, date(2026, 9, 28))
    assert [day.cautions for day in october.days[3:]] == [(Caution("holiday", "national_day"),)] * 2 + [
        (Caution("holiday", "national_day"), Caution("rep_day_off")),
        (Caution("holiday", "national_day"),),
    ]


def test_promises_of_all_accounts_that_are_due_by_the_weeks_end(book: Store) -> None:
    one, two = account(book, "路桥恒邦", short_name="恒邦"), account(book, "中盛")
    who = only(contacts.add_contact(book, account_id=one, name="陈国梁", now=NOW), "contact")
    given = {"made_on": MONDAY - 20 * DAY, "now": NOW}
    promises.add_promise(
        book, account_id=one, what="书面船期", due_on=MONDAY + 6 * DAY, contact_id=who, **given
    )
    promises.add_promise(book, account_id=two, what="样板", due_on=MONDAY - 9 * DAY, **given)
    promises.add_promise(book, account_id=two, what="以后", due_on=MONDAY + 7 * DAY, **given)
    kept = only(promises.add_promise(book, account_id=two, what="已办", due_on=MONDAY, **given), "promise")
    promises.settle_promise(book, promise_id=kept, state="kept", settled_on=MONDAY, now=NOW)
    assert plan(book).promises == (
        DuePromise("样板", MONDAY - 9 * DAY, "中盛"),
        DuePromise("书面船期", MONDAY + 6 * DAY, "恒邦", "陈国梁"),
    )


def test_who_waits_and_on_whose_way_they_lie(book: Store) -> None:
    near, far = Point(28.601, 121.401), Point(30.0, 121.4)
    here = account(book, "路桥恒邦", latitude=28.60, longitude=121.40)
    slot(book, here, 3)
    missed = account(book, "新桥万利", latitude=near.latitude, longitude=near.longitude)
    fixed = slot(book, missed, 1, every_weeks=4, week_offset=3)
    visits.miss_visit(
        book, visit=Occurrence(slot_id=fixed, due_on=MONDAY - 6 * DAY), reason="road_weather", now=NOW
    )
    overdue = account(book, "螺洋天工", latitude=far.latitude, longitude=far.longitude)
    slot(book, overdue, 0, every_weeks=2, week_offset=1)
    report(book, overdue, MONDAY - 35 * DAY)
    never = account(book, "峰江顺达")
    slot(book, never, 0, every_weeks=4, week_offset=1)
    seen = account(book, "东港")
    slot(book, seen, 0, every_weeks=2, week_offset=1)
    report(book, seen, MONDAY - 7 * DAY)
    got = plan(book)
    by_name = {one.account: one for one in got.open_accounts}
    assert set(by_name) == {"新桥万利", "螺洋天工", "峰江顺达"}
    one = by_name["新桥万利"]
    assert (one.why, one.since, one.days, one.reason) == ("missed", MONDAY - 6 * DAY, 7, "road_weather")
    assert (one.day, one.near) == (MONDAY + 3 * DAY, "路桥恒邦")
    assert one.kilometres == travel(near, Point(28.60, 121.40)).kilometres
    assert got.days[3].nearby == (one,)
    two = by_name["螺洋天工"]
    assert (two.why, two.since, two.days, two.allowed, two.day) == (
        "overdue",
        MONDAY - 35 * DAY,
        36,
        14,
        None,
    )
    assert (by_name["峰江顺达"].since, by_name["峰江顺达"].days) == (None, None)


def test_the_figures_are_those_of_the_week_before(book: Store) -> None:
    fixed = slot(book, account(book, "路桥恒邦"), 0, valid_from=MONDAY - 7 * DAY)
    visits.report_visit(
        book,
        visit=Occurrence(slot_id=fixed, due_on=MONDAY - 7 * DAY),
        report=Report(visited_on=MONDAY - 7 * DAY),
        now=NOW,
    )
    got = plan(book)
    assert [figure.id for figure in got.figures] == list(FigureId)
    assert (got.figures[1].numerator, got.figures[1].denominator) == (1, 1)


def test_the_head_names_line_week_and_currency(book: Store) -> None:
    here = account(book, "路桥恒邦")
    report(book, here, MONDAY, order=Taken(100_00))
    got = plan(book, date(2026, 12, 28))
    assert (got.line, got.year, got.week, got.monday) == ("林岚", 2026, 53, date(2026, 12, 28))
    assert (got.imprint.rep, got.imprint.company, got.currency, got.tolerance) == (
        "林岚",
        "岩屿建材",
        "CNY",
        15,
    )


def test_the_plan_is_the_same_with_and_without_informants(book: Store) -> None:
    here = account(book, "路桥恒邦")
    who = only(contacts.add_contact(book, account_id=here, name="周敏", title="采购", now=NOW), "contact")
    slot(book, here)
    before = asdict(plan(book))
    confidential.record_informant(book, contact_id=who, account_id=here, told="年底换供应商", now=NOW)
    after = asdict(plan(book))
    assert {**before, "imprint": None} == {**after, "imprint": None}
    assert "年底换供应商" not in str(after)


def test_who_was_missed_today_is_listed_and_a_week_that_is_not_over_is_said_to_be_so(book: Store) -> None:
    missed = account(book, "今日未遇")
    fixed = slot(book, missed, TODAY.weekday(), every_weeks=4, week_offset=0)
    visits.miss_visit(book, visit=Occurrence(slot_id=fixed, due_on=TODAY), reason="road_weather", now=NOW)
    monday = TODAY - TODAY.weekday() * DAY
    following = week_plan(book, monday=monday + 7 * DAY, now=NOW)
    (one,) = following.open_accounts
    assert (one.why, one.since, one.days, one.reason) == ("missed", TODAY, 0, "road_weather")
    assert not following.before_over
    assert week_plan(book, monday=monday, now=NOW).before_over
