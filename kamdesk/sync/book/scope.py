"""What belongs to one rep among the rows of several: the accounts looked after and all that hangs on them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.sync.book.graph import ACCOUNT, CONTACT, Graph, Place, read_graph
from kamdesk.sync.book.shapes import CONFIDENTIAL

FOR_ALL = (
    "key_rule",
    "rule_criterion",
    "competitor",
    "competitor_move",
    "service_item",
    "service_policy",
    "product",
    "product_price",
    "season_factor",
    "supply_setting",
    "unit_rule",
    "team_member",
    "member_duty",
)
"""Tables of what is the same for everyone: what the office writes in them goes to each rep."""


def scope_of(connection: Connection, rep: str, today: date) -> set[Place]:
    """The rows that a rep's books hold: what hangs on the rep's accounts and on those that are shared with the rep on
    ``today``, what the rep wrote that hangs on no account, what these can't do without (`Graph.within`).
    """
    accounts = accounts_of(connection, rep) | shared_with(connection, rep, today)
    return scope_within(connection, read_graph(connection), rep, accounts)


def scope_within(connection: Connection, graph: Graph, rep: str, accounts: Collection[str]) -> set[Place]:
    """As `scope_of`, with these accounts."""
    more = _loose(graph, written_by(connection, rep))
    if is_office(connection):
        more += for_all(connection, graph)
    return graph.within(accounts, more)


def owed(connection: Connection, graph: Graph, rep: str, colleague: str, today: date) -> set[Place]:
    """The rows that the rep wrote to on accounts that the colleague shared with the rep, and shares no more: they leave
    the rep's book as soon as it hears of that, and the colleague is to hear of them before.
    """
    shared = {
        row[0]
        for row in plain.rows(
            connection,
            "SELECT account_id FROM account_share WHERE shared_by = ?1 AND colleague = ?2 EXCEPT"
            " SELECT account_id FROM account_share WHERE shared_by = ?2",
            (colleague, rep),
        )
    }
    there = {row[0] for row in plain.rows(connection, "SELECT id FROM account")}
    over = (shared & there) - shared_with(connection, rep, today)
    if not over:
        return set()
    kept = scope_within(connection, graph, rep, there - over)
    return (graph.within(over) - kept).intersection(written_by(connection, rep))


def for_all(connection: Connection, graph: Graph) -> list[Place]:
    """What the office wrote for everyone. What leads to a customer or its people stays where these are."""
    said = {row[0] for row in plain.rows(connection, "SELECT id FROM unit_rule WHERE set_by IS NULL")}
    return [
        place
        for place in sorted(written_by_office(connection, FOR_ALL))
        if place in graph.rows
        and not (place[0] == "unit_rule" and place[1] in said)
        and not any(table in (ACCOUNT, CONTACT) for table, _ in graph.around((), [place]))
    ]


def written_by_office(connection: Connection, tables: Iterable[str]) -> set[Place]:
    """The rows of these tables that the office wrote to: this book itself, or one that it knows as the office's."""
    numbers = {
        row[0]
        for row in plain.rows(
            connection,
            "SELECT number FROM sync_origin WHERE (?1 AND id IN (SELECT id FROM replica))"
            " OR rep IN (SELECT rep FROM sync_peer WHERE role = 'office' AND NOT ?1)",
            (is_office(connection),),
        )
    }
    return {
        (table, row.row)
        for table in tables
        for row in plain.rows(connection, 'SELECT row, vector FROM sync_row WHERE "table" = ?', (table,))
        if not numbers.isdisjoint(json.loads(row.vector)[::2])
    }


def _loose(graph: Graph, places: Iterable[Place]) -> list[Place]:
    """Those that hang on no account, nor are people of whom only accounts' rows tell."""
    led_to = {
        there
        for here, targets in graph.leads.items()
        for there in targets
        if there[0] == CONTACT and here[0] not in CONFIDENTIAL | {"contact_phone"}
    }
    return [
        place
        for place in places
        if place not in led_to
        and not graph.accounts_of(place)
        and not any(whole in led_to for whole in graph.wholes.get(place, ()))
    ]


def accounts_of(connection: Connection, rep: str) -> set[str]:
    """The accounts that are the rep's own, where reps meet in this book."""
    return {row[0] for row in plain.rows(connection, "SELECT account FROM sync_owner WHERE rep = ?", (rep,))}


def shared_with(connection: Connection, rep: str, today: date) -> set[str]:
    """The accounts that others share with the rep on this day; in a rep's own book also those shared by the rep, unless
    they are the book's rep's to share.
    """
    rows = plain.rows(
        connection,
        "SELECT account_id, colleague FROM account_share WHERE deleted_at IS NULL AND since <= ?1"
        " AND (until IS NULL OR until >= ?1) AND (colleague = ?2 OR (shared_by = ?2 AND NOT ?3))",
        (today.isoformat(), rep, is_office(connection)),
    )
    me = plain.first(connection, "SELECT value FROM book WHERE name = 'identity.rep'")
    mine = first_shared_by(connection, str(me)) if me not in (None, rep) else set()
    return {row.account_id for row in rows if row.colleague == rep or row.account_id not in mine}


def first_shared_by(connection: Connection, rep: str) -> set[str]:
    """The accounts that the rep was the first to share: sharing one on makes nobody the one whose it is."""
    rows = plain.rows(
        connection,
        "SELECT account_id FROM (SELECT account_id, shared_by, min(id) FROM account_share GROUP BY account_id)"
        " WHERE shared_by = ?",
        (rep,),
    )
    return {row[0] for row in rows}


def is_office(connection: Connection) -> bool:
    """Whether reps meet in this book."""
    return bool(plain.first(connection, "SELECT value FROM book WHERE name = 'identity.role'") == "office")


def origins_of(connection: Connection, rep: str) -> set[int]:
    """The numbers of the replicas that are the rep's, this book's own among them where it is the rep's book."""
    return {
        row[0]
        for row in plain.rows(
            connection,
            "SELECT number FROM sync_origin WHERE rep = ?1 OR (id IN (SELECT id FROM replica)"
            " AND EXISTS (SELECT 1 FROM book WHERE name = 'identity.rep' AND value = ?1))",
            (rep,),
        )
    }


def written_by(connection: Connection, rep: str) -> list[Place]:
    """The rows that the rep wrote to at some time."""
    mine = origins_of(connection, rep)
    rows = plain.rows(connection, 'SELECT "table" AS place, row, vector FROM sync_row')
    return [(row.place, row.row) for row in rows if mine.intersection(json.loads(row.vector)[::2])]


def own(connection: Connection, rep: str, accounts: list[str]) -> None:
    """The rep looks after these accounts, beside whoever does already."""
    if accounts:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO sync_owner (rep, account) VALUES (?, ?)",
            [(rep, account) for account in accounts],
        )
