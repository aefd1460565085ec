"""The demo book: the same for the same seed, sound, and such as a rep could have lived through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kamdesk.db import tables as t
from kamdesk.db.key import Passphrase
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.opening import check_book
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.errors import BookError
from kamdesk.domain.schedule import check_slot, due_dates, monday_of, times_overlap
from kamdesk.domain.warnings import WarningCode
from kamdesk.operations.demo import make_demo
from kamdesk.operations.demo.lists import cast, texts
from kamdesk.reads.due import slots_in_force
from kamdesk.reads.figures import period_figures
from kamdesk.reads.line import week_line

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 25, 10, 2, tzinfo=CHINA)
TODAY = NOW.date()
MONDAY = monday_of(TODAY)
FIRST = MONDAY - timedelta(weeks=25)
LINE_WARNINGS = {
    WarningCode.OVERLAP,
    WarningCode.TOO_TIGHT,
    WarningCode.OVER_LUNCH,
    WarningCode.OUTSIDE_HOURS,
    WarningCode.CLOSED_WEEKDAY,
    WarningCode.OUTSIDE_REP_HOURS,
    WarningCode.REP_DAY_OFF,
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = make_demo(tmp_path_factory.mktemp("demo") / "demo.kam", now=NOW)
    yield store
    store.close()


def content(store: Store) -> dict[str, list[tuple]]:
    """Every recorded table in full."""
    with store.read() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(t.metadata.tables[name]).order_by("id"))]
            for name in BY_TABLE
        }


def rows(store: Store, table: str) -> list:
    with store.read() as connection:
        return list(connection.execute(select(t.metadata.tables[table])))


def made(folder: Path, **options) -> Store:
    return make_demo(folder / "demo.kam", **{"now": NOW, "accounts": 16, "weeks": 4, **options})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, str]:
    store = made(tmp_path_factory.mktemp("small"))
    found = content(store), rows(store, "replica")[0].id
    store.close()
    return found


def test_one_seed_one_book(small: tuple[dict, str], tmp_path: Path) -> None:
    store = made(tmp_path)
    assert content(store) == small[0]
    assert rows(store, "replica")[0].id != small[1]
    store.close()


@pytest.mark.parametrize("other", [{"seed": 2}, {"weeks": 5}, {"now": NOW + timedelta(weeks=1)}])
def test_another_seed_another_book(small: tuple[dict, str], tmp_path: Path, other: dict) -> None:
    store = made(tmp_path, **other)
    found = content(store)
    store.close()
    for table in ("account", "contact", "visit", "note"):
        assert {row[0] for row in found[table]}.isdisjoint(row[0] for row in small[0][table])
    assert found != small[0]


def test_what_is_added_later_gets_ids_of_its_own(tmp_path: Path) -> None:
    given = []
    for name in ("one", "two"):
        store = made(tmp_path / name, accounts=1, weeks=0)
        given.append(store.new_id())
        store.close()
    assert given[0] != given[1]


def test_the_book_is_sound(demo: Store) -> None:
    with demo.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
    assert check_book(demo.path) == []
    assert [row.number for row in rows(demo, "replica")] == [1]


def test_nothing_has_happened_yet_that_lies_ahead(demo: Store) -> None:
    for name in BY_TABLE:
        for row in rows(demo, name):
            assert row.recorded_at <= NOW
    assert all(row.visited_on <= TODAY for row in rows(demo, "visit_report"))
    assert all(row.made_on <= TODAY for row in rows(demo, "promise"))
    assert all(row.ordered_on <= TODAY for row in rows(demo, "order"))
    assert all(row.noted_on <= TODAY for row in rows(demo, "note"))
    moments = [row.at for row in rows(demo, "operation")]
    assert moments == sorted(moments)
    assert moments[-1] <= NOW


def test_the_accounts(demo: Store) -> None:
    accounts = rows(demo, "account")
    assert len(accounts) == 60
    assert len({a.name for a in accounts}) == 60
    assert {a.province for a in accounts} == {"浙江省", "湖北省"}
    by_status = defaultdict(list)
    for account in accounts:
        by_status[account.status].append(account)
    assert len(by_status[AccountStatus.PROSPECT]) >= 3
    for status in (AccountStatus.LOST, AccountStatus.BLOCKED, AccountStatus.GIVEN_UP):
        assert all(account.status_reason for account in by_status[status])
        assert by_status[status]
    units = [a for a in accounts if a.is_key and a.level == "company"]
    assert 10 <= len(units) <= 14
    assert {a.level for a in accounts} == {"group", "company", "site"}
    assert all(a.latitude is None or 27 < a.latitude < 33 for a in accounts)
    twice = defaultdict(list)
    for slot in rows(demo, "visit_slot"):
        if slot.valid_to is None and slot.every_weeks == 1:
            twice[slot.account_id].append(slot.weekday)
    assert max(len(days) for days in twice.values()) == 2


def test_the_people(demo: Store) -> None:
    contacts, posts = rows(demo, "contact"), rows(demo, "contact_post")
    assert {c.birth_calendar for c in contacts} == {None, "solar", "lunar"}
    assert any(c.birth_month and c.birth_year is None for c in contacts)
    assert sum(c.name.isascii() for c in contacts) == 1
    assert any(phone.extension for phone in rows(demo, "contact_phone"))
    moved = [post for post in posts if post.until is not None]
    assert len(moved) == 1
    assert sum(post.contact_id == moved[0].contact_id for post in posts) == 2
    assert {role.standing for role in rows(demo, "contact_role")} == {"assumed", "confirmed"}


def test_informants_stand_in_one_table_alone(demo: Store) -> None:
    told = [row.told for row in rows(demo, "informant_assignment")]
    assert told
    for name in BY_TABLE.keys() - {"informant_assignment"}:
        for row in rows(demo, name):
            said = [value for value in row if isinstance(value, str)]
            assert not any("信息员" in text or "informant" in text or text in told for text in said)
    assert not any(secret in (row.summary or "") for row in rows(demo, "operation") for secret in told)


def test_each_slot_can_be_kept(demo: Store) -> None:
    slots = rows(demo, "visit_slot")
    for slot in slots:
        check_slot(slot)
    assert 45 <= sum(slot.valid_to is None for slot in slots) <= 70
    with demo.read() as connection:
        live = [s for s in slots_in_force(connection, MONDAY, MONDAY) if s]
        every = list(slots_in_force(connection, FIRST, MONDAY + timedelta(weeks=8)).values())
    assert live
    for week in range(-25, 8):
        monday = MONDAY + timedelta(weeks=week)
        day: dict[date, list] = defaultdict(list)
        for slot in every:
            for due in due_dates(slot, slot.anchor_monday, monday, monday + timedelta(days=6)):
                day[due].append(slot)
        for planned in day.values():
            for number, slot in enumerate(planned):
                for other in planned[number + 1 :]:
                    assert not times_overlap(slot.start, slot.minutes, other.start, other.minutes)


def test_the_line_has_the_warnings_that_it_is_to_have(demo: Store) -> None:
    warned = defaultdict(set)
    for week in range(1, 5):
        for stop in week_line(demo, monday=MONDAY + timedelta(weeks=week), now=NOW).stops:
            for warning in stop.warnings:
                if warning.code in LINE_WARNINGS:
                    warned[warning.code].add(stop.account.id)
    assert {code: len(accounts) for code, accounts in warned.items()} == {
        WarningCode.TOO_TIGHT: 1,
        WarningCode.OVER_LUNCH: 1,
        WarningCode.OUTSIDE_HOURS: 1,
    }


def test_some_accounts_wait_for_a_slot(demo: Store) -> None:
    on_line = {slot.account_id for slot in rows(demo, "visit_slot") if slot.valid_to is None}
    accounts = rows(demo, "account")
    parents = {account.parent_id for account in accounts}
    waiting = [
        account
        for account in accounts
        if account.status == AccountStatus.ACTIVE and account.id not in on_line | parents
    ]
    assert 3 <= len(waiting) <= 5
    assert any(account.province == "湖北省" for account in waiting)


def test_who_asked_for_each_change(demo: Store) -> None:
    changes = rows(demo, "slot_change")
    asked = [change.asked_by for change in changes]
    assert asked.count("customer") >= 4
    assert asked.count("us") in (1, 2)
    assert all(change.reason for change in changes)
    assert all(change.contact_id for change in changes if change.asked_by == "customer")


def test_figures_that_a_good_rep_has(demo: Store) -> None:
    figures = {f.id: f.value for f in period_figures(demo, first=FIRST, last=TODAY, now=NOW)}
    bounds = {
        "plan_completion": (0.75, 0.97),
        "on_day_rate": (0.75, 0.97),
        "punctuality": (0.7, 0.98),
        "slot_stability": (0.9, 0.99),
        "coverage": (0.9, 1.0),
        "call_compliance": (0.85, 0.99),
        "strike_rate": (0.3, 0.6),
        "promise_kept": (0.5, 0.9),
    }
    for name, (low, high) in bounds.items():
        assert low <= figures[name] <= high, name


def test_every_way_a_visit_and_a_promise_can_end(demo: Store) -> None:
    visits, promises = rows(demo, "visit"), rows(demo, "promise")
    assert {v.state for v in visits} == {"planned", "done", "missed", "cancelled", "rescheduled"}
    assert {v.state_by for v in visits if v.state == "rescheduled"} == {"customer", "us"}
    assert all(v.moved_to for v in visits if v.state == "rescheduled")
    assert any(v.origin == "ad_hoc" and v.state == "done" for v in visits)
    assert rows(demo, "visit_companion")
    states = {p.state for p in promises}
    assert states == {"open", "kept", "kept_late", "broken", "substituted", "withdrawn"}
    assert any(p.state == "open" and p.due_on < TODAY for p in promises)
    assert any(p.state == "open" and p.due_on >= TODAY for p in promises)
    for promise in promises:
        assert (promise.cause is not None) == (promise.state not in ("open", "kept"))
        assert bool(promise.workaround) == (promise.state == "substituted")
        if promise.settled_on:
            late = promise.settled_on > promise.due_on
            assert late == (promise.state in ("kept_late", "broken", "substituted"))


def test_reports_are_missing_for_a_few_late_visits(demo: Store) -> None:
    late = [
        stop
        for weeks in (0, 1)
        for stop in week_line(demo, monday=MONDAY - timedelta(weeks=weeks), now=NOW).stops
        if stop.date < TODAY and stop.state == "planned"
    ]
    assert 1 <= len(late) <= 6


def test_a_visit_follows_the_one_before(demo: Store) -> None:
    by_day = defaultdict(list)
    for report in rows(demo, "visit_report"):
        assert report.arrived < report.left
        by_day[report.visited_on].append((report.arrived, report.left))
    for times in by_day.values():
        times.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(times))


def test_orders_fit_what_was_told(demo: Store) -> None:
    outcomes = {report.visit_id: report.outcome for report in rows(demo, "visit_report")}
    orders = rows(demo, "order")
    lines = defaultdict(list)
    for line in rows(demo, "order_line"):
        lines[line.order_id].append(line)
    products = {product.id: product for product in rows(demo, "product")}
    taken = {order.visit_id for order in orders if order.visit_id}
    assert taken == {visit for visit, outcome in outcomes.items() if outcome == "order"}
    assert len({order.number for order in orders}) == len(orders)
    for order in orders:
        assert lines[order.id]
        assert order.shipped_on is None or order.ordered_on <= order.shipped_on <= TODAY
        for line in lines[order.id]:
            product = products[line.product_id]
            assert not product.discontinued
            assert line.quantity % (product.pack * 1000) == 0
            assert (line.unit, line.price) == (product.unit, product.price)


def test_no_sentence_has_a_hole(demo: Store) -> None:
    for table, fields in {
        "visit_report": ("points", "rival_note", "next_step"),
        "promise": ("what", "expected_effect", "effect_seen", "cause_text", "workaround"),
        "note": ("text",),
        "action": ("what",),
        "visit": ("objective", "reason_text"),
    }.items():
        for row in rows(demo, table):
            for field in fields:
                text = getattr(row, field)
                assert text is None or (text.strip() and not set("{}\x00") & set(text)), text


def test_undo_has_a_place_to_stop(demo: Store) -> None:
    """The last operation is one of the demo's own, so that undoing can end before it."""
    assert rows(demo, "operation")[-1].name == "demo.knowledge"


