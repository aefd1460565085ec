"""Where a deviation comes from: actual − target, taken apart so that the parts add up to it exactly.

Two cuts of the same gap, each complete:

- *By account*, *by product*: actual − what the target asks of each. Without a target of its own an account's part of
  the target is shared out by what it brought in the period compared with (largest remainder).
- *By lever*, against the period compared with (the same days a year earlier)::

    gap  =  asked  +  new + lost  +  range_new + range_dropped  +  volume + price  +  not told apart

  ``asked`` = compared − target: the growth that the target asks for, below zero where it asks for more.
  ``new``/``lost``: accounts that bought only now / only then.
  ``range_new``/``range_dropped``: products that an account which bought both times bought only now / only then.
  ``volume`` = (quantity now − then) × price then; ``price`` = (price now − then) × quantity now, where price is
  amount ÷ quantity. The mixed term (more sold at another price) belongs to price: volume is reckoned at the old price.
  ``not told apart``: goods of which the quantity is unknown, without one, or in another unit then and now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kamdesk.domain.goals.breakdown import share_out
from kamdesk.domain.selling.facts import Sale


class Lever(StrEnum):
    """In the order in which a waterfall shows them."""

    ASKED = "asked"
    NEW = "new"
    LOST = "lost"
    RANGE_NEW = "range_new"
    RANGE_DROPPED = "range_dropped"
    VOLUME = "volume"
    PRICE = "price"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Split:
    """actual − compared by lever, for all accounts or one; the parts add up to ``difference``."""

    actual: int
    compared: int
    parts: Mapping[Lever, int]

    @property
    def difference(self) -> int:
        return self.actual - self.compared


@dataclass(frozen=True, slots=True)
class GapPart:
    """One account's or product's part of the gap; ``of`` None: what belongs to none (sold without naming a product)."""

    of: str | None
    actual: int
    target: int

    @property
    def gap(self) -> int:
        return self.actual - self.target


@dataclass(frozen=True, slots=True)
class Caused:
    """A part of the gap that the rep put down to a cause: ``amount`` is below zero where it lacks."""

    cause: str
    amount: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with all its cuts: each of them adds up to ``actual`` − ``target``.

    ``causes`` and ``unexplained`` are the third cut: what the rep coded, and the rest.
    """

    actual: int
    target: int
    compared: int
    by_account: tuple[GapPart, ...]
    by_product: tuple[GapPart, ...]
    by_lever: Mapping[Lever, int]
    causes: tuple[Caused, ...]

    @property
    def gap(self) -> int:
        return self.actual - self.target

    @property
    def unexplained(self) -> int:
        return self.gap - sum(cause.amount for cause in self.causes)


Cell = tuple[str, str | None]
"""Managed unit and product."""


@dataclass(slots=True)
class _Sum:
    """``counted``: the quantity of all of it is known, in one ``unit``."""

    amount: int
    quantity: int
    unit: str | None
    counted: bool


def _cells(sales: Iterable[Sale]) -> dict[Cell, _Sum]:
    cells: dict[Cell, _Sum] = {}
    for unit_id, _, _, _, _, amount, product_id, quantity, unit, *_ in sales:
        cell = unit_id, product_id
        known = cells.get(cell)
        if known is None:
            cells[cell] = _Sum(amount, quantity or 0, unit, quantity is not None)
            continue
        known.amount += amount
        if quantity is None or unit != known.unit:
            known.counted = False
        else:
            known.quantity += quantity
    return cells


def split(now: Iterable[Sale], then: Iterable[Sale]) -> Split:
    """The difference of two periods' sales, of one kind of money, by lever (`Lever.ASKED` is no part of it)."""
    return _split(_cells(now), _cells(then))


