"""The book as a whole: how it stands, undo and redo, copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.copies import Copies
    from kamdesk.operations.undo import Undoable
    from kamdesk.reads.book_state import BookState
    from kamdesk.reads.rep import RepCard


@dataclass(frozen=True, slots=True)
class History:
    """What undo would take back and redo bring back."""

    undo: Undoable | None
    redo: Undoable | None


def history(store: Store, *, unlocked: bool = False) -> History:
    """``unlocked``: what was done behind the lock counts as well; else it is passed over, so that nothing shows it."""
    from kamdesk.operations.confidential import NAME
    from kamdesk.operations.undo import last_done, last_undone

    hidden = () if unlocked else (NAME,)
    with store.read() as connection:
        return History(last_done(connection, hidden), last_undone(connection, hidden))


def undo(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.undo import undo

    return undo(store, **arguments)


def book_state(store: Store, **arguments: Any) -> BookState:
    from kamdesk.reads.book_state import book_state

    return book_state(store, **arguments)


def rep_card(store: Store) -> RepCard:
    from kamdesk.reads.rep import rep_card

    return rep_card(store)


def make_copies(store: Store, **arguments: Any) -> Copies:
    from kamdesk.operations.copies import make_copies

    return make_copies(store, **arguments)
