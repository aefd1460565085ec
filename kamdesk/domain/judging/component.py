"""One component of a judgement: a figure, what it speaks for, and what it was counted from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from kamdesk.domain.judging.facts import Record

Number = int | Fraction | None


class Speaks(StrEnum):
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Component:
    """``value`` in ``unit`` (``share years points count days score``); None with the reason where it can't be told.

    ``speaks`` is None where the value is unknown, or lies between. ``parts`` are further figures that belong to it.
    """

    id: str
    value: Number
    unit: str
    speaks: Speaks | None = None
    reason: str | None = None
    parts: Mapping[str, Number] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()


def leaning(value: Number, good: int | Fraction, bad: int | Fraction) -> Speaks | None:
    """For from ``good`` on, against from ``bad`` on; ``good`` may be the smaller of the two."""
    if value is None:
        return None
    if value >= good if good > bad else value <= good:
        return Speaks.FOR
    return Speaks.AGAINST if (value <= bad if good > bad else value >= bad) else None


def ids(records: Iterable[Record]) -> tuple[str, ...]:
    """The ids of records."""
    return tuple(record.id for record in records)
