"""The relationship with each managed unit: everything that the judgement's components are counted from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.departments import department_of
from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import Figure, promise_kept
from kamdesk.domain.judging.alliance import Marked, Readiness, readiness
from kamdesk.domain.judging.churn import churn
from kamdesk.domain.judging.component import Component
from kamdesk.domain.judging.facts import Person, Record, Relationship
from kamdesk.domain.judging.loyalty import loyalty
from kamdesk.domain.judging.stages import StageHint, next_stage, stage_hints
from kamdesk.domain.people import holds
from kamdesk.domain.selling.months import years_before
from kamdesk.domain.walltime import local_day
from kamdesk.reads.classing.portfolio import Portfolio, Unit, read_portfolio, unit_trends
from kamdesk.reads.classing.service import read_given
from kamdesk.reads.classing.worth import tenure, wallet
from kamdesk.reads.judging import records as told
from kamdesk.reads.pace import uncollected
from kamdesk.reads.questions.scope import MANY
from kamdesk.reads.rep import read_rep


@dataclass(frozen=True, slots=True)
class Judging:
    """One unit with everything that stands beside the rep's judgement of it."""

    unit: Unit
    relationship: Relationship
    hints: tuple[StageHint, ...]
    following: StageHint | None
    loyalty: tuple[Component, ...]
    churn: tuple[Component, ...]
    alliance: tuple[Readiness, ...]


def judgings(store: Store, *, now: datetime, account_id: str | None = None) -> tuple[Judging, ...]:
    """Every unit, or the one that an account belongs to."""
    with store.read() as connection, uncollected():
        today = local_day(now, read_rep(connection).zone)
        portfolio = read_portfolio(connection, today=today)
        marks = read_marks(connection, portfolio, today)
        meant = portfolio.tree.of(account_id) if account_id else None
        return tuple(
            _judging(portfolio.units[unit], relationship, marks)
            for unit, relationship in read_relationships(connection, portfolio, meant).items()
        )


def _judging(unit: Unit, relationship: Relationship, marks: tuple[Marked, ...]) -> Judging:
    hints = stage_hints(relationship)
    return Judging(
        unit=unit,
        relationship=relationship,
        hints=hints,
        following=next_stage(hints),
        loyalty=loyalty(relationship),
        churn=churn(relationship),
        alliance=readiness(unit.id, marks),
    )


def read_relationships(
    connection: Connection, portfolio: Portfolio, meant: str | None = None
) -> dict[str, Relationship]:
    """Of every unit of the portfolio, in its order; or of the one that is meant."""
    today, unit, main = portfolio.today, portfolio.tree.of, portfolio.main
    among = None if meant is None else [each for each in portfolio.tree.levels if unit(each) == meant]
    among = among if among is None or len(among) <= MANY else None
    year = Period(years_before(today) + timedelta(days=1), today)
    lists = {
        name: read(connection, unit, today, among)
        for name, read in {
            "terms": told.read_terms,
            "benefits": told.read_benefits,
            "measures": told.read_measures,
            "agreements": told.read_agreements,
            "deeds": told.read_deeds,
            "needs": told.read_needs,
            "scores": told.read_scores,
            "papers": told.read_papers,
            "threats": told.read_threats,
            "team": told.read_team,
            "broken": told.read_broken,
        }.items()
    }
    lists["visits"] = told.read_visits(connection, unit, today)
    judged = told.read_judgements(connection, unit, today, among)
    checked = told.read_checked(connection, unit, today, among)
    shares, counted = told.read_shares(connection, unit, today), told.read_counted(connection, unit, today)
    prices = told.read_prices(connection, portfolio, year.first, among)
    trends = unit_trends(portfolio, main, meant) if main else {}
    since, wallets = tenure(portfolio), wallet(connection, portfolio)
    given = read_given(connection, portfolio.tree, today)
    promises = _promises(connection, portfolio, year)
    people, stages = _people(connection, portfolio), _stages(connection, portfolio)
    orders: dict[str, list[str]] = defaultdict(list)
    for order in portfolio.book.orders:
        if order.day in year:
            orders[order.unit_id].append(order.order_id)
    found = {}
    for of in portfolio.units if meant is None else portfolio.units.keys() & {meant}:
        stage = stages.get(of)
        none: tuple[Record, ...] = ()
        fields: dict[str, Any] = {name: each.get(of, none) for name, each in lists.items()}
        found[of] = Relationship(
            unit_id=of,
            today=today,
            stage=stage[0] if stage else None,
            stage_on=stage[1] if stage else None,
            signs=stage[2] if stage else None,
            tenure=since[of].value if of in since else None,
            trend=trends.get(of),
            cycle=portfolio.cycles.get(of),
            orders=tuple(orders.get(of, ())),
            shares=shares.get(of, ()),
            wallet=wallets[of].value if of in wallets else None,
            promises=promises.get(of),
            planned_quarter=given[of].planned if of in given else 0,
            counted_on=counted.get(of, ()),
            people=people.get(of, ()),
            prices=prices.get(of, ()),
            threats_checked=checked[of][-1] if of in checked else None,
            judgement=judged[of][-1] if of in judged else None,
            **fields,
        )
    return found


