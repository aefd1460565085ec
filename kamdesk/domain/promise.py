"""Promise 承诺 and Action 行动: what we owe a customer, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.row import Row


class PromiseState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    BROKEN = "broken"
    SUBSTITUTED = "substituted"
    WITHDRAWN = "withdrawn"


class PromiseCause(StrEnum):
    """Why a promise was not kept as given."""

    SUPPLY = "supply"
    TRANSPORT = "transport"
    PRICE = "price"
    APPROVAL = "approval"
    FORGOTTEN = "forgotten"
    CUSTOMER = "customer"
    OTHER = "other"


class ActionState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(kw_only=True, eq=False)
class Promise(Row):
    """What was promised: to whom, by whom, when, due when; how it ended and why; ``churn_risk`` 1–5."""

    account_id: str
    what: str
    made_on: date
    due_on: date | None = None
    contact_id: str | None = None
    visit_id: str | None = None
    by_whom: str | None = None
    state: str = PromiseState.OPEN
    settled_on: date | None = None
    cause: str | None = None
    cause_text: str | None = None
    workaround: str | None = None
    expected_effect: str | None = None
    effect_seen: str | None = None
    churn_risk: int | None = None


@dataclass(kw_only=True, eq=False)
class Action(Row):
    """Something to do, for an account or not; ``visit_id`` is the visit it came from, ``plan_id`` the development plan
    and ``target_id`` the target that it serves.
    """

    what: str
    account_id: str | None = None
    visit_id: str | None = None
    owner: str | None = None
    due_on: date | None = None
    state: str = ActionState.OPEN
    done_on: date | None = None
    plan_id: str | None = None
    target_id: str | None = None
