"""Competitors: where they supply, what they do, why they are chosen, what it would take, and how we compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.judging.matrix import Compared, Mark, compare
from kamdesk.domain.walltime import local_day
from kamdesk.reads.judging.records import read_shares
from kamdesk.reads.rep import read_rep
from kamdesk.reads.units import Units, read_units

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Supplied:
    """What share of an account's purchases a rival has by the newest list; ``ours`` beside it."""

    account_id: str
    share: Fraction
    ours: Fraction | None
    as_of: date
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A record about a rival at an account, a region or a product; ``fields`` are its own, ``under_way``: not ended."""

    id: str
    day: date
    account_id: str | None
    under_way: bool
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rival:
    """``id`` None: only lists of supply shares name it. ``key_accounts``: those it supplies with half or more."""

    id: str | None
    name: str
    supplies: tuple[Supplied, ...]
    moves: tuple[Said, ...]
    reasons: tuple[Said, ...]
    conditions: tuple[Said, ...]

    @property
    def key_accounts(self) -> tuple[Supplied, ...]:
        return tuple(each for each in self.supplies if each.share >= HALF)


@dataclass(frozen=True, slots=True)
class Rivals:
    """``names`` are those of accounts, products and services. ``matrix`` and ``ours`` are of one account alone;
    ``unnamed`` are reasons and conditions that name no rival.
    """

    today: date
    account_id: str | None
    rivals: tuple[Rival, ...]
    unnamed: tuple[Said, ...]
    matrix: tuple[Compared, ...]
    ours: tuple[Said, ...]
    names: Mapping[str, str]


def rivals(store: Store, *, now: datetime, account_id: str | None = None) -> Rivals:
    """All competitors, or those at the managed unit that an account belongs to."""
    with store.read() as connection:
        today = local_day(now, read_rep(connection).zone)
        tree = read_units(connection)
        return read_rivals(connection, tree, today, tree.of(account_id) if account_id else None)


def read_rivals(connection: Connection, tree: Units, today: date, only: str | None) -> Rivals:
    """The same within a read that is under way."""
    known = _competitors(connection)
    called = {name.casefold(): row.id for row in known for name in (row.name, row.short_name) if name}
    supplies: dict[str, list[Supplied]] = defaultdict(list)
    for unit, shares in read_shares(connection, tree.of, today).items():
        last = shares[-1]
        for supplier, share in last.others.items():
            if only in (None, unit) and share > 0:
                key = called.get(supplier.strip().casefold(), supplier.strip())
                supplies[key].append(Supplied(unit, share, last.ours, last.as_of, last.ids))
    moves, reasons, conditions = (
        _said(connection, table, tree, today, only)
        for table in (t.competitor_move, t.rival_reason, t.win_condition)
    )
    ids = {row.id: row.name for row in known}
    others = {name: name for name in supplies if name not in ids}
    found = [
        Rival(
            id=key if key in ids else None,
            name=name,
            supplies=tuple(sorted(supplies.get(key, ()), key=lambda each: (-each.share, each.account_id))),
            moves=moves.get(key, ()),
            reasons=reasons.get(key, ()),
            conditions=conditions.get(key, ()),
        )
        for key, name in {**ids, **others}.items()
    ]
    told = [
        each
        for each in found
        if only is None or each.supplies or each.moves or each.reasons or each.conditions
    ]
    return Rivals(
        today=today,
        account_id=only,
        rivals=tuple(sorted(told, key=lambda each: (-len(each.supplies), each.name))),
        unnamed=(*reasons.get(None, ()), *conditions.get(None, ())),
        matrix=compare(_marks(connection, tree, today, only)) if only else (),
        ours=_said(connection, t.our_reason, tree, today, only).get(None, ()) if only else (),
        names=_names(connection),
    )


def _competitors(connection: Connection) -> Sequence[Row[Any, Any, Any]]:
    c = t.competitor.c
    chosen = select(c.id, c.name, c.short_name).where(c.deleted_at.is_(None)).order_by(c.name, c.id)
    return connection.execute(chosen).all()


def _said(
    connection: Connection, table: Table, tree: Units, today: date, only: str | None
) -> dict[str | None, tuple[Said, ...]]:
    """The records of a table by competitor (None: they name none), the newest first."""
    c = table.c
    rows = connection.execute(
        select(table).where(c.deleted_at.is_(None), c.known_on <= today).order_by(c.known_on.desc(), c.id)
    )
    outer = {"id", "recorded_at", "deleted_at", "known_on", "account_id", "competitor_id", "recorded_by"}
    found: dict[str | None, list[Said]] = defaultdict(list)
    for row in rows.mappings():
        unit = tree.of(row["account_id"]) if row["account_id"] else None
        if only not in (None, unit):
            continue
        until = row.get("until")
        fields = {name: value for name, value in row.items() if name not in outer and value is not None}
        said = Said(row["id"], row["known_on"], unit, until is None or until >= today, fields)
        found[row.get("competitor_id")].append(said)
    return {competitor: tuple(each) for competitor, each in found.items()}


def _marks(connection: Connection, tree: Units, today: date, only: str) -> list[Mark]:
    m = t.service_mark.c
    rows = connection.execute(
        select(t.service_mark).where(m.deleted_at.is_(None), m.known_on <= today).order_by(m.id)
    )
    return [
        Mark(row.id, row.item_id, row.competitor_id, row.given, row.rating, row.wanted, row.known_on)
        for row in rows
        if tree.of(row.account_id) == only
    ]


def _names(connection: Connection) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in (t.account, t.product, t.service_item, t.competitor):
        found |= dict(connection.execute(select(table.c.id, table.c.name)).all())  # type: ignore[arg-type]
    return found
