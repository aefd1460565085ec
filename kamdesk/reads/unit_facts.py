"""What is said of managed units: the stage each is in, the share of its purchases that comes from us."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.knowledge.risk import Insured
from kamdesk.reads.units import Units

EXPOSED: list[str] = [Insured.NO, Insured.REFUSED, Insured.PARTLY, Insured.UNKNOWN, Insured.YES]
"""From uninsured to insured."""


def judged_stages(connection: Connection, tree: Units, today: date) -> dict[str, str]:
    """The stage that each unit was last judged to be in."""
    s = t.stage_assessment.c
    rows = connection.execute(
        select(s.account_id, s.stage)
        .where(s.deleted_at.is_(None), s.known_on <= today)
        .order_by(s.known_on, s.id)
    )
    return {tree.of(row.account_id): row.stage for row in rows}


def said_shares(connection: Connection, tree: Units, today: date) -> dict[str, tuple[int | None, str]]:
    """Our share of each unit's purchases, in hundredths of a per cent, as the newest list says, and that row's id.

    Of several categories the one that speaks of everything counts. Where only categories are named, the share is None:
    they don't add up.
    """
    s = t.supply_share.c
    found: dict[str, tuple[int | None, str]] = {}
    latest: dict[str, date] = {}
    rows = connection.execute(
        select(s.account_id, s.share, s.as_of, s.id, s.category)
        .where(s.deleted_at.is_(None), s.ours.is_(True), s.as_of <= today)
        .order_by(s.as_of.desc(), s.category.is_not(None), s.id)
    )
    categories: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        unit = tree.of(row.account_id)
        if latest.setdefault(unit, row.as_of) != row.as_of:
            continue
        categories[unit].add(row.category)
        found.setdefault(unit, (row.share, row.id))
    for unit, named in categories.items():
        if None not in named and len(named) > 1:
            found[unit] = None, found[unit][1]
    return found


def worst_risks(connection: Connection, tree: Units, today: date) -> dict[str, str]:
    """How the worst insured of each unit's risks is insured (`Insured`): what threatens uninsured goods comes first."""
    r = t.risk.c
    worst: dict[str, str] = {}
    for row in connection.execute(
        select(r.account_id, r.insured).where(r.deleted_at.is_(None), r.until.is_(None) | (r.until >= today))
    ):
        unit = tree.of(row.account_id)
        worst[unit] = min(row.insured, worst.get(unit, row.insured), key=_covered)
    return worst


def _covered(insured: str) -> int:
    return EXPOSED.index(insured) if insured in EXPOSED else len(EXPOSED)
