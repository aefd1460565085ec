"""Rows of products, orders and order lines."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.exchange.records import LineRecord, OrderRecord, ProductRecord, Rejected
from tests.exchange.lists import DATA, csv_bytes, entries_of


def test_products() -> None:
    headers = ["产品编码", "产品名称", "规格", "单位", "含税单价(元)", "装箱数", "停产"]
    (record,) = entries_of(csv_bytes([headers, ["0012", "水泥", "P.O 42.5", "吨", "¥385.50", "20", "否"]]))
    assert isinstance(record, ProductRecord)
    assert (record.code, record.name) == ("0012", "水泥")
    assert record.fields == {
        "specification": "P.O 42.5", "unit": "吨", "pack": 20, "price": 38_550, "currency": "CNY",
        "tax_included": True, "discontinued": False,
    }  # fmt: skip


def test_a_price_finer_than_money_is_refused_and_its_product_is_not() -> None:
    (record,) = entries_of(csv_bytes([["编号", "品名", "单价"], ["1", "钉", "0.005"]]))
    assert isinstance(record, ProductRecord)
    assert "price" not in record.fields
    assert [problem.reason for problem in record.raw.problems] == ["amount_too_fine"]


def test_orders_with_times_and_nothing_shipped() -> None:
    entries = entries_of((DATA / "northwind" / "orders.csv").read_bytes())
    orders = [entry for entry in entries if isinstance(entry, OrderRecord)]
    assert len(orders) == len(entries) == 830
    assert sum("shipped_on" not in order.fields for order in orders) == 21
    first = orders[0]
    assert (first.number, first.account_code, first.ordered_on) == ("10248", "VINET", date(1996, 7, 4))
    assert first.fields == {"required_on": date(1996, 8, 1), "shipped_on": date(1996, 7, 16), "freight": 3238}


def test_lines_in_thousandths_and_ten_thousandths() -> None:
    headers = ["orderID", "productID", "unitPrice", "quantity", "discount"]
    (record,) = entries_of(csv_bytes([headers, ["1", "2", "14.00", "12", "0.15000001"]]))
    assert isinstance(record, LineRecord)
    assert (record.quantity, record.fields) == (12_000, {"price": 1400, "discount": 1500})


@pytest.mark.parametrize(("header", "discount"), [("折扣", 500), ("折扣(%)", 500), ("discount", 9500)])
def test_what_a_discount_counts_is_told_by_its_header(header: str, discount: int) -> None:
    headers = ["订单号", "产品名称", "数量", "单价", header]
    (record,) = entries_of(csv_bytes([headers, ["S1", "水泥", "1", "400", "95%"]]))
    assert isinstance(record, LineRecord)
    assert record.fields["discount"] == discount


def test_a_flat_list_makes_orders_and_lines() -> None:
    headers = ["订单号", "客户名称", "订单日期", "产品名称", "数量", "单价(元)"]
    (record,) = entries_of(csv_bytes([headers, ["S1", "甲公司", "2026/3/5", "水泥", "12.5吨", "400"]]))
    assert isinstance(record, LineRecord)
    assert record.order
    assert (record.order.account_name, record.order.ordered_on) == ("甲公司", date(2026, 3, 5))
    assert record.fields == {"unit": "吨", "price": 40_000}
    assert record.order.fields == {"currency": "CNY"}


def test_rows_that_lack_what_makes_them() -> None:
    headers = ["订单号", "客户名称", "订单日期", "产品名称", "数量"]
    rows = [
        ["", "甲公司", "2026-3-5", "水泥", "1"],
        ["S1", "甲公司", "2026-3-5", "", "1"],
        ["S1", "甲公司", "2026-3-5", "水泥", "许多"],
        ["S1", "甲公司", "2026-2-30", "水泥", "1"],
        ["S1", "甲公司", "3/4/2026", "水泥", "1"],
    ]
    entries = entries_of(csv_bytes([headers, *rows]))
    assert [(e.problem.reason, str(e.problem.verdict)) for e in entries if isinstance(e, Rejected)] == [
        ("no_number", "rejected"),
        ("no_product", "rejected"),
        ("no_quantity", "rejected"),
        ("date_no_such_day", "rejected"),
        ("date_order", "to_decide"),
    ]