def test_in_english(tmp_path: Path) -> None:
    store = made(tmp_path, language="en")
    for table, field in (("visit_report", "points"), ("promise", "what"), ("note", "text")):
        said = [getattr(row, field) for row in rows(store, table)]
        assert said
        assert all(not any("\u4e00" <= letter <= "\u9fff" for letter in text) for text in said)
    assert all(contact.latin_name for contact in rows(store, "contact") if not contact.name.isascii())
    store.close()


@pytest.mark.parametrize(
    ("accounts", "weeks", "now"),
    [
        (0, 3, NOW),
        (1, 1, NOW),
        (1, 12, NOW),
        (9, 0, NOW),
        pytest.param(30, 1, datetime(2026, 11, 22, 23, 30, tzinfo=CHINA), marks=pytest.mark.long),
        (9, 5, datetime(2027, 1, 1, 0, 30, tzinfo=CHINA)),
        pytest.param(12, 8, datetime(2027, 2, 10, 15, 0, tzinfo=CHINA), marks=pytest.mark.long),
        pytest.param(12, 8, datetime(2024, 2, 29, 9, 0, tzinfo=CHINA), marks=pytest.mark.long),
        pytest.param(90, 1, NOW, marks=pytest.mark.long),
    ],
)
def test_odd_sizes_and_days(tmp_path: Path, accounts: int, weeks: int, now: datetime) -> None:
    store = made(tmp_path, accounts=accounts, weeks=weeks, now=now)
    assert len(rows(store, "account")) == accounts
    assert all(row.recorded_at <= now for name in BY_TABLE for row in rows(store, name))
    monday = monday_of(now.date())
    for week in range(3):
        week_line(store, monday=monday + timedelta(weeks=week), now=now)
    if weeks == 0:
        assert not rows(store, "visit_report")
        assert {slot.valid_from for slot in rows(store, "visit_slot")} == {monday + timedelta(weeks=1)}
    assert check_book(store.path) == []
    if accounts > len(cast()):
        assert len(rows(store, "note")) == 20 * accounts
    store.close()


