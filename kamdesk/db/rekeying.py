"""Another key for a book that is open: a copy under the new key takes its place once it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hmac import compare_digest
from pathlib import Path

from kamdesk.db.copying import (
    in_the_making,
    log_ahead,
    make_private,
    put_in_place,
    remove_book,
    settle,
    told_as_copy,
)
from kamdesk.db.driver import driver
from kamdesk.db.engine import connect
from kamdesk.db.incarnation import same_book
from kamdesk.db.key import KEY_BYTES, SALT_BYTES, Passphrase, Secret, pragma
from kamdesk.db.migrating import verify
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, RuleError

_STATEMENT = "PRAGMA key = "
_RAW_WITH_SALT = len(_STATEMENT + "\"x''\"") + 2 * (KEY_BYTES + SALT_BYTES)
_CARRIED = ("user_version", "application_id")


def has_passphrase(store: Store) -> bool:
    """Whether the book is encrypted with a passphrase, and not with a key from a file."""
    return store.key is not None and len(store.key) == _RAW_WITH_SALT


def fits(store: Store, passphrase: str) -> bool:
    """Whether ``passphrase`` is the one that the book is encrypted with."""
    if not passphrase or store.key is None:
        return False
    with store.path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    return compare_digest(pragma(Passphrase(passphrase), salt) or "", store.key)


def change_key(store: Store, secret: Secret) -> None:
    """Encrypts the open book with ``secret``, or with None takes its encryption away; the store stays usable.

    The book is copied under the new key, the copy is read through, and takes the book's place in one rename: whatever
    ends this before, the book opens with its old key. Copies made before keep theirs. Raises BookError where another
    program has the book open, the disk is full, or the copy isn't sound; the book is then as it was.
    """
    if store.key is not None and not has_passphrase(store):
        raise RuleError("key_of_file")
    path, key = store.path, pragma(secret, None)
    work = path.with_name(f"{path.name}.rekeying")
    with store.exchanged() as use_key, _logging_again(store), told_as_copy(path), in_the_making(work):
        settle(path, store.key)
        remove_book(work)
        make_private(work)
        _export(path, store.key, work, key)
        found = verify(work, key)
        if found:
            raise BookError("copy_failed", path=work, reason=found[0])
        same_book(work, key, path)
        log_ahead(work, key)
        put_in_place(work, path)
        use_key(key)


@contextmanager
def _logging_again(store: Store) -> Iterator[None]:
    """A book that keeps its key goes on as every open book does, with a log beside it."""
    try:
        yield
    except BaseException:
        with suppress(driver.Error, OSError):
            log_ahead(store.path, store.key)
        raise


def _export(source: Path, old: str | None, target: Path, new: str | None) -> None:
    """All of the book under another key, by SQLCipher's own ``sqlcipher_export``."""
    key = new.removeprefix(_STATEMENT) if new else "''"
    with closing(connect(source, old, pragmas=())) as connection:
        connection.execute(f"ATTACH DATABASE ? AS fresh KEY {key}", (str(target),))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchone()
        for name in _CARRIED:
            value = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
            connection.execute(f"PRAGMA fresh.{name} = {value}")
        connection.execute("DETACH DATABASE fresh")