def _split(after: Mapping[Cell, _Sum], before: Mapping[Cell, _Sum]) -> Split:
    buys, bought = {unit for unit, _ in after}, {unit for unit, _ in before}
    untold_now = {unit for unit, product in after if product is None}
    untold_then = {unit for unit, product in before if product is None}
    parts = dict.fromkeys((lever for lever in Lever if lever != Lever.ASKED), 0)
    for cell in after.keys() | before.keys():
        unit, product = cell
        new, old = after.get(cell), before.get(cell)
        difference = (new.amount if new else 0) - (old.amount if old else 0)
        if unit not in bought:
            parts[Lever.NEW] += difference
        elif unit not in buys:
            parts[Lever.LOST] += difference
        elif new is not None and old is not None:
            volume = _volume(new, old) if product is not None else None
            if volume is None:
                parts[Lever.UNTOLD] += difference
            else:
                parts[Lever.VOLUME] += volume
                parts[Lever.PRICE] += difference - volume
        elif product is None or unit in (untold_then if old is None else untold_now):
            # What is not told by product on one side may be this very product.
            parts[Lever.UNTOLD] += difference
        else:
            parts[Lever.RANGE_NEW if old is None else Lever.RANGE_DROPPED] += difference
    return Split(
        actual=sum(cell.amount for cell in after.values()),
        compared=sum(cell.amount for cell in before.values()),
        parts=parts,
    )


def _volume(new: _Sum, old: _Sum) -> int | None:
    """(quantity now − then) × price then, rounded half up; None where it can't be told from price."""
    told = new.counted and old.counted and new.unit == old.unit
    if not told or new.quantity <= 0 or old.quantity <= 0:
        return None
    return (2 * (new.quantity - old.quantity) * old.amount + old.quantity) // (2 * old.quantity)


def gap(
    *,
    target: int,
    now: Iterable[Sale],
    then: Iterable[Sale],
    own_targets: Mapping[str, int] | None = None,
    causes: Iterable[Caused] = (),
    by_lever: bool = True,
) -> Gap:
    """The gap of one target in one kind of money. ``own_targets`` are what single accounts (managed units) are to bring
    of it; what remains of the target is shared out among the others. Not ``by_lever``: the two periods can't be held
    against each other, nobody is lost or new.
    """
    after, before = _cells(now), _cells(then)
    levers = _split(after, before)
    return Gap(
        actual=levers.actual,
        target=target,
        compared=levers.compared,
        by_account=_parts(target, _sums(after, 0), _sums(before, 0), own_targets or {}),
        by_product=_parts(target, _sums(after, 1), _sums(before, 1), {}),
        by_lever={Lever.ASKED: levers.compared - target, **levers.parts}
        if by_lever
        else {Lever.UNTOLD: levers.actual - target},
        causes=_together(causes),
    )


def _sums(cells: Mapping[Cell, _Sum], place: int) -> dict[str | None, int]:
    """What the cells bring by account (their first place) or by product (their second)."""
    sums: dict[str | None, int] = {}
    for cell, each in cells.items():
        sums[cell[place]] = sums.get(cell[place], 0) + each.amount
    return sums


def _parts(
    target: int, actual: Mapping[str | None, int], compared: Mapping[str | None, int], own: Mapping[str, int]
) -> tuple[GapPart, ...]:
    others: list[str | None] = sorted((actual.keys() | compared.keys()) - own.keys(), key=str)
    rest = target - sum(own.values())
    if not others and rest:
        others = [None]
    shared = share_out(rest, [max(0, compared.get(each, 0)) for each in others])
    asked: dict[str | None, int] = {**own, **dict(zip(others, shared, strict=True))}
    parts = [GapPart(each, actual.get(each, 0), amount) for each, amount in asked.items()]
    return tuple(sorted(parts, key=lambda part: (part.gap, str(part.of))))


def _together(causes: Iterable[Caused]) -> tuple[Caused, ...]:
    sums: dict[str, Caused] = {}
    for each in causes:
        before = sums.get(each.cause, Caused(each.cause, 0, ()))
        sums[each.cause] = Caused(each.cause, before.amount + each.amount, (*before.ids, *each.ids))
    return tuple(sorted(sums.values(), key=lambda each: (each.amount, each.cause)))
