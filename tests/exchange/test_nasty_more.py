"""More forms that offices really send: blank cells below the first line of an order, shares in two ways of writing."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.exchange.kinds.wide import level_of
from kamdesk.exchange.records import LineRecord, ListedRecord, Rejected
from tests.exchange.lists import csv_bytes, entries_of


def test_an_order_named_at_its_first_line_alone_goes_on_below_it() -> None:
    rows = [
        ["单据编号", "客户", "下单日期", "品名", "数量", "单位"],
        ["XSD-0001", "欧路莎卫浴", "2026-03-05", "水泥", "1200", "吨"],
        ["", "", "", "瓷砖胶", "300", "包"],
        ["合计", "", "", "", "1500", ""],
        ["", "", "", "美缝剂", "5", "支"],
    ]
    first, second, _, after_a_total = entries_of(csv_bytes(rows))
    assert isinstance(first, LineRecord)
    assert isinstance(second, LineRecord)
    assert second.order is not None
    assert (second.order.number, second.product_name, second.quantity) == ("XSD-0001", "瓷砖胶", 300_000)
    assert (second.order.account_name, second.order.ordered_on) == ("欧路莎卫浴", date(2026, 3, 5))
    assert [each.reason for each in second.raw.problems] == ["continued"]
    assert isinstance(after_a_total, Rejected)


def test_a_count_of_stock_names_the_account_once() -> None:
    rows = [
        ["客户名称", "产品编码", "库存数量", "单位", "盘点日期"],
        ["欧路莎卫浴", "P001", "18.5", "吨", "2026-11-20"],
        ["", "P002", "120", "包", ""],
    ]
    _, second = entries_of(csv_bytes(rows))
    assert isinstance(second, ListedRecord)
    assert second.account is not None
    assert second.account.name == "欧路莎卫浴"
    (thing,) = second.things
    assert (thing["quantity"], thing["counted_on"]) == (120_000, date(2026, 11, 20))


def test_a_row_that_names_something_before_the_empty_cell_is_not_the_account_above() -> None:
    rows = [
        ["产品编码", "客户名称", "库存数量", "盘点日期"],
        ["P001", "欧路莎卫浴", "18.5", "2026-11-20"],
        ["P002", "", "120", "2026-11-20"],
    ]
    assert isinstance(entries_of(csv_bytes(rows))[1], Rejected)


def test_a_fraction_among_percentages_is_asked_about_never_taken_for_one() -> None:
    rows = [
        ["客户名称", "供应商", "品类", "份额", "统计期"],
        ["欧路莎卫浴", "我司", "水泥", "45%", "2025年"],
        ["欧路莎卫浴", "海螺", "水泥", "0.35", "2025年"],
        ["欧路莎卫浴", "其他", "水泥", "20", "2025年"],
    ]
    ours, unclear, others = entries_of(csv_bytes(rows))
    assert isinstance(ours, ListedRecord)
    assert isinstance(others, ListedRecord)
    assert [(thing["share"], thing["as_of"]) for thing in (*ours.things, *others.things)] == [
        (4_500, date(2025, 12, 31)),
        (2_000, date(2025, 12, 31)),
    ]
    assert isinstance(unclear, Rejected)
    assert (unclear.problem.reason, str(unclear.problem.verdict)) == ("share_unclear", "to_decide")


def test_months_after_one_with_its_year_are_of_that_year() -> None:
    headers = ["客户名称", "2026年1月(元)", "2月(元)", "3月(元)", "1月(元)"]
    first, *_ = entries_of(csv_bytes([headers, ["欧路莎卫浴", "12500", "0", "15250", "3"]]))
    assert isinstance(first, ListedRecord)
    assert [thing["first_day"] for thing in first.things] == [date(2026, month, 1) for month in (1, 2, 3)]
    assert [each.reason for each in first.raw.problems] == ["amount_period"]


def test_sales_without_a_unit_say_that_it_is_the_unit() -> None:
    rows = [["客户名称", "2026年1月", "2月"], ["欧路莎卫浴", "12.5", "15.25"], ["海川贸易", "1.2", "3.1"]]
    for entry in entries_of(csv_bytes(rows)):
        assert isinstance(entry, Rejected)
        assert (entry.problem.reason, str(entry.problem.verdict)) == ("amount_unit", "to_decide")


@pytest.mark.parametrize("header", ["一级经销商", "二级代理商", "核心客户", "A级分销商"])
def test_a_kind_of_dealer_is_a_price_level(header: str) -> None:
    assert level_of(header) == header
    assert level_of("备注") is None
