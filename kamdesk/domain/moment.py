"""What of a day is next: the stop ahead, the one that waits, the one under way, or nothing any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kamdesk.domain.visit import VisitState


class Timed(Protocol):
    """A stop of the day: ``start`` a minute of the day or None, ``stands`` whether it takes time."""

    @property
    def key(self) -> str: ...
    @property
    def start(self) -> int | None: ...
    @property
    def minutes(self) -> int | None: ...
    @property
    def state(self) -> str: ...
    @property
    def stands(self) -> bool: ...


class Phase(StrEnum):
    """Free: no stop stands. Over: none is left. A stop is late from its first minute until its time has passed."""

    FREE = "free"
    AHEAD = "ahead"
    LATE = "late"
    UNDER_WAY = "under_way"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Moment:
    """``key`` is the stop that is meant; ``minutes`` until it begins or since it began, None without a time.

    ``unreported`` are the stops whose time has passed and of which nothing is recorded.
    """

    phase: Phase
    key: str = ""
    minutes: int | None = None
    unreported: tuple[str, ...] = ()


def moment_of(stops: Sequence[Timed], minute: int, begun: Collection[str] = ()) -> Moment:
    """What is next at ``minute`` of the day; ``begun`` are the stops where a visit has been started.

    A visit under way goes before all; then the first stop whose time has not passed; then those without a time.
    """
    standing = [stop for stop in stops if stop.stands]
    waiting = [stop for stop in standing if stop.state == VisitState.PLANNED]
    passed = tuple(stop.key for stop in waiting if _passed(stop, minute) and stop.key not in begun)
    under_way = next((stop for stop in waiting if stop.key in begun), None)
    if under_way is not None:
        since = None if under_way.start is None else minute - under_way.start
        return Moment(Phase.UNDER_WAY, under_way.key, since, passed)
    coming = [stop for stop in waiting if not _passed(stop, minute)]
    if not coming:
        return Moment(Phase.OVER if standing else Phase.FREE, unreported=passed)
    first = min(coming, key=lambda stop: (stop.start is None, stop.start or 0))
    if first.start is None:
        return Moment(Phase.AHEAD, first.key, None, passed)
    if first.start <= minute:
        return Moment(Phase.LATE, first.key, minute - first.start, passed)
    return Moment(Phase.AHEAD, first.key, first.start - minute, passed)


def _passed(stop: Timed, minute: int) -> bool:
    return stop.start is not None and stop.start + (stop.minutes or 1) <= minute
