"""The passphrase of a book that exists: set, changed, taken away."""

from __future__ import annotations

from datetime import datetime

from kamdesk.db.key import Passphrase
from kamdesk.db.rekeying import change_key, fits, has_passphrase
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.operations.confidential import keep_lock

NAME = "book.passphrase"


def change_passphrase(store: Store, *, old: str | None, new: str | None, now: datetime) -> Changes:
    """Encrypts the book with ``new``, or with None no longer; ``old`` is asked of a book that has a passphrase.

    What is recorded stays as it is, so nothing of it can be undone. Where the book's passphrase is taken away, the lock
    before the informants asks for it from then on: it must not stand open to whoever sits down next. Raises RuleError
    where ``old`` does not fit; BookError as `change_key` does.
    """
    if has_passphrase(store) and not fits(store, old or ""):
        raise RuleError("passphrase_wrong")
    if new is None:
        if store.key is None:
            raise RuleError("passphrase_none")
        keep_lock(store, old or "")
    change_key(store, Passphrase(new) if new is not None else None)
    return Changes(NAME)
