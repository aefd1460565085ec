"""Amounts out of all proportion to their column are told, and asked about where only the header says their unit."""

from __future__ import annotations

import pytest

from tests.exchange.lists import csv_bytes, entries_of


@pytest.mark.parametrize(
    ("header", "wild", "verdict"),
    [
        ("回款金额(万元)", "1200000", "to_decide"),
        ("回款金额", "1200000", "remark"),
        ("回款金额(万元)", "120万", None),
    ],
)
def test_one_that_is_wild(header: str, wild: str, verdict: str | None) -> None:
    # Small sums without a unit would each be a question.
    usual = 10 if "万" in header else 10_000
    rows = [["甲公司", f"2026-05-0{n}", str(usual + n)] for n in range(1, 9)]
    entries = entries_of(csv_bytes([["客户名称", "回款日期", header], *rows, ["甲公司", "2026-05-09", wild]]))
    found = [problem for entry in entries for problem in entry.raw.problems]
    assert [str(problem.verdict) for problem in found if problem.reason.startswith("amount_")] == (
        [verdict] if verdict else []
    )


def test_the_titles_unit_weighs_as_a_headers() -> None:
    rows = [["甲公司", f"2026-05-0{n}", str(10 + n)] for n in range(1, 9)]
    header = ["客户名称", "回款日期", "回款金额"]
    entries = entries_of(csv_bytes([["单位：万元"], header, *rows, ["甲公司", "2026-05-09", "1200000"]]))
    found = [problem for entry in entries for problem in entry.raw.problems]
    assert [problem.reason for problem in found] == ["amount_proportion"]
