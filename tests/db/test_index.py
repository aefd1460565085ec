"""The index stays true whatever is written; an older book gets one; nothing confidential is in it."""

from __future__ import annotations

import re
import shutil
import tempfile
from contextlib import closing
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.db.engine import connect
from kamdesk.db.index import building
from kamdesk.db.index.numbers import PLACE_BITS, Numbering, kind_of, month_in, packed, rank, span, unpacked
from kamdesk.db.key import RawKey
from kamdesk.db.opening import check_book, new_book, open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountPhone, AccountTag
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost
from kamdesk.domain.knowledge.benefit import Benefit, BenefitValuation
from kamdesk.domain.knowledge.evidence import Evidence
from kamdesk.domain.knowledge.need import Need
from kamdesk.domain.note import Attachment, Note
from kamdesk.domain.promise import Action, Promise
from kamdesk.domain.row import Row
from kamdesk.domain.trade import Order, Product
from kamdesk.domain.visit import ReportAmendment, Visit, VisitReport
from kamdesk.operations import accounts, confidential, contacts, promises, visits
from kamdesk.operations.book import set_up
from kamdesk.operations.indexing import build_index, build_piece
from kamdesk.operations.reporting import Report
from kamdesk.operations.undo import undo
from kamdesk.reads.search import search, search_kind
from tests.books import NOW, TODAY, make_book, only
from tests.db.index_check import assert_index_is_true, indexed
from tests.operations.week_end.books import hand, laptops

