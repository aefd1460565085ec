"""How much of the book a package for one rep may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kamdesk.operations.week_end.peers import Peer, office_speaks
from kamdesk.operations.week_end.undecided import accounts_to_come
from kamdesk.sync.book.graph import Place, read_graph
from kamdesk.sync.book.holdings import left_by, let_go
from kamdesk.sync.book.scope import accounts_of, is_office, owed, scope_within, shared_with


@dataclass(frozen=True, slots=True)
class Limits:
    """What may go to a rep: the accounts to be kept, all rows of the scope that those looked after make, and those
    ``owed``; ``left`` are rows that the rep has had and that hang on other accounts now.
    """

    rep: str
    accounts: frozenset[str]
    scope: set[Place]
    owed: set[Place]
    left: list[Place]


def limits_for(connection: Connection, me: str, rep: str, chosen: Sequence[Peer], today: date) -> Limits:
    """Of a package that the book of ``me`` makes for the rep's books; what these have to let go of is remembered."""
    graph, office = read_graph(connection), is_office(connection)
    accounts = accounts_of(connection, rep) | shared_with(connection, rep, today)
    scope = scope_within(connection, graph, rep, accounts)
    kept = accounts | (accounts_to_come(connection, rep, today) if office else set())
    for peer in chosen:
        let_go(connection, graph, peer.card.key, scope, kept, peer.standing.acked)
    return Limits(
        rep,
        frozenset(kept),
        scope,
        set() if office or office_speaks(connection) else owed(connection, graph, me, rep, today),
        left_by(connection, [peer.card.key for peer in chosen], scope),
    )
