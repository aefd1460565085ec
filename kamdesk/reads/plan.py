"""The data of a week plan: what is planned, and what the rep should know at each door."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from kamdesk.calendars import Kind, day_kind
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.facts import Period
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.warnings import StopWarning, WarningCode, leave_warning
from kamdesk.papers.common import Rhythm
from kamdesk.papers.plan import DuePromise, OpenAccount, PlanDay, PlanStop, WeekPlan
from kamdesk.reads.aliases import Aliases, read_aliases
from kamdesk.reads.before_visit import Known, calls_for_briefing, read_known
from kamdesk.reads.cautions import cautions
from kamdesk.reads.days import Holidays
from kamdesk.reads.figures import read_figures
from kamdesk.reads.imprint import imprint
from kamdesk.reads.line import LineDay, WeekLine, read_week_line
from kamdesk.reads.stops import Stop, read_accounts
from kamdesk.reads.waiting import open_accounts

# Said once for the day, not again at each of its stops.
OF_THE_DAY = frozenset(
    {WarningCode.HOLIDAY, WarningCode.MAKE_UP_WORKDAY, WarningCode.LEAVE, WarningCode.REP_DAY_OFF}
)


def week_plan(store: Store, *, monday: date, now: datetime, holidays: Holidays = day_kind) -> WeekPlan:
    """The plan of the week from ``monday`` as it stands at ``now``. Raises NotFound in a book that was not set up.

    Cancelled visits and those moved away are not on it; the figures are those of the week before.
    """
    with store.read() as connection:
        line = read_week_line(connection, monday=monday, now=now, holidays=holidays)
        aliases = read_aliases(connection)
        stops = [stop for stop in line.stops if stop.stands]
        sunday = monday + timedelta(days=6)
        known = read_known(
            connection, aliases, (stop.account.id for stop in stops), today=line.today, until=sunday
        )
        waiting = open_accounts(connection, aliases, stops, today=line.today, monday=monday)
        year, week, _ = monday.isocalendar()
        before = Period(monday - timedelta(days=7), monday - timedelta(days=1))
        return WeekPlan(
            imprint=imprint(connection, line.rep),
            line=_line_name(connection, line),
            year=year,
            week=week,
            days=tuple(_day(day, line, known, waiting) for day in line.days),
            promises=_promises(connection, aliases, sunday),
            open_accounts=waiting,
            figures=read_figures(connection, before, now),
            tolerance=line.rep.tolerance,
            currency=_currency(connection),
            before_over=line.today >= monday,
        )


def _day(day: LineDay, line: WeekLine, known: Known, waiting: tuple[OpenAccount, ...]) -> PlanDay:
    return PlanDay(
        day=day.date,
        stops=tuple(_stop(stop, line, known) for stop in day.standing),
        cautions=cautions(_of_day(day)),
        nearby=tuple(one for one in waiting if one.day == day.date),
        way_home=day.way_home,
    )


def _of_day(day: LineDay) -> list[StopWarning]:
    """What holds for the whole day, also one without stops; that a day is off is worth saying where it has some."""
    found = []
    if day.kind == Kind.HOLIDAY:
        found.append(StopWarning(WarningCode.HOLIDAY, {"name": day.festival or ""}))
    if day.kind == Kind.MAKE_UP_WORKDAY:
        found.append(StopWarning(WarningCode.MAKE_UP_WORKDAY, {"name": day.festival or ""}))
    if day.leave is not None:
        found.append(leave_warning(day.leave, day.substitute))
    if any(warning.code is WarningCode.REP_DAY_OFF for stop in day.standing for warning in stop.warnings):
        found.append(StopWarning(WarningCode.REP_DAY_OFF))
    return found


def _stop(stop: Stop, line: WeekLine, known: Known) -> PlanStop:
    account, of = stop.account, stop.account.id
    last = next((visit for visit in known.last.get(of, ()) if visit.on < stop.date), None)
    promises = known.promises.get(of, ())
    return PlanStop(
        account=account.name,
        start=stop.start,
        minutes=stop.minutes,
        short_name=account.short_name,
        brief=account.brief,
        area=account.district or account.city,
        address=account.address,
        phone=known.phones.get(of),
        people=known.people.get(of, ()),
        rhythm=_rhythm(stop, line),
        promised=stop.slot is not None and stop.slot.promised,
        origin=stop.origin,
        state=stop.state,
        moved_from=stop.moved_from,
        travel=stop.travel,
        last_visit=last,
        promises=promises,
        objective=stop.objective,
        actions=known.actions.get(of, ()),
        products=known.products.get(of, ()),
        read_first=calls_for_briefing(last, known.noted.get(of), promises, line.today),
        cautions=cautions(warning for warning in stop.warnings if warning.code not in OF_THE_DAY),
    )


def _rhythm(stop: Stop, line: WeekLine) -> Rhythm | None:
    if stop.slot is None:
        return None
    return Rhythm(stop.slot.every_weeks, stop.slot.dots, line.cycle_week, stop.slot.next_on)


def _promises(connection: Connection, aliases: Aliases, until: date) -> tuple[DuePromise, ...]:
    """Every open promise that is due by ``until``, by due day."""
    p = t.promise.c
    rows = connection.execute(
        select(p.account_id, p.what, p.due_on, t.contact.c.name)
        .outerjoin(t.contact, p.contact_id == t.contact.c.id)
        .where(p.deleted_at.is_(None), p.state == PromiseState.OPEN, p.due_on <= until)
        .order_by(p.due_on, p.id)
    ).all()
    accounts = read_accounts(connection, (aliases.of(row.account_id) for row in rows))
    return tuple(
        DuePromise(row.what, row.due_on, account.called, row.name)
        for row in rows
        if (account := accounts.get(aliases.of(row.account_id)))
    )


def _line_name(connection: Connection, line: WeekLine) -> str:
    name = connection.scalar(select(t.visit_line.c.name).where(t.visit_line.c.id == line.rep.line_id))
    return name or line.rep.name


def _currency(connection: Connection) -> str | None:
    """The currency in which most orders are written."""
    o = t.order.c
    return connection.scalar(
        select(o.currency)
        .where(o.deleted_at.is_(None), o.currency.is_not(None))
        .group_by(o.currency)
        .order_by(func.count().desc(), o.currency)
        .limit(1)
    )
