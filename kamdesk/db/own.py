"""Whose book it is: other reps' rows come into it from other books."""

from __future__ import annotations

from sqlalchemy import Connection

from kamdesk.db import plain

OWN = "own.rep"
"""The name under which the book keeps which rep it is of, where that isn't the one that was recorded here first."""


def own_rep(connection: Connection) -> str | None:
    """The id of the book's rep; None where none was recorded here, as in an office's book."""
    return plain.first(connection, "SELECT value FROM book WHERE name = ?", (OWN,)) or plain.first(
        connection,
        "SELECT \"row\" FROM change WHERE \"table\" = 'rep' AND field = 'recorded_at' ORDER BY counter LIMIT 1",
    )


def own_reps(connection: Connection) -> tuple[str, ...] | None:
    """The ids under which the book's rep wrote: another laptop of the same rep may have begun with one of its own.

    None where the book is no rep's, as an office's: there everybody's are looked at.
    """
    own = own_rep(connection)
    if own is None:
        return None
    rows = plain.rows(
        connection, "SELECT id FROM rep WHERE name = (SELECT name FROM rep WHERE id = ?)", (own,)
    )
    return (own, *(row[0] for row in rows if row[0] != own))


def own_zone(connection: Connection) -> str | None:
    """The zone of the book's rep, else of the first that it knows."""
    return plain.first(
        connection,
        "SELECT zone FROM rep WHERE deleted_at IS NULL ORDER BY id <> ?, id LIMIT 1",
        (own_rep(connection) or "",),
    )


def settle_own(connection: Connection) -> None:
    """After rows of another book came in: two laptops of one rep began with a rep each, and both now are the one with
    more fixed visits on the line, the older one where they are as many. It is the same rep by the name that was
    recorded here, or by that on the book's card: a book may have been begun before it was said whose it is.
    """
    own = own_rep(connection)
    if own is None:
        return
    chosen = plain.first(
        connection,
        "SELECT r.id FROM rep r JOIN rep o"
        " ON r.name = o.name OR r.name = (SELECT value FROM book WHERE name = 'identity.rep')"
        " LEFT JOIN visit_line l ON l.rep_id = r.id LEFT JOIN visit_slot s ON s.line_id = l.id"
        " WHERE o.id = ? AND r.deleted_at IS NULL GROUP BY r.id ORDER BY count(s.id) DESC, r.id LIMIT 1",
        (own,),
    )
    if chosen and chosen != own:
        connection.exec_driver_sql("INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (OWN, chosen))
