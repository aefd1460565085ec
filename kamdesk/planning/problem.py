"""What a line has to keep to, and a plan for it: frozen values without a book.

Minutes of the day are numbers, weekdays 1 (Monday) to 7, weeks of the cycle count from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kamdesk.domain.geo import Point

MARK = 5
"""Slots begin on marks of this many minutes; a promise may stand beside them."""
RANKS = {"A": 2, "B": 1, "C": 0}
"""How much weighs an account left out; one without a class weighs as C."""
PROMISED_RANK = 3


@dataclass(frozen=True, slots=True)
class Lunch:
    """An unbroken rest of ``minutes`` somewhere from ``begins`` to ``ends``."""

    begins: float
    ends: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Day:
    """A working day: nobody leaves before ``begins`` or is home after ``ends``."""

    weekday: int
    begins: float
    ends: float
    lunch: Lunch | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When the customer receives: a visit lies wholly inside."""

    weekday: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Fixed:
    """A weekday, a minute of the day and the first week of the rhythm."""

    weekday: int
    time: float
    first_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One fixed visit to be placed.

    ``windows`` empty: any time of a working day. ``promised`` must not move; ``now`` is where an unpromised visit
    stands today, which costs the problem's ``change_price`` to leave. ``rank`` says how much weighs leaving it out.
    Stops of one ``place`` keep ``min_days_between`` from one another. Without a ``point`` it is planned around: only a
    promise or the present slot can place it, and no way is counted to it.
    """

    id: str
    point: Point | None
    every_weeks: int
    minutes: float
    windows: tuple[Window, ...] = ()
    promised: Fixed | None = None
    now: Fixed | None = None
    rank: int = 0
    place: str | None = None
    min_days_between: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Everything a plan is made from.

    The way between two points takes their distance × ``detour`` ÷ speed, or what ``minutes_between`` says for two ids
    (``start`` and ``end`` among them). ``speeds`` gives the speed in some hours of the day, elsewhere it is
    ``speed_kmh``; minutes of a table are those at ``speed_kmh``. ``change_price`` is in minutes of travel in a cycle.
    """

    cycle_weeks: int
    speed_kmh: float
    detour: float
    start: Point
    end: Point | None
    days: tuple[Day, ...]
    stops: tuple[Stop, ...]
    speeds: Mapping[int, float] = field(default_factory=dict)
    minutes_between: Mapping[tuple[str, str], float] = field(default_factory=dict)
    change_price: float = 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a stop stands in a plan."""

    id: str
    weekday: int
    time: float
    first_week: int


@dataclass(frozen=True, slots=True)
class Unserved:
    """A stop without a place: ``code`` names the text ``planning.why.<code>``, ``values`` fill it."""

    id: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The slots in order of the problem's stops, what has none and why, minutes on the road in each week."""

    slots: tuple[Slot, ...]
    unserved: tuple[Unserved, ...]
    travel: tuple[float, ...]
    seconds: float = 0.0
    iterations: int = 0
    compiled: bool = False


def clock(minute: float) -> str:
    """A minute of the day as HH:MM."""
    whole = round(minute)
    return f"{whole // 60:02d}:{whole % 60:02d}"
