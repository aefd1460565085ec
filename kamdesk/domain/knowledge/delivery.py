"""Delivery 交货, SuggestedOrder 建议订单 and what it is reckoned with: lead time, cover, season."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from kamdesk.domain.knowledge.described import (
    Known,
    KnownOfAccount,
    choice,
    day,
    link,
    rate,
    text,
    thousandths,
    whole,
    words,
)


class Transport(StrEnum):
    SHIP = "ship"
    RAIL = "rail"
    ROAD = "road"
    AIR = "air"
    COLLECTED = "collected"
    OTHER = "other"


class LateCause(StrEnum):
    NO_STOCK = "no_stock"
    PRODUCTION = "production"
    CARRIER = "carrier"
    WEATHER = "weather"
    PAPERS = "papers"
    CUSTOMER = "customer"
    OTHER = "other"


class SuggestionState(StrEnum):
    DRAFT = "draft"
    SHOWN = "shown"
    SIGNED = "signed"
    DECLINED = "declined"


@dataclass(kw_only=True, eq=False)
class Delivery(KnownOfAccount):
    """What was to arrive and what did: by which transport, how many days the customer was without goods."""

    tells_of: ClassVar[str] = "arrived_on"

    promised_on: date = day(needed=True)
    arrived_on: date | None = day()
    order_id: str | None = link("order")
    product_id: str | None = link("product")
    quantity: int | None = thousandths()
    unit: str | None = text(nature="")
    transport: str | None = choice(Transport, "delivery.transport")
    stock_out_days: int | None = whole(low=0, high=999)
    cause: str | None = choice(LateCause, "delivery.cause")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class SuggestedOrder(KnownOfAccount):
    """An order proposed on ``known_on``; signed and stamped by the customer, and the ``order_id`` that came of it."""

    state: str = choice(SuggestionState, "suggested_order.state", usual=SuggestionState.DRAFT)
    visit_id: str | None = link("visit")
    signed_on: date | None = day()
    order_id: str | None = link("order")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class SuggestedLine(Known):
    """One product of a proposed order: reckoned (``quantity``), and what the customer signed for (``agreed``)."""

    details: ClassVar[bool] = True

    suggestion_id: str = link("suggested_order", needed=True, part=True)
    product_id: str = link("product", needed=True)
    quantity: int | None = thousandths()
    agreed: int | None = thousandths()
    unit: str | None = text(nature="")
    rank: int | None = whole(low=1, high=999)


@dataclass(kw_only=True, eq=False)
class SupplySetting(Known):
    """Weeks of lead time and of cover: of an account, a product, both, or (none named) all; the narrowest counts."""

    account_id: str | None = link("account", part=True)
    product_id: str | None = link("product")
    lead_weeks: int | None = whole(low=0, high=52)
    cover_weeks: int | None = whole(low=0, high=52)


@dataclass(kw_only=True, eq=False)
class SeasonFactor(Known):
    """How much of a usual month is sold in this one (10,000: as much), of a product or of all."""

    month: int = whole(needed=True, low=1, high=12)
    factor: int = rate(needed=True)
    product_id: str | None = link("product")
    account_id: str | None = link("account", part=True)
