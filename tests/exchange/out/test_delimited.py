"""CSV that goes out, read back by Python's csv and by our own import."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.out.delimited import grouped, write_csv
from kamdesk.exchange.out.texts import COMPUTES, LONGEST, escaped, neutral, pieces, plain, unescaped
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.source import take_in

HOSTILE = [f"{sign}1+1" for sign in COMPUTES] + ["'=1", "''+1", "'", "a=b", "=cmd|' /C calc'!A0"]


def test_a_spreadsheet_opens_it_and_computes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    write_csv(path, headers=["甲", "乙"], rows=[(text, Decimal("-1.50")) for text in HOSTILE])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, strict=True))[1:]
    assert not any(text.startswith(COMPUTES) for text, _ in rows)
    assert {number for _, number in rows} == {"-1.50"}


def test_an_import_takes_the_apostrophe_away_again(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    write_csv(path, headers=["客户名称", "备注"], rows=[(f"甲{n}", text) for n, text in enumerate(HOSTILE)])
    (sheet,) = read_sheets(take_in(path))
    assert [row.cells[1] for row in sheet.rows()][1:] == HOSTILE


@given(st.text())
def test_neutral_and_plain_are_inverse(text: str) -> None:
    assert plain(neutral(text)) == text
    assert not neutral(text).startswith(COMPUTES)


@given(st.text(st.sampled_from("ab_x0D5F\x00\r\"'=")))
def test_escaped_and_unescaped_are_inverse(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text(st.sampled_from("_x0D\x00"), min_size=30), st.integers(1, 3000))
def test_pieces_make_the_whole_again(text: str, times: int) -> None:
    long = escaped(text * times)
    assert "".join(pieces(long)) == long
    assert "".join(map(unescaped, pieces(long))) == text * times


@pytest.mark.parametrize("before", range(30))
def test_no_piece_ends_within_an_escape(before: int) -> None:
    long = escaped("a" * (LONGEST // 2 - before) + "_x0000_x0041_\x00" * 3)
    assert "".join(map(unescaped, pieces(long))) == unescaped(long)


@pytest.mark.parametrize(
    ("digits", "said"),
    [("13800138000", "138 0013 8000"), ("88001234", "8800 1234"), ("4008001234", "40 0800 1234")],
)
def test_long_numbers_stand_in_groups(tmp_path: Path, digits: str, said: str) -> None:
    path = tmp_path / "o.csv"
    write_csv(path, headers=["电话"], rows=[(digits,), ("0571-88001234",)], phones=[True])
    assert grouped(digits) == said
    assert path.read_text("utf-8-sig").splitlines()[1:] == [said, "0571-88001234"]


def test_days_are_written_so_that_every_program_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    write_csv(path, headers=["a", "b", "c"], rows=[(date(2026, 11, 5), None, 7)])
    assert path.read_text("utf-8-sig").splitlines()[1] == "2026-11-05,,7"
