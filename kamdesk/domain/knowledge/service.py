"""ServiceMatrix 服务对比表: what is done for an account, by us and by each competitor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kamdesk.domain.knowledge.described import Known, KnownOfAccount, choice, flag, link, text, whole, words


class ServiceKind(StrEnum):
    DELIVERY = "delivery"
    ORDERING = "ordering"
    TECHNICAL = "technical"
    TRAINING = "training"
    MARKETING = "marketing"
    FINANCE = "finance"
    CARE = "care"
    OTHER = "other"


class Given(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(kw_only=True, eq=False)
class ServiceItem(Known):
    """A service by its name, a line of the matrix; ``rank`` orders the lines."""

    name: str = text(needed=True)
    kind: str | None = choice(ServiceKind, "service_item.kind")
    rank: int | None = whole(low=1, high=99)


@dataclass(kw_only=True, eq=False)
class ServiceMark(KnownOfAccount):
    """A cell of the matrix: whether the provider (``competitor_id`` None: we) gives the account this service.

    ``rating`` 1–5 is the customer's judgement, not ours; ``wanted``: the customer wants it. The newest mark by
    ``known_on`` is in force.
    """

    item_id: str = link("service_item", needed=True)
    competitor_id: str | None = link("competitor")
    given: str = choice(Given, "service_mark.given", needed=True)
    wanted: bool | None = flag(usual=None)
    rating: int | None = whole(low=1, high=5)
    said: str | None = words()