TEXTS = st.sampled_from(
    ["海川建材", "涨价 8%", "曾小明", "OPPO 3号店", "𠮷野家", "éclair", "13905760001", "x", "第一行\n二"]
)
DAYS = st.integers(0, 90).map(lambda back: TODAY - timedelta(days=back))
# Class, its texts, its days, and its links with the class that each leads to.
SHAPES: tuple[tuple[type[Row], tuple[str, ...], tuple[str, ...], dict[str, type[Row]]], ...] = (
    (Account, ("name", "short_name", "address"), (), {"merged_into": Account}),
    (AccountPhone, ("number",), (), {"account_id": Account}),
    (AccountTag, ("tag",), (), {"account_id": Account}),
    (Contact, ("name", "latin_name", "wechat"), (), {}),
    (ContactPhone, ("number",), (), {"contact_id": Contact}),
    (ContactPost, ("title",), ("until",), {"contact_id": Contact, "account_id": Account}),
    (Visit, ("objective",), ("planned_date",), {"account_id": Account}),
    (VisitReport, ("points", "next_step"), ("visited_on",), {"visit_id": Visit}),
    (ReportAmendment, ("note",), (), {"report_id": VisitReport}),
    (Note, ("text",), ("noted_on",), {"account_id": Account}),
    (Promise, ("what", "workaround"), ("made_on",), {"account_id": Account}),
    (Action, ("what",), ("due_on",), {"account_id": Account}),
    (Order, ("number",), ("ordered_on",), {"account_id": Account}),
    (Product, ("name", "code"), (), {}),
    (Need, ("what",), ("known_on",), {"account_id": Account}),
    (Benefit, ("what",), ("known_on",), {"account_id": Account}),
    (BenefitValuation, ("said",), ("known_on",), {"benefit_id": Benefit}),
    (Evidence, ("said",), ("known_on",), {"subject_id": Benefit}),
)
FIXED: dict[type[Row], dict[str, Any]] = {
    VisitReport: {},
    ReportAmendment: {"amended_on": TODAY},
    Promise: {"state": "open"},
    Action: {"state": "open"},
    Product: {"discontinued": False},
    Benefit: {"kind": "credit"},
    BenefitValuation: {"score": 3},
    Evidence: {"subject": "benefit"},
    Visit: {"zone": "Asia/Shanghai"},
}
REQUIRED = {"account_id", "contact_id", "visit_id", "report_id", "benefit_id", "subject_id"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = make_book(tmp_path_factory.mktemp("template"))
    store.close()
    return store.path


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_the_index_is_what_a_fresh_one_would_be(template: Path, data: st.DataObject) -> None:
    """Rows made, changed, moved to others, merged, taken back and brought back, several in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.kam"
        shutil.copy(template, path)
        store = open_book(path, backups=Path(folder), now=NOW)
        made: dict[type[Row], list[str]] = {kind: [] for kind, *_ in SHAPES}
        try:
            for _ in range(data.draw(st.integers(2, 7), "writes")):
                with store.write("test.any", now=NOW) as tx:
                    for _ in range(data.draw(st.integers(1, 5), "rows")):
                        _write_something(tx, made, data)
            assert_index_is_true(store)
        finally:
            store.close()
        assert check_book(path) == []


def _write_something(tx: Any, made: dict[type[Row], list[str]], data: st.DataObject) -> None:
    kind, texts, days, links = data.draw(st.sampled_from(SHAPES), "kind")
    values: dict[str, Any] = {name: data.draw(TEXTS, name) for name in texts}
    values |= {name: data.draw(DAYS, name) for name in days}
    for name, to in links.items():
        there = made[to] if name in REQUIRED else [None, *made[to]]
        if not there:
            return
        values[name] = data.draw(st.sampled_from(there), name)
    if kind is Account:
        values["is_key"] = data.draw(st.booleans(), "key")
    if kind is Visit:
        values["rep_id"] = str(tx.connection.exec_driver_sql("SELECT id FROM rep").scalar())
    there = made[kind]
    if there and data.draw(st.booleans(), "old"):
        row = tx.find(kind, data.draw(st.sampled_from(there), "row"))
        if data.draw(st.integers(0, 3), "take back") == 0:
            row.deleted_at = None if row.deleted_at else NOW
        else:
            name = data.draw(st.sampled_from(sorted(values)), "field")
            if name == "merged_into" and values[name] not in [None, *there[: there.index(row.id)]]:
                return  # no write closes a circle
            setattr(row, name, values[name])
        return
    row = kind(id=tx.new_id(), **{**FIXED.get(kind, {}), **values})
    tx.add(row)
    made[kind].append(row.id)
    tx.connection  # noqa: B018  # flushed, so that later rows may lead to this one


def test_a_file_goes_with_what_it_is_kept_with(book: Store) -> None:
    account = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    note = only(promises.add_note(book, account_id=account, text="见附件", noted_on=TODAY, now=NOW), "note")
    with book.write("test.attach", now=NOW) as tx:
        tx.add(
            Attachment(id=tx.new_id(), subject="note", subject_id=note, name="报价单.pdf", sha256="0" * 64)
        )
    assert [hit.account_id for hit in search_kind(book, typed="bjd", kind="attachment").hits] == [account]
    with book.write("test.take_back", now=NOW) as tx:
        tx.take_back(tx.get(Note, note))
    assert not search(book, typed="报价单")
    assert_index_is_true(book)


def test_a_renamed_account_renames_what_belongs_to_it(book: Store) -> None:
    account = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    promises.add_note(book, account_id=account, text="要涨价", noted_on=TODAY, now=NOW)
    accounts.change_account(book, account_id=account, name="南屿", now=NOW)
    assert search_kind(book, typed="南屿 涨价", kind="note").hits
    assert not search_kind(book, typed="海川 涨价", kind="note").hits
    assert_index_is_true(book)


def _visited(store: Store, account: str, day: date) -> None:
    report = Report(day, arrived=600, left=640, outcome="ok")
    visits.report_unplanned(store, account_id=account, report=report, now=NOW)


def test_an_account_is_ranked_by_the_visits_to_what_is_merged_into_it(book: Store) -> None:
    first, middle, last = (
        only(accounts.add_account(book, name=name, now=NOW), "account") for name in ("甲", "乙", "丙")
    )
    _visited(book, first, TODAY)
    ranks = [assert_index_is_true(book)]
    for alias, into in ((first, middle), (middle, last)):
        joined = accounts.join_accounts(book, account_id=alias, into_id=into, now=NOW)
        ranks.append(assert_index_is_true(book))
    assert ranks[0][last][0] < ranks[2][last][0], "last visited this month, by way of both"
    for _ in ("undo", "redo"):
        joined = undo(book, operation_id=joined.operation_id or "", now=NOW)
        ranks.append(assert_index_is_true(book))
    assert [each[last] for each in ranks[3:]] == [ranks[1][last], ranks[2][last]]
    with book.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, first))
    assert assert_index_is_true(book)[last] == ranks[0][last]


def test_an_account_parted_is_ranked_by_its_own_visits_again(book: Store) -> None:
    alias, into = (only(accounts.add_account(book, name=name, now=NOW), "account") for name in ("甲", "乙"))
    accounts.join_accounts(book, account_id=alias, into_id=into, now=NOW)
    _visited(book, alias, TODAY)
    before = assert_index_is_true(book)
    accounts.part_accounts(book, account_id=alias, now=NOW)
    after = assert_index_is_true(book)
    assert before[into][0] == after[alias][0] > after[into][0]


def test_what_a_package_merges_is_ranked_by_it(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    alias, into = (only(accounts.add_account(one, name=name, now=NOW), "account") for name in ("甲", "乙"))
    _visited(one, alias, TODAY)
    hand(one, two, tmp_path)
    before = assert_index_is_true(two)
    accounts.join_accounts(one, account_id=alias, into_id=into, now=NOW)
    hand(one, two, tmp_path)
    assert assert_index_is_true(two)[into][0] == before[alias][0]


FIRST_STEPS = ("0001_first_book.py", "0002_amendments_views.py")


def _as_it_was(path: Path, key: str | None = None) -> None:
    """The book as the program left it that knew no index."""
    steps = resources.files("kamdesk.db.migrations.versions")
    made = {
        name
        for step in FIRST_STEPS
        for name in re.findall(r'create_table\(\s*"(\w+)"', (steps / step).read_text("utf-8"))
    }
    with closing(connect(path, key)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        for (table,) in tables.fetchall():
            since = table not in made and table != "alembic_version"
            if since and not (table.startswith("search_term") and table != "search_term"):
                connection.execute(f'DROP TABLE "{table}"')
        for index in ("plan_id", "target_id"):
            connection.execute(f"DROP INDEX ix_action_{index}")
        connection.execute("ALTER TABLE informant_assignment DROP COLUMN told_by")
        connection.execute("DELETE FROM book WHERE name = 'search_index'")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.execute("PRAGMA user_version = 2")


@pytest.mark.parametrize("secret", [None, RawKey(bytes(range(32)))], ids=["open", "encrypted"])
def test_an_older_book_gets_its_index_once(tmp_path: Path, secret: RawKey | None, monkeypatch) -> None:
    monkeypatch.setattr(building, "PIECE", 3)
    store = new_book(tmp_path / "book.kam", secret, now=NOW)
    set_up(store, rep_name="林岚", now=NOW)
    for number in range(7):
        accounts.add_account(store, name=f"海川 {number}", now=NOW)
    store.close()
    _as_it_was(store.path, store.key)

    store = open_book(store.path, secret, backups=tmp_path / "backups", now=NOW)
    found = search(store, typed="海川")
    assert not found.index.ready
    assert not found
    first = build_piece(store)
    assert not first.ready
    assert 0 < first.done < first.total
    during = only(accounts.add_account(store, name="海川 新", now=NOW), "account")
    assert [hit.id for hit in search_kind(store, typed="海川 新", kind="account").hits] == [during]
    shares = [first.done / first.total]
    while not (index := build_piece(store)).ready:
        shares.append(index.done / index.total)
    assert shares == sorted(shares)
    assert len(search_kind(store, typed="海川", kind="account").hits) == 8
    assert build_piece(store).ready
    assert_index_is_true(store)
    store.close()
    if secret:
        assert "海川".encode() not in store.path.read_bytes()


def test_nothing_is_indexed_before_the_index_is_begun(book: Store) -> None:
    """Thousands of small writes before it cost nothing; it holds them afterwards."""
    with book.write_local() as connection:
        building.begin_anew(connection)
    before = indexed(book)
    account = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    assert indexed(book) == before
    build_index(book)
    assert account in indexed(book)


def test_what_an_informant_told_is_not_in_the_index(book: Store) -> None:
    account = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    person = only(contacts.add_contact(book, account_id=account, name="陈国梁", now=NOW), "contact")
    before = indexed(book)
    confidential.record_informant(
        book, contact_id=person, account_id=account, told="鸦雀无声 canary7781", now=NOW
    )
    assert indexed(book) == before
    for typed in ("鸦雀", "canary7781", "canary", "778", "信息员", "informant"):
        assert not search(book, typed=typed)


@given(st.booleans(), st.none() | st.dates(), st.none() | st.dates())
def test_the_number_ranks(key: bool, one: date | None, other: date | None) -> None:
    low, high = sorted((one, other), key=lambda day: (day is not None, day or date.min))
    assert rank("note", key, low) <= rank("note", key, high)
    assert rank("account", True, one) > rank("account", False, other)
    first, last = span("visit")
    assert first <= rank("visit", key, one) << PLACE_BITS <= last
    assert kind_of(rank("visit", key, one) << PLACE_BITS) == "visit"
    month = month_in(rank("visit", key, one) << PLACE_BITS)
    assert one is None or one.year < 1985 or one.year > 2068 or month == one.replace(day=1)
    assert one is not None or month is None


@given(st.uuids().map(str) | st.text(max_size=40).filter(lambda text: len(text.encode()) != 16))
def test_an_id_comes_back_as_it_was(record: str) -> None:
    assert unpacked(packed(record)) == record


def test_a_day_that_is_full_is_lent_numbers(book: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with book.read() as connection:
        given = Numbering(connection)
        ranked = rank("note", False, TODAY)
        numbers = [given.free(ranked) for _ in range(3 << PLACE_BITS)]
    assert len(set(numbers)) == len(numbers)
    assert {kind_of(number) for number in numbers} == {"note"}
    assert numbers == sorted(numbers)
