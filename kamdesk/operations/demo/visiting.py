"""A day on the road: which visits take place, when, and what is written down of them."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import partial

from kamdesk.domain.geo import travel
from kamdesk.domain.line import Asker
from kamdesk.domain.visit import MissedReason
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.ordering import place_order
from kamdesk.operations.demo.promising import give_promise
from kamdesk.operations.demo.speaking import Speaker
from kamdesk.operations.demo.telling import tell
from kamdesk.operations.demo.world import Call, World
from kamdesk.operations.visits import (
    Counted,
    Occurrence,
    Report,
    miss_visit,
    move_visit,
    report_unplanned,
    report_visit,
)

MORNING = 7 * 60
DONE = "done"
# What is told before the visit would have begun.
MOVES = ("customer_moves", "we_move", "customer_cancels")
STORMS = (7, 8, 9)
# How often a visit of the plan does not take place, and why.
FATES = (
    (DONE, 0.9),
    ("customer_moves", 0.024),
    ("customer_cancels", 0.012),
    ("we_move", 0.014),
    (MissedReason.CUSTOMER_ABSENT, 0.026),
    (MissedReason.ROAD_WEATHER, 0.01),
    (MissedReason.WE_MOVED, 0.008),
    (MissedReason.OTHER, 0.006),
)
# Visits of the last days of which nothing is written down yet.
UNREPORTED = 4


def begin_day(world: World, day: date, moment: datetime) -> None:
    """Decides what becomes of the day's visits and puts each into the agenda."""
    if not world.works(day):
        return
    fates = []
    for call in world.calls(day):
        if world.receives(call.member, day):
            dice = world.setting.dice("visit", call.member.part.number, day)
            fates.append((call, _fate(world, call, day, dice), dice))
    last = max((number for number, (_, fate, _) in enumerate(fates) if fate == DONE), default=None)
    left, place = 0, None
    for number, (call, fate, dice) in enumerate(fates):
        if fate != DONE:
            told = world.setting.at(
                day, call.start - dice.randint(20, 70) if fate in MOVES else call.start + 12
            )
            world.agenda.add(told, partial(_not_done, world, call, day, fate))
            continue
        way = travel(place, call.member.point).minutes if place else 0
        arrived = max(call.start + _delay(dice), left + int(way * 0.75))
        left = arrived + max(15, call.minutes + dice.randint(-12, 10))
        place = call.member.point
        if not _forgotten(world, day, dice, last=number == last):
            written = left + 4 if dice.random() < 0.6 else 19 * 60 + 20 + dice.randint(0, 90)
            told = world.setting.at(day, max(written, left + 4))
            world.agenda.add(told, partial(_report, world, call, day, arrived, left))


def _delay(dice: random.Random) -> int:
    kind = dice.random()
    if kind < 0.84:
        return dice.randint(-8, 12)
    if kind < 0.96:
        return dice.randint(16, 38)
    return dice.randint(-28, -16)


def _fate(world: World, call: Call, day: date, dice: random.Random) -> str:
    if call.slot_id is None:
        absent = call.planned and dice.random() < 0.05
        return MissedReason.CUSTOMER_ABSENT if absent else DONE
    if call.member.place.coast and day in storm_days(world):
        return "storm"
    return dice.choices([fate for fate, _ in FATES], [weight for _, weight in FATES])[0]


def storm_days(world: World) -> set[date]:
    """A day of the season on which a typhoon keeps the coast at home, one in each year that passes by."""
    days = set()
    for year in range(world.setting.first.year, world.setting.today.year + 1):
        dice = world.setting.dice("storm", year)
        day = date(year, dice.choice(STORMS), dice.randint(1, 28))
        days.add(day - timedelta(days=max(0, day.weekday() - 3)))
    return days


