"""Benefit 权益, Terms 条件, Agreement 协议: what the account has from us, for how long."""

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
    flag,
    link,
    money,
    rate,
    text,
    thousandths,
    whole,
    words,
)


class BenefitKind(StrEnum):
    REBATE = "rebate"
    PRIORITY_SUPPLY = "priority_supply"
    CREDIT = "credit"
    DEDICATED_TEAM = "dedicated_team"
    TRAINING = "training"
    TECHNICAL = "technical"
    MARKETING = "marketing"
    EXCLUSIVE = "exclusive"
    OTHER = "other"


class TermsKind(StrEnum):
    """Favourable terms; those of price bind as long as they run and no longer."""

    PRICE = "price"
    REBATE = "rebate"
    CREDIT = "credit"
    FREIGHT = "freight"
    PEAK_PRIORITY = "peak_priority"
    TRAINING = "training"
    CHANNEL = "channel"
    EXCLUSIVE = "exclusive"
    OTHER = "other"


OF_PRICE = frozenset({TermsKind.PRICE, TermsKind.REBATE, TermsKind.CREDIT, TermsKind.FREIGHT})
"""Terms that a competitor can simply better."""


class AgreementKind(StrEnum):
    ANNUAL = "annual"
    FRAMEWORK = "framework"
    STRATEGIC = "strategic"
    PROJECT = "project"
    OTHER = "other"


@dataclass(kw_only=True, eq=False)
class Benefit(KnownOfAccount):
    """What the account gains as our key account, since when, until when, worth how much a year."""

    tells_of: ClassVar[str] = "since"

    what: str = text(needed=True)
    kind: str = choice(BenefitKind, "benefit.kind", needed=True)
    since: date | None = day()
    until: date | None = day()
    worth: int | None = money()
    currency: str | None = text(nature="")


@dataclass(kw_only=True, eq=False)
class BenefitValuation(Known):
    """What the customer thinks of a benefit: ``score`` 1–5 and the customer's words."""

    benefit_id: str = link("benefit", needed=True, part=True)
    score: int = whole(needed=True, low=1, high=5)
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class Terms(KnownOfAccount):
    """Favourable terms: what, from when, to when. ``share`` is a rebate's rate, ``days`` the days of credit."""

    tells_of: ClassVar[str] = "since"

    what: str = text(needed=True)
    kind: str = choice(TermsKind, "terms.kind", needed=True)
    since: date | None = day()
    until: date | None = day()
    share: int | None = rate()
    days: int | None = whole(low=0, high=999)
    amount: int | None = money()
    currency: str | None = text(nature="")
    approver: str | None = text(nature="person")


@dataclass(kw_only=True, eq=False)
class Agreement(KnownOfAccount):
    """A contract with its days; ``amount`` or ``quantity`` of ``unit`` is what it speaks of."""

    tells_of: ClassVar[str] = "signed_on"

    name: str = text(needed=True)
    kind: str = choice(AgreementKind, "agreement.kind", usual=AgreementKind.ANNUAL)
    number: str | None = text(nature="number")
    signed_on: date | None = day()
    first_day: date = day(needed=True)
    last_day: date | None = day()
    amount: int | None = money()
    currency: str | None = text(nature="")
    quantity: int | None = thousandths()
    unit: str | None = text(nature="")


@dataclass(kw_only=True, eq=False)
class IntendedTerm(KnownOfAccount):
    """How long the customer means to work with us: so many months from the day it said so, or without an end."""

    months: int | None = whole(low=1, high=600)
    open_ended: bool = flag()
    said: str | None = words()
