"""What the grid shows, as frozen rows; minutes are minutes of the day, ``day`` counts from Monday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SNAP = 15
FINE_SNAP = 5


@dataclass(frozen=True, slots=True)
class DayHead:
    """The head of a column. ``note`` says what is special (holiday, leave, make-up workday), ``off`` hatches the day;
    ``opens``/``closes`` are the rep's working hours, None where there are none to show."""

    date: date
    name: str
    place: str = ""
    stops: str = ""
    note: str = ""
    opens: int | None = None
    closes: int | None = None
    off: bool = False


@dataclass(frozen=True, slots=True)
class StopBlock:
    """One stop. ``weeks`` are the dots of the cycle, ``here`` whether it falls due in the week shown.

    ``state`` is the visit's (``planned``, ``done``, ``missed``, ``cancelled``, ``rescheduled``), ``spoken`` what a
    screen reader says of the whole block, ``rhythm`` and ``state_word`` are said in the list, ``fixed`` stays put.
    """

    key: str
    account_id: str
    day: int
    start: int
    minutes: int
    name: str
    short: str = ""
    letter: str | None = None
    is_key: bool = False
    weeks: str = ""
    here: bool = True
    warning: str = ""
    state: str = "planned"
    spoken: str = ""
    rhythm: str = ""
    state_word: str = ""
    fixed: bool = False

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Travel:
    """The drive between two stops: where it starts, how long it takes, how that is said."""

    day: int
    start: int
    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A whole week. ``lunch`` is (start, end) with its word; ``now`` is (day, minute) where the week is this one."""

    days: tuple[DayHead, ...] = ()
    blocks: tuple[StopBlock, ...] = ()
    travels: tuple[Travel, ...] = ()
    lunch: tuple[int, int] | None = None
    lunch_word: str = ""
    now: tuple[int, int] | None = None

    def block(self, key: str) -> StopBlock | None:
        return next((block for block in self.blocks if block.key == key), None)

    def hours(self) -> tuple[int, int]:
        """First and last full hour to show: 8 to 18, wider where a stop or the working hours ask for it."""
        begins = [block.start for block in self.blocks] + [
            day.opens for day in self.days if day.opens is not None
        ]
        ends = [block.end for block in self.blocks] + [
            day.closes for day in self.days if day.closes is not None
        ]
        first = min([8 * 60, *begins]) // 60
        last = -(-max([18 * 60, *ends]) // 60)
        return max(first, 0), min(last, 24)


def shown(blocks: tuple[StopBlock, ...]) -> tuple[StopBlock, ...]:
    """The blocks to draw: a stop of another week gives way to one of this week at the same time."""
    here = [block for block in blocks if block.here]
    return tuple(
        block
        for block in blocks
        if block.here
        or not any(o.day == block.day and o.start < block.end and block.start < o.end for o in here)
    )


def lanes(blocks: tuple[StopBlock, ...]) -> dict[str, tuple[int, int]]:
    """For each block's key its lane and how many lanes stand side by side where stops overlap."""
    placed: dict[str, tuple[int, int]] = {}
    for day in {block.day for block in blocks}:
        cluster: list[tuple[StopBlock, int]] = []
        end = -1
        for block in sorted((b for b in blocks if b.day == day), key=lambda b: (b.start, -b.minutes, b.key)):
            if block.start >= end:
                _close(cluster, placed)
                cluster = []
            taken = {lane for other, lane in cluster if other.end > block.start}
            lane = next(number for number in range(len(taken) + 1) if number not in taken)
            cluster.append((block, lane))
            end = max(end, block.end)
        _close(cluster, placed)
    return placed


def _close(cluster: list[tuple[StopBlock, int]], placed: dict[str, tuple[int, int]]) -> None:
    width = max((lane for _, lane in cluster), default=0) + 1
    for block, lane in cluster:
        placed[block.key] = (lane, width)
