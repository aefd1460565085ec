"""Competitor 竞争对手, CompetitorMove 竞争动向 and why a customer chooses one or the other."""

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
    whole,
    words,
)


class MovePurpose(StrEnum):
    """What the competitor is after 目的."""

    TAKE_ACCOUNT = "take_account"
    GROW_SHARE = "grow_share"
    ENTER_REGION = "enter_region"
    CLEAR_STOCK = "clear_stock"
    REFERENCE = "reference"
    BLOCK_US = "block_us"
    OTHER = "other"


class MoveMotive(StrEnum):
    """Why it wants that 动机."""

    IDLE_CAPACITY = "idle_capacity"
    LOST_ELSEWHERE = "lost_elsewhere"
    SALES_TARGET = "sales_target"
    NEW_PEOPLE = "new_people"
    OUR_WEAKNESS = "our_weakness"
    PERSONAL_TIE = "personal_tie"
    STRATEGY = "strategy"
    OTHER = "other"


class MoveBehaviour(StrEnum):
    """What it does 行为."""

    PRICE_CUT = "price_cut"
    REBATE = "rebate"
    CREDIT = "credit"
    FREE_GOODS = "free_goods"
    COURTING = "courting"
    BETTER_SERVICE = "better_service"
    EXCLUSIVE = "exclusive"
    POACHING = "poaching"
    RUMOUR = "rumour"
    OTHER = "other"


class ResponseState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Reason(StrEnum):
    """Why a supplier is chosen."""

    PRICE = "price"
    DELIVERY = "delivery"
    QUALITY = "quality"
    SERVICE = "service"
    CREDIT = "credit"
    RELATION = "relation"
    HABIT = "habit"
    OTHER = "other"


class ConditionKind(StrEnum):
    PRICE = "price"
    CREDIT = "credit"
    DELIVERY = "delivery"
    QUALITY = "quality"
    SERVICE = "service"
    PEOPLE = "people"
    EXCLUSIVE = "exclusive"
    OTHER = "other"


class ConditionState(StrEnum):
    UNMET = "unmet"
    MET = "met"
    REFUSED = "refused"


class OurPurpose(StrEnum):
    """What the customer wants to reach with us 目的."""

    MARGIN = "margin"
    STEADY_SUPPLY = "steady_supply"
    GROWTH = "growth"
    LOWER_COST = "lower_cost"
    BRAND = "brand"
    TECHNOLOGY = "technology"
    OTHER = "other"


class OurMotive(StrEnum):
    """What moves it 动机."""

    TRUST = "trust"
    RELIABILITY = "reliability"
    QUALITY = "quality"
    SERVICE = "service"
    RELATION = "relation"
    TERMS = "terms"
    HABIT = "habit"
    OTHER = "other"


class OurBehaviour(StrEnum):
    """How it shows 行为."""

    FIRST_ORDER = "first_order"
    FULL_RANGE = "full_range"
    EARLY_ORDERS = "early_orders"
    PREPAYS = "prepays"
    RECOMMENDS = "recommends"
    SHARES_PLANS = "shares_plans"
    DROPPED_OTHERS = "dropped_others"
    OTHER = "other"


@dataclass(kw_only=True, eq=False)
class Competitor(Known):
    """Another supplier; ``name`` as the lists of supply shares have it."""

    name: str = text(needed=True)
    short_name: str | None = text()
    region: str | None = text()
    strengths: str | None = words()
    weaknesses: str | None = words()
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class CompetitorMove(Known):
    """What a competitor does, at one account, in a region or with a product; ``severity`` 1–5, and our answer to it.

    ``until``: it has ended.
    """

    competitor_id: str = link("competitor", needed=True)
    purpose: str = choice(MovePurpose, "competitor_move.purpose", needed=True)
    motive: str = choice(MoveMotive, "competitor_move.motive", needed=True)
    behaviour: str = choice(MoveBehaviour, "competitor_move.behaviour", needed=True)
    account_id: str | None = link("account", part=True)
    region: str | None = text()
    product_id: str | None = link("product")
    said: str | None = words()
    severity: int | None = whole(low=1, high=5)
    response: str | None = words()
    owner: str | None = text(nature="person")
    due_on: date | None = day()
    response_state: str | None = choice(ResponseState, "competitor_move.response_state")
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class RivalReason(KnownOfAccount):
    """Why the account chooses a competitor: one reason; ``weight`` 1–5 how much it counts."""

    reason: str = choice(Reason, "rival_reason.reason", needed=True)
    competitor_id: str | None = link("competitor")
    weight: int | None = whole(low=1, high=5)
    said: str | None = words()
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class WinCondition(KnownOfAccount):
    """What must be so for us to win the account: what it costs us, who approves, when it is to be met."""

    what: str = text(needed=True)
    kind: str = choice(ConditionKind, "win_condition.kind", needed=True)
    state: str = choice(ConditionState, "win_condition.state", usual=ConditionState.UNMET)
    competitor_id: str | None = link("competitor")
    cost: int | None = money()
    currency: str | None = text(nature="")
    approver: str | None = text(nature="person")
    due_on: date | None = day()
    met_on: date | None = day()


@dataclass(kw_only=True, eq=False)
class OurReason(KnownOfAccount):
    """Why the account chooses us: purpose, motive, behaviour."""

    purpose: str = choice(OurPurpose, "our_reason.purpose", needed=True)
    motive: str = choice(OurMotive, "our_reason.motive", needed=True)
    behaviour: str = choice(OurBehaviour, "our_reason.behaviour", needed=True)
    said: str | None = words()
    until: date | None = day()
