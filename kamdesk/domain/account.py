"""Account 客户: a customer organisation, the tree it stands in, and what belongs to it alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.row import Row

OFFICE_LISTS = "office"
"""The system whose numbers lists give where they do not say whose."""


class AccountStatus(StrEnum):
    PROSPECT = "prospect"
    ACTIVE = "active"
    INACTIVE = "inactive"
    BLOCKED = "blocked"
    LOST = "lost"
    GIVEN_UP = "given_up"


class AccountLevel(StrEnum):
    """Where in the tree an account stands; the unit rule names one of these."""

    GROUP = "group"
    COMPANY = "company"
    SITE = "site"
    DEPARTMENT = "department"


class Datum(StrEnum):
    """What a pair of coordinates was measured in before it was turned into WGS-84."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    TOWN = "town"
    """The middle of the town, picked from the gazetteer: to be drawn, never to reckon ways with."""
    UNKNOWN = "unknown"


@dataclass(kw_only=True, eq=False)
class Account(Row):
    """A customer organisation.

    ``value_class`` is A, B or C by value; ``is_key`` tells key 大客户 from ordinary, None where nobody judged.
    ``latitude``/``longitude`` are WGS-84 degrees, ``datum`` what they were given in. ``merged_into`` makes this row
    an alias of another account; its children keep pointing here. ``visit_minutes`` is the usual length of a visit.
    """

    name: str
    short_name: str | None = None
    parent_id: str | None = None
    level: str = AccountLevel.COMPANY
    merged_into: str | None = None
    owner_id: str | None = None
    status: str = AccountStatus.ACTIVE
    status_reason: str | None = None
    value_class: str | None = None
    is_key: bool | None = None
    class_reason: str | None = None
    kind: str | None = None
    country: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    address: str | None = None
    postal_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    datum: str | None = None
    wechat: str | None = None
    visit_minutes: int | None = None


@dataclass(kw_only=True, eq=False)
class AccountCode(Row):
    """The number by which another system knows the account (``ALFKI`` in the office's list)."""

    account_id: str
    system: str
    code: str


@dataclass(kw_only=True, eq=False)
class AccountPhone(Row):
    """A telephone of the organisation itself: switchboard, fax."""

    account_id: str
    number: str
    extension: str | None = None
    kind: str = "office"
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class AccountTag(Row):
    account_id: str
    tag: str
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class AccountHours(Row):
    """When the customer receives visitors. ``weekday`` 0 is Monday; ``opens``/``closes`` are minutes of the day."""

    account_id: str
    weekday: int
    opens: int
    closes: int


@dataclass(kw_only=True, eq=False)
class AccountClosed(Row):
    """Days on which the customer is closed, both ends included."""

    account_id: str
    first_day: date
    last_day: date
    reason: str | None = None


@dataclass(kw_only=True, eq=False)
class UnitRule(Row):
    """Which level of the tree is the managed unit 管理单元; the newest by ``set_on`` is in force.

    Without ``set_by`` it is what a book begins with, and nobody has confirmed it.
    """

    level: str
    set_on: date
    set_by: str | None = None
