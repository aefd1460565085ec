"""The book's line as a problem of planning: its slots, who waits for one, hours, lunch, where the day begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kamdesk.db.store import Store
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import DETOUR, NEAR_KM, SPEED_KMH, Point, estimated_minutes, travel
from kamdesk.domain.rhythm import Rank, rank_of
from kamdesk.domain.schedule import LAST_YEAR
from kamdesk.domain.warnings import Span
from kamdesk.planning.problem import RANKS, Day, Fixed, Lunch, Problem, Stop, Window
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import CustomerDays, read_customer_days
from kamdesk.reads.due import SlotRow, slots_in_force
from kamdesk.reads.line_meanwhile import Meanwhile, last_start, stands_on, successors
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.stops import StopAccount, read_accounts

USUAL = Span(9 * 60, 18 * 60)
"""Hours of Monday to Friday where the rep has recorded none."""
LUNCH_PLAY = 30
"""Minutes by which lunch may be earlier or later than the rep has it."""
NEVER = Window(7, 0, 1)
"""What stands for the hours of a customer who never receives when the rep works; none would mean any time."""
LAST_DAY = date(LAST_YEAR, 12, 31)
CHANGE_PRICE = 30.0
"""Minutes of travel in a cycle that another time for an unpromised visit must save."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A visit that an account is to get: how long, how often."""

    account_id: str
    minutes: int
    every_weeks: int


@dataclass(frozen=True, slots=True)
class BookProblem:
    """The problem with what its stops are in the book: ``slots`` by the stop's id; without one it is a new visit,
    whose id is the account's. ``accounts`` and ``called`` by the stop's id.
    """

    problem: Problem
    rep: RepCard
    slots: Mapping[str, SlotRow]
    accounts: Mapping[str, StopAccount]
    roads: Roads | None = None
    """What the ways were reckoned with besides the estimate."""
    unplaced: tuple[str, ...] = ()
    """Stops whose account has no coordinates: planned around, no way counted."""
    later: int = 0
    """How many accounts that wait are left for another time."""
    meanwhile: Meanwhile | None = None
    """What stands until all that is decided has begun; None where nothing changes any more."""

    def last_of(self, slot_id: str) -> str:
        """The slot that stands at last in the place of one that ends: itself where none follows."""
        return self.meanwhile.successors.get(slot_id, slot_id) if self.meanwhile else slot_id

    def waiting(self) -> Mapping[Rank, tuple[int, int]]:
        """Of those without a visit how many are of each rank, and every how many weeks they are to get one."""
        found: dict[Rank, tuple[int, int]] = {}
        for stop in self.problem.stops:
            if stop.id not in self.slots:
                account = self.accounts[stop.id]
                which = rank_of(account.value_class, account.is_key)
                found[which] = found.get(which, (0, 0))[0] + 1, stop.every_weeks
        return {which: found[which] for which in Rank if which in found}

    def called(self, stop: str) -> str:
        """The account's name for eyes."""
        return self.accounts[stop].called


@dataclass(frozen=True, slots=True)
class Roads:
    """What the rep knows of the ways: ``minutes`` from account to account, by their ids and ``start``; ``speeds`` by
    hour of the day.
    """

    minutes: Mapping[tuple[str, str], float] = field(default_factory=dict)
    speeds: Mapping[int, float] = field(default_factory=dict)
    drives: int = 0
    """How many drives of the rep's own they rest on."""
    factor: float = 1.0
    """How many times the estimate those took."""


