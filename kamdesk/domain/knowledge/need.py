"""Need 需求 and Satisfaction 满意度: what the account wants, how well it says it is served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.knowledge.described import KnownOfAccount, choice, day, text, whole, words


class NeedKind(StrEnum):
    QUALITY = "quality"
    DELIVERY = "delivery"
    PRICE = "price"
    CREDIT = "credit"
    SERVICE = "service"
    TECHNICAL = "technical"
    TRAINING = "training"
    GROWTH = "growth"
    FACE = "face"
    OTHER = "other"


class Asked(StrEnum):
    """The few questions that a rep asks several times a year."""

    OVERALL = "overall"
    DELIVERY = "delivery"
    QUALITY = "quality"
    SERVICE = "service"
    PRICE = "price"
    VISITS = "visits"


@dataclass(kw_only=True, eq=False)
class Need(KnownOfAccount):
    """What the account needs: 1 is the first in rank; ``importance`` 1–5, how well we meet it ``met`` 0–10.

    ``verified_on`` is when it was last asked whether that still holds; ``until``: it is no need any more.
    """

    what: str = text(needed=True)
    kind: str | None = choice(NeedKind, "need.kind")
    rank: int | None = whole(low=1, high=99)
    importance: int | None = whole(low=1, high=5)
    met: int | None = whole(low=0, high=10)
    verified_on: date | None = day()
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class Satisfaction(KnownOfAccount):
    """One answer of the customer's to one question, ``score`` 1–5."""

    asked: str = choice(Asked, "satisfaction.asked", needed=True)
    score: int = whole(needed=True, low=1, high=5)
    said: str | None = words()