def _promises(connection: Connection, portfolio: Portfolio, year: Period) -> dict[str, Figure]:
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.state, p.made_on, p.due_on, p.settled_on).where(p.deleted_at.is_(None))
    )
    facts: dict[str, list[PromiseFact]] = defaultdict(list)
    for row in rows:
        facts[portfolio.tree.of(row.account_id)].append(PromiseFact(*row[1:]))
    return {unit: promise_kept(each, year, portfolio.today) for unit, each in facts.items()}


def _people(connection: Connection, portfolio: Portfolio) -> dict[str, tuple[Person, ...]]:
    """Who holds a post now, each once, with the roles held now and the last day on which a report says we met."""
    today, unit = portfolio.today, portfolio.tree.of
    post, role, who, v, r, m = (
        t.contact_post.c,
        t.contact_role.c,
        t.contact.c,
        t.visit.c,
        t.visit_report.c,
        t.report_met.c,
    )
    met: dict[str, date] = {}
    for contact_id, day in connection.execute(
        select(m.contact_id, r.visited_on)
        .join_from(t.report_met, t.visit_report, m.report_id == r.id)
        .join(t.visit, r.visit_id == v.id)
        .where(m.deleted_at.is_(None), r.deleted_at.is_(None), v.deleted_at.is_(None), r.visited_on <= today)
    ):
        met[contact_id] = max(met.get(contact_id, day), day)
    roles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in connection.execute(
        select(role.contact_id, role.account_id, role.role, role.since, role.until).where(
            role.deleted_at.is_(None)
        )
    ):
        if holds(row.since, row.until, today):
            roles[unit(row.account_id), row.contact_id].add(row.role)
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    rows = connection.execute(
        select(t.contact_post)
        .join(t.contact, post.contact_id == who.id)
        .where(post.deleted_at.is_(None), who.deleted_at.is_(None))
        .order_by(post.rank, post.id)
    )
    for row in rows:
        if holds(row.since, row.until, today):
            of = unit(row.account_id)
            found[of].setdefault(row.contact_id, _person(row, frozenset(roles[of, row.contact_id]), met))
    return {of: tuple(each.values()) for of, each in found.items()}


def _person(row: Row[Any], roles: frozenset[str], met: dict[str, date]) -> Person:
    department = department_of(row.department, row.title)
    return Person(row.contact_id, department, roles, row.support, row.counterpart, met.get(row.contact_id))


def _stages(connection: Connection, portfolio: Portfolio) -> dict[str, tuple[str, date, dict[str, bool]]]:
    """The newest judgement of each unit: stage, day, signs seen or missed."""
    s, sign = t.stage_assessment.c, t.stage_sign.c
    signs: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in connection.execute(
        select(sign.assessment_id, sign.sign, sign.seen).where(sign.deleted_at.is_(None)).order_by(sign.id)
    ):
        signs[row.assessment_id][row.sign] = bool(row.seen)
    rows = connection.execute(
        select(s.id, s.account_id, s.stage, s.known_on)
        .where(s.deleted_at.is_(None), s.known_on <= portfolio.today)
        .order_by(s.known_on, s.id)
    )
    return {
        portfolio.tree.of(row.account_id): (row.stage, row.known_on, signs.get(row.id, {})) for row in rows
    }


def read_marks(connection: Connection, portfolio: Portfolio, today: date) -> tuple[Marked, ...]:
    """The judgements of the six points with the records they rest on."""
    a, e = t.alliance_point.c, t.evidence.c
    rests: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(e.subject_id, e.id).where(e.subject == "alliance_point", e.deleted_at.is_(None)).order_by(e.id)
    ):
        rests[row.subject_id].append(row.id)
    rows = connection.execute(
        select(a.id, a.point, a.score, a.known_on, a.account_id).where(
            a.deleted_at.is_(None), a.known_on <= today
        )
    )
    return tuple(
        Marked(
            row.id,
            row.point,
            row.score,
            row.known_on,
            portfolio.tree.of(row.account_id) if row.account_id else None,
            tuple(rests.get(row.id, ())),
        )
        for row in rows
    )
