"""Goals: the page, what today asks for, targets set and causes of gaps."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.goals.agenda import Agenda
    from kamdesk.reads.days import Holidays
    from kamdesk.reads.goal_page.setting import Sketch
    from kamdesk.reads.goal_page.view import GoalView


def goal_view(store: Store, **arguments: Any) -> GoalView:
    from kamdesk.reads.goal_page.view import goal_view

    return goal_view(store, **arguments)


def day_agenda(store: Store, *, now: datetime, holidays: Holidays) -> Agenda:
    """What today asks for, as the command tells it."""
    from kamdesk.reads.goals.agenda import agenda

    return agenda(store, now=now, holidays=holidays)


def sketch_target(store: Store, **arguments: Any) -> Sketch:
    from kamdesk.reads.goal_page.setting import sketch

    return sketch(store, **arguments)


def set_target(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.goals import set_target

    return set_target(store, **arguments)


def take_back_target(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.goals import take_back_target

    return take_back_target(store, **arguments)


def save_action(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.goals import save_action

    return save_action(store, **arguments)


def reach_plan(store: Store, *, plan_id: str, day: date, now: datetime) -> Changes:
    from kamdesk.operations.goals import reach_plan

    return reach_plan(store, plan_id=plan_id, day=day, now=now)
