"""Days off: the rep's, and those on which customers are closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from kamdesk.operations.accounts import add_closed
from kamdesk.operations.demo.daysoff import AHEAD, holidays, market_closed
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.world import World, day_at
from kamdesk.operations.line import add_leave

AFTERNOON = 17 * 60


def take_days_off(world: World) -> None:
    """Public holidays and the rep's own leave, each written down a week ahead; the markets' weeks of rest."""
    setting, listed = world.setting, texts("scenes")["leave"]
    last = setting.monday + AHEAD
    spells: list[tuple[date, date, str, str | None]] = [
        (begins, ends, world.voice.say(listed["holiday"], name=name), None)
        for begins, ends, name in holidays(setting.first, last, setting.language)
    ]
    if setting.weeks > 8:
        begins = day_at(world, 0.3, 3)
        spells.append(
            (begins, begins + timedelta(days=1), world.voice.say(listed["annual"]), world.colleagues["tech"])
        )
        training = day_at(world, 0.7, 2)
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
            begins = day_at(world, 0.35 + 0.25 * number, dice.randint(0, 4))
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
