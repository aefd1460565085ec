"""What holds for a whole list and stands in its title alone; and what a cell says in other words."""

from __future__ import annotations

from datetime import date

import pytest

from kamdesk.exchange.records import AccountRecord, Entry, LineRecord, ListedRecord, Rejected
from kamdesk.exchange.values.birthdays import read_birthday
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.partial_days import read_day_within
from kamdesk.exchange.values.phones import read_phones
from tests.exchange.lists import csv_bytes, entries_of

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
WINTER = (date(2025, 11, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("3.15", MARCH, date(2026, 3, 15)),
        (3.15, MARCH, date(2026, 3, 15)),
        ("3/20", MARCH, date(2026, 3, 20)),
        ("15日", MARCH, date(2026, 3, 15)),
        (31, MARCH, date(2026, 3, 31)),
        ("３月２８日", MARCH, date(2026, 3, 28)),
        ("三月十五日", YEAR, date(2026, 3, 15)),
        ("11月20号 周五", YEAR, date(2026, 11, 20)),
        ("12月3日", WINTER, date(2025, 12, 3)),
        ("1/9", WINTER, date(2026, 1, 9)),
        ("二〇二六年十一月三日", None, date(2026, 11, 3)),
        ("2026年11月6日上午", None, date(2026, 11, 6)),
        ("26.3.15", None, date(2026, 3, 15)),
        ("26年3月15日", None, date(2026, 3, 15)),
    ],
)
def test_a_day_takes_from_the_title_what_it_lacks(
    text: str, span: tuple[date, date] | None, day: date
) -> None:
    assert read_day_within(text, None, span=span) == day


@pytest.mark.parametrize(
    ("text", "span", "reason"),
    [
        ("3月15日", None, "amount_period"),
        ("15日", YEAR, "date_month"),
        ("3.1", MARCH, "date_zero"),
        (3.1, MARCH, "date_zero"),
        ("4月2日", MARCH, "date_outside"),
    ],
)
def test_what_no_title_says_is_asked(text: str, span: tuple[date, date] | None, reason: str) -> None:
    with pytest.raises(Doubt) as raised:
        read_day_within(text, None, span=span)
    assert (raised.value.reason, raised.value.undecided) == (reason, True)


def test_no_day_of_no_month() -> None:
    with pytest.raises(Doubt, match="date_no_such_day"):
        read_day_within("2月30日", None, span=YEAR)


