"""The arithmetic of a waterfall: from a total over its parts to another total, and an axis with round numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

CUT_ABOVE = 0.5
"""Where nothing falls below this share of the highest level, the axis begins higher than at 0."""
MOST_TICKS = 6


class StepKind(StrEnum):
    START = "start"
    PART = "part"
    REST = "rest"
    """What nobody has explained: drawn dashed."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """A bar. ``amount`` is a level at the start and the end, a change between; ``name`` and ``under`` stand below."""

    key: str
    amount: int
    kind: StepKind = StepKind.PART
    name: str = ""
    under: str = ""


def levels(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """From where to where each bar goes; the parts hang on one another.

    Raises ValueError where they do not lead from the start to the end: such a drawing would lie.
    """
    spans: list[tuple[int, int]] = []
    reached = 0
    for step in steps:
        if step.kind == StepKind.START:
            spans.append((0, step.amount))
            reached = step.amount
        elif step.kind == StepKind.END:
            if step.amount != reached:
                raise ValueError(f"the parts lead to {reached}, not to {step.amount}")
            spans.append((0, step.amount))
        else:
            spans.append((reached, reached + step.amount))
            reached += step.amount
    return spans


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high``, with a tick at each multiple of ``every``. ``cut``: it does not begin at 0."""

    low: Fraction
    high: Fraction
    every: Fraction

    @property
    def cut(self) -> bool:
        return self.low > 0

    def ticks(self) -> list[Fraction]:
        first = ceil(self.low / self.every)
        return [self.every * n for n in range(first, floor(self.high / self.every) + 1)]

    def share(self, value: Fraction | int) -> float:
        """How far up ``value`` stands, 0 to 1."""
        return float((value - self.low) / (self.high - self.low))


def axis(spans: Sequence[tuple[int, int]]) -> Axis:
    """An axis that shows all levels; cut where everything happens far above 0."""
    ends = [end for span in spans for end in span]
    high, low = max([*ends, 0]), min([*ends, 0])
    hung = [end for before, after in spans for end in (before, after) if end != 0]
    least = min(hung, default=0)
    if low == 0 and least > high * CUT_ABOVE and least < high:
        low = max(0, least - (high - least) // 4)
    if high == low:
        high = low + 1
    every = _round_step(Fraction(high - low, MOST_TICKS - 1))
    bottom = every * floor(Fraction(low) / every)
    return Axis(bottom, every * ceil(Fraction(high) / every), every)


def _round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that is at least this."""
    power = Fraction(1)
    while power * 10 <= least:
        power *= 10
    while power > least:
        power /= 10
    return next(power * factor for factor in (1, 2, Fraction(5, 2), 5, 10) if power * factor >= least)
