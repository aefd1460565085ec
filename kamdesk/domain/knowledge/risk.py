"""Risk 风险 and its AdviceLog 劝告记录: what threatens the customer's goods, what we advised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
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


class Hazard(StrEnum):
    TYPHOON = "typhoon"
    FLOOD = "flood"
    FROST = "frost"
    FIRE = "fire"
    THEFT = "theft"
    SPOILAGE = "spoilage"
    CREDIT = "credit"
    POLICY = "policy"
    OTHER = "other"


class Insured(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class AdviceAnswer(StrEnum):
    NONE = "none"
    REFUSED = "refused"
    PROMISED = "promised"
    PARTLY = "partly"
    FOLLOWED = "followed"


@dataclass(kw_only=True, eq=False)
class Risk(KnownOfAccount):
    """A hazard at a place, from ``first_month`` to ``last_month`` of every year, with the goods at stake.

    ``until``: it threatens no longer.
    """

    hazard: str = choice(Hazard, "risk.hazard", needed=True)
    place: str | None = text()
    what: str | None = words()
    first_month: int | None = whole(low=1, high=12)
    last_month: int | None = whole(low=1, high=12)
    at_stake: int | None = money()
    currency: str | None = text(nature="")
    insured: str = choice(Insured, "risk.insured", usual=Insured.UNKNOWN)
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class Advice(Known):
    """What we advised on ``known_on`` about a risk, to whom, what was answered, what came of it."""

    risk_id: str = link("risk", needed=True, part=True)
    what: str = text(needed=True)
    contact_id: str | None = link("contact")
    answer: str = choice(AdviceAnswer, "advice.answer", usual=AdviceAnswer.NONE)
    answered_on: date | None = day()
    outcome: str | None = words()
    loss_avoided: int | None = money()
    currency: str | None = text(nature="")


def in_season(first_month: int | None, last_month: int | None, month: int) -> bool:
    """Whether a month lies in a season, which may run over the turn of the year; without months it is always on."""
    if first_month is None:
        return True
    last = last_month or first_month
    return first_month <= month <= last if first_month <= last else month >= first_month or month <= last


def season_around(first_month: int, last_month: int | None, today: date) -> tuple[date, date]:
    """The first and last day of the season that is on, else of the next one."""
    last_month = last_month or first_month
    over = last_month < first_month
    for year in (today.year - 1, today.year, today.year + 1):
        first = date(year, first_month, 1)
        ends = year + over
        after = date(ends + last_month // 12, last_month % 12 + 1, 1)
        if after > today:
            break
    return first, after - timedelta(days=1)
