"""A cell that a person changed is read or refused, whatever stands in it."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.out.shapes import Field, Shape, decode, encode
from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.doubt import Doubt

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(
        [
            "1e999999999",
            "9" * 5000,
            "-1e-400",
            "#9",
            "#",
            "25:00",
            "١٢:٣٠",
            "0001-01-01T00:00:00+14:00",
            "NaN",
        ]
    ),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)
FIELDS = [
    Field("x", shape, "X", int if shape is Shape.CHOICE else str, {"0": "周一", "true": "是", "false": "否"})
    for shape in Shape
]


@given(st.sampled_from(FIELDS), CELLS, st.sampled_from([None, "CNY", "JPY", "?"]))
def test_every_cell_is_a_value_or_a_doubt(field: Field, cell: Cell, currency: str | None) -> None:
    try:
        value = decode(field, cell, currency)
    except Doubt:
        return
    if field.shape in (Shape.MONEY, Shape.QUANTITY, Shape.RATE, Shape.NUMBER):
        assert value is None or -(2**63) <= value < 2**63
    if isinstance(value, float):
        assert math.isfinite(value)


@given(
    st.integers(-(2**63), 2**63 - 1), st.sampled_from([Shape.MONEY, Shape.QUANTITY, Shape.RATE, Shape.NUMBER])
)
def test_no_digit_of_a_number_is_lost(number: int, shape: Shape) -> None:
    field = Field("x", shape, "X")
    cell = encode(field, number, "KWD")
    kept: Cell = cell if isinstance(cell, int | str) else float(f"{cell:.16g}")  # type: ignore[assignment, str-bytes-safe]
    assert decode(field, kept, "KWD") == number


@pytest.mark.parametrize(
    ("shape", "cell", "value"),
    [
        (Shape.CLOCK, time(8, 30), 510),
        (Shape.CLOCK, timedelta(hours=8, minutes=30), 510),
        (Shape.CLOCK, 0.3541666667, 510),
        (Shape.CLOCK, "8：30", 510),
        (Shape.CLOCK, "24:00", 1440),
        (Shape.MONEY, "１２，３４５.６７", 1_234_567),
        (Shape.MONEY, 0.1 + 0.2, 30),
        (Shape.RATE, "12.5%", 1250),
        (Shape.DAY, "2026年11月25日", date(2026, 11, 25)),
        (Shape.DAY, datetime(2026, 11, 25), date(2026, 11, 25)),
        (Shape.FLAG, " 是 ", True),
        (Shape.FLAG, False, False),
        (Shape.INSTANT, "2026-11-25T10:02:00+08:00", datetime(2026, 11, 25, 2, 2, tzinfo=UTC)),
        (Shape.TEXT, 13800138000.0, "13800138000"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_understood(shape: Shape, cell: Cell, value: object) -> None:
    assert decode(Field("x", shape, "X", str, {"true": "是", "false": "否"}), cell, "CNY") == value
