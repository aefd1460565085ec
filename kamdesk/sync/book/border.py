"""What a sender may write here: nothing comes in from where it doesn't belong.

A rep writes what the rep looks after, by the rep's own laptops. An office's book asks for both; a rep's own book asks a
colleague for the first.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.duties import Duties, duties_of
from kamdesk.sync.book.graph import ACCOUNT, CONTACT, Graph, Place, read_graph
from kamdesk.sync.book.scope import (
    accounts_of,
    first_shared_by,
    for_all,
    origins_of,
    scope_within,
    shared_with,
)
from kamdesk.sync.book.shapes import shapes
from kamdesk.sync.book.states import HERE, PARKED, WAITING, Known, Origins
from kamdesk.sync.compact import Compact
from kamdesk.sync.merge import DELETED

FOREIGN, UNDECIDED = "replica", "share"
TERRITORY, RIGHTS, DUTY = "territory", "rights", "duty"
"""Why a row is refused: a write of a replica that isn't the sender's; of what is the sender's to write only by a share
that its giver's package is still to bring; of what the sender doesn't look after; of what is another's to say, though
the sender looks after the account too; of what the sender's duties leave out.
"""

FORMER = "sync.former."
"""Under this and a name that a rep had, the book keeps what the rep is called now."""

WAITS = (FOREIGN, UNDECIDED)
"""What an office sets aside until it can tell."""

OVERRULED = (TERRITORY, RIGHTS, DUTY)
"""What an office takes in all the same, to write over it."""

PERSONAL = frozenset(
    {
        "rep",
        "working_hours",
        "leave",
        "visit_line",
        "visit_slot",
        "slot_change",
        "week_closing",
        "account_share",
    }
)
"""Rows that only the rep who began them changes."""


@dataclass(frozen=True, slots=True)
class Border:
    """Judges the rows of one package. ``mine`` are the replicas whose writes the sender may bring, None: any.

    ``allowed`` are the accounts looked after, ``owned`` those of them that are the sender's to share; ``writable`` the
    rows that are here and may be changed; ``coming`` says of the package's rows what they are parts of; ``for_all`` are
    those that an office wrote for everyone, ``duties`` what it lets the sender change. ``admitted`` are the rows that
    may be new here; None: all that hang on no other account. ``if_shared`` is the border with the shares that are still
    to come; None where none are.
    """

    office: bool
    rep: str
    me: str
    mine: frozenset[str] | None
    graph: Graph
    allowed: frozenset[str]
    owned: frozenset[str]
    here: frozenset[str]
    writable: frozenset[Place]
    coming: Mapping[Place, list[Place]] = field(default_factory=dict)
    admitted: frozenset[Place] | None = None
    for_all: frozenset[Place] = frozenset()
    duties: Duties = field(default_factory=Duties)
    if_shared: Border | None = None

    def judge(self, table: str, row: str, told: Compact, known: Known | None) -> str | None:
        """Why a row that tells something new is refused; None where it may come in."""
        if self.mine is not None:
            ours = known.state.vector if known else {}
            if any(
                count > ours.get(replica, 0) and replica not in self.mine
                for replica, count in told.vector.items()
            ):
                return FOREIGN
        return self.may_write(table, row, told, known)

    def may_write(self, table: str, row: str, told: Compact, known: Known | None) -> str | None:
        """As `judge`, where it is known that the writes are those of whom they are said to be."""
        reason = self._reason(table, row, told, known)
        if reason in (TERRITORY, RIGHTS) and self.if_shared is not None:
            hoped = self.if_shared.may_write(table, row, told, known)
            return reason if hoped in (TERRITORY, RIGHTS) else UNDECIDED
        return reason

    def _reason(self, table: str, row: str, told: Compact, known: Known | None) -> str | None:
        if table not in shapes():
            return None
        place = (table, row)
        if known is not None and known.place in (HERE, WAITING) and place not in self.writable:
            return RIGHTS if place in self.for_all else TERRITORY
        if known is not None and known.place == PARKED and self._is_shared_work(place, known):
            return UNDECIDED
        accounts = self.graph.accounts_of(place, self.coming)
        if any(account in self.here and account not in self.allowed for account in self._named_now(place)):
            return TERRITORY
        if self.admitted is not None and known is None and place not in self.admitted:
            return TERRITORY
        wholes = self.coming.get(place, ()) if known is None else ()
        if any(map(self._is_anothers, wholes)):
            return RIGHTS if any(whole in self.for_all for whole in wholes) else TERRITORY
        if known is None and any(
            isinstance(target := told.values.get(name), str) and self._is_anothers((there, target))
            for name, there in (("rep_id", "rep"), ("line_id", "visit_line"))
        ):
            return RIGHTS
        if table == "account_share" and not self._may_share(told, accounts):
            return RIGHTS
        return None if self.duties.allow(table, accounts | self._with_whom(place)) else DUTY

    def _is_shared_work(self, place: Place, known: Known) -> bool:
        """Whether a row has writes of others, and nobody can say yet whose account it hangs on."""
        if self.mine is None or self.mine.issuperset(known.state.vector):
            return False
        accounts = self.graph.accounts_of(place, self.coming)
        return not accounts or not accounts <= self.here

    def _with_whom(self, place: Place) -> set[str]:
        """The accounts that a person has to do with."""
        people = [place, *self.coming.get(place, ()), *self.graph.wholes.get(place, ())]
        return {
            account for table, row in people if table == CONTACT for account in self.graph.ties.get(row, ())
        }

    def _named_now(self, place: Place) -> set[str]:
        """The accounts that the package hangs a row on; where it hung already somebody else answers for."""
        if place[0] == ACCOUNT:
            return {place[1]}
        stood = self.graph.wholes.get(place, ())
        found = [whole for whole in self.coming.get(place, ()) if whole not in stood]
        return {account for whole in found for account in self.graph.accounts_of(whole, self.coming)}

    def _is_anothers(self, place: Place) -> bool:
        return place[0] != ACCOUNT and place not in self.writable and place in self.graph.rows

    def _may_share(self, told: Compact, accounts: set[str]) -> bool:
        if told.values.get("shared_by") != self.rep and told.values.get(DELETED) is None:
            return False
        if self.office:
            return all(account in self.owned or account not in self.here for account in accounts)
        return told.values.get("colleague") == self.me or accounts <= self.owned


def border_of(
    connection: Connection,
    origins: Origins,
    *,
    office: bool,
    rep: str,
    me: str,
    today: date,
    coming: Graph,
    shared: frozenset[str] = frozenset(),
    to_come: frozenset[str] = frozenset(),
    more: frozenset[str] = frozenset(),
) -> Border:
    """The border for a sender who is ``rep``; ``coming`` are the rows of the package, ``shared`` the accounts that it
    shares itself with this book's rep, who is ``me``. ``to_come`` are those that it says to be shared with the sender
    by somebody from whom that has not come, ``more`` those shared by what is about to stand in the book.
    """
    graph = read_graph(connection)
    mine = frozenset(origins_of(connection, rep))
    here = frozenset(row[0] for row in plain.rows(connection, "SELECT id FROM account"))
    owned = (
        accounts_of(connection, rep)
        if office
        else _shared_by(connection, rep) - first_shared_by(connection, me)
    )
    allowed = owned | shared_with(connection, rep, today) | more | (set() if office else shared - here)
    common = frozenset(for_all(connection, graph)) if office else frozenset()
    duties = duties_of(connection, rep, today) if office else Duties()

    def within(allowed: set[str], if_shared: Border | None = None) -> Border:
        scope = scope_within(connection, graph, rep, allowed)
        writable = {
            (table, row)
            for table, row in scope
            if table != ACCOUNT or row in allowed
            if (table not in PERSONAL and (table, row) not in common) or _began(connection, table, row, mine)
        }
        return Border(
            office=office,
            rep=rep,
            me=me,
            mine=_bringable(connection, origins, mine) if office else None,
            graph=graph,
            allowed=frozenset(allowed),
            owned=frozenset(owned),
            here=here,
            writable=frozenset(writable),
            coming=coming.wholes,
            admitted=None if office else frozenset(graph.with_more(coming).within(allowed)),
            for_all=common,
            duties=duties,
            if_shared=if_shared,
        )

    hoped = to_come - allowed
    return within(allowed, within(allowed | hoped) if hoped else None)


def _bringable(connection: Connection, origins: Origins, numbers: frozenset[int]) -> frozenset[str]:
    """The rep's replicas, and this book's own: a restored one hears from others what it wrote before."""
    own = {row[0] for row in plain.rows(connection, "SELECT id FROM replica")}
    return frozenset(own | {origins.id(number) for number in numbers})


def _shared_by(connection: Connection, rep: str) -> set[str]:
    """Under whichever name: what says that a rep is called otherwise may come after the new card."""
    rows = plain.rows(
        connection,
        "SELECT account_id FROM account_share WHERE shared_by = ?1"
        " OR EXISTS (SELECT 1 FROM book WHERE name = ?2 || shared_by AND value = ?1)",
        (rep, FORMER),
    )
    return {row[0] for row in rows}


def _began(connection: Connection, table: str, row: str, numbers: frozenset[int]) -> bool:
    """Whether one of these replicas wrote to the row before."""
    text = plain.first(connection, 'SELECT vector FROM sync_row WHERE "table" = ? AND row = ?', (table, row))
    return text is not None and not numbers.isdisjoint(json.loads(text)[::2])
