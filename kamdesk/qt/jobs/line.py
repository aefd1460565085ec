"""The line: a week of it, what a change costs, the changes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.figures import Figure
    from kamdesk.reads.cycle import CycleLine
    from kamdesk.reads.days import Holidays
    from kamdesk.reads.leaves import LeaveRow, ToTell
    from kamdesk.reads.line import WeekLine
    from kamdesk.reads.move_preview import MovePreview
    from kamdesk.reads.slots import LineEvent, SlotEvent, StopPast, Unplaced


@dataclass(frozen=True, slots=True)
class LineView:
    """A week of the line, the accounts that wait for a slot, and the figures of the four weeks that end with it."""

    week: WeekLine
    waiting: tuple[Unplaced, ...]
    figures: tuple[Figure, ...]


def line_view(store: Store, *, monday: date, now: datetime, holidays: Holidays) -> LineView:
    from kamdesk.reads.figures import period_figures
    from kamdesk.reads.line import week_line
    from kamdesk.reads.slots import accounts_without_slot

    week = week_line(store, monday=monday, now=now, holidays=holidays)
    first, last = monday - timedelta(days=21), monday + timedelta(days=6)
    figures = period_figures(store, first=first, last=last, now=now)
    return LineView(week, accounts_without_slot(store, on=max(week.today, last)), figures)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Where an account would fit best: weekday, minute of the day, how many kilometres more a week (None: can't be
    said).
    """

    weekday: int
    start: int
    kilometres: float | None


MOST_PROPOSED = 60


def propose_places(store: Store, *, monday: date, now: datetime) -> dict[str, Proposed | None]:
    """A place for each account that waits, None where it can't be reached in a day; in a book of thousands for those
    that are listed first.
    """
    from kamdesk.reads.proposals import propose_places
    from kamdesk.reads.slots import accounts_without_slot

    waiting = accounts_without_slot(store, on=monday + timedelta(days=6))
    ids = [row.account.id for row in waiting[:MOST_PROPOSED]]
    found = propose_places(store, account_ids=ids, monday=monday, now=now)
    return {
        key: None if best is None else Proposed(best.weekday, best.start, best.kilometres)
        for key, best in found.items()
    }


def cycle_line(store: Store, **arguments: Any) -> CycleLine:
    from kamdesk.reads.cycle import cycle_line

    return cycle_line(store, **arguments)


def move_preview(store: Store, **arguments: Any) -> MovePreview:
    from kamdesk.reads.move_preview import move_preview

    return move_preview(store, **arguments)


def slot_history(store: Store, **arguments: Any) -> tuple[SlotEvent, ...]:
    from kamdesk.reads.slots import slot_history

    return slot_history(store, **arguments)


def stop_past(store: Store, **arguments: Any) -> StopPast:
    from kamdesk.reads.slots import stop_past

    return stop_past(store, **arguments)


def line_history(store: Store, **arguments: Any) -> tuple[LineEvent, ...]:
    from kamdesk.reads.slots import line_history

    return line_history(store, **arguments)


def add_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import add_slot

    return add_slot(store, **arguments)


def move_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import move_slot

    return move_slot(store, **arguments)


def end_slot(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import end_slot

    return end_slot(store, **arguments)


def leaves(store: Store) -> tuple[LeaveRow, ...]:
    from kamdesk.reads.leaves import leaves

    return leaves(store)


def to_tell(store: Store, **arguments: Any) -> tuple[ToTell, ...]:
    from kamdesk.reads.leaves import to_tell

    return to_tell(store, **arguments)


def add_leave(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import add_leave

    return add_leave(store, **arguments)


def change_leave(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import change_leave

    return change_leave(store, **arguments)


def remove_leave(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.line import remove_leave

    return remove_leave(store, **arguments)
