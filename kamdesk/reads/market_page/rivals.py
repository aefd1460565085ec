"""What competitors do, where, and whose key accounts they have."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.classing.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move at an account, in a region or with a product; ``response`` is our answer to it."""

    id: str
    rival: str
    account_id: str | None
    account: str | None
    region: str | None
    product: str | None
    purpose: str
    behaviour: str
    severity: int | None
    seen_on: date
    response: str | None
    response_state: str | None
    over: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """How much of what an account buys comes from one supplier (of 10,000), as of the newest word on it."""

    account_id: str
    account: str
    is_key: bool | None
    supplier: str
    ours: bool
    share: int
    as_of: date | None


def read_moves(connection: Connection, aliases: Aliases) -> tuple[MoveRow, ...]:
    """Those under way first, the newest first."""
    m, k, a, p = t.competitor_move.c, t.competitor.c, t.account.c, t.product.c
    rows = connection.execute(
        select(
            t.competitor_move, k.name.label("rival"), k.short_name.label("rival_short"),
            a.name.label("account"), a.short_name.label("account_short"), p.name.label("product"),
        )
        .join(t.competitor, m.competitor_id == k.id)
        .outerjoin(t.account, m.account_id == a.id)
        .outerjoin(t.product, m.product_id == p.id)
        .where(m.deleted_at.is_(None))
        .order_by(m.until.is_not(None), m.known_on.desc(), m.id)
    )  # fmt: skip
    return tuple(
        MoveRow(
            row.id, row.rival_short or row.rival, aliases.of(row.account_id) if row.account_id else None,
            row.account_short or row.account, row.region, row.product, row.purpose, row.behaviour, row.severity,
            row.known_on, row.response, row.response_state, row.until is not None,
        )
        for row in rows
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a report says of competitors, of which nobody made a record yet."""

    visit_id: str
    account_id: str
    account: str
    day: date
    text: str


def read_spoken(connection: Connection, aliases: Aliases) -> tuple[Spoken, ...]:
    """The newest first; a move at the account on that day, or with those words, is the record."""
    v, r, a, m = t.visit.c, t.visit_report.c, t.account.c, t.competitor_move.c
    rows = connection.execute(
        select(v.id, v.account_id, r.visited_on, r.rival_note)
        .join_from(t.visit_report, t.visit, r.visit_id == v.id)
        .where(r.rival_note.is_not(None), r.rival_note != "")
        .where(r.deleted_at.is_(None), v.deleted_at.is_(None))
        .order_by(r.visited_on.desc(), v.id)
    ).all()
    names = {
        row.id: row.short_name or row.name
        for row in connection.execute(select(a.id, a.name, a.short_name).where(a.deleted_at.is_(None)))
    }
    made = connection.execute(
        select(m.account_id, m.known_on, m.said).where(m.deleted_at.is_(None), m.account_id.is_not(None))
    )
    moves: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row in made:
        moves[aliases.of(row.account_id)].append((row.known_on, row.said or ""))
    return tuple(
        Spoken(row.id, of, names[of], row.visited_on, row.rival_note)
        for row in rows
        if (of := aliases.of(row.account_id)) in names
        and not any(day == row.visited_on or row.rival_note in said for day, said in moves[of])
    )


def supplier_names(store: Store) -> tuple[str, ...]:
    """Everybody known to supply an account but us, competitors first."""
    with store.read() as connection:
        s, c = t.supply_share.c, t.competitor.c
        rivals = connection.scalars(select(c.name).where(c.deleted_at.is_(None)).order_by(c.name))
        others = connection.scalars(
            select(s.supplier)
            .where(s.deleted_at.is_(None), s.ours.is_(False))
            .distinct()
            .order_by(s.supplier)
        )
        return tuple(dict.fromkeys((*rivals, *others)))


def read_shares(connection: Connection, portfolio: Portfolio) -> tuple[ShareRow, ...]:
    """The newest word on each supplier of each account, the largest share first."""
    s = t.supply_share.c
    rows = connection.execute(
        select(s.account_id, s.supplier, s.ours, s.share, s.as_of)
        .where(s.deleted_at.is_(None))
        .order_by(s.as_of.is_not(None), s.as_of, s.id)
    )
    newest: dict[tuple[str, str], ShareRow] = {}
    for row in rows:
        unit = portfolio.units.get(portfolio.tree.of(row.account_id))
        if unit is not None:
            newest[unit.id, row.supplier] = ShareRow(
                unit.id, unit.name, unit.is_key, row.supplier, bool(row.ours), row.share, row.as_of
            )
    return tuple(sorted(newest.values(), key=lambda each: (-each.share, each.account, each.supplier)))
