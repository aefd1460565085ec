"""An office's rows that lay aside for want of the account that they hang on: judged when that comes.

They came while nobody could say whose account it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, peers_in
from kamdesk.operations.week_end.refusals import Waiting, note, waiting
from kamdesk.operations.week_end.undecided import Borders
from kamdesk.sync.book.applying import Refused, Taking
from kamdesk.sync.book.border import OVERRULED, UNDECIDED
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import PARKED, Origins, known


class Late(NamedTuple):
    """Rows judged later than they came, each with whose it is: those to be overruled once they are in their tables, and
    the numbers of the items for those set aside.
    """

    overruled: list[tuple[Peer, Refused]]
    noted: set[int]


def judge_what_was_parked(connection: Connection, taking: Taking, me: Identity, now: datetime) -> Late:
    """Of the rows that lie aside and whose accounts are here now: those that their writer may not write, and those of
    which it can't be told yet, which are set aside for that. The shares among them count for the others.

    Before they are put in their tables, and once the accounts that came have somebody who looks after them.
    """
    found = Late([], set())
    if me.card.role != "office":
        return found
    judged = {(each.table, each.row) for each in taking.refused}
    parked = [each for each in _parked(connection, taking.origins) if (each.table, each.row) not in judged]
    if not parked:
        return found
    senders = {peer.card.rep: peer for peer in reversed(peers_in(connection))}
    aside = [*parked, *waiting(connection)]
    shares = [each for each in parked if each.table == t.account_share.name]
    borders = Borders(connection, taking.origins, me, now, aside)
    shared: dict[str, set[str]] = defaultdict(set)
    today = book_day(connection, now).isoformat()
    for each in shares:
        reason = _judged(borders, each)
        says = each.state.values
        in_force = str(says.get("since")) <= today <= str(says.get("until") or today)
        if reason is None and in_force and says.get("deleted_at") is None:
            shared[str(says.get("colleague"))].add(str(says.get("account_id")))
    borders = Borders(connection, taking.origins, me, now, aside, shared)
    for each in parked:
        reason = _judged(borders, each)
        if each.rep not in senders or reason not in (*OVERRULED, UNDECIDED):
            continue
        theirs = {name: value for name, value in each.state.values.items() if value is not None}
        refused = Refused(
            each.table,
            each.row,
            reason,
            theirs,
            dict.fromkeys(theirs),
            each.state,
            taken=reason in OVERRULED,
            fresh=True,
            rivals={},
        )
        if refused.taken:
            found.overruled.append((senders[each.rep], refused))
        else:
            found.noted.update(note(connection, [refused], senders[each.rep], now))
            sql = 'DELETE FROM sync_row WHERE "table" = ? AND row = ?'
            connection.exec_driver_sql(sql, (each.table, each.row))
    return found


def _judged(borders: Borders, each: Waiting) -> str | None:
    """Why a row is refused; None also where nobody can say yet."""
    border = borders.of(each.rep)
    accounts = border.graph.accounts_of((each.table, each.row), border.coming)
    return border.may_write(each.table, each.row, each.state, None) if accounts <= border.here else None


def placed(connection: Connection, late: Late) -> list[tuple[Peer, Refused]]:
    """Those to be overruled that are in their tables now."""
    sql = 'SELECT 1 FROM sync_row WHERE "table" = ? AND row = ? AND place = ?'
    return [
        (peer, each)
        for peer, each in late.overruled
        if plain.first(connection, sql, (each.table, each.row, PARKED)) is None
    ]


def _parked(connection: Connection, origins: Origins) -> Iterator[Waiting]:
    """The rows that lie aside, each with the rep who wrote it."""
    rep_of = {row.id: row.rep for row in plain.rows(connection, "SELECT id, rep FROM sync_origin")}
    rows = plain.rows(
        connection, 'SELECT "table" AS name, row FROM sync_row WHERE place = ? ORDER BY 1, 2', (PARKED,)
    )
    for row in rows:
        if row.name in CONFIDENTIAL or row.name not in shapes():
            continue
        here = known(connection, origins, row.name, shapes()[row.name], [row.row])[row.row]
        rep = rep_of.get(here.state.base[0])
        if rep is not None:
            yield Waiting(0, rep, row.name, row.row, here.state)
