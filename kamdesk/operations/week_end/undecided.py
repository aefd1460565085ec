"""Rows of which it shows only later whether they may come in: those set aside until then, and those that lay ready for
want of the account that they hang on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.peers import Peer, peers_in
from kamdesk.operations.week_end.refusals import Waiting, settle, turn_away, waiting
from kamdesk.sync.book.applying import Refused, Taking, Told
from kamdesk.sync.book.border import OVERRULED, Border, border_of
from kamdesk.sync.book.graph import Graph, Place
from kamdesk.sync.book.scope import origins_of
from kamdesk.sync.book.shapes import CONFIDENTIAL, shapes
from kamdesk.sync.book.states import PARKED, Known, Origins, known
from kamdesk.sync.compact import Compact
from kamdesk.sync.merge import DELETED
from kamdesk.sync.versions import Vector, includes


def shares_to_come(
    connection: Connection, origins: Origins, shares: Mapping[str, Compact], rep: str, today: date
) -> frozenset[str]:
    """The accounts that somebody shares with the rep on this day, as the rep's book says, of which this one has not
    heard from whoever shares them; ``shares`` are what the rep told, by id.
    """
    table = t.account_share.name
    mine = {origins.id(number) for number in origins_of(connection, rep)}
    found: set[str] = set()
    for row, told in shares.items():
        says = told.values
        since, until = says.get("since"), says.get("until")
        if (
            says.get("colleague") == rep
            and says.get(DELETED) is None
            and str(since) <= today.isoformat() <= str(until or today.isoformat())
            and told.vector.keys() - mine
        ):
            here = known(connection, origins, table, shapes()[table], [row]).get(row)
            if here is None or not includes(here.state.vector, told.vector):
                found.add(str(says.get("account_id")))
    return frozenset(found)


def accounts_to_come(connection: Connection, rep: str, today: date) -> set[str]:
    """The accounts of which an office can't say yet that the rep does not look after them: the rep told of them, and
    the share or the account itself is set aside until its own writer brings it.
    """
    told = [each for each in waiting(connection) if each.rep == rep]
    shares = {each.row: each.state for each in told if each.table == t.account_share.name}
    here = {row.id for row in plain.rows(connection, "SELECT id FROM account")}
    accounts = {each.row for each in told if each.table == t.account.name and each.row not in here}
    return accounts | shares_to_come(connection, Origins(connection), shares, rep, today)


class _Borders:
    """The borders of the reps whose rows are set aside, as the book stands; ``coming`` says of these how they hang."""

    def __init__(
        self, connection: Connection, origins: Origins, me: Identity, now: datetime, aside: list[Waiting]
    ) -> None:
        self._connection, self._origins, self._me = connection, origins, me
        self._today = book_day(connection, now)
        self._known: dict[str, Border] = {}
        self._coming: dict[str, Graph] = defaultdict(Graph)
        self._shares: dict[str, dict[str, Compact]] = defaultdict(dict)
        for each in aside:
            shape = shapes().get(each.table)
            if shape is not None and (each.table, each.row) not in self._coming[each.rep].rows:
                self._coming[each.rep].add(shape, each.row, each.state.values.get)
            if each.table == t.account_share.name:
                self._shares[each.rep][each.row] = each.state

    def of(self, rep: str) -> Border:
        if rep not in self._known:
            self._known[rep] = border_of(
                self._connection,
                self._origins,
                office=self._me.card.role == "office",
                rep=rep,
                me=self._me.card.rep,
                today=self._today,
                coming=self._coming[rep],
                to_come=shares_to_come(self._connection, self._origins, self._shares[rep], rep, self._today),
            )
        return self._known[rep]

    def forget(self) -> None:
        """The book has other rows now."""
        self._known.clear()


def take_what_waited(connection: Connection, taking: Taking, me: Identity, now: datetime) -> set[Place]:
    """Rows set aside come in once they may: in an office's book, when the other rep's writes that they told of have
    come from that rep, or the share by which they may; in a rep's book, when their account is shared with the colleague
    again.
    """
    office = me.card.role == "office"
    found: set[Place] = set()
    aside = list(waiting(connection))
    same: dict[Place, list[Waiting]] = defaultdict(list)
    for each in aside:
        same[each.table, each.row].append(each)
    replicas = {
        rep: {taking.origins.id(number) for number in origins_of(connection, rep)}
        for rep in {each.rep for each in aside}
    }
    borders = _Borders(connection, taking.origins, me, now, aside)
    for each in sorted(aside, key=lambda each: each.table != t.account_share.name):
        here = _known(connection, taking.origins, each.table, each.row)
        ours = here.state.vector if here else {}
        if includes(ours, each.state.vector):  # its own writer brought all of it
            settle(connection, each.number, now)
            continue
        told_by = _tellers(each, same[each.table, each.row], ours, replicas) if office else [each]
        reasons = {
            one.number: borders.of(one.rep).may_write(one.table, one.row, one.state, here) for one in told_by
        }
        if not reasons:
            continue
        refused = reasons[each.number]
        if office and refused is not None and refused in OVERRULED:
            turn_away(connection, each.number, refused)
        if any(reasons.values()):
            continue
        borders.forget()
        taking.unjudged(each.table, [Told(each.row, each.state)])
        settle(connection, each.number, now)
        found.add((each.table, each.row))
    return found


def _tellers(
    item: Waiting, same: list[Waiting], ours: Vector, replicas: Mapping[str, set[str]]
) -> list[Waiting]:
    """The item, and those of the same row by which the other reps in it said what they wrote; none where one did not.

    Two reps who met before either came to the office each tell of the other's write: together they have told all.
    """
    found = [item]
    for replica, count in item.state.vector.items():
        if count > ours.get(replica, 0) and replica not in replicas[item.rep]:
            says = (
                one
                for one in same
                if replica in replicas[one.rep] and one.state.vector.get(replica, 0) >= count
            )
            writer = next(says, None)
            if writer is None:
                return []
            found.append(writer)
    return found


Late = list[tuple[Peer, Refused]]
"""Rows refused later than they came, each with whose they are."""


def judge_what_was_parked(connection: Connection, taking: Taking, me: Identity, now: datetime) -> Late:
    """Of an office's rows that lie aside for want of one that they hang on, and whose accounts are here now: those that
    their writer may not write. They came while nobody could say whose account it was.

    Before they are put in their tables, to be overruled once they are (`placed`).
    """
    if me.card.role != "office":
        return []
    judged = {(each.table, each.row) for each in taking.refused}
    aside = [each for each in _parked(connection, taking.origins) if (each.table, each.row) not in judged]
    if not aside:
        return []
    senders = {peer.card.rep: peer for peer in reversed(peers_in(connection))}
    borders = _Borders(connection, taking.origins, me, now, aside)
    found: Late = []
    for each in aside:
        if each.rep not in senders:
            continue
        border = borders.of(each.rep)
        if border.graph.accounts_of((each.table, each.row), border.coming) <= border.here:
            reason = border.may_write(each.table, each.row, each.state, None)
            if reason is not None and reason in OVERRULED:
                theirs = {name: value for name, value in each.state.values.items() if value is not None}
                refused = Refused(
                    each.table, each.row, reason, theirs, dict.fromkeys(theirs), each.state, True, True, {}
                )
                found.append((senders[each.rep], refused))
    return found


def placed(connection: Connection, late: Late) -> Late:
    """Those of the rows that are in their tables now."""
    sql = 'SELECT 1 FROM sync_row WHERE "table" = ? AND row = ? AND place = ?'
    return [
        (peer, each)
        for peer, each in late
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
        here = _known(connection, origins, row.name, row.row)
        rep = rep_of.get(here.state.base[0]) if here else None
        if here is not None and rep is not None:
            yield Waiting(0, rep, row.name, row.row, here.state)


def _known(connection: Connection, origins: Origins, table: str, row: str) -> Known | None:
    return known(connection, origins, table, shapes().get(table), [row]).get(row)
