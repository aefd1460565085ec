"""What happens once: slots that move, accounts that are lost, people who change their job, days off."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from kamdesk.domain.account import AccountStatus
from kamdesk.domain.line import Asker
from kamdesk.operations.accounts import add_closed, change_account, set_hours
from kamdesk.operations.contacts import (
    add_contact,
    assign_informant,
    change_job,
    give_role,
)
from kamdesk.operations.demo.daysoff import AHEAD, holidays, market_closed
from kamdesk.operations.demo.lists import Entry, texts
from kamdesk.operations.demo.masters import HOURS, Masters, how_known
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.people import Crowd
from kamdesk.operations.demo.route import Stop
from kamdesk.operations.demo.world import LiveSlot, World
from kamdesk.operations.line import add_leave, add_slot, end_slot, move_slot

EARLY = 10 * 60
AFTERNOON = 17 * 60
# How far into the history each story comes.
WHEN = {"blocked": 0.55, "lost": 0.4, "given_up": 0.3, "dropped": 0.75, "hours": 0.9, "job": 0.45}
MOVES_BETWEEN = (0.2, 0.85)


def begin_slots(world: World, moment: datetime, *, told: bool) -> None:
    """The line as it is on its first day; ``told``: slots that move later stand at their first time."""
    dice = world.setting.dice("slots")
    for stop in world.line:
        first = stop.before if told and stop.before else stop
        changes = add_slot(
            world.store,
            account_id=stop.member.account_id,
            weekday=first.weekday,
            start=first.start,
            minutes=first.minutes,
            every_weeks=first.every,
            week_offset=first.offset,
            valid_from=world.setting.first,
            now=moment,
            promised=dice.random() < 0.8,
        )
        (stop.slot_id,) = changes.of("visit_slot")
        world.slots.append(LiveSlot(first, stop.slot_id, world.setting.first))


def tell_stories(world: World, masters: Masters, crowd: Crowd) -> None:
    """Puts every story into the agenda."""
    dice = world.setting.dice("stories")
    moving = [stop for stop in world.line if stop.before]
    for number, stop in enumerate(moving):
        low, high = MOVES_BETWEEN
        share = low + (high - low) * (number + 0.5) / len(moving)
        day = _day(world, share, dice.randint(0, 4))
        world.agenda.add(world.setting.at(day, AFTERNOON + 5 * number), partial(_move, world, stop, day))
    for member in world.members:
        story = member.part.story
        if story not in WHEN:
            continue
        day = _day(world, WHEN[story], 3)
        when = world.setting.at(day, AFTERNOON + 40)
        if story in ("blocked", "lost", "given_up"):
            reason = masters.status_reason(member)
            world.agenda.add(when, partial(_leave_active, world, member, day, reason))
        elif story == "dropped":
            world.agenda.add(when, partial(_drop, world, member, day))
    early = _opens_late(world)
    if early:
        day = _day(world, WHEN["hours"], 2)
        world.agenda.add(world.setting.at(day, 20 * 60), partial(_winter_hours, world, early))
    _people(world, crowd)


def _day(world: World, share: float, weekday: int) -> date:
    weeks = round(share * (world.setting.weeks - 1))
    return world.setting.first + timedelta(weeks=weeks, days=weekday)


def _move(world: World, stop: Stop, day: date, moment: datetime) -> None:
    live = next((slot for slot in world.live(stop.member) if slot.slot_id == stop.slot_id), None)
    if live is None:
        return
    dice, listed = world.setting.dice("move", stop.member.part.number), texts("scenes")["changes"]
    customer = stop.why != "us"
    entry: Entry = listed[stop.why] if stop.why in ("lunch", "tight") else dice.choice(_reasons(stop, listed))
    begins = day + timedelta(days=7 - day.weekday())
    changes = move_slot(
        world.store,
        slot_id=live.slot_id,
        asked_by=Asker.CUSTOMER if customer else Asker.US,
        asked_on=day,
        effective_from=begins,
        now=moment,
        contact_id=stop.member.faces[0].contact_id if customer else None,
        reason=world.voice.say(entry),
        weekday=stop.weekday,
        start=stop.start,
        week_offset=stop.offset,
    )
    (new_id,) = changes.of("visit_slot") - {live.slot_id}
    live.last = begins - timedelta(days=1)
    stop.slot_id = new_id
    world.slots.append(LiveSlot(stop, new_id, begins))


def _reasons(stop: Stop, listed: Entry) -> list[Entry]:
    """Reasons that agree with what changes: the day, or to later or earlier on it."""
    if stop.why == "us" or stop.before is None:
        return list(listed["us"])
    kind = "later" if stop.start > stop.before.start else "earlier"
    if stop.weekday != stop.before.weekday:
        kind = "day"
    return [entry for entry in listed["customer"] if kind in entry["kinds"]]


def _leave_active(world: World, member: Member, day: date, reason: str | None, moment: datetime) -> None:
    change_account(
        world.store,
        account_id=member.account_id,
        now=moment,
        status=member.part.status,
        status_reason=reason,
    )
    for slot in world.live(member):
        slot.last = day


def _drop(world: World, member: Member, day: date, moment: datetime) -> None:
    for live in world.live(member):
        end_slot(
            world.store,
            slot_id=live.slot_id,
            asked_by=Asker.CUSTOMER,
            asked_on=day,
            effective_from=day + timedelta(days=7 - day.weekday()),
            now=moment,
            contact_id=member.people[0].contact_id,
            reason=world.voice.say(texts("scenes")["changes"]["dropped"]),
        )
        live.last = day + timedelta(days=6 - day.weekday())


def _opens_late(world: World) -> Stop | None:
    """A customer visited early in the day, rather a small one, who will open later than that in winter."""
    early = [
        stop
        for stop in world.line
        if stop.start < EARLY and stop.before is None and stop.member.part.status == AccountStatus.ACTIVE
    ]
    order = sorted(early, key=lambda s: (s.start + 60 * (4 - s.every), s.member.part.number))
    return order[0] if order else None


def _winter_hours(world: World, stop: Stop, moment: datetime) -> None:
    days, _ = HOURS[stop.member.part.trade]
    opens = (stop.start // 30 + 1) * 30
    hours = [(weekday, opens, AFTERNOON + 30) for weekday in days]
    set_hours(world.store, account_id=stop.member.account_id, hours=hours, now=moment)


def _people(world: World, crowd: Crowd) -> None:
    """Somebody changes jobs; two people tell us things; roles that were assumed are confirmed."""
    setting, dice = world.setting, world.setting.dice("people stories")
    large = [m for m in world.members if len(m.people) > 2 and m.part.status == AccountStatus.ACTIVE]
    small = [m for m in world.members if m.part.trade in ("works", "decor") and m not in large]
    if large and small:
        when = setting.at(_day(world, WHEN["job"], 1), AFTERNOON + 20)
        world.agenda.add(when, partial(_change_job, world, crowd, large[len(large) // 2], small[0]))
    for number, member in enumerate(large[1:3]):
        when = setting.at(_day(world, 0.5 + 0.3 * number, 2), 21 * 60)
        world.agenda.add(when, partial(_inform, world, member, number))
    for number, member in enumerate(dice.sample(large, min(8, len(large)))):
        when = setting.at(_day(world, 0.1 * number, number % 5), AFTERNOON + 50)
        world.agenda.add(when, partial(_confirm, world, member))


def _change_job(world: World, crowd: Crowd, member: Member, to: Member, moment: datetime) -> None:
    person, day = member.people[1], moment.date()
    language = world.setting.language
    change_job(
        world.store,
        post_id=person.post_id,
        last_day=day,
        now=moment,
        to_account_id=to.account_id,
        title={"zh": "材料经理", "en": "materials manager"}[language],
    )
    new = crowd.person(person.post, member)
    changes = add_contact(
        world.store,
        account_id=member.account_id,
        name=new.name,
        now=moment,
        title=person.post["title"][language],
        department=person.post.get("department", {}).get(language),
        phones=[(new.mobile, None, "mobile")],
        latin_name=new.latin if language == "en" else None,
    )
    (new.contact_id,) = changes.of("contact")
    for role in person.post["roles"]:
        give_role(
            world.store,
            contact_id=new.contact_id,
            account_id=member.account_id,
            role=role,
            now=moment,
            since=day,
        )
    member.people[1] = new
    to.people.append(person)


def _inform(world: World, member: Member, number: int, moment: datetime) -> None:
    told = texts("people")["told"]
    assign_informant(
        world.store,
        contact_id=member.people[-1].contact_id,
        account_id=member.account_id,
        now=moment,
        told=world.voice.say(told[number % len(told)]),
    )


def _confirm(world: World, member: Member, moment: datetime) -> None:
    dice = world.setting.dice("confirm", member.part.number)
    person = member.people[0]
    role = person.post["roles"][0]
    give_role(
        world.store,
        contact_id=person.contact_id,
        account_id=member.account_id,
        role=role,
        now=moment,
        standing="confirmed",
        how_known=how_known(world.voice, dice, role),
    )


def take_days_off(world: World) -> None:
    """Public holidays and the rep's own leave, each written down a week ahead; the markets' weeks of rest."""
    setting, listed = world.setting, texts("scenes")["leave"]
    last = setting.monday + AHEAD
    spells: list[tuple[date, date, str, str | None]] = [
        (begins, ends, world.voice.say(listed["holiday"], name=name), None)
        for begins, ends, name in holidays(setting.first, last, setting.language)
    ]
    if setting.weeks > 8:
        begins = _day(world, 0.3, 3)
        spells.append(
            (begins, begins + timedelta(days=1), world.voice.say(listed["annual"]), world.colleagues["tech"])
        )
        training = _day(world, 0.7, 2)
        spells.append((training, training, world.voice.say(listed["training"]), None))
    ahead = setting.monday + timedelta(weeks=3, days=2)
    spells.append((ahead, ahead, world.voice.say(listed["annual"]), world.colleagues["tech"]))
    taken: set[date] = set()
    for begins, ends, reason, substitute in spells:
        days = {begins + timedelta(days=n) for n in range((ends - begins).days + 1)}
        if days & taken:
            continue
        taken |= days
        world.away |= days
        when = setting.before_now(
            setting.at(max(begins - timedelta(days=7), setting.prepared), AFTERNOON + 55)
        )
        world.agenda.add(when, partial(_leave, world, begins, ends, reason, substitute))
    _close(world)


def _leave(
    world: World, begins: date, ends: date, reason: str, substitute: str | None, moment: datetime
) -> None:
    add_leave(world.store, first_day=begins, last_day=ends, now=moment, reason=reason, substitute=substitute)


def _close(world: World) -> None:
    setting, listed = world.setting, texts("scenes")["leave"]
    dice = setting.dice("closed")
    last = setting.monday + AHEAD
    spells: list[tuple[Member, date, date, str]] = []
    for begins, ends in market_closed(setting.first, last):
        for member in world.members:
            if (
                member.part.trade in ("shop", "hardware", "decor", "mall", "works")
                and member.part.level != "group"
            ):
                spells.append((member, begins, ends, world.voice.say(listed["spring"])))
    stopped = [stop.member for stop in world.line]
    for number, entry in enumerate(listed["closed"]):
        if len(stopped) > 5 and setting.weeks > 8:
            begins = _day(world, 0.35 + 0.25 * number, dice.randint(0, 4))
            ends = begins + timedelta(days=(0, 4, 2)[number])
            spells.append((dice.choice(stopped), begins, ends, world.voice.say(entry)))
    if len(stopped) > 5:
        begins = setting.monday + timedelta(weeks=2)
        spells.append(
            (dice.choice(stopped), begins, begins + timedelta(days=5), world.voice.say(listed["closed"][1]))
        )
    for member, begins, ends, reason in spells:
        for n in range((ends - begins).days + 1):
            world.shut.add((member, begins + timedelta(days=n)))
        when = setting.before_now(
            setting.at(max(begins - timedelta(days=6), setting.prepared), AFTERNOON + 58)
        )
        world.agenda.add(when, partial(_shut, world, member, begins, ends, reason))


def _shut(world: World, member: Member, begins: date, ends: date, reason: str, moment: datetime) -> None:
    add_closed(
        world.store,
        account_id=member.account_id,
        first_day=begins,
        last_day=ends,
        now=moment,
        reason=reason,
    )
