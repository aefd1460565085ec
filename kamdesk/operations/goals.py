"""Targets set with their parts, actions for them, plans that have come true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge.goal import DevelopmentPlan, Metric, PlanState, Target
from kamdesk.domain.promise import Action
from kamdesk.operations.fields import assign, check_links, require


def set_target(
    store: Store,
    *,
    metric: str,
    first_day: date,
    last_day: date,
    now: datetime,
    known_on: date,
    target_id: str | None = None,
    parts: Sequence[tuple[date, date, int]] = (),
    **fields: object,
) -> Changes:
    """A target of the whole book, new or (``target_id``) set anew, with the parts of it that were set by hand.

    ``fields`` are those of Target: amount and currency, or quantity and unit; set_by, name. ``parts`` are (first day,
    last day, amount in the target's measure): with them all earlier parts are replaced. Raises RuleError
    ``goal_amount`` without a figure above 0, ``goal_days`` where it ends before it begins, ``goal_name`` where
    nobody says what is counted.
    """
    amount, quantity = fields.get("amount"), fields.get("quantity")
    figure = amount if amount is not None else quantity
    if not isinstance(figure, int) or figure <= 0:
        raise RuleError("goal_amount")
    if last_day < first_day:
        raise RuleError("goal_days")
    if metric == Metric.OTHER and not fields.get("name"):
        raise RuleError("goal_name")
    in_money = amount is not None
    with store.write("target.amend" if target_id else "target.record", now=now) as tx:
        target = tx.get(Target, target_id) if target_id else None
        if target is None:
            target = Target(
                id=tx.new_id(), metric=metric, first_day=first_day, last_day=last_day, known_on=known_on
            )
            assign(target, fields)
            tx.add(target)
        else:
            assign(target, {"metric": metric, "first_day": first_day, "last_day": last_day, **fields})
        check_links(tx, target)
        _set_parts(tx, target, parts, known_on, in_money=in_money)
    return tx.changes()


def _set_parts(
    tx: Transaction,
    target: Target,
    parts: Sequence[tuple[date, date, int]],
    known_on: date,
    *,
    in_money: bool,
) -> None:
    """The parts in force: those of the same days are written over, the others taken back."""
    there = {
        (part.first_day, part.last_day): part
        for part in tx.every(Target, parent_id=target.id)
        if part.account_id is None and part.product_id is None and part.rep_id is None
    }
    for first, last, amount in parts:
        figure = {
            "amount": amount if in_money else None,
            "quantity": None if in_money else amount,
            "currency": target.currency,
            "unit": target.unit,
            "metric": target.metric,
        }
        part = there.pop((first, last), None)
        if part is None:
            part = Target(
                id=tx.new_id(), metric=target.metric, first_day=first, last_day=last, known_on=known_on,
                parent_id=target.id,
            )  # fmt: skip
            assign(part, figure)
            tx.add(part)
        else:
            assign(part, figure)
    for part in there.values():
        tx.take_back(part)


def take_back_target(store: Store, *, target_id: str, now: datetime) -> Changes:
    """The target is gone with its parts; undo brings all of it back."""
    with store.write("target.take_back", now=now) as tx:
        for part in tx.every(Target, parent_id=target_id):
            tx.take_back(part)
        tx.take_back(tx.get(Target, target_id))
    return tx.changes()


def save_action(
    store: Store, *, what: str, now: datetime, action_id: str | None = None, **fields: object
) -> Changes:
    """Something to do for a target or a plan, new or put right; ``fields`` are those of Action."""
    what = require(what, "what")
    with store.write("action.change" if action_id else "action.add", now=now, summary=what) as tx:
        if action_id is None:
            action = Action(id=tx.new_id(), what=what)
            assign(action, fields)
            tx.add(action)
        else:
            action = tx.get(Action, action_id)
            assign(action, {"what": what, **fields})
        check_links(tx, action)
    return tx.changes()


def reach_plan(store: Store, *, plan_id: str, day: date, now: datetime) -> Changes:
    """A step of the development plan has come true on ``day``; the stage itself is judged elsewhere."""
    with store.write("development_plan.reach", now=now) as tx:
        assign(tx.get(DevelopmentPlan, plan_id), {"state": PlanState.REACHED, "reached_on": day})
    return tx.changes()
