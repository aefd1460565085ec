"""One name for the rep: the one that the settings have, which the book's card follows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from kamdesk.db import tables as t
from kamdesk.db.own import own_rep
from kamdesk.db.store import Store
from kamdesk.operations.book import change_rep
from kamdesk.operations.week_end.identity import OwnCard, kept_of, own_card
from kamdesk.operations.week_end.renaming import rename


def own_name(store: Store) -> str:
    """What the settings call the book's rep; empty where it is no rep's, as an office's."""
    with store.read() as connection:
        return _own_name(connection)


def _own_name(connection: Connection) -> str:
    rep = t.rep.c
    return (
        connection.scalar(select(rep.name).where(rep.id == own_rep(connection), rep.deleted_at.is_(None)))
        or ""
    )


def take_name(store: Store, *, now: datetime) -> OwnCard | None:
    """Calls the card as the rep is called, and with it the rep's other laptops, and what the rep shares.

    None where it is so already, or there is no card yet. The others know the old name until they have added the new
    card. Raises as `identity.own_card`: the card keeps its name then.
    """
    with store.read() as connection:
        old, new = kept_of(connection).get("identity.rep"), _own_name(connection)
    if not old or not new or old == new:
        return None
    card = own_card(store, rep=new)
    with store.write_local() as connection:
        _rename_own(connection, old, card)
    rename(store, old=old, new=new, now=now)
    return card


def call_rep(store: Store, *, name: str, now: datetime) -> None:
    """The rep is called so, in the settings and on the card; a book without a rep has its card alone to be called so.

    Raises as `change_rep` and `identity.own_card`.
    """
    with store.read() as connection:
        own, known = own_rep(connection), _own_name(connection)
    if own is None or not known:
        own_card(store, rep=name)
        return
    if known != " ".join(name.split()):
        change_rep(store, rep_id=own, name=" ".join(name.split()), now=now)
    own_card(store)
    take_name(store, now=now)


def _rename_own(connection: Connection, old: str, own: OwnCard) -> None:
    """The rep's other laptops stay the rep's, and what others let the rep read stays readable."""
    peer, new = t.sync_peer, own.card.rep
    connection.execute(update(peer).where(peer.c.rep == old, peer.c.role == own.card.role).values(rep=new))
    connection.execute(update(t.sync_origin).where(t.sync_origin.c.rep == old).values(rep=new))
    for column in ("manager", "rep"):
        connection.exec_driver_sql(
            f"UPDATE OR REPLACE sync_entrusted SET {column} = ? WHERE {column} = ?", (new, old)
        )
