"""Deliveries in time, by transport and quarter: every one that is due is counted once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.deliveries import Delivered, Punctual, by_quarter, by_transport, punctual

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(2025, 1, 1), date(2027, 6, 30))
ROWS = st.lists(
    st.builds(
        Delivered, DAYS, st.none() | DAYS, st.sampled_from(["ship", "rail"]), st.none() | st.integers(0, 9)
    )
)


def test_ship_against_rail() -> None:
    rows = [
        Delivered(date(2026, 8, 1), date(2026, 8, 9), "ship", 6),
        Delivered(date(2026, 9, 1), date(2026, 8, 30), "ship", 0),
        Delivered(date(2026, 11, 20), None, "ship"),
        Delivered(date(2026, 11, 30), None, "ship"),
        Delivered(date(2026, 11, 20), date(2026, 11, 20), "rail"),
        Delivered(date(2026, 11, 20), date(2026, 11, 20), None),
    ]
    assert punctual(rows, TODAY) == Punctual(3, 5, 6)
    assert by_transport(rows, TODAY) == {"rail": Punctual(1, 1, 0), "ship": Punctual(1, 3, 6)}
    assert by_quarter(rows, TODAY) == {"3": Punctual(1, 2, 6), "4": Punctual(2, 3, 0)}


@given(ROWS)
def test_the_groups_add_up(rows: list[Delivered]) -> None:
    whole = punctual(rows, TODAY)
    assert 0 <= whole.in_time <= whole.of <= len(rows)
    for groups in (by_transport(rows, TODAY), by_quarter(rows, TODAY)):
        assert sum(each.in_time for each in groups.values()) == whole.in_time
        assert sum(each.of for each in groups.values()) == whole.of
        assert sum(each.stock_out for each in groups.values()) == whole.stock_out
