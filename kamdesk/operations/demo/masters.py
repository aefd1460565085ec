"""What a book holds before the first visit: products, accounts, people."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from kamdesk.db.store import Store, Transaction
from kamdesk.domain.account import (
    Account,
    AccountCode,
    AccountHours,
    AccountPhone,
    AccountStatus,
    AccountTag,
)
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost, ContactRole
from kamdesk.domain.trade import Product
from kamdesk.operations.demo.firms import LINES
from kamdesk.operations.demo.lists import goods, texts
from kamdesk.operations.demo.members import Member, Person
from kamdesk.operations.demo.people import standing
from kamdesk.operations.demo.route import Stop
from kamdesk.operations.demo.setting import Setting
from kamdesk.operations.demo.voice import Fit, Voice

CODES = "ERP"
# When accounts receive visitors: which days, and from when to when.
HOURS = {
    "dealer": (range(6), ((480, 1050),)),
    "shop": (range(7), ((480, 1110),)),
    "hardware": (range(7), ((450, 1110),)),
    "mall": (range(7), ((510, 1140),)),
    "decor": (range(6), ((510, 1065),)),
    "works": (range(5), ((480, 690), (780, 1050))),
    "warehouse": (range(6), ((450, 690), (780, 1050))),
    "cement": (range(6), ((450, 690), (750, 1050))),
}
WHOLE_DAY = (range(6), ((480, 1080),))


def write_products(store: Store, setting: Setting, now: datetime) -> dict[str, str]:
    """The price list; product ids by code."""
    found = {}
    language = setting.language
    with store.write("demo.products", now=now) as tx:
        for good in goods():
            product = Product(
                id=tx.new_id(),
                name=good.names[language],
                code=good.code,
                specification=good.specifications[language],
                unit=good.units[language],
                pack=good.pack,
                price=good.price,
                currency="CNY",
                tax_included=True,
                discontinued=good.discontinued,
            )
            found[good.code] = product.id
            tx.add(product)
    return found


class Masters:
    """Writes accounts and their people."""

    def __init__(self, setting: Setting, voice: Voice, rep_id: str, colleagues: Mapping[str, str]) -> None:
        self._setting = setting
        self._voice = voice
        self._rep_id = rep_id
        self._colleagues = colleagues
        self._dice = setting.dice("masters")
        self._numbered = 0

    def account(self, tx: Transaction, member: Member, stops: Sequence[Stop], *, settled: bool) -> None:
        """The account with its code, telephones, tags and hours; ``settled``: its later fate is known already."""
        self._numbered += 1
        part, place = member.part, member.place
        status = part.status if settled or part.status == AccountStatus.PROSPECT else AccountStatus.ACTIVE
        located = part.number % 44 != 0
        zh = self._setting.language == "zh"
        member.account_id = tx.new_id()
        tx.add(
            Account(
                id=member.account_id,
                name=member.name,
                short_name=member.short_name,
                parent_id=member.parent.account_id if member.parent else None,
                level=part.level,
                owner_id=self._rep_id,
                status=status,
                status_reason=self.status_reason(member) if status == part.status else None,
                value_class=part.value_class,
                is_key=part.is_key,
                class_reason=self._class_reason(member),
                kind=texts("names")["firm"]["trade"][part.trade]["kind"][self._setting.language],
                country="中国" if zh else "China",
                province=place.province,
                city=place.city,
                district=place.district,
                address=member.address,
                postal_code=place.postcode,
                latitude=member.point.latitude if located else None,
                longitude=member.point.longitude if located else None,
                datum=("gcj02" if self._dice.random() < 0.85 else "wgs84") if located else None,
                wechat=member.wechat,
                visit_minutes=part.minutes,
            )
        )
        code = f"{place.area_code[1:]}{self._numbered:05d}"
        tx.add(AccountCode(id=tx.new_id(), account_id=member.account_id, system=CODES, code=code))
        for rank, (number, extension, kind) in enumerate(member.phones):
            tx.add(
                AccountPhone(
                    id=tx.new_id(),
                    account_id=member.account_id,
                    number=number,
                    extension=extension,
                    kind=kind,
                    rank=rank,
                )
            )
        for rank, tag in enumerate(self._tags(member)):
            tx.add(AccountTag(id=tx.new_id(), account_id=member.account_id, tag=tag, rank=rank))
        if stops or self._dice.random() < 0.4:
            for weekday, opens, closes in hours_for(member, stops):
                tx.add(
                    AccountHours(
                        id=tx.new_id(),
                        account_id=member.account_id,
                        weekday=weekday,
                        opens=opens,
                        closes=closes,
                    )
                )

    def status_reason(self, member: Member) -> str | None:
        """Why an account has the status that it has or comes to have."""
        entry = texts("scenes")["status"].get(member.part.story)
        return self._voice.say(entry) if entry else None

    def _class_reason(self, member: Member) -> str | None:
        """By which figure an account has its class; a site has that of its firm."""
        part, listed = member.part, texts("scenes")["status"]
        if part.level in ("group", "site"):
            return None
        kind = "prospect" if not member.buys else "class_c" if part.value_class == "C" else "class_reason"
        line = LINES["A" if part.value_class == "A" else "B"]
        return self._voice.say(
            listed[kind],
            amount=member.annual // 10_000,
            millions=f"{member.annual / 1e6:.2f}",
            line=line // 10_000,
            line_millions=f"{line / 1e6:.2f}",
            **{"class": part.value_class},
        )

    def _tags(self, member: Member) -> list[str]:
        listed = texts("scenes")
        if member.part.story == "handover":
            return [self._voice.say(listed["handover"]["tag"])]
        found = []
        for _ in range(self._dice.choice((0, 1, 1, 2))):
            fit = Fit(trade=member.part.trade, coast=member.place.coast)
            entry = self._voice.pick(
                self._dice, listed["tags"]["any"], place=f"tags {member.part.number}", fit=fit
            )
            if entry:
                found.append(self._voice.say(entry))
        cash, monthly = (self._voice.say(entry) for entry in listed["tags"]["any"][:2])
        return [tag for tag in dict.fromkeys(found) if tag != cash or monthly not in found]

    def person(self, tx: Transaction, member: Member, person: Person, rank: int, known_on: date) -> None:
        """The person with telephones, the post at the account and the roles that come with it."""
        dice, language = self._dice, self._setting.language
        calendar, year, month, day = person.birthday or (None, None, None, None)
        if not person.contact_id:
            person.contact_id = tx.new_id()
            tx.add(
                Contact(
                    id=person.contact_id,
                    name=person.name,
                    latin_name=person.latin if person.latin and language == "en" else None,
                    salutation=person.salutation,
                    wechat=person.wechat,
                    email=person.email,
                    birth_calendar=calendar,
                    birth_year=year,
                    birth_month=month,
                    birth_day=day,
                )
            )
            numbers: list[tuple[str, str | None, str]] = [(person.mobile, None, "mobile")]
            if person.direct:
                numbers.append((*person.direct, "office"))
            for place, (number, extension, kind) in enumerate(numbers):
                tx.add(
                    ContactPhone(
                        id=tx.new_id(),
                        contact_id=person.contact_id,
                        number=number,
                        extension=extension,
                        kind=kind,
                        rank=place,
                    )
                )
        head = member.people[0]
        support, sure = standing(dice)
        person.post_id = tx.new_id()
        tx.add(
            ContactPost(
                id=person.post_id,
                contact_id=person.contact_id,
                account_id=member.account_id,
                title=person.post["title"][language],
                department=person.post["department"][language] if "department" in person.post else None,
                reports_to=head.contact_id if person is not head and dice.random() < 0.8 else None,
                support=support if dice.random() < 0.85 else None,
                influence=person.post["influence"] if dice.random() < 0.85 else None,
                counterpart=self._counterpart(person),
                since=known_on - timedelta(days=dice.randint(200, 2600)) if dice.random() < 0.4 else None,
                rank=rank,
            )
        )
        for role in person.post["roles"]:
            tx.add(
                ContactRole(
                    id=tx.new_id(),
                    contact_id=person.contact_id,
                    account_id=member.account_id,
                    role=role,
                    standing=sure,
                    how_known=how_known(self._voice, dice, role) if sure == "confirmed" else None,
                    since=known_on,
                )
            )

    def _counterpart(self, person: Person) -> str | None:
        """Who on our side looks after a person: by what they decide, else the rep."""
        roles = person.post["roles"]
        if "technical_buyer" in roles:
            return self._colleagues["tech"]
        if "economic_buyer" in roles and "decision_maker" not in roles:
            return self._colleagues["finance"]
        return self._colleagues["me"] if self._dice.random() < 0.7 else None


def how_known(voice: Voice, dice: random.Random, role: str) -> str:
    """From what the rep knows that somebody holds ``role``."""
    return voice.say(dice.choice(texts("people")["how_known"][role]))


def hours_for(member: Member, stops: Sequence[Stop]) -> list[tuple[int, int, int]]:
    """The account's hours; none in which its fixed visits would not have room."""
    times = [(s.weekday, s.start, s.end) for stop in stops for s in (stop, stop.before) if s is not None]
    for days, spans in (HOURS[member.part.trade], WHOLE_DAY):
        if all(
            weekday in days and any(opens <= start and end <= closes for opens, closes in spans)
            for weekday, start, end in times
        ):
            return [(weekday, opens, closes) for weekday in days for opens, closes in spans]
    return [(weekday, *span) for weekday in WHOLE_DAY[0] for span in WHOLE_DAY[1]]
