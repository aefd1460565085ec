"""The accounts table's model: filtered, sorted, laid out as a tree, without a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kamdesk.assets import folder
from kamdesk.qt.haystack import haystack
from kamdesk.qt.jobs import AccountTable
from kamdesk.qt.jobs.account_table import Counted
from kamdesk.qt.models.account_columns import KEYS, Column, arranged, key_of
from kamdesk.qt.models.account_filter import (
    BUILT_IN,
    Condition,
    Kind,
    Layout,
    choices,
    fits,
    values_of,
    view_from,
    view_json,
)
from kamdesk.qt.models.account_tree import parents_of, tree
from kamdesk.qt.models.accounts import ACCESSIBLE, NODE, SORT, AccountsModel
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.cells import weeks_text
from kamdesk.reads.account_table import AccountRow

TODAY = date(2026, 11, 24)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def account(name: str, **fields: object) -> AccountRow:
    return AccountRow(**{"id": name, "name": name, "value_class": "B", "is_key": False, **fields})  # type: ignore[arg-type]


ROWS = (
    account("海川建材", value_class="A", is_key=True, city="台州市", contact="陈国梁", phone="0576-8853 6114",
            rhythms=((1, 0),), on_line=True, last_visit=TODAY, next_visit=TODAY, next_start=600, open_promises=2,
            overdue_promises=1, purchases=54_200_00, currency="CNY", tags=("经销商",)),
    account("渔歌五金", value_class="C", last_visit=TODAY - timedelta(40), rhythms=((2, 1),), on_line=True,
            next_visit=TODAY + timedelta(2), purchases=8_000_00, currency="CNY"),
    account("Around the Horn", value_class=None, is_key=None, contact="Thomas Hardy", status="lost"),
    account("南屿建材", last_visit=TODAY - timedelta(3), parent_id="海川建材"),
)  # fmt: skip


def table(rows: tuple[AccountRow, ...] = ROWS) -> AccountTable:
    return AccountTable(rows, tuple(haystack(row) for row in rows))


@pytest.fixture
def model(speech: Speech) -> AccountsModel:
    made = AccountsModel(speech)
    made.set_rows(table(), TODAY)
    return made


def names(model: AccountsModel) -> list[str]:
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    "typed", ["ningbojiafeng", "jiafeng", "feng jixie", "jx", "jiafengji", "YUYAO", "a8j"]
)
def test_the_pinyin_is_found_from_any_syllable_on(speech: Speech, typed: str) -> None:
    made = AccountsModel(speech)
    made.set_rows(
        table((account("宁波嘉丰机械", contact="余姚"), account("海川建材"), account("A8嘉"))), TODAY
    )
    made.narrow(typed)
    assert names(made) == (["A8嘉"] if typed == "a8j" else ["宁波嘉丰机械"])
    for wrong in ("iafeng", "engji", "8jia"):
        made.narrow(wrong)
        assert names(made) == []


def test_accounts_model_is_sound(model: AccountsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)
    model.set_tree(True)
    assert model.set_open(0, False)
    model.sort(Column.LAST, DOWN)
    model.narrow("no such account")
    assert model.rowCount() == 0
    model.narrow("")
    model.set_tree(False)
    assert model.rowCount() == 4


def test_accounts_are_sorted_by_class_then_by_the_sound_of_the_name(model: AccountsModel) -> None:
    assert names(model) == ["海川建材", "南屿建材", "渔歌五金", "Around the Horn"]
    model.sort(Column.LAST, DOWN)
    assert names(model)[:2] == ["海川建材", "南屿建材"]
    assert model.index(3, Column.LAST).data() == "never"
    same = tuple(account(name) for name in ("杭州", "安庆", "Zhu", "宁波", "北京"))
    order = arranged(same, KEYS[Column.NAME], down=False)
    assert [same[number].name for number in order] == ["Zhu", "安庆", "北京", "杭州", "宁波"]


@pytest.mark.parametrize("number", list(Column))
def test_sorting_down_is_sorting_up_turned_round_and_what_says_nothing_stands_last(
    model: AccountsModel, number: Column
) -> None:
    keys = []
    for order in (UP, DOWN):
        model.sort(number, order)
        found = [model.index(row, number).data(SORT) for row in range(model.rowCount())]
        said = [key for key in found if key is not None]
        assert found == said + [None] * (len(found) - len(said))
        keys.append(said)
    assert keys[0] == sorted(keys[0])
    assert keys[0] == keys[1][::-1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("海川", ["海川建材"]),
        ("hcjc", ["海川建材"]),
        ("haichuan", ["海川建材"]),
        ("aichuan", []),
        ("chen", ["海川建材"]),
        ("jc", ["海川建材", "南屿建材"]),
        ("陈国", ["海川建材"]),
        ("88536114", ["海川建材"]),
        ("thomas HORN", ["Around the Horn"]),
        ("建材 台州", ["海川建材"]),
        ("经销", ["海川建材"]),
        ("zzz", []),
    ],
)
def test_typing_filters(model: AccountsModel, typed: str, found: list[str]) -> None:
    model.narrow(typed)
    assert names(model) == found


def test_views_count_what_they_show(model: AccountsModel) -> None:
    counted = {view.name: model.count(view.conditions) for view in BUILT_IN}
    assert counted == {"all": 4, "key": 1, "unseen": 1, "overdue": 1, "no_slot": 1}
    for view in BUILT_IN:
        model.narrow("", view.conditions)
        assert model.rowCount() == counted[view.name]
    assert names(model) == ["南屿建材"]
    assert model.place_of("海川建材") is None
    assert model.place_of("南屿建材") == 0


def test_several_values_of_a_condition_widen_and_several_conditions_narrow(model: AccountsModel) -> None:
    model.narrow("", [Condition(Kind.CLASS, ("A", "C"))])
    assert names(model) == ["海川建材", "渔歌五金"]
    model.narrow("", [Condition(Kind.CLASS, ("A", "C")), Condition(Kind.UNSEEN, ("30",))])
    assert names(model) == ["渔歌五金"]
    model.narrow("", [Condition(Kind.CLASS, ())])
    assert model.rowCount() == 4


def test_a_cell_says_its_column(model: AccountsModel) -> None:
    assert model.index(0, Column.CONTACT).data(ACCESSIBLE) == "Contact: 陈国梁"
    assert model.index(0, Column.NEXT).data() == "today 10:00"
    assert model.index(0, Column.PURCHASES).data() == "54,200"


def test_totals_are_of_what_is_shown_and_say_how_many_are_unknown(model: AccountsModel) -> None:
    assert model.totals() == ([("CNY", 62_200_00)], 2)
    model.narrow("jc")
    assert model.totals() == ([("CNY", 54_200_00)], 1)


def test_the_cards_come_first_and_say_nothing_they_do_not_know(model: AccountsModel) -> None:
    model.set_rows(AccountTable(ROWS, (), pending=True), TODAY)
    assert names(model)[0] == "海川建材"
    assert model.index(0, Column.CONTACT).data() == ""


def test_a_filter_in_the_tree_keeps_the_parents_and_counts_only_what_fits(model: AccountsModel) -> None:
    model.set_tree(True)
    assert names(model) == ["海川建材", "南屿建材", "渔歌五金", "Around the Horn"]
    node = model.index(0, Column.NAME).data(NODE)
    assert (node.depth, node.below, node.open_, node.worth) == (0, 1, True, (("CNY", 54_200_00),))
    model.narrow("南屿")
    assert names(model) == ["海川建材", "南屿建材"]
    assert [model.node_at(place).fits for place in (0, 1)] == [False, True]  # type: ignore[union-attr]
    assert [row.name for row in model.fitting()] == ["南屿建材"]
    assert model.totals() == ([], 1)
    assert "level 1" in model.index(0, Column.NAME).data(ACCESSIBLE)
    assert model.set_open(0, False)
    assert names(model) == ["海川建材"]
    assert not model.set_open(0, False)


parent_lists = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.one_of(st.none(), st.integers(0, count - 1)), min_size=count, max_size=count)
)


@given(parent_lists, st.data())
def test_in_any_tree_each_account_stands_once_and_its_worth_counts_once(
    parents: list[int | None], data: st.DataObject
) -> None:
    rows = tuple(
        account(str(n), parent_id=None if p is None else str(p), purchases=10**n, currency="CNY")
        for n, p in enumerate(parents)
    )
    fitting = data.draw(st.sets(st.integers(0, len(rows) - 1)))
    lines = tree(rows, range(len(rows)), fitting, parents_of(rows), ())
    places = [line.number for line in lines]
    assert len(places) == len(set(places))
    assert fitting <= set(places)
    roots = [dict(line.worth).get("CNY", 0) for line in lines if line.depth == 0]
    assert sum(roots) == sum(10**n for n in fitting)
    assert sum(line.below + line.fits for line in lines if line.depth == 0) == len(fitting)


values = st.sampled_from(
    ["A", "B", "C", "", "key", "30", "never", "yes", "no", "active", "台州市", "overdue"]
)
conditions = st.lists(
    st.builds(Condition, st.sampled_from(Kind), st.lists(values, max_size=3).map(tuple)), max_size=4
)


@given(conditions)
def test_a_quick_test_finds_what_the_values_say(chosen: list[Condition]) -> None:
    test = fits(chosen, TODAY)
    for row in ROWS:
        slow = all(set(c.values) & set(values_of(row, c.kind, TODAY)) for c in chosen if c.values)
        assert test(row) == slow


@pytest.mark.parametrize("kind", list(Kind))
def test_every_choice_finds_as_many_as_it_says(kind: Kind) -> None:
    for value, number in choices(kind, ROWS, TODAY):
        assert sum(map(fits([Condition(kind, (value,))], TODAY), ROWS)) == number


@given(conditions, st.text(max_size=10), st.lists(st.sampled_from(Column), unique=True), st.booleans())
def test_a_view_is_read_as_it_was_kept(
    chosen: list[Condition], text: str, columns: list[Column], down: bool
) -> None:
    shown = [Column.NAME, *(column for column in columns if column is not Column.NAME)]
    layout = Layout(tuple((column, 40 + column) for column in shown), shown[-1], down, not down)
    view = view_from("1", "甲", view_json(chosen, text, layout))
    assert (view.conditions, view.text, view.layout) == (tuple(chosen), text, layout)


@pytest.mark.parametrize("content", ["", "[]", "null", '{"conditions": [["moon", ["x"]], 3], "layout": 7}'])
def test_a_view_that_can_not_be_read_shows_everything(content: str) -> None:
    view = view_from("1", "甲", content)
    assert (view.conditions, view.layout) == ((), None)


def test_every_column_has_its_key() -> None:
    assert set(KEYS) == set(Column) - {Column.ANSWERED}
    counted = key_of(Column.ANSWERED, {"海川建材": Counted(21, 29)})
    assert [counted(account(name)) for name in ("海川建材", "渔歌五金")] == [21, None]


def test_several_fixed_visits_stand_in_one_row_of_dots(model: AccountsModel) -> None:
    assert weeks_text([(1, 0)]) == "1111"
    assert weeks_text([(2, 0), (4, 1)]) == "1110"
    assert weeks_text([(4, 3), (4, 3)]) == "0001"
    twice = account("两个固定点", rhythms=((1, 0),), slots=2)
    model.set_rows(table((twice, account("一个", rhythms=((1, 0),), slots=1))), TODAY)
    said = {model.row_at(n).name: model.index(n, Column.RHYTHM).data() for n in range(2)}
    assert said == {"两个固定点": "every week·×2", "一个": "every week"}


WORDS = st.lists(
    st.sampled_from(["h", "hc", "hcjc", "建", "建材", "05", "8853", "thomas", "HARDY", "a", "南", "zz"])
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_what_was_found_before_changes_nothing_in_what_is_found(typed: list[list[str]]) -> None:
    speech = Speech(folder("resources") / "translations")
    kept = AccountsModel(speech)
    kept.set_rows(table(), TODAY)
    for words in typed:
        text = " ".join(words)
        for end in range(len(text) + 1):
            kept.narrow(text[:end])
            fresh = AccountsModel(speech)
            fresh.set_rows(table(), TODAY)
            fresh.narrow(text[:end])
            assert kept.fitting() == fresh.fitting(), text[:end]


def test_other_rows_other_conditions_another_order_are_looked_through_anew(model: AccountsModel) -> None:
    model.narrow("建材")
    model.set_rows(table(ROWS[:3]), TODAY)
    assert [row.name for row in model.fitting()] == ["海川建材"]
    model.set_rows(table(), TODAY)
    model.narrow("建材", [Condition(Kind.CLASS, ("A",))])
    assert [row.name for row in model.fitting()] == ["海川建材"]
    model.narrow("建材")
    assert [row.name for row in model.fitting()] == ["海川建材", "南屿建材"]
    model.sort(Column.NAME, DOWN)
    assert [row.name for row in model.fitting()] == ["南屿建材", "海川建材"]


def test_a_visit_of_a_day_to_come_is_not_ago(model: AccountsModel) -> None:
    assert [model.words.ago(days) for days in (-1, 0, 2)] == ["", "today", "2 days ago"]


def test_who_is_visited_as_part_of_a_unit_is_told_from_who_is_not_on_the_line(speech: Speech) -> None:
    made = AccountsModel(speech)
    made.set_rows(table((account("岩屿建材", on_line=True), account("下沙五金"))), TODAY)
    said = {made.index(n, Column.NAME).data(): made.index(n, Column.NEXT).data() for n in range(2)}
    assert said == {"岩屿建材": "via its unit", "下沙五金": "not on the line"}
