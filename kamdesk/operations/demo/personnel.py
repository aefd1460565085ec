"""What happens to people: a change of job, roles that become certain, somebody who tells us things."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from kamdesk.domain.account import AccountStatus
from kamdesk.operations.confidential import record_informant
from kamdesk.operations.contacts import add_contact, change_job, give_role
from kamdesk.operations.demo.lists import texts
from kamdesk.operations.demo.masters import how_known
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.people import Crowd
from kamdesk.operations.demo.world import World, day_at

AFTERNOON = 17 * 60


def tell_of_people(world: World, crowd: Crowd, share: float) -> None:
    """Somebody changes jobs; two people tell us things; roles that were assumed are confirmed."""
    setting, dice = world.setting, world.setting.dice("people stories")
    large = [m for m in world.members if len(m.people) > 2 and m.part.status == AccountStatus.ACTIVE]
    small = [m for m in world.members if m.part.trade in ("works", "decor") and m not in large]
    if large and small:
        when = setting.at(day_at(world, share, 1), AFTERNOON + 20)
        world.agenda.add(when, partial(_change_job, world, crowd, large[len(large) // 2], small[0]))
    for number, member in enumerate(large[1:3]):
        when = setting.at(day_at(world, 0.5 + 0.3 * number, 2), 21 * 60)
        world.agenda.add(when, partial(_inform, world, member, number))
    for number, member in enumerate(dice.sample(large, min(8, len(large)))):
        when = setting.at(day_at(world, 0.1 * number, number % 5), AFTERNOON + 50)
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
    record_informant(
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
