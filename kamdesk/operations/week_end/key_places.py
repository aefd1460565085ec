"""Where the book's keys lie: in the book itself, or in the system's keyring of one computer; and keys made anew.

At every moment the keys lie whole in one of the two places. What is moved is written, read back and compared, and only
then taken away where it lay. What goes wrong leaves at most an entry too many in a keyring, never too few.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete

from kamdesk.db import tables as t
from kamdesk.db.forgetting import forgetting
from kamdesk.db.incarnation import forget_acknowledged, new_replica
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, KamdeskError
from kamdesk.operations.week_end.identity import (
    KEY,
    KEYRING,
    OPENING,
    PLACE,
    RECIPIENT,
    SIGNATURE,
    SIGNING,
    OwnCard,
    held_keys,
    keep,
    kept_of,
    keys_in_book,
    own_card,
    own_card_in,
)
from kamdesk.sync.package import keyrings
from kamdesk.sync.package.keys import new_keys

_OF_BOOK = SIGNING, OPENING
_OF_KEYRING = KEY, RECIPIENT, SIGNATURE, PLACE


def move_keys(store: Store, *, to: str) -> OwnCard:
    """Moves the keys to `KEYRING`, this computer's, or back to the book; returns the card, which stays the same.

    Where they lie in the keyring already it is asked whether it gives them. Raises BookError
    where the keyring does not take or give them: the book is unchanged then, but for ``keyring_left``, which says
    that they are in the book and the keyring kept them too.
    """
    own = own_card(store)
    if own.keys_in == to:
        held_keys(store)
    elif to == KEYRING:
        _to_keyring(store, own)
    else:
        _to_book(store, own)
    return own_card(store)


def _to_keyring(store: Store, own: OwnCard) -> None:
    with store.read() as connection:
        keys = keys_in_book(kept_of(connection))
    if keys is None:
        raise BookError("keys_moved")
    keyrings.put(own.card.key, keys.text())
    with forgetting(store) as connection:
        now = own_card_in(connection)
        if keys_in_book(kept_of(connection)) != keys:
            raise BookError("keys_moved")
        _take_away(connection, *_OF_BOOK)
        keep(
            connection,
            {
                KEY: now.card.key,
                RECIPIENT: now.card.recipient,
                SIGNATURE: now.signature,
                PLACE: KEYRING,
            },
        )


def _to_book(store: Store, own: OwnCard) -> None:
    keys = held_keys(store)
    with store.write_local() as connection:
        if keys is None or own_card_in(connection).keys_in != KEYRING:
            raise BookError("keys_moved")
        _take_away(connection, *_OF_KEYRING)
        keep(connection, {SIGNING: keys.signing, OPENING: keys.opening})
        if own_card_in(connection).card.key != own.card.key:
            raise BookError("keys_moved")
    with store.read() as connection:
        if keys_in_book(kept_of(connection)) != keys:
            raise BookError("keys_moved")
    try:
        keyrings.remove(own.card.key)
    except KamdeskError as error:
        raise BookError("keyring_left", name=own.card.key) from error


def renew_keys(
    store: Store,
    *,
    now: datetime,
    rep: str | None = None,
    device: str | None = None,
    role: str | None = None,
) -> OwnCard:
    """Makes new keys, in the book, and gives up the old ones, wherever they lie.

    To others the book is one that they have not met: they add its new card, and are sent everything. So it counts anew
    as well: where a manager heard one key speak for a replica, no other is believed to. The names may change with it.
    Where the old ones lay in a keyring this computer's forgets them once the new ones are safe. Raises BookError
    ``keyring_old_left`` where it does not: the new ones are made then.
    """
    with forgetting(store) as connection:
        known, keys = kept_of(connection), new_keys()
        own_card_in(connection)
        _take_away(connection, *_OF_BOOK, *_OF_KEYRING)
        keep(connection, {SIGNING: keys.signing, OPENING: keys.opening})
        new_replica(connection, now)
        forget_acknowledged(connection)
        renewed = own_card_in(connection, rep=rep, device=device, role=role)
    if known.get(PLACE) == KEYRING:
        _forget(known[KEY])
    return renewed


def _forget(key: str) -> None:
    """No entry of the old keys stays in this computer's keyring; where there is no keyring, none does."""
    try:
        keyrings.remove(key)
    except KamdeskError as error:
        if error.code != "keyring_none":
            raise BookError("keyring_old_left", name=key) from error


def _take_away(connection: Connection, *names: str) -> None:
    connection.execute(delete(t.book).where(t.book.c.name.in_(names)))
