"""Models before their first rows have come, as a view meets them, and with rows of every kind in them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kamdesk.qt.models.day import ROW, DayModel, DayRow
from kamdesk.qt.models.departments import Column, DepartmentsModel
from kamdesk.qt.models.shelves import ShelvesModel
from kamdesk.qt.speech import Speech
from kamdesk.reads.account import Person
from kamdesk.reads.trade import Shelf, Stock

SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("kind", ["day", "departments", "shelves"])
def test_an_empty_model(kind: str, speech: Speech, qtmodeltester: ModelTester) -> None:
    model = {
        "day": DayModel,
        "departments": lambda: DepartmentsModel(speech),
        "shelves": lambda: ShelvesModel(speech),
    }[kind]()
    qtmodeltester.check(model, force_py=False)
    assert model.rowCount() == 0


def test_a_day_with_every_kind_of_row(qtmodeltester: ModelTester) -> None:
    model = DayModel()
    rows = (
        DayRow("stop", "a", "8:30", "海川", "椒江", mark="done", badge=("A", True), spoken="8:30 海川, done"),
        DayRow("now", said="10:02"),
        DayRow("lunch", said="lunch, 12:00 to 13:00"),
        DayRow("stop", "b", "13:30", "南屿", mark="next", chips=(("due", "warn", "warnSoft", None),)),
        DayRow("rest", "rest:c", name="渔歌", said="not this week"),
    )
    model.set_rows(rows)
    qtmodeltester.check(model, force_py=True)
    assert [model.index(n, 0).data() for n in range(5)] == [
        "海川",
        "10:02",
        "lunch, 12:00 to 13:00",
        "南屿",
        "渔歌",
    ]
    assert model.index(0, 0).data(SPOKEN) == "8:30 海川, done"
    chosen = [bool(model.flags(model.index(n, 0)) & Qt.ItemFlag.ItemIsSelectable) for n in range(5)]
    assert chosen == [True, False, False, True, True]
    assert model.index(3, 0).data(ROW) is rows[3]
    assert (model.place_of("rest:c"), model.place_of("d")) == (4, None)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows(rows)
    assert resets == [], "the same rows again are no news"
    model.set_rows(rows[:1])
    qtmodeltester.check(model, force_py=True)
    assert model.rowCount() == 1


def person(key: str, name: str, department: str | None, **more: object) -> Person:
    nothing = dict.fromkeys(Person.__dataclass_fields__)
    given = {"id": key, "post_id": key, "name": name, "department": department, "phones": (), "roles": ()}
    return Person(**{**nothing, "birth_leap": False, **given, **more})  # type: ignore[arg-type]


def test_departments_with_people_and_without(speech: Speech, qtmodeltester: ModelTester) -> None:
    model = DepartmentsModel(speech)
    model.set_people(
        (
            person("1", "郑海潮", "采购部", title="经理", counterpart="林岚", last_met=date(2026, 11, 17)),
            person("2", "陈国梁", "采购部"),
            person("3", "周敏", "Gardening"),
            person("4", "许走", "财务部", until=date(2026, 1, 1)),
        )
    )
    qtmodeltester.check(model, force_py=True)
    row = model.row_of("1")
    assert row is not None
    assert "郑海潮" in model.index(row, Column.THEIRS).data()
    assert model.index(row, Column.OURS).data() == "林岚"
    assert model.index(model.row_of("2") or 0, Column.LAST).data() == "not met"
    assert model.row_of("3") is not None
    assert model.row_of("4") is None, "who has left is no part of it"
    assert any(each.person is None for each in model.rows())
    assert model.index(row, Column.THEIRS).data(SPOKEN).startswith("Their people: ")
    model.set_people(())
    qtmodeltester.check(model, force_py=True)
    assert all(each.person is None for each in model.rows())


def test_shelves_counted_and_not(speech: Speech, qtmodeltester: ModelTester) -> None:
    model = ShelvesModel(speech)
    shelves = (
        Shelf("p", "瓷砖胶 C1", "吨", (3500, None), 24_000),
        Shelf("q", "填缝剂", "包", (None, 0), 0),
    )
    model.set_stock(Stock((date(2026, 11, 17), date(2026, 11, 3)), shelves))
    qtmodeltester.check(model, force_py=True)
    assert (model.rowCount(), model.columnCount()) == (2, 4)
    said = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert said[0][0] == "瓷砖胶 C1"
    assert said[0][3] == "—", "not counted is a dash"
    assert said[1][1] == "—"
    assert said[1][3].startswith("0"), "counted and none left is 0"
    head = model.headerData(2, Qt.Orientation.Horizontal)
    assert "17 Nov" in head
    assert model.index(0, 2).data(SPOKEN) == f"{head}: {said[0][2]}"
    model.set_stock(None)
    qtmodeltester.check(model, force_py=True)
    assert (model.rowCount(), model.columnCount()) == (0, 2)
