"""Contact 联系人: a person, the posts held at accounts, the roles in the buying centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.row import Row


class BuyingRole(StrEnum):
    """Roles of the buying centre that may be shown; the informant 信息员 is kept apart (InformantAssignment)."""

    DECISION_MAKER = "decision_maker"
    ECONOMIC_BUYER = "economic_buyer"
    INFLUENCER = "influencer"
    GATEKEEPER = "gatekeeper"
    TECHNICAL_BUYER = "technical_buyer"
    PURCHASER = "purchaser"
    USER = "user"


class Standing(StrEnum):
    ASSUMED = "assumed"
    CONFIRMED = "confirmed"


class Support(StrEnum):
    MENTOR = "mentor"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    NON_SUPPORTER = "non_supporter"
    OPPONENT = "opponent"


class Influence(StrEnum):
    INNER_CIRCLE = "inner_circle"
    POLITICAL_STRUCTURE = "political_structure"
    OUTSIDE = "outside"


class Calendar(StrEnum):
    SOLAR = "solar"
    LUNAR = "lunar"


@dataclass(kw_only=True, eq=False)
class Contact(Row):
    """A person. ``name`` as the person writes it; ``latin_name`` beside a Chinese one or the other way round.

    A birthday may lack its year and may be lunar (``birth_leap`` marks a leap month).
    """

    name: str
    latin_name: str | None = None
    salutation: str | None = None
    wechat: str | None = None
    email: str | None = None
    birth_calendar: str | None = None
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    birth_leap: bool = False


@dataclass(kw_only=True, eq=False)
class ContactPhone(Row):
    contact_id: str
    number: str
    extension: str | None = None
    kind: str = "mobile"
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class ContactPost(Row):
    """A person's post at one account, with its time: a change of job ends one and begins another.

    ``counterpart`` names who on our side looks after this person; ``support`` and ``influence`` are the rep's view.
    """

    contact_id: str
    account_id: str
    title: str | None = None
    department: str | None = None
    reports_to: str | None = None
    support: str | None = None
    influence: str | None = None
    counterpart: str | None = None
    since: date | None = None
    until: date | None = None
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class ContactRole(Row):
    """A role in one account's buying centre, assumed or confirmed, dated."""

    contact_id: str
    account_id: str
    role: str
    standing: str = Standing.ASSUMED
    how_known: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(kw_only=True, eq=False)
class InformantAssignment(Row):
    """Who informs us. Confidential: one read alone returns these rows, nothing else joins them.

    ``told_by`` is the colleague of whom it was taken over, with an account that was handed over.
    """

    contact_id: str
    account_id: str
    last_heard: date | None = None
    told: str | None = None
    until: date | None = None
    told_by: str | None = None


MANAGER, COLLEAGUE = "manager", "rep"
"""What a card says of who may read such an entry."""


@dataclass(kw_only=True, eq=False)
class InformantShare(Row):
    """One of them that another reads too, named as on the card: a manager, or where ``role`` is ``rep`` a colleague
    whom it was handed on to. As confidential as what it is of.
    """

    assignment_id: str
    manager: str
    role: str | None = None
