"""KeyAccountRule 大客户标准 and ServicePolicy 服务标准: the line between key and ordinary, and what each class gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.knowledge.described import (
    Known,
    choice,
    day,
    flag,
    link,
    money,
    rate,
    text,
    thousandths,
    whole,
    words,
)
from kamdesk.domain.stages import Stage


class Criterion(StrEnum):
    """What an account is measured by. Money: revenue, margin, potential (a year); the others a number of ``unit``."""

    REVENUE = "revenue"
    MARGIN = "margin"
    POTENTIAL = "potential"
    GROWTH = "growth"
    SHARE_OF_WALLET = "share_of_wallet"
    ORDERS = "orders"
    TENURE = "tenure"
    STRATEGIC = "strategic"
    REFERENCE = "reference"
    LEARNING = "learning"


class ValueClass(StrEnum):
    A = "A"
    B = "B"
    C = "C"


@dataclass(kw_only=True, eq=False)
class KeyRule(Known):
    """One version of the rule: in force from ``valid_from`` once somebody confirmed it; the newest of these counts.

    An account is key that passes every required criterion and reaches ``pass_mark`` (1/10,000) of the weights of all.
    One that nobody confirmed is a proposal and no answer. ``known_on`` is when it was set, ``set_by`` by whom.
    """

    name: str | None = text()
    valid_from: date = day(needed=True)
    pass_mark: int | None = rate()
    set_by: str | None = text(nature="person")
    confirmed_on: date | None = day()
    confirmed_by: str | None = text(nature="person")
    why: str | None = words()


@dataclass(kw_only=True, eq=False)
class RuleCriterion(Known):
    """One criterion: at least this ``amount`` or ``quantity``; ``required``: without it an account is never key."""

    rule_id: str = link("key_rule", needed=True, part=True)
    criterion: str = choice(Criterion, "rule_criterion.criterion", needed=True)
    amount: int | None = money()
    currency: str | None = text(nature="")
    quantity: int | None = thousandths()
    unit: str | None = text(nature="")
    weight: int | None = whole(low=0, high=100)
    required: bool = flag()
    rank: int | None = whole(low=1, high=99)


@dataclass(kw_only=True, eq=False)
class RuleException(Known):
    """An account that is key, or is not, whatever the criteria say: why, who approved it, until when."""

    account_id: str = link("account", needed=True, part=True)
    rule_id: str | None = link("key_rule")
    is_key: bool = flag(usual=True)
    why: str = text(needed=True)
    approver: str | None = text(nature="person")
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class ServicePolicy(Known):
    """What each account of a class is to get: visits and other contacts a quarter, reports a year.

    ``stage`` narrows it to accounts in one stage, ``key_only`` to key accounts. In force from ``valid_from`` once
    confirmed.
    """

    value_class: str = choice(ValueClass, "account.class", needed=True)
    key_only: bool = flag()
    stage: str | None = choice(Stage, "stage")
    visits: int | None = whole(low=0, high=99)
    contacts: int | None = whole(low=0, high=99)
    reports: int | None = whole(low=0, high=99)
    said: str | None = words()
    valid_from: date = day(needed=True)
    confirmed_on: date | None = day()
    set_by: str | None = text(nature="person")
