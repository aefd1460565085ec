"""What the book knows of the ways besides the estimate: how long the rep has been driving them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import quantiles

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.geo import SPEED_KMH, Point, estimated_minutes
from kamdesk.domain.warnings import Span
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.due import of_own
from kamdesk.reads.line_problem import Roads
from kamdesk.reads.rep import read_rep
from kamdesk.reads.stops import read_accounts

DAYS = 180
"""So far back drives are looked at."""
LEAST, LEAST_HOUR, LEAST_PAIR = 30, 15, 5
"""How many drives it takes to say something of all ways, of an hour of the day, of one way."""
SHORTEST = 5.0
"""A way that is estimated at fewer minutes says more of the parking than of the road."""
LUNCH = Span(11 * 60 + 30, 13 * 60 + 30)
SLOWEST, FASTEST = 3.0, 0.4
"""A gap of so many times the estimate was no drive alone; one of so small a part was not driven, or not written down
as it was."""


@dataclass(frozen=True, slots=True)
class Drive:
    """From the end of one visit to the beginning of the next, on one day."""

    one: str
    two: str
    left: int
    minutes: int
    estimate: float


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """``drives`` is on how many it rests; ``factor`` how many times the estimate a way takes (None: too few),
    ``speeds`` what follows for each hour, ``minutes`` the ways driven often enough, by account ids, at the usual speed.
    """

    drives: int
    factor: float | None = None
    speeds: Mapping[int, float] = field(default_factory=dict)
    minutes: Mapping[tuple[str, str], float] = field(default_factory=dict)

    @property
    def enough(self) -> bool:
        """Whether anything can be said."""
        return self.factor is not None


def known_roads(store: Store, *, on: date, own: bool = True, told: Roads | None = None) -> Roads | None:
    """The ways that the rep has ``told``, then those that he has driven often enough; None where there is neither."""
    learnt = own_times(store, on=on) if own else OwnTimes(0)
    if told is None and not learnt.enough:
        return None
    told = told or Roads()
    return Roads(
        {**learnt.minutes, **told.minutes},
        {**learnt.speeds, **told.speeds},
        drives=learnt.drives if learnt.enough else 0,
        factor=learnt.factor or 1.0,
    )


def own_times(store: Store, *, on: date) -> OwnTimes:
    """What the reports up to ``on`` say of the ways: from when the rep left one customer until he was at the next."""
    with store.read() as connection:
        return learnt(list(_drives(connection, on)))


def learnt(drives: Iterable[Drive]) -> OwnTimes:
    """What a drive takes against its estimate: of all, of an hour, of one way.

    A gap between two visits is never shorter than the drive and often longer, since one waits for the appointed time.
    So gaps that can't be a drive are left out, and of the rest the quarter's mark is taken: that quick were a quarter.
    """
    drives = [each for each in drives if FASTEST <= each.minutes / each.estimate <= SLOWEST]
    if len(drives) < LEAST:
        return OwnTimes(len(drives))
    factor = _typical(each.minutes / each.estimate for each in drives)
    hours: dict[int, list[float]] = defaultdict(list)
    for each in drives:
        hours[each.left // 60].append(each.minutes / each.estimate)
    by_hour = {
        hour: _typical(found) if len(found := hours.get(hour, [])) >= LEAST_HOUR else factor
        for hour in range(24)
    }
    ways: dict[tuple[str, str], list[float]] = defaultdict(list)
    for each in drives:
        ways[each.one, each.two].append(each.minutes / by_hour[each.left // 60])
    minutes: dict[tuple[str, str], float] = {}
    for (one, two), found in sorted(ways.items()):
        both = found + ways.get((two, one), [])
        if len(both) >= LEAST_PAIR:
            minutes[one, two] = minutes[two, one] = _typical(both)
    speeds = {hour: SPEED_KMH / ratio for hour, ratio in by_hour.items()}
    return OwnTimes(len(drives), factor, speeds, minutes)


def _typical(ratios: Iterable[float]) -> float:
    return quantiles(ratios, n=4, method="inclusive")[0]


def _drives(connection: Connection, on: date) -> Iterator[Drive]:
    rep, aliases = read_rep(connection), read_aliases(connection)
    lunch = LUNCH
    if rep.lunch_start is not None and rep.lunch_end is not None:
        lunch = Span(rep.lunch_start, rep.lunch_end)
    v, r = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(r.visited_on, r.arrived, r.left, v.account_id)
        .join_from(t.visit_report, t.visit, r.visit_id == v.id)
        .where(
            r.deleted_at.is_(None), v.deleted_at.is_(None), of_own(connection, v.rep_id),
            r.visited_on > on - timedelta(days=DAYS), r.visited_on <= on,
            r.arrived.is_not(None), r.left.is_not(None),
        )
        .order_by(r.visited_on, r.arrived, r.id)
    ).all()  # fmt: skip
    owner = [aliases.of(row.account_id) for row in rows]
    places = {key: account.place for key, account in read_accounts(connection, owner).items()}
    for (one, here), (two, there) in pairwise(zip(owner, rows, strict=True)):
        if here.visited_on != there.visited_on or one == two:
            continue
        found = _drive(one, two, here.left, there.arrived, places.get(one), places.get(two), lunch)
        if found is not None:
            yield found


def _drive(
    one: str, two: str, left: int, arrived: int, here: Point | None, there: Point | None, lunch: Span
) -> Drive | None:
    """None where the gap says nothing of the way: a place is not known, it is next door, or there was lunch."""
    if here is None or there is None or arrived <= left:
        return None
    if left < lunch.ends and lunch.begins < arrived:
        return None
    estimate = estimated_minutes(here, there)
    return Drive(one, two, left, arrived - left, estimate) if estimate >= SHORTEST else None
