"""The book's own rep, for writing."""

from __future__ import annotations

from kamdesk.db.own import own_rep
from kamdesk.db.transaction import Transaction
from kamdesk.domain.rep import Rep


def reps(tx: Transaction) -> list[Rep]:
    """The reps, not taken back: the book's own first, then those who came from other books, by their ids."""
    every = tx.every(Rep)
    if len(every) < 2:
        return every
    own = own_rep(tx.connection)
    return sorted(every, key=lambda rep: (rep.id != own, rep.id))
