"""Every item model, without a window: Qt's own tester, then what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from kamdesk.qt.haystack import initials, matches
from kamdesk.qt.models import counts, stock, stops
from kamdesk.qt.models.entries import ENTRY, EntriesModel, Entry, Unmade
from kamdesk.qt.speech import Speech
from kamdesk.qt.weekgrid.mime import from_mime
from kamdesk.qt.weekgrid.rows import DayHead, StopBlock, WeekSheet
from kamdesk.reads.visit_form import CountLine, ProductChoice

TODAY = date(2026, 11, 24)


def column(model: QAbstractItemModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


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


def test_entries_of_a_long_list_are_made_when_they_are_asked_for(qtmodeltester: ModelTester) -> None:
    made: list[int] = []

    def make(place: int) -> Entry:
        made.append(place)
        return Entry(f"k{place}", f"Account {place}")

    model = EntriesModel()
    model.set_rows(Unmade([f"k{n}" for n in range(5000)], make))
    assert model.rowCount() == 5000
    assert made == []
    assert model.data(model.index(4321, 0)) == "Account 4321"
    assert model.data(model.index(4321, 0), ENTRY).key == "k4321"
    assert made == [4321]
    assert (model.place_of("k77"), model.place_of("none")) == (77, None)
    model.set_rows(Unmade(["a", "b"], make))
    qtmodeltester.check(model)
    assert [entry.title for entry in model.entries()] == ["Account 0", "Account 1"]
