"""A place proposed for each account that waits: the cheapest one that is free in every week of the cycle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from kamdesk.db.store import Store
from kamdesk.domain.geo import Point, travel
from kamdesk.domain.insertion import Busy, DayPlan, Insertion, cheapest_place
from kamdesk.domain.schedule import LAST_YEAR, rhythm_dots
from kamdesk.domain.walltime import local_day
from kamdesk.domain.warnings import Span
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import read_customer_days
from kamdesk.reads.due import SlotRow, slots_in_force
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.stops import read_accounts

USUAL = (Span(9 * 60, 18 * 60),)
"""Hours of a workday where the rep has recorded none."""
MINUTES = 60


def propose_places(
    store: Store, *, account_ids: Iterable[str], monday: date, now: datetime, minutes: int = MINUTES
) -> dict[str, Insertion | None]:
    """For each account a place from the week of ``monday`` on, as a weekly visit; None for one that can't be reached,
    visited and left again within a day's hours. Those without coordinates, or a free place, are not in it.

    A place that is free every week is free for any rhythm. Where it is not known from where the day begins, nothing is
    said of the way.
    """
    with store.read() as connection:
        rep, aliases = read_rep(connection), read_aliases(connection)
        first = max(monday, local_day(now, rep.zone))
        slots = slots_in_force(connection, first, date(LAST_YEAR, 12, 31))
        wanted = [aliases.of(account_id) for account_id in account_ids]
        places = read_accounts(connection, [*wanted, *(aliases.of(s.account_id) for s in slots.values())])
        customers = read_customer_days(connection, aliases, wanted)
    at = {account_id: account.place for account_id, account in places.items()}
    days = _days(rep, [(slot, at.get(aliases.of(slot.account_id))) for slot in slots.values()])
    home = None
    if rep.home_latitude is not None and rep.home_longitude is not None:
        home = Point(rep.home_latitude, rep.home_longitude)
    lunch = None
    if rep.lunch_start is not None and rep.lunch_end is not None:
        lunch = Span(rep.lunch_start, rep.lunch_end)
    found: dict[str, Insertion | None] = {}
    longest = max((max(s.ends for s in d.works) - min(s.begins for s in d.works) for d in days), default=0)
    for account_id in wanted:
        place = at.get(account_id)
        if place is None:
            continue
        if home is not None and 2 * travel(home, place).minutes + minutes > longest:
            found[account_id] = None
            continue
        best = cheapest_place(
            days,
            place=place,
            minutes=minutes,
            opens=customers.hours.get(account_id),
            lunch=lunch,
            home=home,
        )
        if best is not None:
            found[account_id] = best if home is not None else replace(best, kilometres=None)
    return found


def _days(rep: RepCard, slots: Iterable[tuple[SlotRow, Point | None]]) -> list[DayPlan]:
    """The weekdays on which the rep works, with what is fixed in each week of the cycle."""
    worked: dict[int, list[Span]] = defaultdict(list)
    for each in rep.working:
        worked[each.weekday].append(Span(each.begins, each.ends))
    weeks: dict[tuple[int, int], list[Busy]] = defaultdict(list)
    for slot, place in slots:
        dots = rhythm_dots(slot.every_weeks, slot.week_offset, slot.cycle_weeks)
        for week in (number for number, on in enumerate(dots) if on):
            weeks[slot.weekday, week].append(Busy(slot.start, slot.start + slot.minutes, place))
    days = []
    for weekday in range(7):
        hours = tuple(worked[weekday]) if rep.working else USUAL if weekday < 5 else ()
        if hours:
            fixed = [
                sorted(weeks[weekday, n], key=lambda b: (b.begins, b.ends)) for n in range(rep.cycle_weeks)
            ]
            days.append(DayPlan(weekday, hours, tuple(tuple(stops) for stops in fixed)))
    return days
