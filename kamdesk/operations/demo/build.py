"""Makes the demo book: draws everybody, sets the book up, lets the weeks go by."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from kamdesk.db.copying import remove_book
from kamdesk.db.key import Secret
from kamdesk.db.opening import new_book, seeded_ids
from kamdesk.db.store import Store, random_id
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.geo import Point
from kamdesk.domain.schedule import cycle_week, monday_of
from kamdesk.operations.book import change_rep, set_up
from kamdesk.operations.demo.aiming import write_knowledge
from kamdesk.operations.demo.crowd import write_crowd
from kamdesk.operations.demo.firms import ONE_STOCK, Firms
from kamdesk.operations.demo.haste import in_haste
from kamdesk.operations.demo.leaves import take_days_off
from kamdesk.operations.demo.lists import cast, texts
from kamdesk.operations.demo.masters import Masters, write_products
from kamdesk.operations.demo.members import Member
from kamdesk.operations.demo.owing import write_lists
from kamdesk.operations.demo.past import write_sales
from kamdesk.operations.demo.people import Crowd, foreigner
from kamdesk.operations.demo.route import (
    CYCLE,
    Stop,
    add_lunch_warning,
    add_tight_warning,
    draw_line,
    free_time,
)
from kamdesk.operations.demo.setting import ZONE, Setting
from kamdesk.operations.demo.stock import Shelf, draw_shelves
from kamdesk.operations.demo.stories import begin_slots, hand_over, tell_stories
from kamdesk.operations.demo.voice import Voice
from kamdesk.operations.demo.weekly import fill_agenda, plan_prospect, set_objectives
from kamdesk.operations.demo.world import World
from kamdesk.operations.indexing import build_index, postpone_index
from kamdesk.words import Language

HOME = Point(28.6562, 121.4187)
# Below this many weeks nothing but visits happens; the line stands as it ends.
STORY_WEEKS = 6
MOVED_BY_CUSTOMER, MOVED_BY_US = 3, 2
ENDED = (AccountStatus.LOST, AccountStatus.BLOCKED, AccountStatus.GIVEN_UP)
COLLEAGUES = ("me", "manager", "tech", "logistics", "finance", "before")

Progress = Callable[[float], None]


def make_demo(
    path: Path,
    *,
    now: datetime,
    accounts: int = 60,
    weeks: int = 26,
    seed: int = 1,
    secret: Secret = None,
    language: Language = "zh",
    progress: Progress | None = None,
) -> Store:
    """A new book at ``path`` of a rep with ``accounts`` customers and ``weeks`` weeks of history up to ``now``.

    What is in it, ids included, depends on the other arguments alone; its replica is its own. The week of ``now`` is
    the last; with no weeks at all the line begins on the coming Monday. ``progress`` hears from 0 to 1 how much is
    done; what it raises ends the work, and no book is left. Raises BookError as `new_book` does.
    """
    setting = Setting(seed=seed, language=language, now=now, weeks=max(0, weeks), accounts=max(0, accounts))
    heard = progress or (lambda share: None)
    prepared = setting.before_now(setting.at(setting.prepared, 16 * 60))
    crowd = Crowd(setting)
    colleagues = {role: crowd.name()[0 if language == "zh" else 1] for role in COLLEAGUES}
    store = new_book(path, secret, now=prepared, user=colleagues["me"], new_id=seeded_ids(seed, prepared))
    try:
        with in_haste(store):
            postpone_index(store)
            _write(store, setting, crowd, colleagues, prepared, heard)
            build_index(store)
    except BaseException:
        store.close()
        remove_book(path)
        raise
    # From here on the book is somebody's own: two copies must not give the same ids to different things.
    store.new_id, store.user = random_id, getpass.getuser()
    heard(1.0)
    return store


def _write(
    store: Store,
    setting: Setting,
    crowd: Crowd,
    colleagues: dict[str, str],
    prepared: datetime,
    heard: Progress,
) -> None:
    firms, voice = Firms(setting), Voice(setting.language)
    members = _members(setting, firms, crowd)
    anchor = monday_of(setting.prepared)
    told = setting.weeks >= STORY_WEEKS
    line = _line(setting, members, cycle_week(anchor, setting.monday, CYCLE), told=told)
    company = texts("names")["people"]["company"][setting.language]
    changes = set_up(
        store, rep_name=colleagues["me"], now=prepared, company=company, phone=crowd.mobile(), zone=ZONE
    )
    (rep_id,) = changes.of("rep")
    change_rep(store, rep_id=rep_id, now=prepared, home_latitude=HOME.latitude, home_longitude=HOME.longitude)
    world = World(
        setting=setting,
        store=store,
        voice=voice,
        members=members,
        line=line,
        anchor=anchor,
        colleagues=colleagues,
        rivals=[name.split(" ")[setting.language == "en"] for name in texts("names")["people"]["rivals"]],
        goods=write_products(store, setting, prepared),
        shelves=_shelves(setting, members),
    )
    if not told:
        world.gone = {member for member in members if member.part.status in ENDED}
    masters = Masters(setting, voice, rep_id, colleagues)
    _write_masters(world, masters, prepared, told=told)
    begin_slots(world, prepared, told=told)
    take_days_off(world)
    hand_over(world)
    if told:
        tell_stories(world, masters, crowd)
    fill_agenda(world)
    span = max(timedelta(hours=1), setting.now - prepared)
    part = 0.95 if setting.accounts <= len(cast()) else 0.2
    world.agenda.run(setting.now, lambda moment: heard(max(0.0, part * ((moment - prepared) / span))))
    _look_ahead(world)
    write_crowd(world, masters, firms, lambda share: heard(part + (1 - part) * share))
    write_lists(world)
    write_sales(world)
    if told:
        write_knowledge(world)


def _shelves(setting: Setting, members: list[Member]) -> dict[Member, list[Shelf]]:
    """What lies where; an office and its warehouse sell from one stock."""
    dice, found = setting.dice("shelves"), {}
    shared: dict[Member, list[Shelf]] = {}
    for member in members:
        drawn = draw_shelves(member, setting.first, dice)
        if member.parent and member.part.story in ONE_STOCK:
            drawn = shared.setdefault(member.parent, drawn)
        found[member] = drawn
    return found


def _members(setting: Setting, firms: Firms, crowd: Crowd) -> list[Member]:
    found: dict[int, Member] = {}
    for part in cast()[: setting.accounts]:
        member = firms.draw(part, found.get(part.parent) if part.parent else None)
        member.people = crowd.staff(member)
        if part.story == "foreign":
            member.people.append(foreigner(setting.dice("foreigner"), member, crowd.mobile()))
        found[part.number] = member
    return list(found.values())


def _line(setting: Setting, members: list[Member], this_week: int, *, told: bool) -> list[Stop]:
    """The line as it ends; the stops that somebody moved remember where they stood before."""
    staying = [m for m in members if m.part.status in ("active", "prospect") or (told and m.visited)]
    line = draw_line(staying, HOME, this_week, setting.dice("line"))
    add_lunch_warning(line)
    add_tight_warning(line)
    if not told:
        for stop in line:
            stop.before = None
        return line
    dice = setting.dice("moved")
    movable = [s for s in line if s.weekday < 4 and s.every > 1 and s.before is None and s.start > 540]
    movable = [s for s in movable if s.member.part.status == "active"]
    dice.shuffle(movable)
    for number, stop in enumerate(movable[: MOVED_BY_CUSTOMER + MOVED_BY_US]):
        taken = [*line, *(s.before for s in line if s.before)]
        stop.before = free_time(taken, stop, dice)
        stop.why = "customer" if number < MOVED_BY_CUSTOMER else "us"
    for member in members:
        if member.part.story in ("dropped", "lost"):
            taken = [*line, *(s.before for s in line if s.before)]
            wished = Stop(member=member, weekday=6, minutes=30, every=4)
            stop = free_time(taken, wished, dice)
            if stop:
                line.append(stop)
    return line


def _write_masters(world: World, masters: Masters, moment: datetime, *, told: bool) -> None:
    setting = world.setting
    with world.store.write("demo.accounts", now=moment) as tx:
        for member in world.members:
            stops = [stop for stop in world.line if stop.member is member]
            masters.account(tx, member, stops, settled=not told)
    with world.store.write("demo.contacts", now=moment) as tx:
        for member in world.members:
            for rank, person in enumerate(member.people):
                masters.person(tx, member, person, rank, setting.prepared)


def _look_ahead(world: World) -> None:
    """What is planned already for the days to come."""
    now = world.setting.before_now(world.setting.now)
    plan_prospect(world, world.setting.today, now)
    ahead = world.setting.monday if world.setting.weeks == 0 else world.setting.monday + timedelta(weeks=1)
    set_objectives(world, max(ahead, world.setting.first), now, likely=0.5)
