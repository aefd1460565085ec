"""VisitLine 拜访线路: the rep's fixed week, its slots, and who asked when one changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamdesk.domain.row import Row


class Asker(StrEnum):
    """Who asked for a change: only the customer's wish leaves the line as stable as it was."""

    CUSTOMER = "customer"
    US = "us"


@dataclass(kw_only=True, eq=False)
class VisitLine(Row):
    """A rep's line. Plans are wall time in ``zone``; cycles count whole weeks from ``anchor_monday``."""

    rep_id: str
    name: str
    zone: str
    anchor_monday: date
    cycle_weeks: int = 4


@dataclass(kw_only=True, eq=False)
class VisitSlot(Row):
    """A fixed visit: an account (site), a weekday (0 is Monday), a start (minute of the day), a length, a rhythm.

    It falls due in the weeks w after the anchor Monday with ``w % every_weeks == week_offset``, from ``valid_from``
    to ``valid_to`` (both included; None: until further notice). A change ends one slot and begins another, joined by
    a SlotChange, so that what was planned in the past stays what it was. ``promised``: the customer was told.
    """

    line_id: str
    account_id: str
    weekday: int
    start: int
    minutes: int
    every_weeks: int = 1
    week_offset: int = 0
    valid_from: date
    valid_to: date | None = None
    promised: bool = False
    end_reason: str | None = None


@dataclass(kw_only=True, eq=False)
class SlotChange(Row):
    """One change of a slot: from the old one to the new (None: given up), who asked, which contact, when, why.

    Not asked for by the customer, it is an exception and counts as one.
    """

    from_slot_id: str
    to_slot_id: str | None = None
    asked_by: str
    contact_id: str | None = None
    asked_on: date
    effective_from: date
    reason: str | None = None


@dataclass(kw_only=True, eq=False)
class Leave(Row):
    """Days on which the rep is away, both ends included; visits due then are not counted as due."""

    rep_id: str
    first_day: date
    last_day: date
    reason: str | None = None
    substitute: str | None = None
