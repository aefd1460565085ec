"""What the rep has found out about accounts by the end of the weeks: a part of it, with gaps, some of it old."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.transaction import Transaction
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.checks import DEFAULT_CURRENCY, check, clean
from kamdesk.domain.knowledge.described import As, described
from kamdesk.domain.note import Attachment
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.world import World

SKIPPED = 0.2
OLDER = (20, 90)
PAPERS = (("cost_saving", "analysis"), ("comparison", "comparison"))


class Finder:
    """Writes records of what was found out, each by the declaration of its kind."""

    def __init__(self, world: World, tx: Transaction, rep_id: str) -> None:
        self.world, self.tx, self.rep_id = world, tx, rep_id
        self.today = world.setting.today
        self.language = world.setting.language
        self.rivals: list[str] = []
        self.services: dict[str, str] = {}

    def say(self, entry: Mapping[str, str]) -> str:
        return entry[self.language]

    def write(self, table: str, **fields: Any) -> str:
        """A row of a kind; texts stripped, money in the house's currency. Its id."""
        fields = {"known_on": self.today, "recorded_by": self.rep_id, **fields}
        values = {
            field.name: clean(table, field, fields.get(field.name, field.usual))
            for field in described(KINDS[table])
        }
        money = [field.name for field in described(KINDS[table]) if field.shape is As.MONEY]
        if any(values[name] is not None for name in money):
            values["currency"] = values["currency"] or DEFAULT_CURRENCY
        check(table, values, self.today)
        return self.tx.make(KINDS[table], id=self.tx.new_id(), **values).id

    def begin(self) -> None:
        """The competitors and the lines of the service matrix."""
        known_on = self.world.setting.prepared
        self.rivals = [self.write("competitor", name=name, known_on=known_on) for name in self.world.rivals]
        for rank, (kind, said) in enumerate(texts("knowledge")["services"].items(), start=1):
            self.services[kind] = self.write(
                "service_item", name=self.say(said), kind=kind, rank=rank, known_on=known_on
            )

    def entry(
        self, table: str, entry: Mapping[str, Any], member: Member, dice: random.Random
    ) -> dict[str, Any]:
        """The fields of an entry, its ranges drawn, its days counted from today, its people named."""
        shapes = {field.name: field.shape for field in described(KINDS[table])}
        return {name: self._value(shapes[name], value, member, dice) for name, value in entry.items()}

    def _value(self, shape: As, value: Any, member: Member, dice: random.Random) -> Any:
        if isinstance(value, dict):
            return self.say(value)
        if isinstance(value, list):
            value = dice.randint(*value)
        if isinstance(value, str) and value.startswith("@"):
            return self._somebody(value[1:], member, dice)
        if shape is As.DAY:
            return self.today + timedelta(days=int(value))
        return value * 100 if shape is As.MONEY else value

    def _somebody(self, who: str, member: Member, dice: random.Random) -> str | None:
        if who == "rival":
            return dice.choice(self.rivals)
        if who == "main":
            faces = [person.contact_id for person in member.faces if person.contact_id]
            return faces[0] if faces else None
        return self.world.colleagues[who]


def find_out(finder: Finder) -> None:
    """What is known of each account, key accounts first of all."""
    plan = texts("knowledge")["plan"]
    for member in finder.world.members:
        if member.part.level not in ("company", "group") or not member.account_id:
            continue
        dice = finder.world.setting.dice("found out", member.part.number)
        key = bool(member.part.is_key)
        for table, how in plan.items():
            _some(finder, table, how, member, key, dice)
        _team(finder, member, key, dice)
        if key:
            _matrix(finder, member, dice)
            _papers(finder, member, dice)
            _checks(finder, member, dice)
        if not member.buys:
            _prospect(finder, member, dice)


def _some(
    finder: Finder, table: str, how: Mapping[str, Any], member: Member, key: bool, dice: random.Random
) -> None:
    low, high = how["key" if key else "other"]
    number = dice.randint(low, high)
    if not number or dice.random() < SKIPPED:
        return
    entries = texts("knowledge")[table]
    for rank, entry in enumerate(dice.sample(entries, min(number, len(entries))), start=1):
        fields = finder.entry(table, entry, member, dice)
        ago = dice.randint(*how["age"])
        if dice.random() < how["stale"]:
            ago = how["age"][1] + dice.randint(*OLDER)
        fields.setdefault("known_on", finder.today - timedelta(days=ago))
        if table == "need":
            fields["rank"] = rank
        if table == "potential":
            fields["amount"] = member.annual * dice.randint(110, 260)
        if fields.get("answered_on"):
            fields["answered_on"] = max(fields["answered_on"], fields["known_on"])
        row_id = finder.write(table, account_id=member.account_id, **fields)
        if table == "benefit" and dice.random() < 0.6:
            _valued(finder, row_id, member, fields["known_on"], dice)
        if table == "risk" and dice.random() < 0.7:
            _advised(finder, row_id, fields["known_on"], member, dice)


