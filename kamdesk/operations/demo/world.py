"""The state of the demo while its weeks go by: who there is, what the line is today, what is on order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kamdesk.db.store import Store
from kamdesk.domain.geo import travel
from kamdesk.domain.schedule import cycle_week
from kamdesk.operations.demo.agenda import Agenda
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.route import AFTER_LUNCH, CLOSES, CYCLE, LUNCH, OPENS, Stop
from kamdesk.operations.demo.setting import Setting
from kamdesk.operations.demo.stock import Shelf
from kamdesk.operations.demo.voice import Voice


@dataclass(eq=False)
class LiveSlot:
    """A slot as it stands in the book."""

    stop: Stop
    slot_id: str
    first: date
    last: date | None = None


@dataclass(eq=False)
class Call:
    """A visit that stands on a day's plan: of a slot, moved there, or dropped in on."""

    member: Member
    start: int
    minutes: int
    slot_id: str | None = None
    visit_id: str | None = None
    planned: bool = True

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass
class World:
    """Everything that events read and change."""

    setting: Setting
    store: Store
    voice: Voice
    members: list[Member]
    line: list[Stop]
    anchor: date
    colleagues: dict[str, str]
    rivals: list[str]
    goods: dict[str, str]
    shelves: dict[Member, list[Shelf]]
    agenda: Agenda = field(default_factory=Agenda)
    slots: list[LiveSlot] = field(default_factory=list)
    extra: dict[date, list[Call]] = field(default_factory=lambda: defaultdict(list))
    away: set[date] = field(default_factory=set)
    shut: set[tuple[Member, date]] = field(default_factory=set)
    closed_all: list[tuple[date, date]] = field(default_factory=list)
    to_ship: dict[date, list[str]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[date, int] = field(default_factory=lambda: defaultdict(int))
    promised: dict[tuple[Member, str], date] = field(default_factory=dict)
    gone: set[Member] = field(default_factory=set)
    unreported: int = 0
    left_open: int = 0
    notes: int = 0

    def works(self, day: date) -> bool:
        """Whether the rep is on the road that day."""
        return day.weekday() < 5 and day not in self.away

    def receives(self, member: Member, day: date) -> bool:
        """Whether the account is open that day."""
        return (member, day) not in self.shut

    def workdays(self, after: date, count: int) -> list[date]:
        """The next ``count`` days on which the rep is on the road."""
        found, day = [], after
        while len(found) < count:
            day += timedelta(days=1)
            if self.works(day):
                found.append(day)
        return found

    def due(self, day: date) -> Iterator[Call]:
        """The slots that fall due on ``day``."""
        week = cycle_week(self.anchor, day, CYCLE)
        for slot in self.slots:
            stop = slot.stop
            stands = slot.first <= day and (slot.last is None or day <= slot.last)
            if stands and stop.weekday == day.weekday() and week in stop.weeks:
                yield Call(stop.member, stop.start, stop.minutes, slot_id=slot.slot_id)

    def calls(self, day: date) -> list[Call]:
        """All visits planned for ``day``, in order of time."""
        return sorted(
            [*self.due(day), *self.extra[day]], key=lambda call: (call.start, call.member.part.number)
        )

    def gap(self, day: date, member: Member, minutes: int) -> int | None:
        """A time on ``day`` at which ``member`` could be visited between the others; None where there is none."""
        planned = self.calls(day)
        for start in (
            *range(AFTER_LUNCH, CLOSES - minutes + 1, 15),
            *range(OPENS, LUNCH[0] - minutes + 1, 15),
        ):
            if all(_apart(call, start, minutes, member) for call in planned):
                return start
        return None

    def live(self, member: Member) -> list[LiveSlot]:
        """The account's slots that have not ended."""
        return [slot for slot in self.slots if slot.stop.member is member and slot.last is None]


def day_at(world: World, share: float, weekday: int) -> date:
    """A weekday when ``share`` of the history has gone by."""
    weeks = round(share * (world.setting.weeks - 1))
    return world.setting.first + timedelta(weeks=weeks, days=weekday)


def _apart(call: Call, start: int, minutes: int, member: Member) -> bool:
    way = travel(call.member.point, member.point).minutes
    return start >= call.end + way or start + minutes + way <= call.start
