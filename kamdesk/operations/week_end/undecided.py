"""Rows of which it shows only later whether they may come in: set aside until then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.operations.week_end.day import book_day
from kamdesk.operations.week_end.identity import Identity
from kamdesk.operations.week_end.refusals import Waiting, settle, turn_away, waiting
from kamdesk.sync.book.applying import Taking, Told
from kamdesk.sync.book.border import OVERRULED, WAITS, Border, border_of
from kamdesk.sync.book.graph import Graph, Place
from kamdesk.sync.book.scope import origins_of
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import Known, Origins, known
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


class Borders:
    """The borders of the reps whose rows are aside, as the book stands; ``aside`` say how they hang. ``shared`` are, by
    rep, accounts that others share whose shares are not in the book yet.
    """

    def __init__(
        self,
        connection: Connection,
        origins: Origins,
        me: Identity,
        now: datetime,
        aside: Sequence[Waiting],
        shared: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._connection, self._origins, self._me = connection, origins, me
        self._today = book_day(connection, now)
        self._aside = aside
        self._shared = shared or {}
        self._known: dict[str, Border] = {}
        self._hanging: dict[str, Graph] = {}
        self._shares: dict[str, dict[str, Compact]] = defaultdict(dict)
        for each in aside:
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
                coming=self._coming(rep),
                more=frozenset(self._shared.get(rep, ())),
                to_come=shares_to_come(self._connection, self._origins, self._shares[rep], rep, self._today),
            )
        return self._known[rep]

    def _coming(self, rep: str) -> Graph:
        """How the rows aside hang: the rep's own as the rep told them."""
        if rep not in self._hanging:
            graph = self._hanging[rep] = Graph()
            for each in sorted(self._aside, key=lambda each: each.rep != rep):
                shape = shapes().get(each.table)
                if shape is not None and (each.table, each.row) not in graph.rows:
                    graph.add(shape, each.row, each.state.values.get)
        return self._hanging[rep]

    def forget(self) -> None:
        """The book has other rows now."""
        self._known.clear()


def take_what_waited(connection: Connection, taking: Taking, me: Identity, now: datetime) -> set[Place]:
    """Rows set aside come in once it can be told of them: in an office's book, when the other rep's writes that they
    told of have come from that rep, or the share by which they may; in a rep's book, when their account is shared with
    the colleague again.

    What an office then finds that a rep may not write comes in to be overruled, as though it had never waited.
    """
    office = me.card.role == "office"
    found: set[Place] = set()
    aside = list(waiting(connection))
    replicas = {
        rep: {taking.origins.id(number) for number in origins_of(connection, rep)}
        for rep in {each.rep for each in aside}
    }
    borders = Borders(connection, taking.origins, me, now, aside)
    while aside:
        left: list[Waiting] = []
        same: dict[Place, list[Waiting]] = defaultdict(list)
        for each in aside:
            same[each.table, each.row].append(each)
        for each in sorted(aside, key=lambda each: each.table != t.account_share.name):
            here = _known(connection, taking.origins, each.table, each.row)
            ours = here.state.vector if here else {}
            if includes(ours, each.state.vector):  # its own writer brought all of it
                settle(connection, each.number, now)
                continue
            told_by = _tellers(each, same[each.table, each.row], ours, replicas) if office else [each]
            reasons = {
                one.number: borders.of(one.rep).may_write(one.table, one.row, one.state, here)
                for one in told_by
            }
            reason = reasons.get(each.number)
            told = Told(each.row, each.state)
            if reasons and not any(reasons.values()):
                taking.unjudged(each.table, [told])
                settle(connection, each.number, now)
                found.add((each.table, each.row))
            elif (
                office
                and reason is not None
                and reason in OVERRULED
                and not set(reasons.values()) & set(WAITS)
            ):
                taken = taking.overruled(each.table, told, reason, replicas[each.rep])
                turn_away(connection, each.number, reason, keep=not taken)
                if not taken:
                    continue
            else:
                left.append(each)
                continue
            borders.forget()
        if len(left) == len(aside):
            break
        aside = left
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


def _known(connection: Connection, origins: Origins, table: str, row: str) -> Known | None:
    return known(connection, origins, table, shapes().get(table), [row]).get(row)