def _forgotten(world: World, day: date, dice: random.Random, *, last: bool) -> bool:
    """Whether the report is still to be written: a few of the last seven days, one of the last workday always."""
    days_ago = (world.setting.today - day).days
    if not 1 <= days_ago <= 7 or world.unreported >= UNREPORTED:
        return False
    still = last and world.workdays(day, 1)[0] >= world.setting.today
    if still or dice.random() < (0.3 if days_ago <= 3 else 0.1):
        world.unreported += 1
        return True
    return False


def _occurrence(call: Call, day: date) -> Occurrence:
    if call.visit_id is not None:
        return Occurrence(visit_id=call.visit_id)
    return Occurrence(slot_id=call.slot_id, due_on=day)


def _report(world: World, call: Call, day: date, arrived: int, left: int, moment: datetime) -> None:
    member = call.member
    dice = world.setting.dice("report", member.part.number, day)
    told = tell(world, member, day, dice, planned=call.planned)
    report = Report(
        visited_on=day,
        arrived=arrived,
        left=left,
        outcome=told.outcome,
        points=told.points,
        rival_note=told.rival_note,
        next_step=told.next_step,
        met=[person.contact_id for person in told.met],
        stock=[
            Counted(
                world.goods[shelf.good.code],
                int(shelf.units) * 1000,
                shelf.good.units[world.setting.language],
            )
            for shelf in told.counted
        ],
        companions=_companions(world, call, dice),
    )
    if call.planned or call.visit_id is not None:
        changes = report_visit(world.store, visit=_occurrence(call, day), report=report, now=moment)
    else:
        changes = report_unplanned(world.store, account_id=member.account_id, report=report, now=moment)
    (visit_id,) = changes.of("visit") or {call.visit_id}
    if told.promise is not None:
        entry, values = told.promise
        contact_id = told.met[0].contact_id if told.met else None
        give_promise(world, member, entry, values, day, moment, visit_id=visit_id, contact_id=contact_id)
    if told.ordered:
        place_order(world, member, told.ordered, day, moment, visit_id=visit_id)


def _companions(world: World, call: Call, dice: random.Random) -> list[str]:
    likely = 0.07 if call.member.part.is_key else 0.03
    if dice.random() > likely:
        return []
    return [world.colleagues[dice.choice(("manager", "tech", "tech"))]]


def _not_done(world: World, call: Call, day: date, fate: str, moment: datetime) -> None:
    speaker = Speaker(
        world, call.member, day, world.setting.dice("not done", call.member.part.number, day), ""
    )
    listed = texts("scenes")["missed"]
    if fate in ("customer_moves", "we_move"):
        asked_by = Asker.CUSTOMER if fate == "customer_moves" else Asker.US
        fate = MissedReason.CUSTOMER_MOVED if asked_by == Asker.CUSTOMER else MissedReason.WE_MOVED
        if _moved(world, call, day, asked_by, speaker.say("missed", listed[fate]), moment):
            return
    if fate == "storm":
        fate, text = MissedReason.ROAD_WEATHER, world.voice.say(listed["typhoon"])
    else:
        fate = MissedReason.CUSTOMER_MOVED if fate == "customer_cancels" else fate
        text = speaker.say("missed", listed[fate])
    miss_visit(world.store, visit=_occurrence(call, day), reason=fate, now=moment, reason_text=text)


def _moved(world: World, call: Call, day: date, asked_by: str, reason: str | None, moment: datetime) -> bool:
    """Moves the visit to one of the next days on which there is room."""
    for target in world.workdays(day, 5):
        start = world.gap(target, call.member, call.minutes)
        if start is None or not world.receives(call.member, target):
            continue
        changes = move_visit(
            world.store,
            visit=_occurrence(call, day),
            asked_by=asked_by,
            to_date=target,
            to_start=start,
            now=moment,
            reason_text=reason,
        )
        # Both visits may be new; the one moved to got its id last, and ids grow.
        new_id = max(changes.of("visit"))
        world.extra[target].append(Call(call.member, start, call.minutes, visit_id=new_id))
        return True
    return False
