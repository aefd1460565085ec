"""What comes every week: objectives, notes, actions, visits nobody had planned, orders by telephone."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import partial

from kamdesk.domain.account import AccountStatus
from kamdesk.domain.promise import ActionState
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.ordering import order_by_phone, ship
from kamdesk.operations.demo.speaking import Speaker
from kamdesk.operations.demo.telling import NEVER_ORDERS
from kamdesk.operations.demo.visiting import MORNING, begin_day
from kamdesk.operations.demo.world import Call, World
from kamdesk.operations.promises import add_action, add_note, finish_action
from kamdesk.operations.visits import Occurrence, plan_visit, set_objective

SUNDAY_EVENING = -(4 * 60 + 30)
UNPLANNED_MINUTES = 30
NOTES_A_WEEK = (4, 5, 6, 7, 8)
DROPS_IN = 0.35
CALLS = 0.6
# With fewer accounts a week has less to do.
FEW = 8


def fill_agenda(world: World) -> None:
    """Puts every week's and every day's doings into the agenda."""
    setting = world.setting
    for number in range(setting.weeks):
        monday = setting.first + timedelta(weeks=number)
        dice = setting.dice("week", number)
        world.agenda.add(setting.at(monday, SUNDAY_EVENING), partial(set_objectives, world, monday))
        for n in range(7):
            day = monday + timedelta(days=n)
            world.agenda.add(setting.at(day, MORNING), partial(begin_day, world, day))
            world.agenda.add(setting.at(day, 17 * 60), partial(ship, world, day))
        _unplanned(world, monday, dice)
        _notes(world, monday, dice)
        _actions(world, monday, dice)
        _by_phone(world, monday, dice)


def _open(world: World) -> list[Member]:
    """Accounts that somebody deals with: firms and sites, not the roof over them."""
    return [m for m in world.members if m.part.level != "group" and m.goods and m.faces]


def set_objectives(world: World, monday: date, moment: datetime, *, likely: float = 0.7) -> None:
    """What the visits of the week from ``monday`` are to bring about; of key accounts most have an objective."""
    listed = texts("scenes")["objectives"]
    for n in range(7):
        day = monday + timedelta(days=n)
        if not world.works(day):
            continue
        for call in sorted(world.due(day), key=lambda call: call.start):
            dice = world.setting.dice("objective", call.member.part.number, day)
            key = bool(call.member.part.is_key)
            if dice.random() > (likely if key else likely / 3) or not world.receives(call.member, day):
                continue
            text = _objective(world, call.member, "key" if key else "plain", day, dice)
            if not call.member.buys:
                text = world.voice.say(listed["prospect"][1])
            occurrence = Occurrence(slot_id=call.slot_id, due_on=day)
            set_objective(world.store, visit=occurrence, objective=text, now=moment)


def _objective(world: World, member: Member, kind: str, day: date, dice: random.Random) -> str | None:
    speaker = Speaker(world, member, day, dice, member.faces[0].called)
    return speaker.say("objective", texts("scenes")["objectives"][kind])


def plan_prospect(world: World, after: date, moment: datetime) -> None:
    """A first visit to a prospect on one of the next days, together with our manager."""
    prospects = [m for m in _open(world) if m.part.status == AccountStatus.PROSPECT and not m.visited]
    near = [m for m in prospects if m.place.province == "浙江省"] or prospects
    for member in near:
        for day in world.workdays(after, 6):
            start = world.gap(day, member, 45)
            if start is None:
                continue
            changes = plan_visit(
                world.store,
                account_id=member.account_id,
                planned_date=day,
                planned_start=start,
                planned_minutes=45,
                now=moment,
                objective=world.voice.say(texts("scenes")["objectives"]["prospect"][0]),
                companions=[world.colleagues["manager"]],
            )
            (visit_id,) = changes.of("visit")
            world.extra[day].append(Call(member, start, 45, visit_id=visit_id))
            return


def _unplanned(world: World, monday: date, dice: random.Random) -> None:
    for weekday in range(5):
        if dice.random() < DROPS_IN:
            day = monday + timedelta(days=weekday)
            world.agenda.add(world.setting.at(day, MORNING - 10), partial(_drop_in, world, day))


def _drop_in(world: World, day: date, moment: datetime) -> None:
    """A visit that no slot had planned, where the rep passes by anyway."""
    if not world.works(day):
        return
    planned = world.calls(day)
    areas = {call.member.place.area for call in planned}
    busy = {call.member for call in planned}
    near = [m for m in _open(world) if m.place.area in areas and m not in busy | world.gone]
    dice = world.setting.dice("drop in", day)
    dice.shuffle(near)
    for member in near:
        start = world.gap(day, member, UNPLANNED_MINUTES)
        if start is not None and world.receives(member, day):
            world.extra[day].append(Call(member, start, UNPLANNED_MINUTES, planned=False))
            return


def _notes(world: World, monday: date, dice: random.Random) -> None:
    members = _open(world)
    for _ in range(min(dice.choice(NOTES_A_WEEK), (len(members) + FEW - 1) // FEW)):
        member, day = dice.choice(members), monday + timedelta(days=dice.randint(0, 5))
        when = world.setting.at(day, dice.choice((12 * 60, 17 * 60, 20 * 60)) + dice.randint(0, 55))
        world.agenda.add(when, partial(_note, world, member, day))


def _note(world: World, member: Member, day: date, moment: datetime) -> None:
    dice = world.setting.dice("note", member.part.number, moment)
    person = dice.choice(member.faces)
    chosen = Speaker(world, member, day, dice, person.called).choose("note", texts("scenes")["notes"]["any"])
    if chosen is None:
        return
    entry, values = chosen
    world.notes += 1
    add_note(
        world.store,
        account_id=member.account_id,
        text=world.voice.say(entry, **values),
        noted_on=day,
        now=moment,
        contact_id=person.contact_id if "{who}" in entry["zh"] else None,
    )


def _actions(world: World, monday: date, dice: random.Random) -> None:
    members = _open(world)
    for number in range(3 if len(members) > FEW else 1):
        day = monday + timedelta(days=dice.randint(0, 4))
        member = None if number == 2 or not members else dice.choice(members)
        world.agenda.add(world.setting.at(day, 18 * 60 + 10 * number), partial(_action, world, member, day))


def _action(world: World, member: Member | None, day: date, moment: datetime) -> None:
    dice = world.setting.dice("action", member.part.number if member else "own", day)
    if member is None and dice.random() < 0.5:
        return
    listed = texts("scenes")["actions"]
    if member is None:
        what = world.voice.say(dice.choice(listed["own"]))
    else:
        what = Speaker(world, member, day, dice, member.faces[0].called).say("action", listed["any"])
    if what is None:
        return
    due = day + timedelta(days=dice.randint(2, 14))
    changes = add_action(
        world.store,
        what=what,
        now=moment,
        account_id=member.account_id if member else None,
        owner=world.colleagues["me" if dice.random() < 0.8 else "tech"],
        due_on=due,
    )
    (action_id,) = changes.of("action")
    lately = due >= world.setting.today - timedelta(weeks=2)
    if lately and dice.random() < 0.35:
        return
    state = ActionState.DROPPED if dice.random() < 0.07 else ActionState.DONE
    done = max(day + timedelta(days=1), due + timedelta(days=dice.randint(-4, 2)))
    world.agenda.add(world.setting.at(done, 18 * 60 + 40), partial(_finish, world, action_id, done, state))


def _finish(world: World, action_id: str, day: date, state: str, moment: datetime) -> None:
    finish_action(world.store, action_id=action_id, done_on=day, now=moment, state=state)


def _by_phone(world: World, monday: date, dice: random.Random) -> None:
    """Who has no visit soon calls, or writes on WeChat, when something runs out; not everybody in time."""
    for member in _open(world):
        if member.buys and member.part.story not in NEVER_ORDERS and dice.random() < CALLS:
            day = monday + timedelta(days=dice.randint(0, 4))
            when = world.setting.at(day, 15 * 60 + dice.randint(0, 90))
            world.agenda.add(when, partial(order_by_phone, world, member, day))