def _valued(finder: Finder, benefit: str, member: Member, known_on: date, dice: random.Random) -> None:
    day = max(known_on, finder.today - timedelta(days=dice.randint(5, 170)))
    main = finder.entry("benefit_valuation", {"said_by": "@main"}, member, dice)
    finder.write("benefit_valuation", benefit_id=benefit, score=dice.randint(3, 5), known_on=day, **main)


def _advised(finder: Finder, risk: str, known_on: date, member: Member, dice: random.Random) -> None:
    said = {"zh": "劝过投保、把货垫高", "en": "advised to insure the goods and to stack them higher"}
    answer = dice.choice(("none", "promised", "followed"))
    finder.write("advice", risk_id=risk, what=finder.say(said), answer=answer, known_on=known_on)


def _team(finder: Finder, member: Member, key: bool, dice: random.Random) -> None:
    since = finder.world.setting.prepared - timedelta(days=dice.randint(0, 700))
    if key or dice.random() < 0.4:
        own = {"name": finder.world.colleagues["me"], "function": "sales", "part": "owner"}
        finder.write(
            "account_team",
            account_id=member.account_id,
            since=since,
            known_on=since,
            rep_id=finder.rep_id,
            **own,
        )
    for role, function in (("tech", "technical"), ("logistics", "logistics"), ("finance", "finance")):
        if key and dice.random() < 0.55:
            finder.write(
                "account_team",
                account_id=member.account_id,
                name=finder.world.colleagues[role],
                function=function,
                part="support",
                since=since,
                known_on=since,
            )


def _matrix(finder: Finder, member: Member, dice: random.Random) -> None:
    if dice.random() < SKIPPED:
        return
    rival = dice.choice(finder.rivals)
    known_on = finder.today - timedelta(days=dice.randint(10, 220))
    for item in dice.sample(list(finder.services.values()), dice.randint(4, 7)):
        ours = dice.choices(("yes", "no"), (75, 25))[0]
        theirs = dice.choices(("yes", "no", "unknown"), (45, 35, 20))[0]
        for given, competitor_id, low in ((ours, None, 3), (theirs, rival, 2)):
            finder.write(
                "service_mark",
                account_id=member.account_id,
                item_id=item,
                competitor_id=competitor_id,
                given=given,
                wanted=dice.random() < 0.5 if competitor_id is None else None,
                rating=dice.randint(low, 5) if given == "yes" and dice.random() < 0.7 else None,
                known_on=known_on,
            )


def _papers(finder: Finder, member: Member, dice: random.Random) -> None:
    """Now and then an analysis was handed over; the file is kept with it."""
    said = texts("knowledge")["goals"]
    for paper, name in PAPERS:
        if dice.random() >= 0.3:
            continue
        issued = finder.write(
            "report_issue",
            account_id=member.account_id,
            paper=paper,
            version="1",
            known_on=finder.today - timedelta(days=dice.randint(10, 200)),
            contact_id=member.faces[0].contact_id or None if member.faces else None,
        )
        content = finder.say(said["paper_head"]).encode("utf-8-sig")
        sha256 = hashlib.sha256(content).hexdigest()
        row = {"sha256": sha256, "size": len(content), "content": content}
        finder.tx.connection.execute(insert(t.attachment_content).values(**row).on_conflict_do_nothing())
        finder.tx.make(
            Attachment,
            id=finder.tx.new_id(),
            subject="report_issue",
            subject_id=issued,
            name=finder.say(said[name]),
            media_type="text/csv",
            sha256=sha256,
        )


def _checks(finder: Finder, member: Member, dice: random.Random) -> None:
    said = texts("knowledge")["goals"]
    checks = (("W14", "none", "no_threat", 0.35), ("W12", "not_applicable", "not_applicable", 0.15))
    for question, outcome, reason, likely in checks:
        if dice.random() < likely:
            finder.write(
                "checked",
                question=question,
                outcome=outcome,
                account_id=member.account_id,
                reason=finder.say(said[reason]),
                checked_by=finder.world.colleagues["me"],
                known_on=finder.today - timedelta(days=dice.randint(3, 90)),
            )


def _prospect(finder: Finder, member: Member, dice: random.Random) -> None:
    finder.write(
        "prospect",
        account_id=member.account_id,
        expected_on=finder.today + timedelta(days=dice.randint(20, 500)),
        source=dice.choice(("visit", "recommended", "fair", "office")),
        qualified=dice.choices(("yes", "unknown"), (60, 40))[0],
        amount=dice.randint(10, 120) * 1_000_000,
        known_on=finder.today - timedelta(days=dice.randint(5, 90)),
    )
