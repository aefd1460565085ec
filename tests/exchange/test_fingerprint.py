"""A sender's list is known by its headers, whatever their order and the months in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.fingerprint import column_names, fingerprint, shape
from kamdesk.exchange.mapping import ColumnRule, TableRule
from kamdesk.exchange.rules import rule_as_text, rule_from_text, rule_to_keep

HEADERS = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=8)


@given(HEADERS, st.randoms())
def test_the_order_makes_no_difference(headers: list[str], random) -> None:
    labels = [(header, "") for header in headers]
    mixed = labels[:]
    random.shuffle(mixed)
    assert fingerprint(labels) == fingerprint(mixed)


@given(HEADERS)
def test_each_column_has_a_name_of_its_own(headers: list[str]) -> None:
    names = column_names([(header, "") for header in headers])
    assert len(set(names)) == len(headers)


def test_months_days_signs_and_widths_make_none_other_headers_do() -> None:
    def of(*headers: str) -> str | None:
        return fingerprint([(header, "") for header in headers])

    assert (
        of("客户 名称", "2026年9月")
        == of("２０２６年１０月", "客户名称:")
        == of("客户名称", "2026年1月", "2026年2月")
    )
    assert of("客户名称", "城市") != of("客户名称", "城市", "电话")
    assert of("客户名称", "城市") == of("客户名称", "城市", "kamdesk 退回原因"), (
        "a mended list is the sender's too"
    )
    assert of("客户名称") is None
    assert fingerprint([("金额", "九月"), ("金额", "十月")]) != fingerprint([("金额", "甲"), ("金额", "乙")])


def test_equal_headers_are_called_by_their_headings_or_numbered() -> None:
    assert column_names([("金额", "上年"), ("金额", "今年"), ("名称", "")]) == (
        "上年/金额",
        "今年/金额",
        "名称",
    )
    assert column_names([("备注", ""), ("备注", ""), ("", "")]) == ("备注#1", "备注#2", "#3")


def test_what_is_kept_comes_back_and_months_are_one() -> None:
    labels = [("客户名称", ""), ("2026年9月", ""), ("2026年10月", ""), ("联系人1", ""), ("联系人2", "")]
    month = ColumnRule("sold", unit=10_000, year=2026, currency="CNY")
    rule = TableRule(
        kind="sales",
        columns={
            "2026年9月": month,
            "2026年10月": month,
            "联系人1": ColumnRule("ignore"),
            "联系人2": ColumnRule("product_name"),
        },
    )
    kept = rule_to_keep(rule, labels)
    assert kept.columns == {
        shape("2026年9月"): ColumnRule("sold", unit=10_000, currency="CNY"),
        "联系人1": ColumnRule("ignore"),
        "联系人2": ColumnRule("product_name"),
    }
    assert rule_from_text(rule_as_text(kept)) == kept
    assert rule_from_text('{"columns": {"a": "nosuchfield"}}') is None
    assert rule_from_text("[") is None
