"""Where a goal ends if it goes on as it went so far."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """``end`` = actual ÷ (due so far ÷ target): what is reached at the end at the pace so far, season and working days
    counted in. ``gap`` = end − target; ``needed`` is what each of the ``weeks`` left must bring to reach the target.
    """

    actual: int
    due: int
    target: int
    end: int | None
    weeks: int
    needed: int | None

    @property
    def gap(self) -> int | None:
        return None if self.end is None else self.end - self.target


def forecast(actual: int, due: int, target: int, weeks_left: int) -> Forecast:
    """The forecast; ``end`` None where nothing was due so far. Halves are rounded up."""
    end = None if due <= 0 or target <= 0 else _half_up(Fraction(actual * target, due))
    lacking = max(0, target - actual)
    needed = None if weeks_left <= 0 else -(-lacking // weeks_left)
    return Forecast(actual, due, target, end, weeks_left, needed)


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
