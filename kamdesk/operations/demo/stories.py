"""What happens once: slots that move, accounts that are lost, blocked, handed over."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from kamdesk.domain.account import AccountStatus
from kamdesk.domain.line import Asker
from kamdesk.operations.accounts import change_account, set_hours
from kamdesk.operations.demo.lists import Entry, texts
from kamdesk.operations.demo.masters import HOURS, Masters
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.people import Crowd
from kamdesk.operations.demo.personnel import tell_of_people
from kamdesk.operations.demo.route import Stop
from kamdesk.operations.demo.world import LiveSlot, World, day_at
from kamdesk.operations.line import add_slot, end_slot, move_slot
from kamdesk.operations.promises import add_note

EARLY = 10 * 60
# So many weeks ago.
HANDED_OVER = 5
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
        day = day_at(world, share, dice.randint(0, 4))
        world.agenda.add(world.setting.at(day, AFTERNOON + 5 * number), partial(_move, world, stop, day))
    for member in world.members:
        story = member.part.story
        if story not in WHEN:
            continue
        day = day_at(world, WHEN[story], 3)
        when = world.setting.at(day, AFTERNOON + 40)
        if story in ("blocked", "lost", "given_up"):
            reason = masters.status_reason(member)
            world.agenda.add(when, partial(_leave_active, world, member, day, reason))
        elif story == "dropped":
            world.agenda.add(when, partial(_drop, world, member, day))
    early = _opens_late(world)
    if early:
        day = day_at(world, WHEN["hours"], 2)
        world.agenda.add(world.setting.at(day, 20 * 60), partial(_winter_hours, world, early))
    tell_of_people(world, crowd, WHEN["job"])


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
    world.gone.add(member)
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


def hand_over(world: World) -> None:
    """Accounts that come from somebody else, with a note on it; they have no fixed time yet."""
    setting, entry = world.setting, texts("scenes")["handover"]["note"]
    day = max(setting.prepared, setting.monday - timedelta(weeks=HANDED_OVER))
    for number, member in enumerate(m for m in world.members if m.part.story == "handover"):
        text = world.voice.say(entry, owner=world.colleagues["before"], date=world.voice.day(day))
        when = setting.before_now(setting.at(day, AFTERNOON + 15 + number))
        world.agenda.add(when, partial(_note, world, member, day, text))


def _note(world: World, member: Member, day: date, text: str, moment: datetime) -> None:
    world.notes += 1
    add_note(world.store, account_id=member.account_id, text=text, noted_on=day, now=moment)
