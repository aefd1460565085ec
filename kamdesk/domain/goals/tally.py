"""What counts towards a goal, piece by piece, so that a year, its months and its weeks agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import Kind, Sale, within


class Piece(NamedTuple):
    """Something that counts towards a metric: ``amount`` in the target's own unit, spread over its days."""

    first: date
    last: date
    amount: int
    record_id: str


@dataclass(frozen=True)
class Tally:
    """A metric's pieces; ``mean``: what they are worth is their mean, not their sum (scores, rates).

    ``reason``: why nothing can be counted.
    """

    pieces: tuple[Piece | Sale, ...] = ()
    mean: bool = False
    reason: str | None = None

    @cached_property
    def _by_day(self) -> tuple[list[date], list[int], list[Piece | Sale]]:
        """The days with what had come up to each, and the pieces that are spread over more than one."""
        sums: dict[date, int] = {}
        for piece in self.pieces:
            if piece.first == piece.last:
                sums[piece.first] = sums.get(piece.first, 0) + piece.amount
        days = sorted(sums)
        return (
            days,
            [0, *accumulate(sums[day] for day in days)],
            [p for p in self.pieces if p.first != p.last],
        )

    def within(self, period: Period) -> int | Fraction | None:
        """What the period reached; None where it can't be told. A mean of nothing is None, a sum of nothing 0."""
        if self.reason or period.first > period.last:
            return None
        if self.mean:
            inside = [piece.amount for piece in self.pieces if piece.first in period]
            return Fraction(sum(inside), len(inside)) if inside else None
        days, so_far, spread = self._by_day
        exact = so_far[bisect_right(days, period.last)] - so_far[bisect_left(days, period.first)]
        return exact + sum(_part(piece, period) or 0 for piece in spread)

    def evidence(self, period: Period) -> tuple[str, ...]:
        """The records that were counted."""
        return tuple(dict.fromkeys(p.record_id for p in self.pieces if _part(p, period) is not None))


def _part(piece: Piece | Sale, period: Period) -> int | None:
    if piece.last < period.first or piece.first > period.last:
        return None
    if piece.first >= period.first and piece.last <= period.last:
        return piece.amount
    sale = Sale("", piece.record_id, piece.first, piece.last, Kind(None, None), piece.amount)
    return within((sale,), period)[0].amount
