"""What a list of debt, goods or shares leaves open: asked for, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.exchange.records import ListedRecord, Rejected
from tests.exchange.lists import csv_bytes, entries_of

DEBT = ["客户名称", "欠款金额", "账龄日期"]
STOCK = ["客户名称", "产品名称", "库存数量", "盘点日期"]
SHARES = ["客户名称", "供应商", "供货份额", "统计日期"]


def asked(entries: list[object]) -> list[tuple[str, str]]:
    """What is asked about each row that waits: why the row, why its cell."""
    return [
        (str(entry.problem.reason), str(entry.raw.problems[0].reason))
        for entry in entries
        if isinstance(entry, Rejected) and entry.problem.verdict == "to_decide"
    ]


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (DEBT, ["甲公司", "25000"]),
        (STOCK, ["甲公司", "瓷砖", "20"]),
        (SHARES, ["甲公司", "我司", "35%"]),
    ],
)
def test_a_day_that_may_be_two_is_asked_for(headers: list[str], cells: list[str]) -> None:
    rows = [[*cells, day] for day in ("03/04/2026", "11/10/2026", "")]
    entries = entries_of(csv_bytes([headers, *rows]))
    assert asked(list(entries)) == [("date_order", "date_order")] * 2
    (last,) = [entry for entry in entries if isinstance(entry, ListedRecord)]
    assert [thing.get("as_of") or thing.get("counted_on") for thing in last.things] != [None]


def test_a_day_of_the_column_settles_the_others() -> None:
    rows = [["甲公司", "25000", day] for day in ("03/04/2026", "31/10/2026")]
    entries = entries_of(csv_bytes([DEBT, *rows]))
    days = [thing["as_of"] for entry in entries if isinstance(entry, ListedRecord) for thing in entry.things]
    assert days == [date(2026, 4, 3), date(2026, 10, 31)]


def test_a_day_that_is_none_sends_the_row_back() -> None:
    (entry,) = entries_of(csv_bytes([DEBT, ["甲公司", "25000", "待定吧"]]))
    assert isinstance(entry, Rejected)
    assert (entry.problem.reason, entry.problem.verdict) == ("no_day", "rejected")


@pytest.mark.parametrize(
    ("header", "sums", "waiting"),
    [
        ("欠款金额", ["350", "12.5"], 2),
        ("欠款金额", ["18360000", "约300万元"], 1),
        ("欠款金额", ["25000", "1,301.50"], 0),
        ("欠款金额", ["350", "0"], 1),
        ("欠款金额（元）", ["350", "12.5"], 0),
        ("欠款金额（万元）", ["350", "12.5"], 0),
        ("欠款金额", ["¥350", "12.5元"], 0),
    ],
)
@pytest.mark.parametrize("dated", ["欠款日期", "回款日期"])
def test_a_sum_whose_unit_nobody_says_is_asked_for(
    header: str, sums: list[str], waiting: int, dated: str
) -> None:
    if dated == "回款日期":
        header = header.replace("欠款", "回款")
    rows = [["甲公司", each, "2026-10-31"] for each in sums]
    entries = entries_of(csv_bytes([["客户名称", header, dated], *rows]))
    assert asked(list(entries)) == [("amount_unit", "amount_unit")] * waiting
    assert len([entry for entry in entries if isinstance(entry, ListedRecord)]) == len(sums) - waiting


def test_a_title_or_a_column_of_currencies_says_the_unit() -> None:
    titled = entries_of(csv_bytes([["应收账款（单位：万元）"], DEBT[:2], ["甲公司", "350"]]))
    with_currency = entries_of(csv_bytes([["客户名称", "欠款金额", "币种"], ["甲公司", "350", "CNY"]]))
    sums = [
        thing["open_amount"]
        for (entry,) in (titled, with_currency)
        if isinstance(entry, ListedRecord)
        for thing in entry.things
    ]
    assert sums == [350_000_000, 35_000]


def test_western_sums_count_the_currency_itself() -> None:
    (entry,) = entries_of(
        csv_bytes([["Customer", "Open amount", "Due date"], ["Vance Ltd", "350", "2026-10-31"]])
    )
    assert isinstance(entry, ListedRecord)


def test_what_is_open_is_not_reckoned_where_the_list_says_it_doubtfully() -> None:
    headers = ["客户名称", "应收金额（元）", "欠款余额"]
    (entry,) = entries_of(csv_bytes([headers, ["甲公司", "25000", "350"]]))
    assert asked([entry]) == [("amount_unit", "amount_unit")]
