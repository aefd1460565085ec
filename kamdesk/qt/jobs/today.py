"""The page of the day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.today import TodayBeside, TodayBoard


def today_board(store: Store, *, now: datetime) -> TodayBoard:
    from kamdesk.reads.today import today_board

    return today_board(store, now=now)


def today_beside(store: Store, *, now: datetime) -> TodayBeside:
    from kamdesk.reads.today import today_beside

    return today_beside(store, now=now)


def finish_action(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import finish_action

    return finish_action(store, **arguments)


def finish_step(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import finish_step

    return finish_step(store, **arguments)
