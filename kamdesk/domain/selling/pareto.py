"""The curve of 80/20, the risk of hanging on a few, and the classes A, B, C by cumulated value.

Shares are of the value: the sum of all that is positive. Who sent back more than it bought has no share and is C.

- *Cumulated*: the shares of all with at least this amount.
- *Class*: A as long as those with more bring less than 80 %, B less than 95 %, the others C. So A together brings at
  least 80 %, and equal amounts are of one class.
- *HHI* (Herfindahl–Hirschman): the sum of the squared shares, from near 0 to 1; 1 ÷ HHI is how many accounts of equal
  size would be as concentrated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from kamdesk.domain.errors import RuleError

A_LIMIT, B_LIMIT = 8_000, 9_500
"""Of 10,000."""
WHOLE = 10_000
CLASSES = ("A", "B", "C")
TOP = (1, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where A and B end, of 10,000. Raises RuleError ``class_limits`` unless 0 < a ≤ b ≤ 10,000."""

    a: int = A_LIMIT
    b: int = B_LIMIT

    def __post_init__(self) -> None:
        if not 0 < self.a <= self.b <= WHOLE:
            raise RuleError("class_limits", a=f"{self.a / 100:g}", b=f"{self.b / 100:g}")


@dataclass(frozen=True, slots=True)
class Ranked:
    """One account on the curve. ``share`` and ``cumulated`` are None where it brought nothing."""

    rank: int
    unit_id: str
    amount: int
    share: Fraction | None
    cumulated: Fraction | None
    value_class: str


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much hangs on few: shares are of the value, None where there is none.

    ``top`` are (n, the share of the n largest); ``fifth`` the share of the largest 20 % (rounded up to whole accounts,
    ``fifth_count``); ``four_fifths`` how many, from the largest on, bring 80 %.
    """

    accounts: int
    value: int
    top: tuple[tuple[int, Fraction], ...]
    fifth_count: int
    fifth: Fraction | None
    four_fifths: int | None
    hhi: Fraction | None

    @property
    def as_many_equal(self) -> Fraction | None:
        return 1 / self.hhi if self.hhi else None


def ranked(amounts: Mapping[str, int], limits: Limits | None = None) -> tuple[Ranked, ...]:
    """The accounts, the largest amount first, among equals by id."""
    limits = limits or Limits()
    value = sum(amount for amount in amounts.values() if amount > 0)
    ordered = sorted(amounts.items(), key=lambda item: (-item[1], item[0]))
    rows: list[Ranked] = []
    so_far = 0
    for amount, equals in groupby(ordered, key=lambda item: item[1]):
        units = [unit for unit, _ in equals]
        if amount <= 0:
            rows += [
                Ranked(len(rows) + n, unit, amount, None, None, CLASSES[2]) for n, unit in enumerate(units, 1)
            ]
            continue
        value_class = class_after(so_far, value, limits)
        so_far += amount * len(units)
        share, cumulated = Fraction(amount, value), Fraction(so_far, value)
        rows += [
            Ranked(len(rows) + n, unit, amount, share, cumulated, value_class)
            for n, unit in enumerate(units, 1)
        ]
    return tuple(rows)


def class_after(so_far: int, value: int, limits: Limits) -> str:
    """The class of who comes after accounts that bring ``so_far`` of ``value``."""
    if so_far * WHOLE < limits.a * value:
        return CLASSES[0]
    return CLASSES[1] if so_far * WHOLE < limits.b * value else CLASSES[2]


def concentration(amounts: Mapping[str, int]) -> Concentration:
    """The risk of a portfolio; accounts that brought nothing are not counted."""
    sizes = sorted((amount for amount in amounts.values() if amount > 0), reverse=True)
    value = sum(sizes)
    if not value:
        return Concentration(0, 0, (), 0, None, None, None)
    fifth = -(-len(sizes) // 5)
    so_far, four_fifths = 0, len(sizes)
    for count, size in enumerate(sizes, 1):
        so_far += size
        if so_far * 5 >= value * 4:
            four_fifths = count
            break
    return Concentration(
        accounts=len(sizes),
        value=value,
        top=tuple((n, Fraction(sum(sizes[:n]), value)) for n in TOP if n <= len(sizes) or n == 1),
        fifth_count=fifth,
        fifth=Fraction(sum(sizes[:fifth]), value),
        four_fifths=four_fifths,
        hhi=Fraction(sum(size * size for size in sizes), value * value),
    )
