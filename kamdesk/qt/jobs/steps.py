"""The book's last steps, and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.operations.steps import Step
    from kamdesk.reads.book_card import BookCard


def last_steps(store: Store) -> tuple[Step, ...]:
    from kamdesk.operations.steps import last_steps

    return last_steps(store)


def book_card(store: Store, **arguments: Any) -> BookCard:
    from kamdesk.reads.book_card import book_card

    return book_card(store, **arguments)
