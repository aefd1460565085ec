"""Spans of a day as people write them: ``8:30–12:00, 13:00–17:30``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kamdesk.domain.errors import RuleError

Span = tuple[int, int]
"""Minutes of the day at which something begins and ends."""

_PARTS = re.compile(r"[,，、;；]")
_SPAN = re.compile(
    r"(\d{1,2})(?:[:：.点时](\d{1,2})?)?分?\s*(?:[-–—~～]|至|到)\s*(\d{1,2})(?:[:：.点时](\d{1,2})?)?分?"
)


def read_spans(text: str) -> tuple[Span, ...]:
    """The spans in their order; none for an empty text. Raises RuleError where it can't be read, a span ends before
    it begins, or two overlap.
    """
    spans: list[Span] = []
    for part in _PARTS.split(text):
        if not part.strip():
            continue
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            raise RuleError("hours_unreadable", text=part.strip())
        begins, ends = _minute(found[1], found[2], part), _minute(found[3], found[4], part)
        spans.append((begins, ends))
    return check_spans(spans)


def _minute(hour: str, minute: str | None, text: str) -> int:
    at = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or at > 24 * 60:
        raise RuleError("hours_unreadable", text=text.strip())
    return at


def check_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order. Raises RuleError where one ends before it begins or two overlap."""
    ordered = sorted(spans)
    for begins, ends in ordered:
        if not 0 <= begins < ends <= 24 * 60:
            raise RuleError("hours_backwards")
    for (_, ends), (begins, _) in pairwise(ordered):
        if begins < ends:
            raise RuleError("hours_overlap")
    return tuple(ordered)


def write_spans(spans: Iterable[Span]) -> str:
    """The spans as `read_spans` reads them."""
    return ", ".join(f"{_clock(begins)}–{_clock(ends)}" for begins, ends in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"
