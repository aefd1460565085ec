"""StageAssessment 关系阶段 and readiness for an alliance: judged by the rep, moved by no program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kamdesk.domain.knowledge.described import Known, KnownOfAccount, choice, flag, link, whole, words
from kamdesk.domain.stages import Stage


class Sign(StrEnum):
    """By what a stage is known."""

    FEW_PURCHASES = "few_purchases"
    SINGLE_LIAISON = "single_liaison"
    QUALITY_AND_EASE = "quality_and_ease"
    TECHNICAL_HEARD = "technical_heard"
    FINANCE_HEARD = "finance_heard"
    TRUST = "trust"
    OTHERS_SUPPLY = "others_supply"
    SEVERAL_LEVELS = "several_levels"
    SEVERAL_POSTS = "several_posts"
    INFORMATION_SHARED = "information_shared"
    PRICE_STABLE = "price_stable"
    WIDER_COOPERATION = "wider_cooperation"
    JOINT_PLANS = "joint_plans"
    JOINT_RESEARCH = "joint_research"
    OPEN_COSTS = "open_costs"
    ORGANISED_EXCHANGE = "organised_exchange"


SIGNS: dict[Stage, tuple[Sign, ...]] = {
    Stage.INCUBATION: (Sign.FEW_PURCHASES, Sign.SINGLE_LIAISON),
    Stage.INITIAL: (Sign.QUALITY_AND_EASE, Sign.TECHNICAL_HEARD, Sign.FINANCE_HEARD),
    Stage.INTERMEDIATE: (Sign.TRUST, Sign.OTHERS_SUPPLY, Sign.SEVERAL_LEVELS, Sign.SEVERAL_POSTS),
    Stage.ADVANCED: (Sign.INFORMATION_SHARED, Sign.PRICE_STABLE, Sign.WIDER_COOPERATION),
    Stage.ALLIANCE: (Sign.JOINT_PLANS, Sign.JOINT_RESEARCH, Sign.OPEN_COSTS, Sign.ORGANISED_EXCHANGE),
}


class Point(StrEnum):
    """The six points that an alliance asks of our own side."""

    ENDORSED = "endorsed"
    IDENTIFICATION = "identification"
    DEDICATED_TEAM = "dedicated_team"
    ORGANISED_SERVICE = "organised_service"
    PATIENCE = "patience"
    INCENTIVES = "incentives"


@dataclass(kw_only=True, eq=False)
class StageAssessment(KnownOfAccount):
    """The stage an account is in, judged on ``known_on``; the newest is in force."""

    stage: str = choice(Stage, "stage", needed=True)
    why: str | None = words()


@dataclass(kw_only=True, eq=False)
class StageSign(Known):
    """One sign that the rep saw, or missed, when the stage was judged."""

    details: ClassVar[bool] = True

    assessment_id: str = link("stage_assessment", needed=True, part=True)
    sign: str = choice(Sign, "stage_sign.sign", needed=True)
    seen: bool = flag(usual=True)
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class AlliancePoint(Known):
    """How ready our own side is in one of the six points, 0–2; without an account for all of us."""

    point: str = choice(Point, "alliance_point.point", needed=True)
    score: int = whole(needed=True, low=0, high=2)
    account_id: str | None = link("account", part=True)
    said: str | None = words()