def things(rows: list[list[str]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for entry in entries_of(csv_bytes(rows)):
        if isinstance(entry, ListedRecord):
            found += map(dict, entry.things)
    return found


@pytest.mark.parametrize("title", ["二〇二六年三月回款明细", "2026年3月份客户回款", "回款明细（2026.03）"])
def test_payments_of_a_month(title: str) -> None:
    rows = [
        [title],
        ["客户", "回款日期", "回款金额(元)"],
        ["甲公司", "3.15", "120,000.00"],
        ["乙公司", "31", "（500）"],
    ]
    assert [(each["paid_on"], each["amount"]) for each in things(rows)] == [
        (date(2026, 3, 15), 12_000_000),
        (date(2026, 3, 31), -50_000),
    ]


def test_a_title_of_two_years_says_none() -> None:
    rows = [["2025年、2026年回款对比"], ["客户", "回款日期", "回款金额(元)"], ["甲公司", "3月15日", "5000"]]
    (entry,) = entries_of(csv_bytes(rows))
    assert isinstance(entry, Rejected)
    assert entry.problem.verdict == "to_decide"


def test_years_over_quarters_that_have_one_name() -> None:
    rows = [
        ["近两年客户销售统计（单位：万元）"],
        ["客户", "2025年", "", "", "2026年", "", ""],
        ["", "一季度", "二季度", "合计", "一季度", "二季度", "合计"],
        ["甲公司", "12.5", "13", "25.5", "10", "11", "21"],
    ]
    assert [(each["first_day"], each["amount"]) for each in things(rows)] == [
        (date(2025, 1, 1), 12_500_000),
        (date(2025, 4, 1), 13_000_000),
        (date(2026, 1, 1), 10_000_000),
        (date(2026, 4, 1), 11_000_000),
    ]


def test_columns_of_one_name_are_not_both_of_the_titles_year() -> None:
    rows = [
        ["2025年销售"],
        ["客户", "一季度(万元)", "二季度(万元)", "一季度(万元)"],
        ["甲公司", "1", "2", "3"],
    ]
    (entry,) = entries_of(csv_bytes(rows))
    assert isinstance(entry, ListedRecord)
    assert [each["amount"] for each in entry.things] == [2_000_000]
    assert [each.reason for each in entry.raw.problems] == ["amount_period"] * 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("26-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026年1-3月", date(2026, 1, 1), date(2026, 3, 31)),
        ("二〇二六年三月", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_periods(text: str, first: date, last: date) -> None:
    (thing,) = things([["客户", "月份", "销售额（元）"], ["甲公司", text, "12000"]])
    assert (thing["first_day"], thing["last_day"]) == (first, last)


def prices(headers: list[str], *rows: list[str]) -> list[dict[str, object]]:
    return things([["产品报价单"], headers, *rows])


@pytest.mark.parametrize(
    ("cell", "amount", "currency", "unit"),
    [
        ("385元/吨", 38_500, "CNY", "吨"),
        ("￥26.5/袋", 2_650, "CNY", "袋"),
        ("12.5元每盒", 1_250, "CNY", "盒"),
        ("0.35万元/吨", 350_000, "CNY", "吨"),
        ("US$4.50 per bag", 450, "USD", "bag"),
    ],
)
def test_a_price_with_what_it_is_for(cell: str, amount: int, currency: str, unit: str) -> None:
    (thing,) = prices(["品名", "规格", "单价", "起订量"], ["水泥", "P.O 42.5", cell, "30吨起"])
    assert (thing["amount"], thing["currency"], thing["unit"]) == (amount, currency, unit)
    assert thing["minimum"] == 30_000


def test_the_header_says_what_a_price_is_for() -> None:
    (thing,) = prices(["品名", "协议价(元/吨)", "有效期"], ["水泥", "372.5", "2026.1.1-2026.12.31"])
    assert (thing["unit"], thing["first_day"], thing["last_day"]) == (
        "吨",
        date(2026, 1, 1),
        date(2026, 12, 31),
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("长期有效", None, None),
        ("2026年全年", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026年3月1日起执行", date(2026, 3, 1), None),
        ("2026/3/1~6/30", date(2026, 3, 1), date(2026, 6, 30)),
    ],
)
def test_how_long_a_price_holds(text: str, first: date | None, last: date | None) -> None:
    (thing,) = prices(["品名", "单价(元)", "有效期"], ["水泥", "372.5", text])
    assert (thing.get("first_day"), thing.get("last_day")) == (first, last)


def lines(*cells: tuple[str, str, str]) -> list[Entry]:
    headers = ["订单编号", "客户名称", "下单日期", "产品名称", "数量", "单位", "单价"]
    return entries_of(csv_bytes([headers, *(["D1", "甲公司", "2026-11-2", "水泥", *each] for each in cells)]))


def test_a_price_for_another_unit_than_the_lines_is_asked() -> None:
    right, other = lines(("30", "吨", "385元/吨"), ("30", "袋", "385元/吨"))
    assert isinstance(right, LineRecord)
    assert right.fields["price"] == 38_500
    assert isinstance(other, LineRecord)
    assert "price" not in other.fields
    assert [(each.reason, each.verdict) for each in other.raw.problems] == [("price_unit", "to_decide")]


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("2百", 200, None),
        ("3千袋", 3_000, "袋"),
        ("1.5万", 15_000, None),
        ("5千克", 5, "千克"),
        ("(5)", -5, None),
    ],
)
def test_a_quantity_in_hundreds(text: str, quantity: int, unit: str | None) -> None:
    (line,) = lines((text, "", ""))
    assert isinstance(line, LineRecord)
    assert (line.quantity, line.fields.get("unit")) == (quantity * 1_000, unit)


@pytest.mark.parametrize(
    ("text", "money"),
    [("$ (40.00)", -4_000), ("40.00-", -4_000), ("1,200.00 CR", -120_000), ("-$40", -4_000), ("Settled", 0)],
)
def test_sums_below_nothing(text: str, money: int) -> None:
    rows = [
        ["As of October 31, 2026"],
        ["Customer", "Open Balance", "Currency"],
        ["Baltic Stone", text, "USD"],
    ]
    (thing,) = things(rows)
    assert thing["open_amount"] == money


def test_what_is_settled_is_nothing_owed_and_a_doubt_is_called_by_its_name() -> None:
    rows = [["客户", "欠款"], ["甲公司", "已结清"], ["乙公司", "约300万元"], ["丙公司", "5.6"]]
    settled, about, bare = entries_of(csv_bytes(rows))
    assert isinstance(settled, ListedRecord)
    assert settled.things[0]["open_amount"] == 0
    assert isinstance(about, ListedRecord)
    assert isinstance(bare, Rejected)
    assert bare.problem.reason == "amount_unit"


def test_shares_in_tenths_and_parts() -> None:
    rows = [
        ["主要材料供货份额"],
        ["客户", "我司", "海螺", "红狮"],
        ["甲公司", "三成", "一半", "两成"],
        ["乙公司", "约25%", "1/2", "2成半"],
    ]
    assert [each["share"] for each in things(rows)] == [3_000, 5_000, 2_000, 2_500, 5_000, 2_500]


def test_a_total_below_customers_without_a_header() -> None:
    rows = [
        ["A/R Aging Summary"],
        ["", "Current", "1 - 30", "Total"],
        ["Baltic Stone", "10.00", "2.00", "12.00"],
        ["TOTAL", "$10.00", "$(2.00)", "$8.00"],
    ]
    assert (
        len([each for each in entries_of(csv_bytes(rows)) if isinstance(each, ListedRecord | Rejected)]) == 1
    )


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        (["13.11.26"], date(2026, 11, 13)),
        (["3.11.26", "13.11.26"], date(2026, 11, 3)),
        (["20-Nov-26"], date(2026, 11, 20)),
    ],
)
def test_a_short_year_at_the_end(rows: list[str], day: date) -> None:
    table = [["Customer", "Payment date", "Amount paid"], *(["Baltic Stone", each, "5.00"] for each in rows)]
    assert things(table)[0]["paid_on"] == day


