"""The rule's line drawn through the accounts of a view: each account's figures, and on which side it falls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kamdesk.domain.classing.rule import Exempt, Judged, Known, Rule, RuleCriterion, exempt_by_unit, judge
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.questions.view import AccountView, BookView

_WORTH = (Criterion.STRATEGIC, Criterion.REFERENCE, Criterion.LEARNING)
_YEAR = 365


def rule_in_force(rows: Iterable[Any], today: date) -> Any:
    """The newest version that somebody confirmed and that is in force; None where there is none."""
    confirmed = [
        row
        for row in rows
        if row.confirmed_on is not None and row.confirmed_on <= today and row.valid_from <= today
    ]
    return max(confirmed, key=lambda row: (row.valid_from, row.confirmed_on, row.id), default=None)


def the_rule(view: BookView) -> Rule | None:
    """The rule in force with its criteria."""
    row = rule_in_force(view.of("key_rule"), view.today)
    if row is None:
        return None
    criteria = [each for each in view.of("rule_criterion") if each.rule_id == row.id]
    return Rule(
        tuple(
            RuleCriterion(
                each.criterion,
                Fraction(each.amount if each.amount is not None else 0)
                if each.quantity is None
                else Fraction(each.quantity, 1_000),
                each.weight,
                bool(each.required),
                each.currency,
                each.unit,
                each.id,
            )
            for each in sorted(criteria, key=lambda each: (each.rank or 99, each.id))
        ),
        row.pass_mark,
        row.id,
        confirmed=True,
    )


def judged(view: BookView, rule: Rule) -> tuple[Judged, ...]:
    """Every unit of the view held against the rule."""
    exempts = exempt_by_unit(
        (
            Exempt(unit.id, bool(row.is_key), row.why, row.approver, row.until, row.id)
            for unit in view.units
            for row in unit.standing("rule_exception")
        ),
        view.today,
    )
    return tuple(judge(unit.id, rule, figures(unit), exempt=exempts.get(unit.id)) for unit in view.units)


def figures(view: AccountView) -> Mapping[str, Known]:
    """What is known of an account by criterion, in the measure of the rule."""
    bought = view.bought
    known: dict[str, Known] = {}
    if bought.records:
        known[Criterion.REVENUE] = Known(Fraction(bought.year), None, bought.records)
        known[Criterion.ORDERS] = Known(Fraction(bought.orders), None, bought.records)
        if bought.year_before > 0:
            growth = Fraction(100 * (bought.year - bought.year_before), bought.year_before)
            known[Criterion.GROWTH] = Known(growth, None, bought.records)
        if bought.first_on:
            known[Criterion.TENURE] = Known(Fraction((view.today - bought.first_on).days, _YEAR))
    margins = view.of("margin")
    if margins:
        last = max(row.last_day for row in margins)
        year = [row for row in margins if row.product_id is None and (last - row.last_day).days < _YEAR]
        known[Criterion.MARGIN] = Known(
            Fraction(sum(row.amount for row in year)), None, tuple(row.id for row in year)
        )
    potentials = {row.category: row for row in view.of("potential")}
    if potentials:
        total = sum(row.amount for row in potentials.values())
        known[Criterion.POTENTIAL] = Known(
            Fraction(total), None, tuple(row.id for row in potentials.values())
        )
    ours = [row for row in view.shares if row.ours]
    if ours:
        last_share = max(ours, key=lambda row: (row.as_of is not None, row.as_of, row.id))
        known[Criterion.SHARE_OF_WALLET] = Known(Fraction(last_share.share, 100), None, (last_share.id,))
    for row in view.of("worth"):
        if row.aspect in _WORTH:
            known[row.aspect] = Known(Fraction(row.score), None, (row.id,))
    return known
