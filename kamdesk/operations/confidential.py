"""Who informs us: the lock in front of it, and what is written behind it.

The lock keeps eyes off the screen; it does not encrypt. In a book encrypted with a passphrase it asks for that one, in
any other for one of its own, of which the book keeps a scrypt hash. Its operations bear a name that tells nothing.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date, datetime
from hmac import compare_digest

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.key import Passphrase
from kamdesk.db.rekeying import fits, has_passphrase
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact, InformantAssignment
from kamdesk.domain.errors import RuleError
from kamdesk.operations.book import book_day
from kamdesk.operations.fields import assign

NAME = "confidential.record"
LOCK, TRIES = "confidential.lock", "confidential.tries"
SHORTEST = 6
FREE_TRIES = 3
LONGEST_WAIT = 300
# About 32 MB and a tenth of a second a try.
COST, BLOCK, LANES, BYTES = 2**15, 8, 1, 32
MEMORY = 64 * 1024 * 1024


def set_lock(store: Store, *, passphrase: str, now: datetime, cost: int = COST) -> None:
    """The first time, in a book without a passphrase of its own: what is to be asked for from now on.

    ``cost`` is scrypt's, a power of two, kept beside the hash. Raises RuleError where it is too short, or one was set
    already.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise RuleError("lock_short", least=SHORTEST)
    value = _lock_of(passphrase, cost)
    with store.write_local() as connection:
        if asks_for_book(store) or _value(connection, LOCK) is not None:
            raise RuleError("lock_there")
        connection.execute(insert(t.book).values(name=LOCK, value=value))


def keep_lock(store: Store, passphrase: str) -> None:
    """Asks for ``passphrase`` once the book has none of its own any more, whatever was asked for before it had one."""
    value = _lock_of(passphrase)
    with store.write_local() as connection:
        connection.execute(delete(t.book).where(t.book.c.name == LOCK))
        connection.execute(insert(t.book).values(name=LOCK, value=value))


def _lock_of(passphrase: str, cost: int = COST) -> str:
    salt = secrets.token_bytes(16)
    made = _hash(passphrase, salt, cost)
    return json.dumps({"salt": salt.hex(), "hash": made.hex(), "n": cost, "r": BLOCK, "p": LANES})


def unlock(store: Store, *, passphrase: str, now: datetime) -> None:
    """Whether ``passphrase`` opens the lock. Raises RuleError where it does not, or it is too soon after wrong ones.

    From the fourth wrong try on each must wait twice as long as the one before, at most five minutes.
    """
    with store.read() as connection:
        kept = _value(connection, LOCK)
        tries, last = _tries(connection)
    wait = _wait(tries)
    left = wait - (now - last).total_seconds() if last else 0
    if 0 < left <= wait:
        raise RuleError("lock_wait", seconds=max(1, round(left)))
    right = fits(store, passphrase) if asks_for_book(store) else kept is not None and _fits(passphrase, kept)
    with store.write_local() as connection:
        connection.execute(delete(t.book).where(t.book.c.name == TRIES))
        if not right:
            value = json.dumps([tries + 1, now.isoformat()])
            connection.execute(insert(t.book).values(name=TRIES, value=value))
    if not right:
        wait = _wait(tries + 1)
        raise RuleError("lock_wrong_wait", seconds=wait) if wait else RuleError("lock_wrong")


def asks_for_book(store: Store) -> bool:
    """Whether the lock asks for the passphrase that the book itself is encrypted with."""
    return has_passphrase(store)


def _fits(passphrase: str, kept: str) -> bool:
    lock = json.loads(kept)
    made = _hash(passphrase, bytes.fromhex(lock["salt"]), lock["n"], lock["r"], lock["p"])
    return compare_digest(made, bytes.fromhex(lock["hash"]))


def _hash(passphrase: str, salt: bytes, n: int = COST, r: int = BLOCK, p: int = LANES) -> bytes:
    typed = Passphrase(passphrase).bytes()
    return hashlib.scrypt(typed, salt=salt, n=n, r=r, p=p, maxmem=MEMORY, dklen=BYTES)


def _wait(tries: int) -> int:
    return 0 if tries < FREE_TRIES else min(LONGEST_WAIT, 5 * 2 ** (tries - FREE_TRIES))


def _value(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(t.book.c.value).where(t.book.c.name == name))


def _tries(connection: Connection) -> tuple[int, datetime | None]:
    kept = _value(connection, TRIES)
    if kept is None:
        return 0, None
    tries, at = json.loads(kept)
    return tries, datetime.fromisoformat(at)


def record_informant(
    store: Store,
    *,
    contact_id: str,
    account_id: str,
    now: datetime,
    told: str | None = None,
    last_heard: date | None = None,
) -> Changes:
    """Who informs us about the account, and what was told. Raises RuleError where the person does so already."""
    with store.write(NAME, now=now) as tx:
        tx.get(Contact, contact_id)
        tx.get(Account, account_id)
        if any(
            row.until is None
            for row in tx.every(InformantAssignment, contact_id=contact_id, account_id=account_id)
        ):
            raise RuleError("informant_there")
        heard = last_heard or book_day(tx)
        tx.add(
            InformantAssignment(
                id=tx.new_id(), contact_id=contact_id, account_id=account_id, last_heard=heard, told=told
            )
        )
    return tx.changes()


def change_informant(
    store: Store, *, assignment_id: str, now: datetime, told: str | None, last_heard: date | None
) -> Changes:
    """When we last heard of the person, and what."""
    with store.write(NAME, now=now) as tx:
        assign(tx.get(InformantAssignment, assignment_id), {"told": told, "last_heard": last_heard})
    return tx.changes()


def end_informant(
    store: Store, *, assignment_id: str, now: datetime, last_day: date | None = None
) -> Changes:
    """The person informs us no longer; that it was so stays behind the lock."""
    with store.write(NAME, now=now) as tx:
        tx.get(InformantAssignment, assignment_id).until = last_day or book_day(tx)
    return tx.changes()
