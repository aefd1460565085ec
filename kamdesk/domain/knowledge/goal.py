"""Target 目标, why it must be reached, why it was missed, and the rep's own DevelopmentPlan 发展计划."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.knowledge.described import (
    Known,
    KnownOfAccount,
    choice,
    day,
    link,
    money,
    text,
    thousandths,
    words,
)
from kamdesk.domain.stages import Stage


class Metric(StrEnum):
    """What is counted. The first three are money; the others a number of ``unit`` (rates: of %)."""

    REVENUE = "revenue"
    MARGIN = "margin"
    COLLECTION = "collection"
    VOLUME = "volume"
    NEW_KEY_ACCOUNTS = "new_key_accounts"
    NEW_ACCOUNTS = "new_accounts"
    STAGE_MOVES = "stage_moves"
    VISITS = "visits"
    COVERAGE = "coverage"
    PROMISES_KEPT = "promises_kept"
    SHARE_OF_WALLET = "share_of_wallet"
    SATISFACTION = "satisfaction"
    OTHER = "other"


IN_MONEY = frozenset({Metric.REVENUE, Metric.MARGIN, Metric.COLLECTION})
RATES = frozenset({Metric.COVERAGE, Metric.PROMISES_KEPT, Metric.SHARE_OF_WALLET, Metric.SATISFACTION})
"""What is no sum: every period has the same target, and none is shared out."""


class ForWhom(StrEnum):
    COMPANY = "company"
    CUSTOMER = "customer"
    REP = "rep"


class Why(StrEnum):
    """Why a goal must be reached."""

    GROWTH = "growth"
    PROFIT = "profit"
    POSITION = "position"
    SUPPLY = "supply"
    CUSTOMER_GROWTH = "customer_growth"
    CUSTOMER_COST = "customer_cost"
    INCOME = "income"
    LEARNING = "learning"
    OTHER = "other"


class GapCause(StrEnum):
    """Where a deviation comes from."""

    VISITS_MISSED = "visits_missed"
    SUPPLY = "supply"
    PRICE = "price"
    COMPETITOR = "competitor"
    DEMAND = "demand"
    SEASON = "season"
    CREDIT = "credit"
    STAFF = "staff"
    OTHER = "other"


class PlanState(StrEnum):
    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


@dataclass(kw_only=True, eq=False)
class Target(Known):
    """What is to be reached between two days: an ``amount``, or a ``quantity`` of ``unit``, of a metric.

    Scope: one account, one product, one rep, or (none named) the whole book. ``name`` says what ``other`` counts.
    ``parent_id`` is the target that this one is a part of. ``known_on`` is the day it was set, ``set_by`` who set it.
    """

    metric: str = choice(Metric, "target.metric", needed=True)
    first_day: date = day(needed=True)
    last_day: date = day(needed=True)
    amount: int | None = money()
    currency: str | None = text(nature="")
    quantity: int | None = thousandths()
    unit: str | None = text(nature="")
    name: str | None = text()
    account_id: str | None = link("account", part=True)
    product_id: str | None = link("product")
    rep_id: str | None = link("rep")
    parent_id: str | None = link("target")
    set_by: str | None = text(nature="person")


@dataclass(kw_only=True, eq=False)
class TargetReason(Known):
    """Why a target must be reached, for the company, the customers or the rep."""

    target_id: str = link("target", needed=True, part=True)
    for_whom: str = choice(ForWhom, "target_reason.for_whom", needed=True)
    reason: str = choice(Why, "target_reason.reason", needed=True)
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class TargetCause(Known):
    """A part of a gap put down to one cause, with its ``amount`` or ``quantity`` (below zero: lacking), in a period."""

    target_id: str = link("target", needed=True, part=True)
    first_day: date = day(needed=True)
    last_day: date = day(needed=True)
    cause: str = choice(GapCause, "target_cause.cause", needed=True)
    amount: int | None = money()
    currency: str | None = text(nature="")
    quantity: int | None = thousandths()
    unit: str | None = text(nature="")
    account_id: str | None = link("account", part=True)
    product_id: str | None = link("product")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class DevelopmentPlan(KnownOfAccount):
    """Which stage an account is to reach by when; its actions are `promise.Action` rows with ``plan_id``."""

    to_stage: str = choice(Stage, "stage", needed=True)
    due_on: date = day(needed=True)
    from_stage: str | None = choice(Stage, "stage")
    owner: str | None = text(nature="person")
    state: str = choice(PlanState, "development_plan.state", usual=PlanState.OPEN)
    reached_on: date | None = day()
    target_id: str | None = link("target")
    why: str | None = words()
