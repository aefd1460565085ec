"""What an account is worth beside its sales: margin, cost to serve, potential, reference, learning, strategy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kamdesk.domain.knowledge.described import (
    KnownOfAccount,
    choice,
    day,
    flag,
    link,
    money,
    text,
    whole,
    words,
)


class Aspect(StrEnum):
    REFERENCE = "reference"
    LEARNING = "learning"
    STRATEGIC = "strategic"
    ATTRACTIVENESS = "attractiveness"


class CostKind(StrEnum):
    VISITS = "visits"
    FREIGHT = "freight"
    SERVICE = "service"
    CREDIT = "credit"
    PROMOTION = "promotion"
    HOSPITALITY = "hospitality"
    OTHER = "other"


class AccountKind(StrEnum):
    DEALER = "dealer"
    CHAIN = "chain"
    PROJECT = "project"
    MAKER = "maker"
    CONTRACTOR = "contractor"
    PUBLIC = "public"
    OTHER = "other"


class Segment(StrEnum):
    """Which market the account belongs to."""

    CONSTRUCTION = "construction"
    DECORATION = "decoration"
    INDUSTRY = "industry"
    RETAIL = "retail"
    INFRASTRUCTURE = "infrastructure"
    FOOD = "food"
    OTHER = "other"


class Pattern(StrEnum):
    STEADY = "steady"
    SEASONAL = "seasonal"
    PROJECT = "project"
    TENDER = "tender"
    IRREGULAR = "irregular"


class CycleKind(StrEnum):
    PURCHASE = "purchase"
    SERVICE = "service"
    REPLACEMENT = "replacement"
    CONTRACT = "contract"
    TENDER = "tender"


@dataclass(kw_only=True, eq=False)
class Worth(KnownOfAccount):
    """What the account is worth to us in one respect, ``score`` 1–5, and why."""

    aspect: str = choice(Aspect, "worth.aspect", needed=True)
    score: int = whole(needed=True, low=1, high=5)
    why: str | None = words()


@dataclass(kw_only=True, eq=False)
class Potential(KnownOfAccount):
    """What the account buys of what we sell in a year, from whomever."""

    amount: int = money(needed=True)
    currency: str | None = text(nature="")
    category: str | None = text()
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class ServingCost(KnownOfAccount):
    """What serving the account cost in a period."""

    kind: str = choice(CostKind, "serving_cost.kind", needed=True)
    first_day: date = day(needed=True)
    last_day: date = day(needed=True)
    amount: int = money(needed=True)
    currency: str | None = text(nature="")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class Margin(KnownOfAccount):
    """The gross margin that the account left in a period; of one product where it is named, else of all."""

    first_day: date = day(needed=True)
    last_day: date = day(needed=True)
    amount: int = money(needed=True)
    currency: str | None = text(nature="")
    tax_included: bool | None = flag(usual=None)
    product_id: str | None = link("product")
    source: str | None = text()


@dataclass(kw_only=True, eq=False)
class AccountNature(KnownOfAccount):
    """What kind of account it is: type, segment, how it buys. The newest is in force."""

    kind: str = choice(AccountKind, "account_nature.kind", needed=True)
    segment: str | None = choice(Segment, "account_nature.segment")
    pattern: str | None = choice(Pattern, "account_nature.pattern")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class LifeCycle(KnownOfAccount):
    """What comes back at an account: every so many ``days``, last and next."""

    kind: str = choice(CycleKind, "life_cycle.kind", needed=True)
    what: str = text(needed=True)
    product_id: str | None = link("product")
    days: int | None = whole(low=1, high=9999)
    last_on: date | None = day()
    next_on: date | None = day()
    until: date | None = day()


_SAID_AS = (
    (AccountKind.CHAIN, ("连锁", "chain")),
    (AccountKind.DEALER, ("经销", "代理", "批发", "dealer", "distribut", "wholesale")),
    (AccountKind.CONTRACTOR, ("承包", "施工", "建筑公司", "contract")),
    (AccountKind.PROJECT, ("工程", "项目", "project")),
    (AccountKind.PUBLIC, ("政府", "事业单位", "学校", "医院", "public", "government")),
    (AccountKind.MAKER, ("厂", "制造", "搅拌站", "构件", "maker", "manufactur")),
    (AccountKind.OTHER, ()),
)


@lru_cache(maxsize=1_000)
def kind_of(said: str | None) -> AccountKind | None:
    """The kind that an account's own field names, where it is one of the known ones."""
    text = (said or "").casefold()
    return next((kind for kind, signs in _SAID_AS if any(sign in text for sign in signs)), None)
