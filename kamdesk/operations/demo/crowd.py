"""Accounts beyond those of the line: a name, a person, notes, now and then an order; as many as are asked for.

With them the book has twenty notes an account.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kamdesk.db.store import Transaction
from kamdesk.domain.note import Note
from kamdesk.domain.trade import Order
from kamdesk.operations.demo.firms import Firms
from kamdesk.operations.demo.lists import Part, cast, places, texts
from kamdesk.operations.demo.masters import Masters
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.people import Crowd
from kamdesk.operations.demo.speaking import Speaker
from kamdesk.operations.demo.voice import Voice
from kamdesk.operations.demo.world import World

NOTES = 20
CHUNK = 100
TRADES = {"shop": 30, "hardware": 24, "decor": 16, "works": 14, "dealer": 10, "mall": 3, "cement": 3}
CLASSES = {"C": 78, "B": 18, "A": 4}
STATUSES = {"active": 74, "prospect": 18, "inactive": 8}
MEMORY_DAYS = 400


def write_crowd(world: World, masters: Masters, firms: Firms, heard: Callable[[float], None]) -> None:
    """Writes the accounts that the cast has no part for; memory stays what a hundred of them take."""
    numbers = range(len(cast()) + 1, world.setting.accounts + 1)
    if not numbers:
        return
    crowd = Crowd(world.setting, "crowd")
    missing = NOTES * world.setting.accounts - world.notes
    for first in range(numbers.start, numbers.stop, CHUNK):
        chunk = range(first, min(first + CHUNK, numbers.stop))
        with world.store.write("demo.more", now=world.setting.now) as tx:
            for number in chunk:
                notes = missing // len(numbers) + (number - numbers.start < missing % len(numbers))
                _write_one(world, tx, masters, firms.draw(_part(world, number)), crowd, notes)
        world.voice = Voice(world.setting.language)
        heard((chunk.stop - numbers.start) / len(numbers))


def _part(world: World, number: int) -> Part:
    dice = world.setting.dice("part", number)
    status = dice.choices(list(STATUSES), list(STATUSES.values()))[0]
    return Part(
        number=number,
        place=dice.choice(list(places())),
        trade=dice.choices(list(TRADES), list(TRADES.values()))[0],
        value_class=None if status == "prospect" else dice.choices(list(CLASSES), list(CLASSES.values()))[0],
        is_key=None if status == "prospect" else False,
        level="company",
        parent=None,
        visits="none",
        minutes=30,
        status=status,
        story="",
    )


def _write_one(
    world: World, tx: Transaction, masters: Masters, member: Member, crowd: Crowd, notes: int
) -> None:
    setting = world.setting
    dice = setting.dice("one", member.part.number)
    member.people = crowd.staff(member)[: dice.choice((1, 1, 2))]
    masters.account(tx, member, (), settled=True)
    for rank, person in enumerate(member.people):
        masters.person(tx, member, person, rank, setting.prepared)
    entries = texts("scenes")["notes"]["any"]
    days = sorted(dice.randrange(MEMORY_DAYS) for _ in range(notes))
    person = member.people[0]
    speaker = Speaker(world, member, setting.today, dice, person.called)
    for ago in reversed(days):
        day = setting.today - timedelta(days=ago)
        speaker.day = day
        chosen = speaker.choose("note", entries)
        if chosen is None:
            continue
        entry, values = chosen
        tx.add(
            Note(
                id=tx.new_id(),
                account_id=member.account_id,
                text=world.voice.say(entry, **values),
                noted_on=day,
                contact_id=person.contact_id if "{who}" in entry["zh"] else None,
            )
        )
    if member.part.status == "active" and dice.random() < 0.4:
        tx.add(
            Order(
                id=tx.new_id(),
                account_id=member.account_id,
                ordered_on=setting.today - timedelta(days=dice.randrange(MEMORY_DAYS)),
                amount=max(1, member.annual // 24) * 100,
                currency="CNY",
                tax_included=True,
            )
        )
