"""What keeps an account (RetentionMeasure 留住措施), the rep's judgement of it, and when it would be given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.knowledge.described import (
    KnownOfAccount,
    choice,
    day,
    flag,
    money,
    text,
    whole,
    words,
)


class MeasureKind(StrEnum):
    SERVICE = "service"
    DELIVERY = "delivery"
    TRAINING = "training"
    TECHNICAL = "technical"
    CHANNEL = "channel"
    JOINT = "joint"
    RELATION = "relation"
    TERMS = "terms"
    OTHER = "other"


class MeasureState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


class Loyalty(StrEnum):
    LOYAL = "loyal"
    LIKELY = "likely"
    WAVERING = "wavering"
    UNLIKELY = "unlikely"


class ExitSign(StrEnum):
    """What would make us give an account up."""

    UNPAID = "unpaid"
    LOSS_MAKING = "loss_making"
    BELOW_VOLUME = "below_volume"
    NO_TRUST = "no_trust"
    REPUTATION = "reputation"
    NO_FIT = "no_fit"
    OTHER = "other"


class Decision(StrEnum):
    KEEP = "keep"
    WATCH = "watch"
    GIVE_UP = "give_up"


@dataclass(kw_only=True, eq=False)
class RetentionMeasure(KnownOfAccount):
    """What is done to keep the account; ``by_price``: with price alone; ``hard_to_copy`` 1–5."""

    what: str = text(needed=True)
    kind: str = choice(MeasureKind, "retention_measure.kind", needed=True)
    by_price: bool = flag()
    hard_to_copy: int | None = whole(low=1, high=5)
    owner: str | None = text(nature="person")
    due_on: date | None = day()
    state: str = choice(MeasureState, "retention_measure.state", usual=MeasureState.PLANNED)
    done_on: date | None = day()


@dataclass(kw_only=True, eq=False)
class LoyaltyJudgement(KnownOfAccount):
    """The rep's own judgement; figures stand beside it and never overwrite it."""

    judgement: str = choice(Loyalty, "loyalty_judgement.judgement", needed=True)
    why: str | None = words()


@dataclass(kw_only=True, eq=False)
class ExitCriterion(KnownOfAccount):
    """When the account would be given up: a sign, with the ``amount`` or number of ``days`` that it is measured by."""

    sign: str = choice(ExitSign, "exit_criterion.sign", needed=True)
    what: str = text(needed=True)
    amount: int | None = money()
    currency: str | None = text(nature="")
    days: int | None = whole(low=0, high=9999)
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class ExitDecision(KnownOfAccount):
    """What was decided, by whom and why. ``sign`` is the criterion that it rests on."""

    decision: str = choice(Decision, "exit_decision.decision", needed=True)
    sign: str | None = choice(ExitSign, "exit_criterion.sign")
    why: str | None = words()
    decided_by: str | None = text(nature="person")
