"""Everything that the page of the market shows, in one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

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
    what_if,
)
from kamdesk.domain.knowledge.rule import Criterion
from kamdesk.domain.walltime import local_day
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.classing.classified import Classification, classify, judge_all
from kamdesk.reads.classing.portfolio import Portfolio, Unit, read_portfolio
from kamdesk.reads.classing.rule import RuleCard, read_known
from kamdesk.reads.classing.service import read_policies
from kamdesk.reads.market_page.own import Member, Readiness, read_readiness, read_team
from kamdesk.reads.market_page.prospects import Lead, ProspectRow, read_leads, read_prospects
from kamdesk.reads.market_page.rivals import MoveRow, ShareRow, Spoken, read_moves, read_shares, read_spoken
from kamdesk.reads.rep import read_rep

HOME = "CNY"


@dataclass(frozen=True, slots=True)
class MarketView:
    """``rule`` is the one in force, or the proposal, or (``card`` None) what the figures suggest.

    ``known`` are every unit's figures for every criterion, so that another rule is tried without the book; ``mine`` is
    the rep's name.
    """

    today: date
    classified: Classification
    card: RuleCard | None
    rule: Rule
    known: Mapping[str, Mapping[str, Known]]
    exempts: Mapping[str, Exempt]
    judged: tuple[Judged, ...]
    currency: str
    policies: int
    prospects: tuple[ProspectRow, ...]
    leads: tuple[Lead, ...]
    moves: tuple[MoveRow, ...]
    shares: tuple[ShareRow, ...]
    readiness: tuple[Readiness, ...]
    team: tuple[Member, ...]
    mine: str = ""
    spoken: tuple[Spoken, ...] = ()

    @property
    def units(self) -> Mapping[str, Unit]:
        return self.classified.portfolio.units


@dataclass(frozen=True, slots=True)
class Tried:
    """Another rule held against the same figures: who is on which side then, and who would change sides."""

    rule: Rule
    judged: tuple[Judged, ...]
    moves: Moves


def market_view(store: Store, *, now: datetime) -> MarketView:
    """All of it as of ``now``."""
    with store.read() as connection:
        rep = read_rep(connection)
        today = local_day(now, rep.zone)
        portfolio = read_portfolio(connection, today=today)
        found = classify(connection, portfolio)
        main = portfolio.main
        given = (
            next((each.currency for each in found.rule.rule.criteria if each.currency), None)
            if found.rule
            else None
        )
        currency = given or (main.kind.currency if main else None) or HOME
        rule = found.rule.rule if found.rule else suggested_rule(portfolio, currency)
        in_kind = currency if main is None or main.kind.currency else None
        wanted = [
            RuleCriterion(str(each), Fraction(0), currency=in_kind if each in IN_MONEY else None)
            for each in Criterion
        ]
        known = read_known(connection, portfolio, wanted)
        exempts = exempt_by_unit(found.exempts, today)
        aliases = read_aliases(connection)
        return MarketView(
            today=today,
            classified=found,
            card=found.rule,
            rule=rule,
            known=known,
            exempts=exempts,
            judged=judge_all(rule, known, exempts, NEAR_PERCENT),
            currency=currency,
            policies=len(read_policies(connection, today)),
            prospects=read_prospects(connection, aliases, today),
            leads=read_leads(connection, aliases),
            moves=read_moves(connection, aliases),
            shares=read_shares(connection, portfolio),
            readiness=read_readiness(connection),
            team=read_team(connection, today),
            mine=rep.name,
            spoken=read_spoken(connection, aliases),
        )


def try_rule(view: MarketView, rule: Rule) -> Tried:
    """``rule`` on the figures of the view, against the rule that is in force or, without one, what is marked."""
    judged = judge_all(rule, view.known, view.exempts, NEAR_PERCENT)
    return Tried(rule, judged, what_if(view.judged if view.card else marked(view), judged))


def marked(view: MarketView) -> tuple[Judged, ...]:
    """Each account on the side on which the rep marked it."""
    return tuple(Judged(unit.id, (), None, None, unit.is_key, None, False) for unit in view.units.values())


def suggested_rule(portfolio: Portfolio, currency: str) -> Rule:
    """Where nobody set a rule: at least the yearly purchases of the smallest account that is A, two digits of it."""
    main = portfolio.main
    amounts = [row.amount for row in main.curve if row.value_class == "A" and row.amount > 0] if main else []
    if not amounts:
        return Rule(())
    step = 10 ** max(len(str(min(amounts))) - 2, 0)
    least = Fraction(min(amounts) // step * step)
    return Rule((RuleCriterion(Criterion.REVENUE, least, weight=100, required=True, currency=currency),))
