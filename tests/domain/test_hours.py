"""Spans of a day, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.domain.errors import RuleError
from kamdesk.domain.hours import read_spans, write_spans

MORNING, AFTERNOON = (510, 720), (780, 1050)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("8:30-17:30", ((510, 1050),)),
        (" 8：30 – 12 、13:00～17:30 ", (MORNING, AFTERNOON)),
        ("13:00-17:30，8:30-12:00", (MORNING, AFTERNOON)),
        ("8点30分至12点", (MORNING,)),
        ("0-24:00", ((0, 1440),)),
        ("", ()),
        ("  ", ()),
    ],
)
def test_spans_are_read_as_people_write_them(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_spans(text) == spans


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8:30", "hours_unreadable"),
        ("8:70-9:00", "hours_unreadable"),
        ("8-25", "hours_unreadable"),
        ("morning", "hours_unreadable"),
        ("17:00-8:00", "hours_backwards"),
        ("8-8", "hours_backwards"),
        ("8-12,11:59-13", "hours_overlap"),
    ],
)
def test_what_is_no_span_is_refused(text: str, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        read_spans(text)


@given(st.lists(st.integers(0, 1440), min_size=2, max_size=8, unique=True).map(sorted))
def test_what_is_written_is_read_again(minutes: list[int]) -> None:
    spans = tuple(zip(minutes[::2], minutes[1::2], strict=False))
    assert read_spans(write_spans(spans)) == spans