def test_a_short_year_that_may_be_two_days_is_asked() -> None:
    (entry,) = entries_of(
        csv_bytes([["Customer", "Payment date", "Amount paid"], ["Baltic Stone", "3.11.26", "5"]])
    )
    assert isinstance(entry, Rejected)
    assert (entry.problem.reason, entry.problem.verdict) == ("date_order", "to_decide")


def test_a_statement_of_a_bank_is_one_of_payments() -> None:
    rows = [
        ["账号：3301"],
        ["交易日期", "对方户名", "借方发生额", "贷方发生额", "余额", "摘要"],
        ["20261103", "甲公司", "", "50,000.00", "150,000.00", "货款"],
        ["20261104", "电力公司", "1,200.00", "0.00", "148,800.00", "电费"],
    ]
    paid, spent = entries_of(csv_bytes(rows))
    assert isinstance(paid, ListedRecord)
    assert paid.things[0]["amount"] == 5_000_000
    assert isinstance(spent, Rejected)


def test_the_unit_in_the_heading_over_two_sums() -> None:
    rows = [
        ["应收账款明细 截止2026年10月31日"],
        ["客户", "金额(万元)", "", "到期日"],
        ["", "应收", "已收", ""],
        ["甲公司", "12.5", "2.5", "2026-11-30"],
    ]
    (thing,) = things(rows)
    assert (thing["amount"], thing["open_amount"]) == (12_500_000, 10_000_000)


def test_a_list_of_people_tells_which_firms_it_brings() -> None:
    people = csv_bytes([["姓名", "客户名称", "手机"], ["王五", "绍兴新公司", "13800001234"]])
    firms = csv_bytes([["客户名称", "联系人", "手机"], ["绍兴新公司", "王五", "13800001234"]])
    (of_people,), (of_firms,) = entries_of(people), entries_of(firms)
    assert isinstance(of_people, AccountRecord)
    assert of_people.if_new is not None
    assert (of_people.if_new.reason, of_people.if_new.value) == ("new_firm", "绍兴新公司")
    assert isinstance(of_firms, AccountRecord)
    assert of_firms.if_new is None


@pytest.mark.parametrize(
    ("text", "number", "extension", "kind"),
    [
        ("07700 900456", "07700 900456", None, "mobile"),
        ("0912-345-678", "0912-345-678", None, "mobile"),
        ("0574-88001122", "0574-88001122", None, "office"),
        ("0574-88001122,801", "0574-88001122", "801", "office"),
    ],
)
def test_what_stands_in_a_column_of_mobiles(text: str, number: str, extension: str | None, kind: str) -> None:
    (phone,) = read_phones(text, "mobile").numbers
    assert (phone.number, phone.extension, phone.kind) == (number, extension, kind)


@pytest.mark.parametrize(
    ("text", "year"), [("86年5月", 1986), ("05年5月3日", 2005), ("5-Mar-75", 1975), ("5-Mar-05", 2005)]
)
def test_a_birthday_of_a_short_year(text: str, year: int) -> None:
    assert read_birthday(text, today=date(2026, 11, 24)).year == year
