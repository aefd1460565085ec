"""What stands beside a target: why it must be reached, causes of its gap, what is done about it, the rep's own plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.facts import Period
from kamdesk.domain.promise import ActionState
from kamdesk.reads.goal_page.targets import GoalTarget
from kamdesk.reads.units import Units


@dataclass(frozen=True, slots=True)
class Reason:
    id: str
    for_whom: str
    reason: str
    said: str | None


@dataclass(frozen=True, slots=True)
class Cause:
    """A part of the gap, below zero where it lacks; ``evidence`` is how much it rests on."""

    id: str
    cause: str
    amount: int
    first: date
    last: date
    account_id: str | None
    account: str | None
    product: str | None
    said: str | None
    evidence: int


@dataclass(frozen=True, slots=True)
class Deed:
    """An action for the target (``plan_id`` None) or for one plan."""

    id: str
    what: str
    owner: str | None
    due_on: date | None
    state: str
    account_id: str | None
    account: str | None
    plan_id: str | None

    @property
    def open(self) -> bool:
        return self.state == ActionState.OPEN


@dataclass(frozen=True, slots=True)
class Plan:
    """Which account is to reach which stage by when; ``stands`` is its stage today, None where nobody judged it."""

    id: str
    account_id: str
    account: str
    from_stage: str | None
    to_stage: str
    stands: str | None
    due_on: date
    owner: str | None
    state: str
    reached_on: date | None
    why: str | None


def read_reasons(connection: Connection, target_id: str) -> tuple[Reason, ...]:
    """In the order: company, customers, rep."""
    r = t.target_reason.c
    rows = connection.execute(
        select(r.id, r.for_whom, r.reason, r.said)
        .where(r.deleted_at.is_(None), r.target_id == target_id)
        .order_by(r.id)
    )
    order = ("company", "customer", "rep")
    found = [Reason(*row) for row in rows]
    return tuple(sorted(found, key=lambda e: order.index(e.for_whom) if e.for_whom in order else len(order)))


def read_causes(
    connection: Connection, units: Units, target: GoalTarget, period: Period | None
) -> tuple[Cause, ...]:
    """The causes of days that lie whole in the period, the one that lacks most first."""
    c, a, p = t.target_cause.c, t.account.c, t.product.c
    ids = (target.id, *(part.id for part in target.parts if part.id))
    chosen = (
        select(t.target_cause, a.short_name, a.name.label("account"), p.name.label("product"))
        .outerjoin(t.account, c.account_id == a.id)
        .outerjoin(t.product, c.product_id == p.id)
        .where(c.deleted_at.is_(None), c.target_id.in_(ids))
    )
    if period is not None:
        chosen = chosen.where(c.first_day >= period.first, c.last_day <= period.last)
    e = t.evidence.c
    rests = Counter(
        connection.scalars(
            select(e.subject_id).where(e.deleted_at.is_(None), e.subject == t.target_cause.name)
        )
    )
    found = [
        Cause(
            row.id, row.cause, (row.amount if row.amount is not None else row.quantity) or 0,
            row.first_day, row.last_day, units.of(row.account_id) if row.account_id else None,
            row.short_name or row.account, row.product, row.said, rests[row.id],
        )
        for row in connection.execute(chosen)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.amount, each.cause, each.id)))


def read_deeds(
    connection: Connection, units: Units, targets: tuple[str, ...], plans: tuple[Plan, ...]
) -> tuple[Deed, ...]:
    """The actions for the targets and the plans, open ones by their day first, then what is done."""
    d, a = t.action.c, t.account.c
    rows = connection.execute(
        select(d.id, d.what, d.owner, d.due_on, d.state, d.account_id, a.short_name, a.name, d.plan_id)
        .outerjoin(t.account, d.account_id == a.id)
        .where(d.deleted_at.is_(None), d.target_id.in_(targets) | d.plan_id.in_([plan.id for plan in plans]))
        .order_by(d.state != ActionState.OPEN, d.due_on.is_(None), d.due_on, d.id)
    )
    return tuple(
        Deed(
            row.id, row.what, row.owner, row.due_on, row.state,
            units.of(row.account_id) if row.account_id else None, row.short_name or row.name, row.plan_id,
        )
        for row in rows
    )  # fmt: skip


def read_plans(connection: Connection, units: Units) -> tuple[Plan, ...]:
    """The rep's plans: those under way by their day, then what was reached, then what was dropped."""
    d, a = t.development_plan.c, t.account.c
    stands = stages(connection, units)
    rows = connection.execute(
        select(t.development_plan, a.short_name, a.name)
        .join(t.account, d.account_id == a.id)
        .where(d.deleted_at.is_(None), a.deleted_at.is_(None))
        .order_by(d.due_on, d.id)
    )
    order = ("open", "reached", "dropped")
    found = [
        Plan(
            row.id, units.of(row.account_id), row.short_name or row.name, row.from_stage, row.to_stage,
            stands.get(units.of(row.account_id)), row.due_on, row.owner, row.state, row.reached_on, row.why,
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda e: order.index(e.state) if e.state in order else len(order)))


def stages(connection: Connection, units: Units) -> dict[str, str]:
    """The stage that each unit is in: what was judged last."""
    s = t.stage_assessment.c
    rows = connection.execute(
        select(s.account_id, s.stage).where(s.deleted_at.is_(None)).order_by(s.known_on, s.id)
    )
    found: dict[str, str] = defaultdict(str)
    for row in rows:
        found[units.of(row.account_id)] = row.stage
    return dict(found)
