"""The dividing line between key and ordinary accounts: each criterion with the account's figure beside it.

- *Passed*: the figure is at least the criterion's minimum. A figure that is not known neither passes nor fails.
- *Score*: the weights of the criteria passed ÷ the weights of all; without weights each counts the same.
- *Key by the rule*: every required criterion is passed, and the score reaches the pass mark (where none is set, all
  criteria must be passed). Where unknown figures could turn the result it is left open.
- *Near the line*: the result would be another one if every minimum were n % lower (for who is out) or higher (for who
  is in).
- An *exception* decides whatever the criteria say, and says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

WHOLE = 10_000
NEAR_PERCENT = 10
IN_MONEY = frozenset({"revenue", "margin", "potential"})
"""Criteria whose minimum is minor units."""


@dataclass(frozen=True, slots=True)
class RuleCriterion:
    """At least ``minimum``: minor units of ``currency`` where it is money, else a plain number (rates: 12 for 12 %)."""

    criterion: str
    minimum: Fraction
    weight: int | None = None
    required: bool = False
    currency: str | None = None
    unit: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of the rule; ``pass_mark`` of 10,000. ``confirmed``: somebody stands for it."""

    criteria: tuple[RuleCriterion, ...]
    pass_mark: int | None = None
    id: str | None = None
    confirmed: bool = False

    @property
    def weights(self) -> tuple[int, ...]:
        given = tuple(each.weight for each in self.criteria)
        return tuple(weight or 0 for weight in given) if any(given) else tuple(1 for _ in given)


@dataclass(frozen=True, slots=True)
class Exempt:
    """An account that is key, or is not, whatever the criteria say; until a day, or for good."""

    unit_id: str
    is_key: bool
    why: str
    approver: str | None = None
    until: date | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An account's figure for a criterion, in the criterion's own measure; None with the reason where it isn't known.

    ``sources`` are ids of the records that it was counted from.
    """

    value: Fraction | None
    reason: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A criterion held against an account. ``gap`` = (figure − minimum) ÷ minimum; None where it can't be told."""

    criterion: RuleCriterion
    known: Known
    passed: bool | None

    @property
    def gap(self) -> Fraction | None:
        if self.known.value is None or self.criterion.minimum <= 0:
            return None
        return (self.known.value - self.criterion.minimum) / self.criterion.minimum


@dataclass(frozen=True, slots=True)
class Judged:
    """An account on one side of the line. ``by_rule`` and ``is_key`` are None where figures are wanting.

    ``score`` counts the unknown as not passed, ``best`` as passed; both None for a rule without criteria.
    """

    unit_id: str
    checks: tuple[Check, ...]
    score: Fraction | None
    best: Fraction | None
    by_rule: bool | None
    exempt: Exempt | None
    near: bool

    @property
    def is_key(self) -> bool | None:
        return self.exempt.is_key if self.exempt else self.by_rule

    @property
    def missing(self) -> tuple[str, ...]:
        """The criteria of which the figure is not known."""
        return tuple(check.criterion.criterion for check in self.checks if check.passed is None)


def judge(
    unit_id: str,
    rule: Rule,
    known: Mapping[str, Known],
    *,
    exempt: Exempt | None = None,
    near_percent: int = NEAR_PERCENT,
) -> Judged:
    """The account against the rule; ``known`` are its figures by criterion."""
    checks = tuple(_check(criterion, known) for criterion in rule.criteria)
    low, best = _score(rule, checks, unknown=False), _score(rule, checks, unknown=True)
    result = _result(rule, checks)
    near = False
    if result is not None:
        shift = Fraction(100 + (near_percent if result else -near_percent), 100)
        moved = [replace(each, minimum=each.minimum * shift) for each in rule.criteria]
        shifted = replace(rule, criteria=tuple(moved))
        near = _result(shifted, tuple(_check(criterion, known) for criterion in moved)) not in (result, None)
    return Judged(unit_id, checks, low, best, result, exempt, near)


def _check(criterion: RuleCriterion, known: Mapping[str, Known]) -> Check:
    figure = known.get(criterion.criterion, Known(None, "not_recorded"))
    return Check(criterion, figure, None if figure.value is None else figure.value >= criterion.minimum)


def _score(rule: Rule, checks: Collection[Check], *, unknown: bool) -> Fraction | None:
    whole = sum(rule.weights)
    if not whole:
        return None
    passed = [unknown if check.passed is None else check.passed for check in checks]
    return Fraction(sum(weight for weight, ok in zip(rule.weights, passed, strict=True) if ok), whole)


def _result(rule: Rule, checks: Collection[Check]) -> bool | None:
    if not checks:
        return None
    sure, hoped = _passes(rule, checks, unknown=False), _passes(rule, checks, unknown=True)
    return sure if sure == hoped else None


def _passes(rule: Rule, checks: Collection[Check], *, unknown: bool) -> bool:
    passed = [unknown if check.passed is None else check.passed for check in checks]
    if not all(ok for check, ok in zip(checks, passed, strict=True) if check.criterion.required):
        return False
    if rule.pass_mark is None:
        return all(passed)
    score = _score(rule, checks, unknown=unknown)
    return score is not None and score * WHOLE >= rule.pass_mark


def exempt_by_unit(exempts: Iterable[Exempt], today: date) -> dict[str, Exempt]:
    """The exceptions in force, by unit; of several the last one given counts."""
    return {each.unit_id: each for each in exempts if each.until is None or each.until >= today}


@dataclass(frozen=True, slots=True)
class Moves:
    """Who would change sides if the rule were another, before it is saved; ids in order.

    ``open`` are those of which one of the rules can't tell.
    """

    comes_in: tuple[str, ...]
    drops_out: tuple[str, ...]
    stays_in: tuple[str, ...]
    stays_out: tuple[str, ...]
    open: tuple[str, ...]


def what_if(before: Iterable[Judged], after: Iterable[Judged]) -> Moves:
    """Two judgements of the same accounts compared."""
    then = {each.unit_id: each.is_key for each in before}
    now = {each.unit_id: each.is_key for each in after}

    def those(was: bool, becomes: bool) -> tuple[str, ...]:
        return tuple(unit for unit in sorted(now) if then.get(unit) is was and now[unit] is becomes)

    undecided = tuple(unit for unit in sorted(now) if then.get(unit) is None or now[unit] is None)
    return Moves(those(False, True), those(True, False), those(True, True), those(False, False), undecided)
