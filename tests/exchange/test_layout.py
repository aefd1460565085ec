"""Where the table is, what kind it is, which rows are none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kamdesk.exchange.headers import read_header
from kamdesk.exchange.layout import Table, data_rows, find_table
from kamdesk.exchange.mapping import TableRule
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import Source, take_in
from kamdesk.exchange.synonyms import synonyms
from kamdesk.words import catalogue
from tests.exchange.lists import DATA, csv_bytes, table_of, unknown_of
from tests.exchange.workbooks import book_of


def fields(table: Table) -> dict[str, str | None]:
    return {column.title: column.field for column in table.columns}


@pytest.mark.parametrize(
    ("path", "kind", "rows"),
    [
        ("northwind/customers.csv", "accounts", 91),
        ("northwind/products.csv", "products", 77),
        ("northwind/orders.csv", "orders", 830),
        ("northwind/order_details.csv", "order_lines", 2155),
        ("northwind/employees.csv", "employees", 9),
        ("zh/kehu_gb18030.csv", "accounts", 50),
        ("zh/客户资料.xlsx", "accounts", 50),
    ],
)
def test_real_files_are_known_by_what_they_hold(path: str, kind: str, rows: int, tmp_path: Path) -> None:
    disguised = tmp_path / "x.dat"
    disguised.write_bytes((DATA / path).read_bytes())
    source = take_in(disguised)
    table = find_table(source, read_sheets(source)[0], TableRule())
    assert isinstance(table, Table)
    assert table.kind == kind
    assert sum(1 for _, word in data_rows(table) if word is None) == rows


def test_title_rows_and_a_header_of_two_rows() -> None:
    (sheet, *_) = read_sheets(source := take_in(DATA / "zh" / "客户资料.xlsx"))
    table = find_table(source, sheet, TableRule())
    assert isinstance(table, Table)
    assert [row.number for row in table.header_rows] == [2, 3]
    assert table.first_data == 4
    assert Counter(word for _, word in data_rows(table)) == {None: 50, "blank": 1, "total": 1}
    assert table.unmapped == []


@pytest.mark.parametrize("merged", [True, False])
def test_a_heading_says_whose_the_columns_are(*, merged: bool) -> None:
    rows = [
        ["客户通讯录"],
        ["客户", None, "联系人", None, None, "备注"],
        ["名称", "电话", "姓名", "职务", "电话", None],
        ["甲建材有限公司", "0571-88881234", "张三", "经理", "13812345678", "x"],
    ]
    data = book_of(rows, ["A1:F1", "A2:B2", "C2:E2", "F2:F3"] if merged else ["A1:F1", "A2:B2", "C2:E2"])
    table = table_of(data)
    assert [column.field for column in table.columns] == [
        "name",
        "account_phone",
        "contact",
        "title",
        "mobile",
        "note",
    ]


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (["客户名称", "联系人", "电话"], "accounts"),
        (["Company Name", "Contact", "Phone", "City"], "accounts"),
        (["company_name", "contact_name"], "accounts"),
        (["单位", "地址"], "accounts"),
        (["公司", "姓名", "部门", "职位", "手机"], "accounts"),
        (["产品编码", "产品名称", "规格", "单位", "单价(元)"], "products"),
        (["SKU", "Product", "Price"], "products"),
        (["订单号", "客户名称", "订单日期", "金额"], "orders"),
        (["订单号", "客户名称", "订单日期", "产品名称", "数量", "单价"], "order_lines"),
        (["单号", "物料编码", "数量"], "order_lines"),
        (["工号", "姓名", "部门", "职位", "手机", "入职日期"], "employees"),
    ],
)
def test_kinds_by_headers(headers: list[str], kind: str) -> None:
    assert table_of(csv_bytes([headers, ["1"] * len(headers)])).kind == kind


def test_kinds_by_what_stands_below() -> None:
    headers = ["编号", "名称"]
    assert table_of(csv_bytes([headers, ["1", "甲建材有限公司"], ["2", "乙贸易有限公司"]])).kind == "accounts"
    assert table_of(csv_bytes([headers, ["1", "硅酸盐水泥"], ["2", "中砂"]])).kind == "products"
    table = table_of(csv_bytes([["客户名称", "联系方式"], ["甲公司", "a@b.cn"], ["乙公司", "c@d.cn"]]))
    assert fields(table)["联系方式"] == "email"
    table = table_of(
        csv_bytes([["客户名称", "联系人"], ["甲公司", "13812345678"], ["乙公司", "13912345678"]])
    )
    assert fields(table)["联系人"] == "mobile"


def test_people_without_a_firm_are_no_customers() -> None:
    assert (
        unknown_of(csv_bytes([["姓名", "手机", "生日"], ["张三", "13812345678", "7月1日"]])).reason
        == "unknown"
    )
    assert unknown_of(csv_bytes([["Name", "Birthday"], ["Ann", "1970-01-01"]])).headers == (
        "Name",
        "Birthday",
    )


def test_sheets_without_a_table() -> None:
    assert unknown_of(csv_bytes([["本表由销售内勤整理"]])).reason == "notes"
    assert unknown_of(book_of([[]])).reason == "empty"


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (["合计", "", "98,765"], "total"),
        (["", "小计：", "120万元"], "total"),
        (["Total", "", "12"], "total"),
        (["合 计", "", ""], "total"),
        (["合计", "王芳", "见附件"], "total"),
        (["总计(52家)", "52", "98765"], "total"),
        (["本月合计", "", "12"], "total"),
        (["合计人民币", "", "12"], "total"),
        (["合计：52家客户，销售额98万元", "", ""], "total"),
        (["共52家客户", "", ""], "total"),
        (["平均", "", "12.5"], "total"),
        (["Total customers: 5", "", ""], "total"),
        (["Sub-total", "", "12"], "total"),
        (["Total", "Jane Doe", "12"], None),
        (["Total-Clean", "", "12"], None),
        (["Sum-41 glue", "", "12"], None),
        (["以下空白", "", ""], "remark"),
        (["以上为2026年客户", "", ""], "remark"),
        (["导出时间：2026-11-01", "", ""], "remark"),
        (["Updated on: 2026-11-01", "", ""], "remark"),
        (["第 1 页 共 3 页", "", ""], "remark"),
        (["一、宁波片区", "", ""], "remark"),
        (["【宁波片区】", "", ""], "remark"),
        (["【宁波】甲公司", "", ""], None),
        (["以上海为家有限公司", "", ""], None),
        (["--- End of list ---", "", ""], "remark"),
        (["合计建材有限公司", "", "12"], None),
        (["", " ", ""], "blank"),
        (["NULL", "-", ""], "blank"),
        (["客户名称", "联系人", "上年销售额(万元)"], "header"),
        (["注：价格含税", "", ""], "remark"),
        (["制表人：王芳", "", ""], "remark"),
        (["注册建材有限公司", "", ""], None),
    ],
)
def test_rows_that_are_no_records(row: list[str], word: str | None) -> None:
    headers = ["客户名称", "联系人", "上年销售额(万元)"]
    table = table_of(csv_bytes([headers, ["甲公司", "张三", "12"], row, ["乙公司", "李四", "13"]]))
    assert [word for _, word in data_rows(table)] == [None, word, None]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (["备注：以上数据截止11月20日", "", ""], "remark"),
        (["本表数据来源ERP", "", ""], "remark"),
        (["如有疑问请联系财务部", "", ""], "remark"),
        (["", "", "含运费"], "remark"),
        (["Please contact accounting with questions", "", ""], "remark"),
        (["Prices are subject to change.", "", ""], "remark"),
        (["", "", "98,765"], "total"),
        (["丙建材", "", ""], None),
        (["Vance & Sons Ltd", "", ""], None),
        (["", "王五", ""], None),
    ],
)
@pytest.mark.parametrize("between", [[], [[]], [["", "", ""]]])
def test_a_lone_cell_below_the_last_row(row: list[str], word: str | None, between: list[list[str]]) -> None:
    headers = ["客户名称", "联系人", "上年销售额(万元)"]
    rows = [headers, ["甲公司", "张三", "12"], ["乙公司", "李四", "13"], *between, row]
    found = [word for _, word in data_rows(table_of(csv_bytes(rows))) if word != "blank"]
    assert found == [None, None, word]


def test_a_lone_cell_between_two_rows_is_a_row() -> None:
    rows = [["客户名称", "联系人"], ["甲公司", "张三"], ["如有疑问公司", ""], ["乙公司", "李四"]]
    assert [word for _, word in data_rows(table_of(csv_bytes(rows)))] == [None, None, None]


def test_a_list_of_names_alone_is_read_to_its_end() -> None:
    names = [f"第{number}建材" for number in range(40)]
    table = table_of(csv_bytes([["客户名称", "联系人"], *([name, ""] for name in names)]))
    assert [(row.cells[0], word) for row, word in data_rows(table)] == [(name, None) for name in names]


def test_a_number_to_call_alone_is_no_total() -> None:
    rows = [["客户名称", "电话"], ["甲公司", "057688536114"], ["", "13800138000"]]
    assert [word for _, word in data_rows(table_of(csv_bytes(rows)))] == [None, None]


def test_blank_rows_behind_the_last_are_nothing() -> None:
    table = table_of(csv_bytes([["客户名称"], ["甲公司"], [], ["乙公司"], [], []]))
    assert [(row.number, word) for row, word in data_rows(table)] == [(2, None), (3, "blank"), (4, None)]


def test_a_row_that_is_only_numbered_is_blank() -> None:
    table = table_of(
        csv_bytes([["序号", "客户名称", "电话"], ["1", "甲公司", "1"], ["2", "", ""], ["", "合计", "1"]])
    )
    assert [word for _, word in data_rows(table)] == [None, "blank", "total"]


def test_words_in_the_column_of_numbers_count() -> None:
    rows = [
        ["1", "甲公司", "1"],
        ["合计", "", "1"],
        ["注：含税", "", ""],
        ["浙江片区", "", ""],
        ["2", "乙公司", "1"],
    ]
    table = table_of(csv_bytes([["序号", "客户名称", "电话"], *rows]))
    assert [word for _, word in data_rows(table)] == [None, "total", "remark", None, None]


def test_a_header_taken_apart() -> None:
    header = read_header("上年销售额(万元)")
    assert ("销售额" in header.keys, header.unit, header.currency, header.period) == (
        True,
        10_000,
        "CNY",
        "last_year",
    )
    header = read_header("2023年度销售额/万元")
    assert ("销售额" in header.keys, header.unit, header.year) == (True, 10_000, 2023)
    assert read_header("Unit Price (USD)").currency == "USD"
    assert read_header("含税单价（元）").tax is True
    assert read_header("不含税单价").tax is False
    assert read_header("经度(GCJ-02)").datum == "gcj02"
    assert read_header("百度纬度").datum == "bd09"
    assert read_header("联系人2").number == 2
    assert read_header("客户（单位）名称").keys[1] == "客户名称"
    assert read_header("ＣompanyＮame").keys[0] == "companyname"


def test_the_user_can_say_what_it_is() -> None:
    data = csv_bytes([["Kunde", "Ort"], ["Acme", "Köln"]])
    source = Source("x", data)
    from kamdesk.exchange.mapping import make_mapping

    mapping = make_mapping(
        {"table": [{"kind": "accounts", "columns": {"Kunde": "name", "ort": "city"}}]}, "map"
    )
    table = table_of(source.data, mapping)
    assert fields(table) == {"Kunde": "name", "Ort": "city"}


def test_all_kinds_have_a_word() -> None:
    for kind in synonyms().kinds:
        assert f"import.kind.{kind}" in catalogue()


def test_a_line_merged_over_the_table_is_a_remark() -> None:
    data = book_of(
        [["客户名称", "手机", "城市"], ["甲公司", "13812345678", "宁波"], ["宁波片区的客户"], ["乙公司"]],
        ["A3:C3"],
    )
    assert [word for _, word in data_rows(table_of(data))] == [None, "remark", None]
