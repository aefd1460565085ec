"""Goals: the page, what today asks for, targets set and causes of gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.days import Holidays
    from kamdesk.reads.goal_page.setting import Sketch
    from kamdesk.reads.goal_page.view import GoalView


@dataclass(frozen=True, slots=True)
class Agenda:
    """How much today asks for: visits to go, promises due or late, reports and actions that wait, days to remember."""

    visits: int
    promises: int
    reports: int
    actions: int
    occasions: int


WEEK = 7


def goal_view(store: Store, **arguments: Any) -> GoalView:
    from kamdesk.reads.goal_page.view import goal_view

    return goal_view(store, **arguments)


def day_agenda(store: Store, *, now: datetime, holidays: Holidays) -> Agenda:
    from kamdesk.reads.today import today_beside, today_board

    board, beside = (
        today_board(store, now=now, holidays=holidays),
        today_beside(store, now=now, holidays=holidays),
    )
    today = board.today
    return Agenda(
        visits=sum(stop.state == "planned" for stop in board.day.line.standing),
        promises=sum(promise.due_on <= today for promise in board.promises),
        reports=len(beside.late),
        actions=sum(action.due_on is not None and action.due_on <= today for action in beside.actions),
        occasions=sum((one.on - today).days <= WEEK for one in beside.occasions.birthdays),
    )


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
