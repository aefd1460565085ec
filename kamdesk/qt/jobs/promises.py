"""Promises: all of them with their figures, one with its past, and what is done to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.promise_log import PromiseStep
    from kamdesk.reads.promises import PromiseFigures, PromiseRow


@dataclass(frozen=True, slots=True)
class PromiseTable:
    """The promises and, for each, the text that typing is compared with."""

    rows: tuple[PromiseRow, ...]
    haystacks: tuple[str, ...]


def promise_table(store: Store, *, today: date) -> PromiseTable:
    from kamdesk.qt.haystack import promise_haystack
    from kamdesk.reads.promises import promise_rows

    rows = promise_rows(store, today=today)
    return PromiseTable(rows, tuple(promise_haystack(row) for row in rows))


def promise_figures(store: Store, *, span: str, today: date) -> PromiseFigures:
    """The figures over a Span."""
    from kamdesk.domain.promises_kept import span_of
    from kamdesk.reads.promises import promise_figures

    return promise_figures(store, period=span_of(span, today), today=today)


def promise_states(store: Store, *, ids: tuple[str, ...]) -> tuple[str, ...]:
    """How these promises stand, as the book has them."""
    from kamdesk.reads.promises import promise_states

    return promise_states(store, ids=ids)


def promise_steps(store: Store, **arguments: Any) -> tuple[PromiseStep, ...]:
    from kamdesk.reads.promise_log import promise_steps

    return promise_steps(store, **arguments)


def overdue_count(store: Store, **arguments: Any) -> int:
    from kamdesk.reads.promises import overdue_count

    return overdue_count(store, **arguments)


def settle_promises(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import settle_promises

    return settle_promises(store, **arguments)


def move_due(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import move_due

    return move_due(store, **arguments)
