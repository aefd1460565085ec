"""Stock as a matrix, accounts by products either way round: counts like those of a long list, empty cells none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from kamdesk.db.store import Store
from kamdesk.exchange.mapping import ListMapping, TableRule
from kamdesk.operations.importing.answering import take_row
from kamdesk.operations.importing.list_cell import take_list_cell
from kamdesk.operations.undo import undo
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, content, counted, names, said, write

ACCOUNTS = [
    ["客户编码", "客户名称"],
    ["K1", "宁波海川贸易有限公司"],
    ["K2", "岩屿建材"],
    ["K3", "Northwind Ltd"],
]
PRODUCTS = [
    ["产品编码", "产品名称", "规格"],
    ["P1", "普通硅酸盐水泥", "42.5"],
    ["P2", "瓷砖胶", "20kg"],
    ["P3", "防水涂料", ""],
    ["P4", "Tile glue", ""],
]
DOWN = [
    ["门店库存表 2026-11-20", "", "", ""],
    ["门店", "普通硅酸盐水泥", "瓷砖胶", "防水涂料"],
    ["宁波海川贸易有限公司", "48", "120", "3"],
    ["岩屿建材", "0", "", "12"],
]
COUNTS = {
    ("宁波海川贸易有限公司", "普通硅酸盐水泥", 48_000, None),
    ("宁波海川贸易有限公司", "瓷砖胶", 120_000, None),
    ("宁波海川贸易有限公司", "防水涂料", 3_000, None),
    ("岩屿建材", "普通硅酸盐水泥", 0, None),
    ("岩屿建材", "防水涂料", 12_000, None),
}


@pytest.fixture
def known(book: Store, tmp_path: Path) -> Store:
    bring(book, write(tmp_path / "a.csv", *ACCOUNTS), write(tmp_path / "p.csv", *PRODUCTS))
    return book


def _counts(store: Store) -> set[tuple[object, ...]]:
    rows = said(store)["listed_stock"]
    assert {str(row["counted_on"]) for row in rows} <= {"2026-11-20"}
    return {(row["account_id"], row["product_id"], row["quantity"], row["unit"]) for row in rows}


def _with_units(counts: set[tuple[object, ...]], **units: str) -> set[tuple[object, ...]]:
    return {(account, product, count, units[str(product)]) for account, product, count, _ in counts}


UNITS = {"普通硅酸盐水泥": "吨", "瓷砖胶": "包", "防水涂料": "桶"}
ACROSS = [
    ["", "宁波海川贸易有限公司", "岩屿建材"],
    ["普通硅酸盐水泥", "48", "0"],
    ["瓷砖胶", "120", ""],
    ["防水涂料", "3", "12"],
]
TITLE = ["盘点表 2026-11-20"]
FORMS: dict[str, tuple[Sequence[Sequence[str]], bool]] = {
    "accounts down": (DOWN, False),
    "products down": ([TITLE, ["产品", *ACROSS[0][1:]], *ACROSS[1:]], False),
    "products down without a corner": ([TITLE, *ACROSS], False),
    "a corner of two words": ([TITLE, ["门店\\产品", *DOWN[1][1:]], *DOWN[2:]], False),
    "a corner of two words, the other way": ([TITLE, ["产品/门店", *ACROSS[0][1:]], *ACROSS[1:]], False),
    "no corner": ([TITLE, ["", *DOWN[1][1:]], *DOWN[2:]], False),
    "totals both ways": (
        [
            *([*row, extra] for row, extra in zip(DOWN, ("", "合计", "171", "12"), strict=True)),
            ["合计", "48", "120", "15", "183"],
        ],
        False,
    ),
    "totals of products": (
        [
            TITLE,
            ["品名", "规格", *ACROSS[0][1:], "库存合计"],
            *([row[0], "", *row[1:], "9"] for row in ACROSS[1:]),
            ["总计", "", "171", "12", "183"],
        ],
        False,
    ),
    "more of the shop": (
        [
            TITLE,
            ["序号", "城市", "门店", "业务员", *DOWN[1][1:], "备注"],
            ["1", "宁波", DOWN[2][0], "老王", *DOWN[2][1:], "缺货"],
            ["2", "宁波", DOWN[3][0], "老王", *DOWN[3][1:], ""],
        ],
        False,
    ),
    "units in brackets": (
        [TITLE, ["门店", "普通硅酸盐水泥（吨）", "瓷砖胶(包)", "防水涂料（单位：桶）"], *DOWN[2:]],
        True,
    ),
    "units below": (
        [TITLE, ["门店", *DOWN[1][1:]], ["", "吨", "包", "桶"], *DOWN[2:]],
        True,
    ),
    "units in a column": (
        [TITLE, ["产品", "单位", *ACROSS[0][1:]], *([row[0], UNITS[row[0]], *row[1:]] for row in ACROSS[1:])],
        True,
    ),
    "brand above": (
        [TITLE, ["门店", "远山", "", "德固"], ["", *DOWN[1][1:]], *DOWN[2:]],
        False,
    ),
    "specification in the header": (
        [TITLE, ["门店", "普通硅酸盐水泥42.5", "瓷砖胶 20kg", "防水涂料"], *DOWN[2:]],
        False,
    ),
    "specification below": (
        [TITLE, ["门店", "普通硅酸盐水泥", "瓷砖胶", "防水涂料"], ["", "42.5级", "20kg", ""], *DOWN[2:]],
        False,
    ),
    "stock beside sales": (
        [
            TITLE,
            ["门店", "普通硅酸盐水泥", "", "瓷砖胶", "", "防水涂料", ""],
            ["", "库存", "销量", "库存", "销量", "库存", "销量"],
            [DOWN[2][0], "48", "7", "120", "7", "3", "7"],
            [DOWN[3][0], "0", "7", "", "7", "12", "7"],
        ],
        False,
    ),
    "numbers of products": ([TITLE, ["门店", "P1", "P2", "P3"], *DOWN[2:]], False),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_matrix_is_read_as_stock(known: Store, tmp_path: Path, form: str) -> None:
    rows, units = FORMS[form]
    before = names(known)

    report = bring(known, write(tmp_path / "list.csv", *rows))

    assert counted(report, "stock") == {"stock": {"created": 5}}
    assert _counts(known) == (_with_units(COUNTS, **UNITS) if units else COUNTS)
    assert not {"合计", "库存合计"} & set(report.sheets[0].unmapped)
    assert names(known) == before
    assert not content(known)["note"]


def test_english_matrices_are_read_too(known: Store, tmp_path: Path) -> None:
    down = write(
        tmp_path / "Stock 2026-11-20.csv",
        ["Store", "Tile glue (bags)", "瓷砖胶", "Total"],
        ["Northwind Ltd", "7", "n/a", "7"],
        ["Total", "7", "", "7"],
    )
    across = write(
        tmp_path / "Inventory 2026-11-20.csv",
        ["Product", "Unit", "Northwind Ltd", "Total"],
        ["Tile glue", "bags", "7", "7"],
    )

    assert counted(bring(known, down), "stock") == {"stock": {"created": 1}}
    assert _counts(known) == {("Northwind Ltd", "Tile glue", 7_000, "bags")}
    assert counted(bring(known, across), "stock") == {"stock": {"unchanged": 1}}


def test_merged_headings_of_a_workbook(known: Store, tmp_path: Path) -> None:
    path = tmp_path / "库存.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "盘点2026-11-20"
    for row in (["门店", "远山", "", "德固"], ["", *DOWN[1][1:]]):
        sheet.append([cell or None for cell in row])
    for row in DOWN[2:]:
        sheet.append([row[0], *(int(cell) if cell else None for cell in row[1:])])
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    workbook.save(path)

    bring(known, path)

    assert _counts(known) == COUNTS


def test_the_same_matrix_twice_changes_nothing_and_one_undo_takes_it_back(
    known: Store, tmp_path: Path
) -> None:
    path = write(tmp_path / "list.csv", *DOWN)
    before = content(known)
    first = bring(known, path)
    again = bring(known, path)
    assert counted(again, "stock") == {"stock": {"unchanged": 5}}
    undo(known, operation_id=first.changes.operation_id or "", now=NOW)
    assert content(known) == before


def test_what_the_book_does_not_know_is_told_at_its_cell_and_comes_back_alone(
    known: Store, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "list.csv",
        ["门店库存表 2026-11-20", "", "", ""],
        ["门店", "瓷砖胶", "美缝剂", "防水涂料"],
        ["宁波海川贸易有限公司", "120", "5", "断"],
        ["无名商行", "1", "2", "3"],
        ["岩屿建材", "4", "", "7"],
    )

    report = bring(known, path)

    found = {(each.origin.row, each.column, each.value, each.reason) for each in report.problems}
    assert (3, "美缝剂", "5", "product_unknown") in found
    assert (3, "防水涂料", "断", "number_unreadable") in found
    assert (4, None, "", "account_unknown") in found
    assert counted(report, "stock")["stock"]["rejected"] == 2
    assert _counts(known) == {
        ("宁波海川贸易有限公司", "瓷砖胶", 120_000, None),
        ("岩屿建材", "瓷砖胶", 4_000, None),
        ("岩屿建材", "防水涂料", 7_000, None),
    }
    (rejects,) = report.rejects
    mended = rejects.read_text("utf-8").replace("断", "9").replace("无名商行", "Northwind Ltd")
    assert mended.splitlines()[2].startswith("宁波海川贸易有限公司,120,5,")
    path.with_name("again.csv").write_text(mended.replace("美缝剂", "P4"), "utf-8")
    bring(known, path.with_name("again.csv"))
    assert ("宁波海川贸易有限公司", "Tile glue", 5_000, None) in _counts(known)
    assert ("宁波海川贸易有限公司", "防水涂料", 9_000, None) in _counts(known)
    assert len(_counts(known)) == 8


def test_a_nearly_known_shop_is_asked_once_for_its_row(known: Store, tmp_path: Path) -> None:
    rows = [*DOWN[:2], ["宁波海川贸易公司", "48", "120", "3"]]
    report = bring(known, write(tmp_path / "list.csv", *rows))
    (item,) = pending_items(known)
    assert item.reason == "near_name"
    assert not _counts(known)
    assert counted(report, "stock") == {"stock": {"to_decide": 1}}
    account = next(row["id"] for row in content(known)["account"] if row["name"].startswith("宁波海川"))

    take_row(known, pending_id=item.id, account_id=str(account), now=NOW)

    assert _counts(known) == {each for each in COUNTS if each[0] == "宁波海川贸易有限公司"}
    assert not pending_items(known)


def test_a_nearly_known_shop_across_is_answered_for_all_its_cells(known: Store, tmp_path: Path) -> None:
    rows = [
        TITLE,
        ["产品", "单位", "宁波海川贸易公司", "岩屿建材"],
        *([r[0], "包", *r[1:]] for r in ACROSS[1:]),
    ]
    bring(known, write(tmp_path / "list.csv", *rows))
    items = pending_items(known)
    assert {item.reason for item in items} == {"near_name"}
    account = next(row["id"] for row in content(known)["account"] if row["name"].startswith("宁波海川"))

    take_row(known, pending_id=items[0].id, account_id=str(account), now=NOW)

    assert _counts(known) == {(*each[:3], "包") for each in COUNTS}
    assert not pending_items(known)


def test_a_doubtful_cell_is_answered_in_its_row(known: Store, tmp_path: Path) -> None:
    two = [TITLE, ["门店", "远山", "", "德固"], ["", *DOWN[1][1:]], ["岩屿建材", "0", "同上", "12"]]
    bring(known, write(tmp_path / "list.csv", *two))
    (item,) = pending_items(known)
    assert {each for each in COUNTS if each[0] == "岩屿建材"} == _counts(known)

    take_list_cell(known, pending_id=item.id, text="6", now=NOW)

    assert {
        *(each for each in COUNTS if each[0] == "岩屿建材"),
        ("岩屿建材", "瓷砖胶", 6_000, None),
    } == _counts(known)


def test_a_list_that_only_the_user_calls_stock(known: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", *DOWN[1:])
    mapping = ListMapping(tables=(TableRule(kind="stock"),))
    report = bring(known, path, mapping=mapping)
    assert counted(report, "stock") == {"stock": {"created": 5}}


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("accounts", [["库存客户名单"], ["客户名称", "地址", "电话"], ["甲方建材", "一路1号", "057412345678"]]),
        ("products", [["库存表"], ["产品编码", "产品名称", "期初", "入库", "出库"], ["Q1", "腻子", "1", "2", "3"]]),
        ("sales", [["2025年库存客户销售"], ["客户名称", "1月", "2月"], ["岩屿建材", "12,000.50", "8,000"]]),
    ],
)  # fmt: skip
def test_other_lists_that_speak_of_stock_stay_what_they_are(
    known: Store, tmp_path: Path, kind: str, rows: list[list[str]]
) -> None:
    report = bring(known, write(tmp_path / "list.csv", *rows))
    assert [sheet.kind for sheet in report.sheets] == [kind]
    assert not content(known)["listed_stock"]


def test_a_column_half_of_words_is_still_counted(known: Store, tmp_path: Path) -> None:
    rows = [*DOWN[:2], [DOWN[2][0], "48", "同上", "断"], [DOWN[3][0], "同上", "5", "12"]]
    report = bring(known, write(tmp_path / "list.csv", *rows))
    assert counted(report, "stock") == {"stock": {"created": 3}}
    assert not report.sheets[0].unmapped
    assert len(pending_items(known)) == 2


def test_a_row_of_which_nothing_was_counted_is_no_question(known: Store, tmp_path: Path) -> None:
    rows = [*DOWN, ["宁波海川贸易公司", "", "-", ""], ["无名商行", "", "", ""]]
    report = bring(known, write(tmp_path / "list.csv", *rows))
    assert counted(report, "stock") == {"stock": {"created": 5}}
    assert not report.problems
    assert not pending_items(known)
