"""The book as a whole: how it stands, undo and redo, copies, papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.undo import Undoable
    from kamdesk.reads.book_state import BookState
    from kamdesk.reads.days import Holidays
    from kamdesk.reads.rep import RepCard
    from kamdesk.words import Words


@dataclass(frozen=True, slots=True)
class History:
    """What undo would take back and redo bring back."""

    undo: Undoable | None
    redo: Undoable | None


def history(store: Store) -> History:
    from kamdesk.operations.undo import last_done, last_undone

    with store.read() as connection:
        return History(last_done(connection), last_undone(connection))


def undo(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.undo import undo

    return undo(store, **arguments)


def book_state(store: Store, **arguments: Any) -> BookState:
    from kamdesk.reads.book_state import book_state

    return book_state(store, **arguments)


def rep_card(store: Store) -> RepCard:
    from kamdesk.reads.rep import rep_card

    return rep_card(store)


def make_copy(store: Store, **arguments: Any) -> Path:
    from kamdesk.operations.copies import make_copy

    return make_copy(store, **arguments)


def save_plan(
    store: Store, *, path: Path, monday: date, now: datetime, words: Words, holidays: Holidays
) -> Path:
    """The week's plan as PDF at ``path``."""
    from kamdesk.domain.walltime import local_time
    from kamdesk.papers.write import write_week_plan
    from kamdesk.reads.plan import week_plan

    local = local_time(now, rep_card(store).zone)
    write_week_plan(week_plan(store, monday=monday, now=now, holidays=holidays), path, words, local)
    return path


def save_briefing(
    store: Store, *, path: Path, account_id: str, now: datetime, words: Words, holidays: Holidays
) -> Path:
    """The account's briefing as PDF at ``path``."""
    from kamdesk.domain.walltime import local_time
    from kamdesk.papers.write import write_briefing
    from kamdesk.reads.briefing import briefing

    local = local_time(now, rep_card(store).zone)
    write_briefing(briefing(store, account_id=account_id, now=now, holidays=holidays), path, words, local)
    return path
