"""The rule in force with each unit's figures for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.classing.rule import Exempt, Known, Rule, RuleCriterion
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.selling.facts import within
from kamdesk.domain.selling.months import twelve_months
from kamdesk.reads.classing.portfolio import Portfolio, Selling, selling_in, unit_trends
from kamdesk.reads.classing.worth import margins, newest, potentials, tenure, wallet

SCORES = (Criterion.STRATEGIC, Criterion.REFERENCE, Criterion.LEARNING)


@dataclass(frozen=True, slots=True)
class RuleCard:
    """The rule with what is said of it; ``proposal``: nobody confirmed it yet."""

    rule: Rule
    name: str | None
    valid_from: date
    set_by: str | None
    set_on: date
    confirmed_by: str | None
    confirmed_on: date | None
    why: str | None
    proposal: bool


def read_rule(connection: Connection, today: date) -> RuleCard | None:
    """The confirmed rule that began last; where none was ever confirmed the newest proposal, said to be one."""
    rule, line = t.key_rule.c, t.rule_criterion.c
    row = connection.execute(
        select(t.key_rule)
        .where(rule.deleted_at.is_(None), rule.valid_from <= today)
        .where(rule.confirmed_on.is_(None) | (rule.confirmed_on <= today))
        .order_by(rule.confirmed_on.is_(None), rule.valid_from.desc(), rule.known_on.desc(), rule.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    rows = connection.execute(
        select(t.rule_criterion)
        .where(line.rule_id == row.id, line.deleted_at.is_(None))
        .order_by(line.rank.is_(None), line.rank, line.id)
    )
    criteria = [
        RuleCriterion(
            each.criterion,
            Fraction(each.amount) if each.amount is not None else Fraction(each.quantity or 0, 1000),
            each.weight,
            bool(each.required),
            each.currency,
            each.unit,
            each.id,
        )
        for each in rows
    ]
    confirmed = row.confirmed_on is not None
    return RuleCard(
        rule=Rule(tuple(criteria), row.pass_mark, row.id, confirmed),
        name=row.name,
        valid_from=row.valid_from,
        set_by=row.set_by,
        set_on=row.known_on,
        confirmed_by=row.confirmed_by,
        confirmed_on=row.confirmed_on,
        why=row.why,
        proposal=not confirmed,
    )


def read_exempts(connection: Connection, unit: Callable[[str], str]) -> tuple[Exempt, ...]:
    """Every exception that was ever made, the oldest first."""
    e = t.rule_exception.c
    rows = connection.execute(
        select(e.account_id, e.is_key, e.why, e.approver, e.until, e.id)
        .where(e.deleted_at.is_(None))
        .order_by(e.known_on, e.id)
    )
    return tuple(Exempt(unit(row.account_id), bool(row.is_key), *row[2:]) for row in rows)


def read_known(
    connection: Connection, portfolio: Portfolio, criteria: Iterable[RuleCriterion]
) -> dict[str, dict[str, Known]]:
    """The figures of every unit by criterion, each in the criterion's own measure (growth and shares in per cent)."""
    wanted = {each.criterion: each for each in criteria}
    figures: dict[str, Mapping[str, Known]] = {}
    for name, criterion in wanted.items():
        figures[name] = _figure(connection, portfolio, name, criterion.currency)
    return {
        unit: {name: found.get(unit, _absent(name, portfolio)) for name, found in figures.items()}
        for unit in portfolio.units
    }


def _absent(name: str, portfolio: Portfolio) -> Known:
    """A unit of which nothing is recorded: it bought nothing, where sales are known at all; else it is unknown."""
    if name in (Criterion.REVENUE, Criterion.ORDERS) and portfolio.main is not None:
        return Known(Fraction(0))
    return Known(None, "not_recorded")


def _figure(
    connection: Connection, portfolio: Portfolio, name: str, currency: str | None
) -> Mapping[str, Known]:
    selling = selling_in(portfolio, currency)
    if name == Criterion.REVENUE:
        return _revenue(selling)
    if name == Criterion.GROWTH:
        return _growth(portfolio, selling)
    if name == Criterion.ORDERS:
        return _orders(portfolio)
    if name == Criterion.TENURE:
        return tenure(portfolio)
    if name == Criterion.MARGIN:
        return margins(connection, portfolio, currency)
    if name == Criterion.POTENTIAL:
        return potentials(connection, portfolio, currency)
    if name == Criterion.SHARE_OF_WALLET:
        return {
            unit: Known(known.value * 100 if known.value is not None else None, known.reason, known.sources)
            for unit, known in wallet(connection, portfolio).items()
        }
    return _scores(connection, portfolio, name) if name in SCORES else {}


def _revenue(selling: Selling | None) -> dict[str, Known]:
    if selling is None:
        return {}
    sources: dict[str, list[str]] = defaultdict(list)
    for sale in within(selling.sales, selling.period):
        sources[sale.unit_id].append(sale.record_id)
    return {
        unit: Known(Fraction(amount), None, tuple(dict.fromkeys(sources[unit])))
        for unit, amount in selling.amounts.items()
    }


def _growth(portfolio: Portfolio, selling: Selling | None) -> dict[str, Known]:
    if selling is None:
        return {}
    return {
        unit: Known(None if trend.change is None else trend.change * 100, trend.reason)
        for unit, trend in unit_trends(portfolio, selling).items()
    }


def _orders(portfolio: Portfolio) -> dict[str, Known]:
    period = portfolio.main.period if portfolio.main else twelve_months(portfolio.today)
    found: dict[str, list[str]] = defaultdict(list)
    for order in portfolio.book.orders:
        if order.day in period:
            found[order.unit_id].append(order.order_id)
    return {unit: Known(Fraction(len(ids)), None, tuple(ids)) for unit, ids in found.items()}


def _scores(connection: Connection, portfolio: Portfolio, aspect: str) -> dict[str, Known]:
    return {
        portfolio.tree.of(row.account_id): Known(Fraction(row.score), None, (row.id,))
        for row in newest(connection, t.worth, portfolio, "aspect")
        if row.aspect == aspect
    }
