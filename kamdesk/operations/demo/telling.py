"""What a visit brought and how the rep writes it down."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kamdesk.domain.visit import Outcome
from kamdesk.operations.demo.lists import Entry, Good, texts
from kamdesk.operations.demo.members import Member, Person
from kamdesk.operations.demo.speaking import Speaker
from kamdesk.operations.demo.stock import Shelf, order_for
from kamdesk.operations.demo.world import World

TRADES_COUNTED = ("dealer", "shop", "mall", "cement", "warehouse")
# Goods are counted where they lie, orders are given where they are sold.
NEVER_COUNTED, NEVER_ORDERS = ("group_office",), ("group_warehouse", "group_company", "chain")
# How likely a customer whose stock runs short orders on the visit.
ORDERS = {"A": 0.68, "B": 0.6, "C": 0.5}
# Who of a customer's people may order.
BUYERS = {"decision_maker", "purchaser"}
OUTCOMES = {Outcome.INTERESTED: 26, Outcome.SERVICE: 48, Outcome.COMPLAINT: 8, Outcome.OTHER: 18}
NOT_MET = 0.04
# How likely a visit brings a promise.
PROMISES = {"A": 0.32, "B": 0.22, "C": 0.14}
AGAIN_AFTER_DAYS = 60


@dataclass
class Told:
    """One visit: how it ended and what is written of it. ``promise`` is the kind of promise made, with its values."""

    outcome: str
    met: list[Person]
    points: str = ""
    rival_note: str | None = None
    next_step: str | None = None
    counted: list[Shelf] = field(default_factory=list)
    ordered: list[tuple[Good, int]] = field(default_factory=list)
    promise: tuple[Entry, dict[str, Any]] | None = None


def tell(world: World, member: Member, day: date, dice: random.Random, *, planned: bool = True) -> Told:
    """Draws what a visit at ``member`` on ``day`` brought."""
    shelves = world.shelves[member]
    for shelf in shelves:
        shelf.advance(day, dice)
    part = member.part
    ordered = (
        order_for(shelves, day, dice, weeks=member.weeks)
        if member.buys and part.story not in NEVER_ORDERS
        else []
    )
    outcome = _outcome(member, dice, ORDERS[part.value_class or "C"] if ordered else 0.0)
    counts = planned and member.buys and part.trade in TRADES_COUNTED and part.story not in NEVER_COUNTED
    likely = 0.92 if part.is_key or part.story in NEVER_ORDERS else 0.5
    told = Told(outcome=outcome, met=_met(member, outcome, dice))
    if outcome != Outcome.NOT_MET and counts and dice.random() < likely:
        told.counted = shelves
    if outcome == Outcome.ORDER:
        told.ordered = ordered
    voice, listed = world.voice, texts("scenes")
    speaker = Speaker(
        world=world,
        member=member,
        day=day,
        dice=dice,
        who=(told.met or member.faces)[0].called,
        main=told.ordered[0][0] if told.ordered else dice.choice(member.goods),
        order=voice.listed([voice.amount(good, count) for good, count in told.ordered])
        if told.ordered
        else "",
        counted=bool(told.counted),
    )
    told.points = _points(speaker, told)
    if outcome != Outcome.NOT_MET and dice.random() < (0.16 if part.is_key else 0.08):
        told.rival_note = speaker.say("rivals", listed["rivals"]["any"])
    if dice.random() < 0.7:
        told.next_step = speaker.say(f"next-{outcome}", listed[outcome]["next"])
    return told


def _outcome(member: Member, dice: random.Random, order: float) -> str:
    if dice.random() < NOT_MET:
        return Outcome.NOT_MET
    if not member.buys:
        return dice.choices((Outcome.INTERESTED, Outcome.OTHER), (4, 1))[0]
    if dice.random() < order:
        return Outcome.ORDER
    outcomes = dict(OUTCOMES)
    if member.part.story in NEVER_ORDERS:
        del outcomes[Outcome.INTERESTED]
    return dice.choices(list(outcomes), list(outcomes.values()))[0]


def _met(member: Member, outcome: str, dice: random.Random) -> list[Person]:
    """Whom the rep saw: the first of them is who speaks, on an order one who may give it."""
    faces = member.faces
    if outcome == Outcome.NOT_MET:
        return []
    if outcome == Outcome.ORDER:
        faces = [person for person in faces if BUYERS.intersection(person.post["roles"])] or faces
    met = [faces[0] if dice.random() < 0.65 or len(faces) == 1 else dice.choice(faces[1:])]
    others = [person for person in member.faces if person not in met]
    if others and dice.random() < 0.35:
        met.append(dice.choice(others))
    return met


def _points(speaker: Speaker, told: Told) -> str:
    """What happened, perhaps a promise, perhaps what else was talked of."""
    listed, dice = texts("scenes"), speaker.dice
    parts = [speaker.say(f"leads-{told.outcome}", listed[told.outcome]["leads"])]
    if told.outcome != Outcome.NOT_MET:
        told.promise = _promise(speaker, complaint=told.outcome == Outcome.COMPLAINT)
        if told.promise:
            entry, values = told.promise
            parts.append(speaker.world.voice.say(entry["said"], **values))
        if dice.random() < (0.2 if told.promise else 0.5):
            parts.append(speaker.say("topics", listed["topics"]["any"]))
    return speaker.world.voice.sentences(part for part in parts if part)


def _promise(speaker: Speaker, *, complaint: bool) -> tuple[Entry, dict[str, Any]] | None:
    """Perhaps a promise: of a kind that was not given to this account in the last two months."""
    part, world = speaker.member.part, speaker.world
    likely = PROMISES["A" if part.is_key else part.value_class or "C"]
    if not speaker.member.buys or speaker.dice.random() > likely * (2 if complaint else 1):
        return None
    fresh = [
        entry
        for entry in texts("promises")["promise"]
        if (speaker.day - world.promised.get((speaker.member, entry["key"]), date.min)).days
        > AGAIN_AFTER_DAYS
    ]
    chosen = speaker.choose("promise", fresh)
    if chosen:
        world.promised[speaker.member, chosen[0]["key"]] = speaker.day
    return chosen
