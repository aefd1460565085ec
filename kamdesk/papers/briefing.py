"""The data of an account briefing 客户简报: what to know before one visit. Internal.

Informants are on no paper: a person here has roles, and the role cannot be that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kamdesk.domain.contact import BuyingRole
from kamdesk.domain.figures import Figure
from kamdesk.domain.people import missing_roles
from kamdesk.papers.common import Audience, Caution, Imprint, Rhythm

_CONFIDENTIAL = "informant"


@dataclass(frozen=True, slots=True)
class Hours:
    """When visitors are received: ``weekday`` 0 is Monday, minutes of the day."""

    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class ClosedDays:
    first_day: date
    last_day: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class BriefedAccount:
    """Who the customer is.

    ``value_class`` is A, B or C; ``is_key`` None where nobody judged; ``codes`` are (system, number) pairs;
    ``parent`` is the account above in the tree. ``area`` is the place as it is added to the street: city and
    district, or city, region and country. ``phones`` are numbers with their extension.
    """

    name: str
    short_name: str | None = None
    parent: str | None = None
    codes: tuple[tuple[str, str], ...] = ()
    status: str = "active"
    status_reason: str | None = None
    value_class: str | None = None
    is_key: bool | None = None
    class_reason: str | None = None
    owner: str | None = None
    kind: str | None = None
    tags: tuple[str, ...] = ()
    area: str | None = None
    address: str | None = None
    phones: tuple[str, ...] = ()
    wechat: str | None = None
    hours: tuple[Hours, ...] = ()
    closed: tuple[ClosedDays, ...] = ()


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The visit the briefing is for; ``start`` a minute of the day, ``origin`` a code of visit.origin."""

    day: date
    start: int | None = None
    minutes: int | None = None
    origin: str = "planned"
    objective: str | None = None
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedVisit:
    """A slot in force: ``weekday`` 0 is Monday; ``place`` the site where it is not the account itself."""

    weekday: int
    start: int
    minutes: int
    rhythm: Rhythm
    promised: bool = False
    place: str | None = None


@dataclass(frozen=True, slots=True)
class LineChange:
    """A change of the fixed visit: ``asked_by`` a code of asker, ``now`` None where it was given up."""

    on: date
    asked_by: str
    contact: str | None = None
    reason: str | None = None
    was: FixedVisit | None = None
    now: FixedVisit | None = None


@dataclass(frozen=True, slots=True)
class BriefedPromise:
    """A promise of ours: ``state``, ``cause`` codes of promise.state, promise.cause; ``churn_risk`` 1–5."""

    what: str
    state: str = "open"
    due_on: date | None = None
    made_on: date | None = None
    settled_on: date | None = None
    to_whom: str | None = None
    by_whom: str | None = None
    cause: str | None = None
    cause_text: str | None = None
    workaround: str | None = None
    expected_effect: str | None = None
    effect_seen: str | None = None
    churn_risk: int | None = None


@dataclass(frozen=True, slots=True)
class BriefedRole:
    """A role in the buying centre; raises ValueError for the one that is on no paper."""

    role: str
    confirmed: bool = False

    def __post_init__(self) -> None:
        if self.role == _CONFIDENTIAL:
            raise ValueError("this role is confidential: no paper holds it")


@dataclass(frozen=True, slots=True)
class BriefedPerson:
    """Someone at the customer's; ``support`` and ``influence`` are codes, ``counterpart`` is on our side."""

    name: str
    post: str | None = None
    department: str | None = None
    roles: tuple[BriefedRole, ...] = ()
    support: str | None = None
    influence: str | None = None
    last_met: date | None = None
    counterpart: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit of the past; ``reason`` (missed_reason) and ``reason_text`` where it did not happen."""

    on: date
    state: str = "done"
    outcome: str | None = None
    reason: str | None = None
    reason_text: str | None = None
    met: tuple[str, ...] = ()
    points: str | None = None
    rival_note: str | None = None
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class BriefedAction:
    """``inside``: it is asked of a department of ours (its code), ``owner`` being whom."""

    what: str
    owner: str | None = None
    due_on: date | None = None
    state: str = "open"
    inside: str | None = None


@dataclass(frozen=True, slots=True)
class BriefedNote:
    on: date
    text: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class OrderedProduct:
    """``quantity`` in thousandths of ``unit``."""

    product: str
    quantity: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order: ``amount`` in minor units (None: unknown)."""

    on: date
    number: str | None = None
    amount: int | None = None
    products: tuple[OrderedProduct, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthSales:
    """What was ordered in a month, and in the same month a year before (None: not known), in minor units."""

    year: int
    month: int
    amount: int
    year_before: int | None = None


@dataclass(frozen=True, slots=True)
class Sales:
    """Orders in one currency: the sums from 1 January to ``until`` of this year and to the same day a year
    before
    (None: not known), the months before, newest last, and the last orders, newest first. Minor units."""

    currency: str | None
    until: date
    this_year: int
    last_year: int | None = None
    orders_this_year: int = 0
    tax_included: bool | None = None
    months: tuple[MonthSales, ...] = ()
    orders: tuple[PastOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedStock:
    """Stock at the customer's as last counted: ``quantity`` in thousandths of ``unit``."""

    product: str
    quantity: int
    counted_on: date
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """What the newest list says is owed in one currency, in minor units; ``days`` the oldest of it is overdue."""

    currency: str | None
    as_of: date
    open: int
    overdue: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that is recorded about an account and bears on the next visit.

    ``promises``: all open ones and those settled lately; ``promise_kept`` the rate with this customer.
    ``visits`` newest first; ``sales`` the chief currency first. Empty parts are printed as not recorded.
    """

    AUDIENCE: ClassVar[Audience] = Audience.INTERNAL

    imprint: Imprint
    account: BriefedAccount
    visit: NextVisit | None = None
    slots: tuple[FixedVisit, ...] = ()
    line_changes: tuple[LineChange, ...] = ()
    promises: tuple[BriefedPromise, ...] = ()
    promise_kept: Figure | None = None
    people: tuple[BriefedPerson, ...] = ()
    visits: tuple[PastVisit, ...] = ()
    actions: tuple[BriefedAction, ...] = ()
    notes: tuple[BriefedNote, ...] = ()
    sales: tuple[Sales, ...] = ()
    stock: tuple[CountedStock, ...] = ()
    owed: tuple[Owed, ...] = ()

    @property
    def missing_roles(self) -> tuple[BuyingRole, ...]:
        """Roles of the buying centre that nobody is known to fill. The informant is none of them."""
        return missing_roles(held.role for person in self.people for held in person.roles)
