"""Prospect 潜在客户: when it will buy, whether it is worth pursuing, to whom the lead was passed, how it came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.knowledge.described import KnownOfAccount, choice, day, link, money, text, words


class ProspectSource(StrEnum):
    CALL = "call"
    VISIT = "visit"
    FAIR = "fair"
    RECOMMENDED = "recommended"
    OFFICE = "office"
    ONLINE = "online"
    OTHER = "other"


class Qualified(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class QualifyReason(StrEnum):
    BUDGET = "budget"
    DECIDES = "decides"
    NEED = "need"
    TIMING = "timing"
    CREDIT = "credit"
    TOO_SMALL = "too_small"
    BOUND = "bound"
    OTHER = "other"


class ReturnReason(StrEnum):
    WRONG_NUMBER = "wrong_number"
    NO_NEED = "no_need"
    NOT_NOW = "not_now"
    OTHER_REGION = "other_region"
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    OTHER = "other"


@dataclass(kw_only=True, eq=False)
class Prospect(KnownOfAccount):
    """When the account is expected to buy, how we came to know it, whether it is qualified and why (not).

    ``call_again_on`` is the day for those who buy late. The newest is in force.
    """

    expected_on: date | None = day()
    source: str | None = choice(ProspectSource, "prospect.source")
    qualified: str = choice(Qualified, "prospect.qualified", usual=Qualified.UNKNOWN)
    reason: str | None = choice(QualifyReason, "prospect.reason")
    amount: int | None = money()
    currency: str | None = text(nature="")
    call_again_on: date | None = day()
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class LeadPassed(KnownOfAccount):
    """A lead given on ``known_on`` to the dealer or rep of the place; a bad one comes back with its reason."""

    passed_to: str = text(needed=True, nature="person")
    to_account_id: str | None = link("account")
    to_rep_id: str | None = link("rep")
    taken_on: date | None = day()
    returned_on: date | None = day()
    return_reason: str | None = choice(ReturnReason, "lead_passed.return_reason")
    said: str | None = words()
