"""Every item model, without a window: Qt's own tester, then what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from kamdesk.qt.haystack import haystack, initials, matches
from kamdesk.qt.jobs import AccountTable
from kamdesk.qt.models import accounts, counts, stock, stops
from kamdesk.qt.models.entries import ENTRY, EntriesModel, Entry
from kamdesk.qt.speech import Speech
from kamdesk.qt.weekgrid.mime import from_mime
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, WeekSheet
from kamdesk.reads.accounts import AccountRow
from kamdesk.reads.visit_form import CountLine, ProductChoice

TODAY = date(2026, 11, 24)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def account(name: str, **fields: object) -> AccountRow:
    plain: dict[str, object] = {
        "id": name, "name": name, "short_name": None, "value_class": "B", "is_key": False, "status": "active",
        "level": "company", "parent_id": None, "province": None, "city": None, "district": None, "contact": None,
        "contact_title": None, "phone": None, "rhythms": (), "last_visit": None, "next_visit": None,
        "open_promises": 0, "overdue_promises": 0,
    }  # fmt: skip
    return AccountRow(**{**plain, **fields})  # type: ignore[arg-type]


ROWS = (
    account("海川建材", value_class="A", is_key=True, city="台州市", contact="陈国梁", phone="0576-8853 6114",
            rhythms=((1, 0),), last_visit=TODAY, next_visit=TODAY, open_promises=2, overdue_promises=1),
    account("渔歌五金", value_class="C", last_visit=TODAY - timedelta(40), rhythms=((2, 1),),
            next_visit=TODAY + timedelta(2)),
    account("Around the Horn", value_class=None, contact="Thomas Hardy", status="lost"),
    account("南屿建材", last_visit=TODAY - timedelta(3)),
)  # fmt: skip


@pytest.fixture
def model(speech: Speech) -> accounts.AccountsModel:
    made = accounts.AccountsModel(speech)
    made.set_rows(AccountTable(ROWS, tuple(haystack(row) for row in ROWS)), TODAY)
    return made


def column(model: QAbstractItemModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_accounts_model_is_sound(model: accounts.AccountsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)
    model.narrow("no such account", accounts.View.ALL)
    qtmodeltester.check(model, force_py=True)


def test_accounts_are_sorted_by_class_then_name(model: accounts.AccountsModel) -> None:
    assert column(model, accounts.Column.NAME) == ["海川建材", "南屿建材", "渔歌五金", "Around the Horn"]
    model.sort(accounts.Column.LAST, DOWN)
    assert column(model, accounts.Column.NAME)[:2] == ["海川建材", "南屿建材"]
    assert column(model, accounts.Column.LAST)[-1] == "never"


@pytest.mark.parametrize("number", list(accounts.Column))
def test_sorting_down_is_sorting_up_turned_round(
    model: accounts.AccountsModel, number: accounts.Column
) -> None:
    keys = []
    for order in (UP, DOWN):
        model.sort(number, order)
        keys.append([model.index(row, number).data(accounts.SORT) for row in range(model.rowCount())])
    assert keys[0] == sorted(keys[0])
    assert keys[0] == keys[1][::-1]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("海川", ["海川建材"]),
        ("hcjc", ["海川建材"]),
        ("jc", ["海川建材", "南屿建材"]),
        ("陈国", ["海川建材"]),
        ("88536114", ["海川建材"]),
        ("thomas HORN", ["Around the Horn"]),
        ("建材 台州", ["海川建材"]),
        ("zzz", []),
    ],
)
def test_typing_filters(model: accounts.AccountsModel, typed: str, names: list[str]) -> None:
    model.narrow(typed, accounts.View.ALL)
    assert column(model, accounts.Column.NAME) == names


def test_views(model: accounts.AccountsModel) -> None:
    counted = {view: model.count(view) for view in accounts.View}
    assert counted == {"all": 4, "key": 1, "unseen": 1, "overdue": 1, "no_slot": 1}
    model.narrow("", accounts.View.NO_SLOT)
    assert column(model, accounts.Column.NAME) == ["南屿建材"]
    assert model.place_of("海川建材") is None
    assert model.place_of("南屿建材") == 0


def test_a_cell_says_its_column(model: accounts.AccountsModel) -> None:
    index = model.index(0, accounts.Column.CONTACT)
    assert index.data(accounts.ACCESSIBLE) == "Contact: 陈国梁"
    assert model.index(0, accounts.Column.NEXT).data() == "today"


@given(st.text(max_size=30), st.text(max_size=12))
def test_what_is_typed_is_found_where_it_stands(hay: str, typed: str) -> None:
    assert matches("", hay.casefold())
    words = typed.split()
    if words:
        assert matches(typed, " ".join([hay, typed]).casefold())


def test_initials_of_the_pinyin() -> None:
    assert initials("海川建材") == "hcjc"
    assert initials("A8 建材") == "a8jc"


def test_entries_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    stop = StopBlock("", "a", 0, 0, 60, "海川")
    model.set_rows([Entry("1", "one"), Entry("2", "two", "detail", chip="late", stop=stop)])
    qtmodeltester.check(model, force_py=True)
    assert model.index(1, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)) == "two, detail, late"
    assert model.index(1, 0).data(ENTRY).key == "2"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    dragged = from_mime(model.mimeData([model.index(1, 0)]))
    assert dragged is not None
    assert dragged.account_id == "a"
    assert (model.place_of("2"), model.place_of("3")) == (1, None)


def test_stops_model_is_sound_and_in_order(qtmodeltester: ModelTester) -> None:
    model = stops.StopsModel()
    days = tuple(DayHead(date(2026, 11, 23) + timedelta(n), ["Mon", "Tue", "Wed"][n]) for n in range(3))
    later = StopBlock("b", "b", 1, 600, 60, "B", spoken="B, Tue 10:00", rhythm="every week")
    model.set_rows(WeekSheet(days, (later, replace(later, key="a", day=0, name="A"))))
    qtmodeltester.check(model, force_py=True)
    assert column(model, stops.Column.ACCOUNT) == ["A", "B"]
    assert [model.index(1, c).data() for c in (0, 1)] == ["Tue 24", "10:00–11:00"]
    assert model.place_of("b") == 1


def test_counts_model_is_sound(speech: Speech, qtmodeltester: ModelTester) -> None:
    model = counts.CountsModel(speech)
    zero = dict.fromkeys(counts.NUMBERS.values(), 0)
    model.set_rows({"accounts": {**zero, "created": 91}, "notes": zero, "phones": {**zero, "rejected": 2}})
    qtmodeltester.check(model, force_py=True)
    assert column(model, counts.Column.KIND) == ["Accounts", "Telephone numbers"]
    assert column(model, counts.Column.CREATED) == ["91", "–"]
    assert column(model, counts.Column.REJECTED) == ["–", "2"]


GLUE = ProductChoice("glue", "瓷砖胶", "20kg", "包")


@pytest.fixture
def counted() -> stock.StockModel:
    made = stock.StockModel()
    made.set_rows([CountLine(GLUE, 120_000, TODAY - timedelta(7), 200_000)])
    return made


def type_count(model: stock.StockModel, text: str) -> None:
    assert model.setData(model.index(0, stock.Column.COUNT), text)


def test_stock_model_is_sound(counted: stock.StockModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(counted, force_py=True)


def test_what_was_sold_follows_from_the_count(counted: stock.StockModel) -> None:
    type_count(counted, "84")
    assert counted.index(0, stock.Column.SOLD).data() == "236"
    assert counted.counted() == (("glue", 84_000, "包"),)
    assert counted.doubtful() == 0
    type_count(counted, "84.5")
    assert counted.index(0, stock.Column.SOLD).data() == "235.5"
    type_count(counted, "")
    assert counted.counted() == ()


@pytest.mark.parametrize(
    ("typed", "said"), [("330", "10 more"), ("many", "not a number"), ("-1", "less than nothing")]
)
def test_a_count_that_can_not_be_right_is_flagged(counted: stock.StockModel, typed: str, said: str) -> None:
    type_count(counted, typed)
    assert said in counted.index(0, stock.Column.REMARK).data()
    assert counted.index(0, stock.Column.SOLD).data() in ("", "—") or typed == "-1"
    assert counted.doubtful() == 1


def test_only_counts_are_typed(counted: stock.StockModel) -> None:
    assert not counted.setData(counted.index(0, stock.Column.LAST), "5")
    assert not counted.flags(counted.index(0, stock.Column.LAST)) & Qt.ItemFlag.ItemIsEditable


def test_a_product_is_added_once(counted: stock.StockModel) -> None:
    paint = CountLine(ProductChoice("paint", "涂料", None, "桶"), None, None, 0)
    assert (counted.add(paint), counted.add(paint)) == (1, 1)
    counted.set_count("paint", 3_000)
    assert {product: quantity for product, quantity, _ in counted.counted()} == {"paint": 3_000}