def line_problem(
    store: Store,
    *,
    on: date,
    wanted: Sequence[Wanted] = (),
    roads: Roads | None = None,
    change_price: float = CHANGE_PRICE,
    decided: bool = True,
) -> BookProblem:
    """The line from ``on`` on and the visits ``wanted``. What is promised is fixed, the rest stands where it is.

    It is the line as it stands once all that is ``decided`` has begun; ``meanwhile`` is what stands until then. Where
    that is not to count it is the line of that day alone. Raises RuleError ``plan_no_home`` where the rep's start is
    not known.
    """
    with store.read() as connection:
        rep, aliases = read_rep(connection), read_aliases(connection)
        every = {
            slot.id: slot
            for slot in slots_in_force(connection, on, LAST_DAY if decided else on).values()
            if slot.line_id == rep.line_id and rep.cycle_weeks % slot.every_weeks == 0
        }
        until = last_start(every.values(), on)
        slots = {slot.id: slot for slot in every.values() if stands_on(slot, until)}
        leaving = {slot.id: slot for slot in every.values() if slot.id not in slots}
        follows = successors(connection, leaving, slots)
        owner = {slot.id: aliases.of(slot.account_id) for slot in every.values()}
        new = {aliases.of(each.account_id): each for each in wanted}
        accounts = read_accounts(connection, [*owner.values(), *new])
        customers = read_customer_days(connection, aliases, {*owner.values(), *new})
    home = _home(rep)
    worked = worked_by(rep)
    stops, of_stop, gone = [], {}, {}
    for slot in sorted(every.values(), key=lambda s: (s.weekday, s.start, s.id)):
        account = accounts.get(owner[slot.id])
        if account is None:
            continue
        fixed = Fixed(slot.weekday + 1, float(slot.start), slot.week_offset)
        stop = Stop(
            id=slot.id,
            point=account.place,
            every_weeks=slot.every_weeks,
            minutes=float(slot.minutes),
            windows=windows(account.id, customers, worked),
            promised=fixed if slot.promised else None,
            now=None if slot.promised else fixed,
            rank=rank(account),
            place=account.id,
        )
        if slot.id in leaving:
            gone[slot.id] = stop, account
            continue
        stops.append(replace(stop, min_days_between=_apart(slot, owner, slots.values())))
        of_stop[slot.id] = account
    for account_id, each in new.items():
        account = accounts.get(account_id)
        if account is None:
            continue
        stops.append(
            Stop(
                id=account_id,
                point=account.place,
                every_weeks=each.every_weeks,
                minutes=float(each.minutes),
                windows=windows(account_id, customers, worked),
                rank=rank(account),
                place=account_id,
                min_days_between=1,
            )
        )
        of_stop[account_id] = account
    problem = Problem(
        cycle_weeks=rep.cycle_weeks,
        speed_kmh=float(SPEED_KMH),
        detour=DETOUR,
        start=home,
        end=None,
        days=tuple(day_of(rep, weekday, spans) for weekday, spans in sorted(worked.items())),
        stops=tuple(stops),
        speeds=dict(roads.speeds) if roads else {},
        minutes_between=_ways(stops, of_stop, home, roads),
        change_price=change_price,
    )
    unplaced = tuple(stop.id for stop in stops if stop.point is None)
    meanwhile = None
    if until > on and gone:
        leave = {name: stop for name, (stop, _) in gone.items()}
        known = of_stop | {name: account for name, (_, account) in gone.items()}
        ways = _ways([*stops, *leave.values()], known, home, roads)
        ways = {ends: minutes for ends, minutes in ways.items() if leave.keys() & set(ends)}
        meanwhile = Meanwhile(on, until, every, leave, ways, follows)
    return BookProblem(problem, rep, slots, of_stop, roads, unplaced, meanwhile=meanwhile)


def _home(rep: RepCard) -> Point:
    if rep.home_latitude is None or rep.home_longitude is None:
        raise RuleError("plan_no_home")
    return Point(rep.home_latitude, rep.home_longitude)


def worked_by(rep: RepCard) -> dict[int, list[Span]]:
    """The rep's hours by weekday (0 is Monday)."""
    worked: dict[int, list[Span]] = defaultdict(list)
    for each in rep.working:
        worked[each.weekday].append(Span(each.begins, each.ends))
    return worked if rep.working else {weekday: [USUAL] for weekday in range(5)}


def day_of(rep: RepCard, weekday: int, spans: Sequence[Span]) -> Day:
    """A weekday's hours with the rep's lunch; the usual hours where none are known."""
    spans = spans or (USUAL,)
    lunch = None
    if rep.lunch_start is not None and rep.lunch_end is not None and rep.lunch_end > rep.lunch_start:
        length = rep.lunch_end - rep.lunch_start
        lunch = Lunch(max(0, rep.lunch_start - LUNCH_PLAY), min(1440, rep.lunch_end + LUNCH_PLAY), length)
    return Day(weekday + 1, min(s.begins for s in spans), max(s.ends for s in spans), lunch)


def windows(
    account_id: str, customers: CustomerDays, worked: Mapping[int, Sequence[Span]]
) -> tuple[Window, ...]:
    """When both are there; where the customer's hours are not known, whenever the rep works."""
    hours = customers.hours.get(account_id)
    return tuple(
        Window(weekday + 1, max(one.begins, two.begins), min(one.ends, two.ends))
        for weekday, spans in sorted(worked.items())
        for one in spans
        for two in ((Span(0, 1440),) if hours is None else hours.get(weekday, ()))
        if max(one.begins, two.begins) < min(one.ends, two.ends)
    ) or (NEVER,)


def rank(account: StopAccount) -> int:
    """How much weighs leaving the account out: by its class; a key account without one as A."""
    return RANKS.get(account.value_class or "", RANKS["A"] if account.is_key else 0)


def _apart(slot: SlotRow, owner: Mapping[str, str], slots: Iterable[SlotRow]) -> int:
    """Visits of one account keep a day apart, but for those that share their weekday today."""
    others = [each for each in slots if owner[each.id] == owner[slot.id] and each.id != slot.id]
    return 0 if not others or any(each.weekday == slot.weekday for each in others) else 1


def _ways(
    stops: Sequence[Stop], accounts: Mapping[str, StopAccount], home: Point, roads: Roads | None
) -> dict[tuple[str, str], float]:
    """Ways that are not straight line × detour ÷ speed: the long ones, which are driven faster, and the told ones."""
    places = {stop.id: (accounts[stop.id].id, stop.point) for stop in stops if stop.point is not None}
    places["start"] = "start", home
    told = roads.minutes if roads else {}
    found = {}
    for one, (account, here) in places.items():
        for two, (other, there) in places.items():
            if one == two:
                continue
            minutes = told.get((account, other))
            if minutes is None and _far(here, there):
                minutes = estimated_minutes(here, there)
            if minutes is not None:
                found[one, two] = minutes
    return found


def _far(here: Point, there: Point) -> bool:
    return travel(here, there).kilometres > NEAR_KM
