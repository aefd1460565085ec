"""What the page of settings shows of the book: the rep, the line, the logo, the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, func, select

from kamdesk.db import tables as t
from kamdesk.db.migrating import verify
from kamdesk.db.store import Store
from kamdesk.domain.account import AccountLevel
from kamdesk.reads.rep import Logo, RepCard, read_logo, read_rep
from kamdesk.reads.units import read_units


@dataclass(frozen=True, slots=True)
class UnitLevel:
    """On which level accounts are counted, who confirmed it (None: nobody) and when; how many each level makes."""

    level: str
    set_by: str | None
    set_on: date
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OwnData:
    """``size`` in bytes; ``steps`` is how many operations the book's history has."""

    rep: RepCard
    home_address: str | None
    line_name: str
    logo: Logo | None
    path: Path
    size: int
    encrypted: bool
    accounts: int
    steps: int
    unit: UnitLevel


def own_data(store: Store) -> OwnData:
    """Raises NotFound in a book that was not set up."""
    with store.read() as connection:
        rep = read_rep(connection)
        address = connection.scalar(select(t.rep.c.home_address).where(t.rep.c.id == rep.id))
        name = connection.scalar(select(t.visit_line.c.name).where(t.visit_line.c.id == rep.line_id))
        accounts = connection.scalar(
            select(func.count()).select_from(t.account).where(t.account.c.deleted_at.is_(None))
        )
        steps = connection.scalar(select(func.count()).select_from(t.operation))
        return OwnData(
            rep=rep,
            home_address=address,
            line_name=name or "",
            logo=read_logo(connection),
            path=store.path,
            size=store.path.stat().st_size,
            encrypted=store.key is not None,
            accounts=accounts or 0,
            steps=steps or 0,
            unit=_unit_level(connection),
        )


def _unit_level(connection: Connection) -> UnitLevel:
    rule, units = t.unit_rule.c, read_units(connection)
    row = connection.execute(
        select(rule.set_by, rule.set_on)
        .where(rule.deleted_at.is_(None))
        .order_by(rule.set_on.desc(), rule.id.desc())
        .limit(1)
    ).first()
    there = [each for each in units.levels if each not in units.merged]
    counts = {}
    for level in AccountLevel:
        tried = replace(units, unit_level=level.value)
        counts[level.value] = len({tried.of(each) for each in there})
    return UnitLevel(units.unit_level, row.set_by if row else None, row.set_on if row else date.min, counts)


def check_book(store: Store) -> tuple[str, ...]:
    """What is wrong with the book's file, read from beginning to end; empty for a sound one."""
    return tuple(verify(store.path, store.key))