def test_stopped_in_the_middle_no_book_is_left(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    heard = []

    def progress(share: float) -> None:
        heard.append(share)
        if share > 0.4:
            raise Stopped

    with pytest.raises(Stopped):
        made(tmp_path, progress=progress)
    assert heard == sorted(heard)
    assert not (tmp_path / "demo.kam").exists()


def test_progress_ends_with_all(tmp_path: Path) -> None:
    heard: list[float] = []
    made(tmp_path, accounts=70, weeks=1, progress=heard.append).close()
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert heard[0] >= 0


def test_locked_with_a_passphrase(tmp_path: Path) -> None:
    store = made(tmp_path, accounts=2, weeks=1, secret=Passphrase("ein langes Wort"))
    store.close()
    assert check_book(store.path, Passphrase("ein langes Wort")) == []
    with pytest.raises(BookError):
        check_book(store.path)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_is_there_in_both_languages(language: str) -> None:
    def entries(found: object) -> Iterator[dict]:
        if isinstance(found, dict):
            if "zh" in found or "en" in found:
                yield found
            for value in found.values():
                yield from entries(value)
        elif isinstance(found, list):
            for value in found:
                yield from entries(value)

    said = [entry for name in ("scenes", "promises", "people") for entry in entries(texts(name))]
    assert len(said) > 300
    assert all(entry[language].strip() for entry in said)


@pytest.mark.long
def test_ten_thousand_accounts(tmp_path: Path) -> None:
    store = made(tmp_path, accounts=10_000, weeks=26)
    with store.read() as connection:
        for table, count in (("account", 10_000), ("note", 200_000)):
            found = connection.scalar(select(func.count()).select_from(t.metadata.tables[table]))
            assert found == count
        names = connection.scalar(select(func.count(t.account.c.name.distinct())))
    assert names == 10_000
    assert check_book(store.path) == []
    store.close()


def test_a_part_of_this_month_s_gap_is_explained_and_a_part_is_left_open(demo: Store) -> None:
    cause = t.target_cause.c
    with demo.read() as connection:
        told = connection.execute(
            select(func.count(), func.sum(cause.amount)).where(
                cause.first_day == date(2026, 11, 1), cause.last_day == date(2026, 11, 30)
            )
        ).one()
        (target,) = connection.scalars(select(t.target.c.amount).where(t.target.c.metric == "revenue"))
        actions = connection.scalar(select(func.count()).where(t.action.c.target_id.is_not(None)))
    assert told[0] == 3
    assert -target / 12 < told[1] < 0
    assert actions == 2
