"""Promises: who gave them, when they fall due, and how they end."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from kamdesk.domain.promise import PromiseCause, PromiseState
from kamdesk.operations.demo.lists import Entry
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.world import World
from kamdesk.operations.promises import add_promise, settle_promise

FATES = (
    (PromiseState.KEPT, 64),
    (PromiseState.KEPT_LATE, 13),
    (PromiseState.BROKEN, 5),
    (PromiseState.SUBSTITUTED, 8),
    (PromiseState.WITHDRAWN, 4),
)
# Promises that fell due within these days may still be open.
LATELY, JUST_NOW = timedelta(days=21), timedelta(days=10)
LEFT_OPEN = 4
RISKS = {PromiseState.KEPT: (1, 2), PromiseState.BROKEN: (3, 5)}
WITHDRAWN = {"zh": "客户说不用了", "en": "no longer needed, says the customer"}


def give_promise(
    world: World,
    member: Member,
    entry: Entry,
    values: Mapping[str, Any],
    day: date,
    moment: datetime,
    *,
    visit_id: str | None,
    contact_id: str | None,
) -> None:
    """Writes a promise down and lets its end come."""
    dice = world.setting.dice("promise", member.part.number, day, entry["key"])
    due = day + timedelta(days=dice.randint(*entry["days"]))
    due += timedelta(days=max(0, 7 - due.weekday()) if due.weekday() > 4 else 0)
    fate = dice.choices([fate for fate, _ in FATES], [weight for _, weight in FATES])[0]
    voice = world.voice
    changes = add_promise(
        world.store,
        account_id=member.account_id,
        what=voice.say(entry["what"], **values),
        made_on=day,
        now=moment,
        due_on=due,
        contact_id=contact_id,
        visit_id=visit_id,
        by_whom=world.colleagues[entry["by"]],
        expected_effect=voice.say(entry["effect"], **values) if dice.random() < 0.7 else None,
        churn_risk=dice.randint(*RISKS.get(fate, (1, 3))) if dice.random() < 0.6 else None,
    )
    (promise_id,) = changes.of("promise")
    if _left_open(world, due, dice):
        world.left_open += 1
        return
    ended = _ended_on(dice, fate, day, due)
    told = world.setting.at(ended, 18 * 60 + dice.randint(0, 120))
    world.agenda.add(told, partial(_settle, world, promise_id, entry, values, fate, ended, dice))


def _left_open(world: World, due: date, dice: random.Random) -> bool:
    """Whether a promise is overdue now: a few of those that fell due lately, one of the last days' always."""
    ago = world.setting.today - due
    if not timedelta(0) < ago <= LATELY or world.left_open >= LEFT_OPEN:
        return False
    return (ago <= JUST_NOW and world.left_open == 0) or dice.random() < 0.3


def _ended_on(dice: random.Random, fate: str, made: date, due: date) -> date:
    if fate in (PromiseState.KEPT, PromiseState.WITHDRAWN):
        days = max(1, (due - made).days)
        return made + timedelta(days=dice.randint((days + 1) // 2, days))
    return due + timedelta(days=dice.randint(1, 9))


def _settle(
    world: World,
    promise_id: str,
    entry: Entry,
    values: Mapping[str, Any],
    fate: str,
    ended: date,
    dice: random.Random,
    moment: datetime,
) -> None:
    voice, cause, text, way_round, seen = world.voice, None, None, None, None
    if fate == PromiseState.WITHDRAWN:
        cause, text = PromiseCause.CUSTOMER, voice.say(WITHDRAWN)
    if fate in (PromiseState.KEPT_LATE, PromiseState.BROKEN, PromiseState.SUBSTITUTED):
        fate, fail = _failure(dice, entry, fate)
        cause, text = fail["cause"], voice.say(fail["text"], **values)
        if fate == PromiseState.SUBSTITUTED:
            way_round = voice.say(fail["workaround"], **values)
    if fate in (PromiseState.KEPT, PromiseState.KEPT_LATE) and dice.random() < 0.6:
        seen = voice.say(entry["seen"], **values)
    settle_promise(
        world.store,
        promise_id=promise_id,
        state=fate,
        settled_on=ended,
        now=moment,
        cause=cause,
        cause_text=text,
        workaround=way_round,
        effect_seen=seen,
    )


def _failure(dice: random.Random, entry: Entry, fate: str) -> tuple[str, Entry]:
    """Why a promise was not kept as given, and how it ended then: some causes leave only some ends."""
    fails = entry["fails"]
    late = [fail for fail in fails if not fail.get("final")]
    round_about = [fail for fail in fails if "workaround" in fail]
    if fate == PromiseState.KEPT_LATE and late:
        return fate, dice.choice(late)
    if fate == PromiseState.SUBSTITUTED and round_about:
        return fate, dice.choice(round_about)
    return PromiseState.BROKEN, dice.choice(fails)
