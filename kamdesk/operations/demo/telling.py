"""What a visit brought and how the rep writes it down."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kamdesk.domain.visit import Outcome
from kamdesk.operations.demo.lists import Entry, Good, texts
from kamdesk.operations.demo.members import Member, Person
from kamdesk.operations.demo.stock import Shelf, order_for
from kamdesk.operations.demo.world import World

TRADES_COUNTED = ("dealer", "shop", "mall", "cement")
# How likely a customer whose stock runs short orders on the visit.
ORDERS = {"A": 0.85, "B": 0.72, "C": 0.55}
OUTCOMES = (Outcome.INTERESTED, Outcome.SERVICE, Outcome.COMPLAINT, Outcome.OTHER)


@dataclass
class Told:
    """One visit: how it ended and what is written of it. ``promise`` is the kind of promise made, with its values."""

    outcome: str
    met: list[Person]
    points: str
    rival_note: str | None = None
    next_step: str | None = None
    counted: list[Shelf] = field(default_factory=list)
    ordered: list[tuple[Good, int]] = field(default_factory=list)
    promise: tuple[Entry, dict[str, Any]] | None = None


def values_for(world: World, member: Member, dice: random.Random, day: date, who: str) -> dict[str, Any]:
    """What fills the placeholders of a sentence about ``member``."""
    voice = world.voice
    good = dice.choice(member.goods)
    return {
        "who": who,
        "product": voice.good(good),
        "unit": voice.unit(good),
        "units": voice.unit(good, plural=True),
        "rival": dice.choice(world.rivals),
        "last_month": voice.month(day),
        "n": dice.randint(6, 40),
    }


def tell(world: World, member: Member, day: date, dice: random.Random, *, planned: bool = True) -> Told:
    """Draws what a visit at ``member`` on ``day`` brought."""
    shelves = world.shelves[member]
    for shelf in shelves:
        shelf.advance(day, dice)
    prospect = member.part.status == "prospect"
    counts = planned and member.part.trade in TRADES_COUNTED and not prospect
    counted = shelves if counts and dice.random() < (0.92 if member.part.is_key else 0.5) else []
    ordered = [] if prospect else order_for(shelves, day, dice)
    likely = ORDERS[member.part.value_class or "C"] if ordered else 0.0
    outcome = _outcome(dice, likely, prospect=prospect)
    if outcome == Outcome.NOT_MET:
        counted, ordered = [], []
    if outcome != Outcome.ORDER:
        ordered = []
    met = [] if outcome == Outcome.NOT_MET else _met(member, dice)
    who = (met or member.faces)[0].called
    values = values_for(world, member, dice, day, who)
    told = Told(outcome=outcome, met=met, points="", counted=counted, ordered=ordered)
    if ordered:
        values["order"] = world.voice.listed([world.voice.amount(good, count) for good, count in ordered])
        values["product"] = world.voice.good(ordered[0][0])
    told.points = _points(world, member, day, dice, told, values)
    if outcome != Outcome.NOT_MET and dice.random() < (0.16 if member.part.is_key else 0.08):
        told.rival_note = _sentence(world, member, dice, "rivals", "any", values, day)
    if dice.random() < 0.7:
        told.next_step = _sentence(world, member, dice, outcome, "next", values, day)
    return told


def _outcome(dice: random.Random, order: float, *, prospect: bool) -> str:
    if dice.random() < 0.04:
        return Outcome.NOT_MET
    if prospect:
        return dice.choices((Outcome.INTERESTED, Outcome.OTHER), (4, 1))[0]
    if dice.random() < order:
        return Outcome.ORDER
    return dice.choices(OUTCOMES, (26, 48, 8, 18))[0]


def _met(member: Member, dice: random.Random) -> list[Person]:
    faces = member.faces
    met = [faces[0] if dice.random() < 0.65 or len(faces) == 1 else dice.choice(faces[1:])]
    others = [person for person in faces if person not in met]
    if others and dice.random() < 0.35:
        met.append(dice.choice(others))
    return met


def _points(
    world: World, member: Member, day: date, dice: random.Random, told: Told, values: dict[str, Any]
) -> str:
    parts = [_sentence(world, member, dice, told.outcome, "leads", values, day, counted=bool(told.counted))]
    if told.outcome != Outcome.NOT_MET:
        told.promise = _promise(world, member, day, dice, values, complaint=told.outcome == Outcome.COMPLAINT)
        if told.promise:
            entry, filled = told.promise
            parts.append(world.voice.say({**entry, **entry["said"]}, **filled))
        if dice.random() < (0.5 if not told.promise else 0.2):
            parts.append(_sentence(world, member, dice, "topics", "any", values, day))
    return world.voice.sentences(part for part in parts if part)


def _promise(
    world: World,
    member: Member,
    day: date,
    dice: random.Random,
    values: Mapping[str, Any],
    *,
    complaint: bool,
) -> tuple[Entry, dict[str, Any]] | None:
    """Perhaps a promise: of a kind that was not given to this account in the last two months."""
    part = member.part
    likely = 0.26 if part.is_key else {"A": 0.26, "B": 0.17}.get(part.value_class or "C", 0.1)
    if part.status == "prospect" or dice.random() > likely * (2 if complaint else 1):
        return None
    fresh = [
        entry
        for entry in texts("promises")["promise"]
        if (day - world.promised.get((member, entry["key"]), date.min)).days > 60
    ]
    entry = world.voice.pick(
        dice,
        fresh,
        place=f"promise {part.number}",
        trade=part.trade,
        month=day.month,
        coast=member.place.coast,
    )
    if entry is None:
        return None
    world.promised[member, entry["key"]] = day
    low, high = entry.get("count", (6, 40))
    return entry, {**values, "n": dice.randint(low, high)}


def _sentence(
    world: World,
    member: Member,
    dice: random.Random,
    subject: str,
    kind: str,
    values: Mapping[str, Any],
    day: date,
    *,
    counted: bool = False,
) -> str:
    entry = world.voice.pick(
        dice,
        texts("scenes")[subject][kind],
        place=f"{subject} {member.part.number}",
        trade=member.part.trade,
        month=day.month,
        coast=member.place.coast,
        counted=counted,
    )
    return world.voice.say(entry, **values) if entry else ""
