"""ValueDeed 增值服务, CareEvent 重要事件, InternalRequest 内部申请: what is done besides price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.contact import Calendar
from kamdesk.domain.knowledge.described import (
    Known,
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


class Touch(StrEnum):
    """Reason 理 or feeling 情."""

    REASON = "reason"
    FEELING = "feeling"


class DeedKind(StrEnum):
    ANALYSIS = "analysis"
    TRAINING = "training"
    PROBLEM_SOLVED = "problem_solved"
    ADVICE = "advice"
    INFORMATION = "information"
    HELP_IN_NEED = "help_in_need"
    CELEBRATION = "celebration"
    FAMILY = "family"
    GREETING = "greeting"
    OTHER = "other"


class EventKind(StrEnum):
    ANNIVERSARY = "anniversary"
    OPENING = "opening"
    WEDDING = "wedding"
    BIRTHDAY = "birthday"
    HONOUR = "honour"
    FESTIVAL = "festival"
    FUNERAL = "funeral"
    ILLNESS = "illness"
    OTHER = "other"


class OurDepartment(StrEnum):
    LOGISTICS = "logistics"
    FINANCE = "finance"
    MANAGEMENT = "management"
    TECHNICAL = "technical"
    PRODUCTION = "production"
    MARKETING = "marketing"
    QUALITY = "quality"
    OTHER = "other"


class RequestState(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(kw_only=True, eq=False)
class ValueDeed(KnownOfAccount):
    """Something done for the customer on ``known_on`` besides price, for whom (``contact_id``).

    ``worth`` is what it is worth to the customer, ``cost`` what it cost us, ``hard_to_copy`` 1–5.
    """

    what: str = text(needed=True)
    touch: str = choice(Touch, "value_deed.touch", needed=True)
    kind: str = choice(DeedKind, "value_deed.kind", needed=True)
    contact_id: str | None = link("contact")
    visit_id: str | None = link("visit")
    worth: int | None = money()
    cost: int | None = money()
    currency: str | None = text(nature="")
    hard_to_copy: int | None = whole(low=1, high=5)
    effect_seen: str | None = words()


@dataclass(kw_only=True, eq=False)
class InternalRequest(Known):
    """What was asked of a department of ours on ``known_on``: what it costs, who answered when, what came of it."""

    what: str = text(needed=True)
    department: str = choice(OurDepartment, "internal_request.department", needed=True)
    account_id: str | None = link("account", part=True)
    promise_id: str | None = link("promise")
    asked_of: str | None = text(nature="person")
    due_on: date | None = day()
    cost: int | None = money()
    currency: str | None = text(nature="")
    state: str = choice(RequestState, "internal_request.state", usual=RequestState.OPEN)
    answered_by: str | None = text(nature="person")
    answered_on: date | None = day()
    outcome: str | None = words()


@dataclass(kw_only=True, eq=False)
class CareEvent(KnownOfAccount):
    """A day that matters to the customer, solar or lunar, once (with its ``year``) or every year.

    ``wish`` is what the host wishes from us, ``request_id`` what was asked up the line for it.
    """

    what: str = text(needed=True)
    kind: str = choice(EventKind, "care_event.kind", needed=True)
    contact_id: str | None = link("contact")
    calendar: str = choice(Calendar, "calendar", usual=Calendar.SOLAR)
    year: int | None = whole(low=1900, high=2200)
    month: int = whole(needed=True, low=1, high=12)
    day_of_month: int = whole(needed=True, low=1, high=31)
    leap: bool = flag()
    yearly: bool = flag(usual=True)
    wish: str | None = words()
    request_id: str | None = link("internal_request")
    outcome: str | None = words()
    done_on: date | None = day()
    until: date | None = day()
