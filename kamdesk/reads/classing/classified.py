"""The whole classification: curve, rule, map, service and time, in one frozen piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import Connection

from kamdesk.db.store import Store
from kamdesk.domain.classing.rule import (
    IN_MONEY,
    NEAR_PERCENT,
    Exempt,
    Judged,
    Known,
    Moves,
    Rule,
    RuleCriterion,
    exempt_by_unit,
    judge,
    what_if,
)
from kamdesk.domain.classing.service import (
    Cell,
    Given,
    Served,
    TimeShare,
    policy_for,
    served,
    time_shares,
    value_by_stage,
)
from kamdesk.domain.facts import Period
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.selling.months import twelve_months
from kamdesk.domain.selling.pareto import Limits
from kamdesk.domain.selling.trend import Trend
from kamdesk.domain.walltime import local_day
from kamdesk.reads.classing.portfolio import Portfolio, read_portfolio, unit_trends
from kamdesk.reads.classing.rule import RuleCard, read_exempts, read_known, read_rule
from kamdesk.reads.classing.service import Spent, read_given, read_policies, read_spent
from kamdesk.reads.pace import uncollected
from kamdesk.reads.rep import read_rep
from kamdesk.reads.unit_facts import judged_stages


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The rule as it would be, and who would change sides."""

    rule: Rule
    judged: tuple[Judged, ...]
    moves: Moves


@dataclass(frozen=True, slots=True)
class Classification:
    """Everything that is told of who is who. ``rule`` None: no rule is recorded, ``judged`` is empty then.

    ``trends`` are in the main kind of money. ``stages`` are the rep's newest judgement by unit. ``classes`` are A, B, C
    by the main curve; units that brought nothing in its period have none.
    """

    portfolio: Portfolio
    trends: Mapping[str, Trend]
    rule: RuleCard | None
    judged: tuple[Judged, ...]
    exempts: tuple[Exempt, ...]
    stages: Mapping[str, str]
    classes: Mapping[str, str]
    cells: tuple[Cell, ...]
    served: tuple[Served, ...]
    spent: Spent
    time: tuple[TimeShare, ...]
    time_by_class: tuple[TimeShare, ...]
    what_if: WhatIf | None = None

    @property
    def near(self) -> tuple[Judged, ...]:
        """Those near the line, on either side."""
        return tuple(each for each in self.judged if each.near)


def classification(
    store: Store,
    *,
    now: datetime,
    period: Period | None = None,
    limits: Limits | None = None,
    near_percent: int = NEAR_PERCENT,
    tried: Mapping[str, Fraction] | None = None,
) -> Classification:
    """All of it as of ``now``. ``tried`` are other minimums by criterion: what would be if the rule said so."""
    with store.read() as connection, uncollected():
        today = local_day(now, read_rep(connection).zone)
        portfolio = read_portfolio(connection, today=today, period=period, limits=limits)
        return classify(connection, portfolio, near_percent=near_percent, tried=tried)


def classify(
    connection: Connection,
    portfolio: Portfolio,
    *,
    near_percent: int = NEAR_PERCENT,
    tried: Mapping[str, Fraction] | None = None,
) -> Classification:
    """The same from a portfolio that was read."""
    today, main = portfolio.today, portfolio.main
    card = read_rule(connection, today)
    exempts = exempt_by_unit(read_exempts(connection, portfolio.tree.of), today)
    other = tried_rule(card.rule if card else Rule(()), tried) if tried else None
    wanted = (*(card.rule.criteria if card else ()), *(other.criteria if other else ()))
    known = read_known(connection, portfolio, wanted)
    judged = judge_all(card.rule, known, exempts, near_percent) if card else ()
    changed = judge_all(other, known, exempts, near_percent) if other else ()
    before = judged if card else tuple(_as_recorded(portfolio))
    stages = judged_stages(connection, portfolio.tree, portfolio.today)
    classes = {row.unit_id: row.value_class for row in main.curve} if main else {}
    amounts = main.amounts if main else {}
    period = main.period if main and not main.listed else twelve_months(today)
    spent = read_spent(connection, portfolio.tree, period)
    return Classification(
        portfolio=portfolio,
        trends=unit_trends(portfolio, main) if main else {},
        rule=card,
        judged=judged,
        exempts=tuple(exempts.values()),
        stages=stages,
        classes=classes,
        cells=value_by_stage({unit: classes.get(unit) for unit in portfolio.units}, stages, amounts),
        served=_served(connection, portfolio, classes, stages, judged),
        spent=spent,
        time=time_shares(spent.minutes, amounts),
        time_by_class=time_shares(_by_class(spent.minutes, classes), _by_class(amounts, classes)),
        what_if=WhatIf(other, changed, what_if(before, changed)) if other else None,
    )


def judge_all(
    rule: Rule, known: Mapping[str, Mapping[str, Known]], exempts: Mapping[str, Exempt], near_percent: int
) -> tuple[Judged, ...]:
    """Every unit against a rule, in the order in which they are known."""
    return tuple(
        judge(unit, rule, figures, exempt=exempts.get(unit), near_percent=near_percent)
        for unit, figures in known.items()
    )


def _as_recorded(portfolio: Portfolio) -> Iterable[Judged]:
    """Where no rule is recorded, each account is what the rep called it."""
    return (Judged(unit.id, (), None, None, unit.is_key, None, False) for unit in portfolio.units.values())


def tried_rule(rule: Rule, tried: Mapping[str, Fraction]) -> Rule:
    """The rule with other minimums; a criterion that it lacks is added, in the currency of those that it has."""
    had = {each.criterion for each in rule.criteria}
    currency = next((each.currency for each in rule.criteria if each.currency), None)
    changed = [replace(each, minimum=tried.get(each.criterion, each.minimum)) for each in rule.criteria]
    added = [
        RuleCriterion(name, minimum, currency=currency if name in IN_MONEY else None)
        for name, minimum in tried.items()
        if name not in had
    ]
    return replace(rule, criteria=(*changed, *added), id=None, confirmed=False)


def _served(
    connection: Connection,
    portfolio: Portfolio,
    classes: Mapping[str, str],
    stages: Mapping[str, str],
    judged: tuple[Judged, ...],
) -> tuple[Served, ...]:
    """Of every unit with a class: the one that the rep judged it to be, as on its page and in its care calendar; by the
    curve where nobody has.
    """
    policies = read_policies(connection, portfolio.today)
    given = read_given(connection, portfolio.tree, portfolio.today)
    by_rule = {each.unit_id: each.is_key for each in judged}
    found = []
    for unit in portfolio.units.values():
        value_class = unit.value_class or classes.get(unit.id)
        is_key = by_rule.get(unit.id)
        key = unit.is_key if is_key is None else is_key
        policy = policy_for(policies, value_class, key, stages.get(unit.id))
        found.append(served(unit.id, policy, given.get(unit.id, Given(0, 0, 0, 0))))
    return tuple(found)


def _by_class(of_unit: Mapping[str, int], classes: Mapping[str, str]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for unit, value in of_unit.items():
        name = classes.get(unit, "")
        sums[name] = sums.get(name, 0) + value
    return sums


def criterion_of(text: str) -> str | None:
    """The criterion that a text names; None where there is no such one."""
    return text if text in set(Criterion) else None
