"""The rep, and the hours in which the rep works."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class Rep(Row):
    """Who looks after the accounts. ``tolerance`` is how many minutes early or late still counts as punctual.

    ``lunch_start``/``lunch_end`` are minutes of the day; ``home_*`` is where the day begins and ends, with its
    address in words.
    """

    name: str
    company: str | None = None
    phone: str | None = None
    zone: str = "Asia/Shanghai"
    tolerance: int = 15
    lunch_start: int | None = 12 * 60
    lunch_end: int | None = 13 * 60
    home_latitude: float | None = None
    home_longitude: float | None = None
    home_address: str | None = None


@dataclass(kw_only=True, eq=False)
class WorkingHours(Row):
    """When the rep works on a weekday (0 is Monday), minutes of the day."""

    rep_id: str
    weekday: int
    begins: int
    ends: int
