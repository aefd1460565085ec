"""Forms that offices really send, each with what a person would have typed in."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.exchange.headers import read_header
from kamdesk.exchange.records import AccountRecord, ListedRecord, Rejected
from kamdesk.exchange.values.amounts import read_amount, read_quantity
from kamdesk.exchange.values.birthdays import read_birthday
from kamdesk.exchange.values.coordinates import read_pair
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.phones import read_phones
from tests.exchange.lists import account_of, csv_bytes, doubts_of, entries_of, table_of

TODAY = date(2026, 11, 26)


def test_years_below_a_heading_of_amounts_are_sales_of_these_years() -> None:
    rows = [
        ["客户名称", "年销售额(万元)", "", "电话"],
        ["", "2024年", "2025年", ""],
        ["甲公司", "1230", "约1500", "0574-87654321"],
        ["乙公司", "85.5", "96", "0574-87654322"],
    ]
    first, _ = entries_of(csv_bytes(rows))
    assert isinstance(first, AccountRecord)
    assert [(sale.first_day.year, sale.amount, sale.currency) for sale in first.sales] == [
        (2024, 1_230_000_000, "CNY"),
        (2025, 1_500_000_000, "CNY"),
    ]


@pytest.mark.parametrize(
    ("values", "field"),
    [(["A", "b", "VIP", "C"], "level"), (["五金", "建材", "超市", "A"], None)],
)
def test_a_category_of_letters_is_a_level(values: list[str], field: str | None) -> None:
    rows = [[f"第{number}建材", value] for number, value in enumerate(values)]
    table = table_of(csv_bytes([["客户名称", "类别"], *rows]))
    assert table.columns[1].field == field


def test_a_level_beside_a_category_goes_first() -> None:
    table = table_of(csv_bytes([["客户名称", "类别", "客户等级"], ["甲公司", "A", "B"]]))
    assert [column.field for column in table.columns] == ["name", None, "level"]


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Product 产品", "产品"),
        ("客户名称/Customer Name", "customername"),
        ("电话 (Phone)", "phone"),
        ("Contact\n联系人", "联系人"),
    ],
)
def test_a_header_in_two_languages_is_known_by_either(header: str, key: str) -> None:
    assert key in read_header(header).keys


def test_signs_of_currencies_say_the_unit_and_western_sums_need_none() -> None:
    rows = [
        ["Account", "Sales 2025"],
        ["Vance Ltd", "£1,250,000"],
        ["Müller AG", "1'200'000 CHF"],
        ["X", "5"],
    ]
    vance, muller, bare = (entry for entry in entries_of(csv_bytes(rows)) if isinstance(entry, AccountRecord))
    assert [(sale.amount, sale.currency) for each in (vance, muller) for sale in each.sales] == [
        (125_000_000, "GBP"),
        (120_000_000, "CHF"),
    ]
    assert [reason for _, reason, _ in doubts_of(bare)] == ["amount_currency"]


@pytest.mark.parametrize("text", ["120 CHF", "NT$120", "120加元", "SGD 120"])
def test_currencies_of_the_world(text: str) -> None:
    amount = read_amount(text)
    assert (int(amount.value), amount.currency) in {(120, "CHF"), (120, "TWD"), (120, "CAD"), (120, "SGD")}


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("03/02/80", "dmy", (1980, 2, 3)),
        ("03/02/80", "mdy", (1980, 3, 2)),
        ("14/03/75", None, (1975, 3, 14)),
        ("85.3.12", None, (1985, 3, 12)),
        ("05/05/99", None, (1999, 5, 5)),
        ("14/03/05", "dmy", (2005, 3, 14)),
    ],
)
def test_a_birthday_with_two_digits_for_its_year(
    text: str, order: str | None, meant: tuple[int, int, int]
) -> None:
    found = read_birthday(text, order, today=TODAY)  # type: ignore[arg-type]
    assert (found.year, found.month, found.day) == meant


@pytest.mark.parametrize("text", ["03/02/80", "01/02/03"])
def test_one_that_can_be_read_two_ways_is_asked(text: str) -> None:
    with pytest.raises(Doubt) as raised:
        read_birthday(text, today=TODAY)
    assert raised.value.undecided


@pytest.mark.parametrize(
    "text",
    [
        "E120°39′12″ N28°0′36″",
        "N28°0′36″E120°39′12″",
        "28°0′36″N 120°39′12″E",
        "28°0′36″N，120°39′12″E",
        "东经120°39′12″ 北纬28°0′36″",
    ],
)
def test_degrees_of_both_in_one_cell(text: str) -> None:
    place = read_pair(text)
    assert (place.latitude, place.longitude) == (28.01, 120.6533333)


@pytest.mark.parametrize("word", ["缺货", "无货", "Out of stock", "售罄"])
def test_a_word_for_nothing_left_is_none(word: str) -> None:
    assert read_quantity(word) == (0, "")


def test_about_so_much_is_taken_and_told() -> None:
    rows = [["客户名称", "产品名称", "库存数量"], ["甲公司", "瓷砖", "约20箱"], ["甲公司", "水泥", "缺货"]]
    entries = [entry for entry in entries_of(csv_bytes(rows)) if isinstance(entry, ListedRecord)]
    assert [thing["quantity"] for entry in entries for thing in entry.things] == [20_000, 0]
    assert [problem.reason for problem in entries[0].raw.problems] == ["amount_approximate"]


def test_an_extension_in_traditional_characters() -> None:
    (phone,) = read_phones("(02) 2345-6789 分機 12").numbers
    assert (phone.number, phone.extension) == ("(02) 2345-6789", "12")


def test_a_key_account_in_traditional_characters() -> None:
    assert account_of(["客戶名稱", "等級"], ["甲公司", "重點"]).fields["is_key"] is True


def test_yuan_among_tens_of_thousands_is_told_by_all_months() -> None:
    months = ["客户名称", "1月", "2月", "3月"]
    rows = [
        ["甲公司", "12.5", "8.2", "9.9"],
        ["乙公司", "125,000", "98", "110"],
        ["丙公司", "3.2", "1.1", "2"],
    ]
    entries = entries_of(csv_bytes([["2026年销售统计"], ["单位：万元"], months, *rows]))
    asked = [
        (entry.raw.origin.row, problem.reason)
        for entry in entries
        if isinstance(entry, ListedRecord | Rejected)
        for problem in entry.raw.problems
    ]
    assert asked == [(5, "amount_proportion")]


def test_whose_shop_it_is_is_its_parent() -> None:
    record = account_of(["门店名称", "所属公司", "城市"], ["海川江北店", "宁波海川贸易有限公司", "宁波"])
    assert record.parent is not None
    assert record.parent.name == "宁波海川贸易有限公司"
