"""Rows of a customer list: every cell becomes a value, a word in a note, or a doubt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.mapping import make_mapping
from kamdesk.exchange.records import AccountRecord, Rejected, SalesRecord, Skipped
from kamdesk.exchange.values.phones import FAX, MOBILE, Phone
from tests.exchange.lists import account_of, csv_bytes, doubts_of, entries_of
from tests.exchange.workbooks import book_of

HEADERS = ["客户名称", "级别", "城市", "联系人", "职务", "手机", "生日", "上年销售额(万元)", "备注"]


def test_a_whole_row() -> None:
    record = account_of(
        HEADERS, ["甲公司", "A/VIP", "宁波", "张三", "经理", "138 1234 5678", "7月28日", "208", "老客户"]
    )
    assert record.name == "甲公司"
    assert record.fields == {"city": "宁波", "value_class": "A", "is_key": True}
    (contact,) = record.contacts
    assert (contact.name, contact.title, contact.phones) == (
        "张三",
        "经理",
        (Phone("13812345678", None, MOBILE),),
    )
    assert contact.birthday
    assert (contact.birthday.month, contact.birthday.day) == (7, 28)
    assert record.sales == (SalesRecord(date(2025, 1, 1), date(2025, 12, 31), 208_000_000, "CNY"),)
    assert record.notes == ("老客户",)
    assert record.raw.problems == ()


def test_what_a_database_writes_for_nothing_is_nothing() -> None:
    record = account_of(
        ["customerID", "companyName", "region", "fax", "contactName"], ["A", "Acme", "NULL", "NULL", "Null"]
    )
    assert (record.code, record.fields, record.phones) == ("A", {}, ())
    assert record.contacts[0].name == "Null", "a surname"


def test_unknown_columns_become_a_note() -> None:
    record = account_of(["客户名称", "序号", "合作年限", "业务员"], ["甲公司", "1", "5", "王芳"])
    assert record.notes == ("合作年限: 5",)


def test_details_of_nobody_become_a_note() -> None:
    record = account_of(["客户名称", "联系人", "职务", "邮箱"], ["甲公司", "", "经理", "a@b.cn"])
    assert record.contacts == ()
    assert record.notes == ("职务: 经理\n邮箱: a@b.cn",)


def test_numbers_go_to_the_person_if_there_is_one() -> None:
    headers = ["companyName", "contactName", "phone", "fax"]
    person = account_of(headers, ["Acme", "Ann", "(5) 555-4729", "(5) 555-3745"])
    assert person.contacts[0].phones == (Phone("(5) 555-4729"),)
    assert person.phones == (Phone("(5) 555-3745", None, FAX),)
    nobody = account_of(headers, ["Acme", "", "(5) 555-4729", ""])
    assert (nobody.phones, nobody.contacts) == ((Phone("(5) 555-4729"),), ())


def test_several_people_by_number() -> None:
    headers = ["客户名称", "联系人1", "手机1", "联系人2", "手机2"]
    record = account_of(headers, ["甲公司", "张三", "13812345678", "李四", "13912345678"])
    assert [(each.name, each.phones[0].number) for each in record.contacts] == [
        ("张三", "13812345678"),
        ("李四", "13912345678"),
    ]
    alone = account_of(
        ["客户名称", "联系人", "电话1", "电话2"], ["甲公司", "张三", "13812345678", "0571-88881234"]
    )
    assert [phone.number for phone in alone.contacts[0].phones] == ["13812345678", "0571-88881234"]


def test_several_people_in_one_cell_are_asked_about() -> None:
    record = account_of(["客户名称", "联系人"], ["甲公司", "张三、李四"])
    assert (record.contacts, doubts_of(record)) == ((), [("contacts", "contact_several", "to_decide")])
    assert account_of(["客户名称", "联系人"], ["甲公司", "张三和李四"]).contacts == ()
    assert account_of(["客户名称", "联系人"], ["甲公司", "王和平"]).contacts[0].name == "王和平"


def test_a_number_behind_a_name() -> None:
    record = account_of(
        ["客户名称", "联系人"], ["乙公司", "李四"], ["丙公司", "王五"], ["甲公司", "张三13812345678"]
    )
    assert (record.contacts[0].name, record.contacts[0].phones[0].number) == ("张三", "13812345678")


def test_first_and_last_name() -> None:
    record = account_of(["Company", "First Name", "Last Name"], ["Acme", "Ann", "Lee"])
    assert record.contacts[0].name == "Ann Lee"


def test_a_level_nobody_knows_is_a_tag() -> None:
    record = account_of(["客户名称", "客户级别"], ["甲公司", "钻石"])
    assert (record.tags, doubts_of(record)) == (("钻石",), [("cells", "level_as_tag", "remark")])


@pytest.mark.parametrize(
    ("headers", "cells", "doubt"),
    [
        (["经度", "纬度"], ["", "30.1"], ("coordinates", "coordinate_half", "rejected")),
        (["经度", "纬度"], ["28.6", "121.4"], ("cells", "coordinate_swapped", "remark")),
        (["手机", "城市"], ["1.38E+10", "宁波"], ("phones", "phone_scientific", "rejected")),
        (["生日", "联系人"], ["1972.1", "张三"], ("birthdays", "birthday_month", "to_decide")),
        (["状态", "城市"], ["神秘", "宁波"], ("levels", "status_unknown", "to_decide")),
        (["城市", "地址"], ["12Rio", "x"], ("cells", "city_digits", "remark")),
        (["销售额", "城市"], ["300", "宁波"], ("amounts", "amount_period", "to_decide")),
        (["2023年销售额", "城市"], ["300", "宁波"], ("amounts", "amount_unit", "to_decide")),
        (["2023年销售额", "城市"], ["200-300万", "宁波"], ("amounts", "amount_range", "to_decide")),
        (["sales 2023 (k)", "city"], ["300", "Leeds"], ("amounts", "amount_currency", "to_decide")),
        (["上年销售额(万元)", "城市"], ["4,970,000", "宁波"], ("amounts", "amount_proportion", "to_decide")),
        (["上年销售额(万元)", "城市"], ["#REF!", "宁波"], ("formulas", "formula_error", "rejected")),
    ],
)
def test_cells_that_are_not_taken_as_they_stand(
    headers: list[str], cells: list[str], doubt: tuple[str, str, str]
) -> None:
    record = account_of(["客户名称", *headers], ["甲公司", *cells])
    assert doubts_of(record) == [doubt]


def test_amounts_with_a_unit_need_no_other() -> None:
    record = account_of(["客户名称", "2023年销售额"], ["甲公司", "约300万元"])
    assert record.sales == (SalesRecord(date(2023, 1, 1), date(2023, 12, 31), 300_000_000, "CNY"),)


def test_an_amount_out_of_proportion_is_seen_by_its_column() -> None:
    rows = [[f"公司{number}", str(number)] for number in (271, 1282, 869, 550, 958)]
    data = csv_bytes([["客户名称", "2023年销售额(万元)"], *rows, ["大公司", "190000"], ["小公司", "30"]])
    records = [entry for entry in entries_of(data) if isinstance(entry, AccountRecord)]
    assert [bool(record.sales) for record in records] == [True] * 5 + [False, True]
    assert doubts_of(records[5]) == [("amounts", "amount_proportion", "to_decide")]


def test_the_order_of_dates_is_read_from_the_whole_column() -> None:
    headers = ["company", "contact", "birthday"]
    told = csv_bytes([headers, ["A", "Ann", "3/4/1970"], ["B", "Ben", "25/12/1971"]])
    (first, _) = (entry for entry in entries_of(told) if isinstance(entry, AccountRecord))
    assert first.contacts[0].birthday
    assert (first.contacts[0].birthday.month, first.contacts[0].birthday.day) == (4, 3)
    mixed = csv_bytes(
        [headers, ["A", "Ann", "3/4/1970"], ["B", "Ben", "25/12/1971"], ["C", "Cy", "12/25/1971"]]
    )
    assert [
        bool(entry.contacts[0].birthday) for entry in entries_of(mixed) if isinstance(entry, AccountRecord)
    ] == [
        False,
        True,
        True,
    ]


def test_ditto_means_what_stands_above_where_that_is_safe() -> None:
    headers = ["客户名称", "城市", "联系人", "手机"]
    data = csv_bytes(
        [
            headers,
            ["甲公司", "宁波", "张三", "13812345678"],
            ["乙公司", "同上", "同上", "同上"],
            ["同上", "〃", "李四", ""],
        ]
    )
    first, second, third = (entry for entry in entries_of(data) if isinstance(entry, AccountRecord))
    assert second.fields == {"city": "宁波"}
    assert (second.contacts[0].ditto, second.contacts[0].name, second.contacts[0].phones) == (True, None, ())
    assert (third.name, third.fields["city"], third.contacts[0].name) == ("乙公司", "宁波", "李四")
    assert first.above is None


def test_ditto_of_a_number_or_below_nothing_is_asked() -> None:
    headers = ["客户名称", "城市", "联系人", "手机"]
    record = account_of(
        headers, ["甲公司", "宁波", "张三", "13812345678"], ["乙公司", "杭州", "李四", "同上"]
    )
    assert doubts_of(record) == [("phones", "ditto_unclear", "to_decide")]
    record = account_of(headers, ["甲公司", "同上", "张三", ""])
    assert doubts_of(record) == [("cells", "ditto_nothing_above", "to_decide")]
    (_, _, refused) = entries_of(csv_bytes([headers, ["甲公司"], [], ["同上", "宁波"]]))
    assert isinstance(refused, Rejected)
    assert refused.problem.reason == "no_name"


def test_rows_that_are_refused_whole() -> None:
    headers = ["客户名称", "城市"]
    entries = entries_of(csv_bytes([headers, ["", "宁波"], ["甲公司", "宁波", "多出"], ["乙公司", "杭州"]]))
    assert [entry.problem.reason if isinstance(entry, Rejected) else entry.name for entry in entries] == [
        "no_name",
        "too_many_cells",
        "乙公司",
    ]
    form = entries_of(csv_bytes([["客户名称", "甲公司"], ["手机", "13812345678"], ["城市", "宁波"]]))
    assert [entry.problem.reason for entry in form if isinstance(entry, Rejected)] == ["name_is_header"] * 2
    cut = entries_of("客户名称,城市,电话\n甲公司,宁波,13812345678\n乙公司,杭".encode())
    assert isinstance(cut[-1], Rejected)
    assert cut[-1].problem.reason == "cut_short"


def test_a_formula_without_a_value_is_told_at_its_cell() -> None:
    data = book_of([["客户名称", "2023年销售额(万元)"], ["甲公司", ("A1*2", None)], ["乙公司", ("1+1", 2)]])
    first, second = (entry for entry in entries_of(data) if isinstance(entry, AccountRecord))
    assert doubts_of(first) == [("formulas", "formula_unsaved", "rejected")]
    assert (first.sales, second.sales[0].amount) == ((), 2_000_000)


def test_coordinates_of_another_datum_are_turned_into_wgs84() -> None:
    plain = account_of(["客户名称", "经度", "纬度"], ["甲公司", "120.2", "30.2"])
    amap = account_of(["客户名称", "经度(高德)", "纬度(高德)"], ["甲公司", "120.2", "30.2"])
    assert plain.fields["datum"] == "unknown"
    assert amap.fields["datum"] == "gcj02"
    assert amap.fields["longitude"] == pytest.approx(120.1953, abs=1e-3)


def test_a_mapping_answers_what_the_list_does_not_say() -> None:
    mapping = make_mapping(
        {
            "system": "erp",
            "date_order": "mdy",
            "table": [
                {"columns": {"销售额": {"field": "sales", "unit": "万元", "year": 2024}, "代号": "ignore"}}
            ],
        },
        "map",
    )
    record = account_of(
        ["客户名称", "销售额", "代号", "联系人", "生日"],
        ["甲公司", "300", "x", "张三", "3/4/1970"],
        mapping=mapping,
    )
    assert record.sales == (SalesRecord(date(2024, 1, 1), date(2024, 12, 31), 300_000_000, "CNY"),)
    assert record.contacts[0].birthday
    assert (record.contacts[0].birthday.month, record.notes) == (3, ())


cells = st.sampled_from(
    ["", "NULL", "同上", "A", "VIP", "13812345678", "1.38E+10", "121.4", "28.6", "30°15′N", "1972.1", "农历八月十五",
     "约300万元", "4,970,000", "张三/李四", "合计", "#REF!", "张三", "说\n明", '"', "备注：x"]
) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)  # fmt: skip


@given(st.lists(st.lists(cells, min_size=9, max_size=9), max_size=6))
def test_every_row_comes_out_and_nothing_is_lost(rows: list[list[str]]) -> None:
    """Each row is one entry in its place, and each filled cell is read, noted, or named in a doubt."""
    entries = entries_of(csv_bytes([HEADERS, *rows]))
    places = [entry.origin if isinstance(entry, Skipped) else entry.raw.origin for entry in entries]
    assert [place.row for place in places] == sorted({place.row for place in places})
    filled = {number for number, row in enumerate(rows, start=2) if any(row)}
    assert filled <= {place.row for place in places}


def test_a_number_that_a_spreadsheet_rounded_is_not_taken() -> None:
    data = book_of([["客户名称", "手机"], ["甲公司", 1.38e10], ["乙公司", 13800138000]])
    first, second = (entry for entry in entries_of(data) if isinstance(entry, AccountRecord))
    assert (first.phones, doubts_of(first)) == ((), [("phones", "phone_scientific", "rejected")])
    assert second.phones == (Phone("13800138000", None, MOBILE),)


def test_what_stands_beside_the_table_is_kept_as_words_and_moves_no_cell() -> None:
    data = book_of([["客户名称", "城市"], ["岩屿建材", "台州", None, "见合同"], ["甲乙建材", "温州"]])
    first, second = entries_of(data)
    assert isinstance(first, AccountRecord)
    assert isinstance(second, AccountRecord)
    assert (first.name, first.fields["city"], first.notes) == ("岩屿建材", "台州", ("见合同",))
    assert (second.name, second.notes) == ("甲乙建材", ())
