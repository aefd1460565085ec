"""How one target stands on a day: what should be there by then, what is there, where the gap comes from.

One rule for whoever asks, the window, a command, a question: *due* is what of the target falls on the working days up
to and with the day, weighed by the season; *actual* is what was sold, paid, visited … up to and with the same day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cached_property

from sqlalchemy import Connection

from kamdesk.calendars import Kind as DayType
from kamdesk.domain.facts import Period
from kamdesk.domain.goals.by_day import ByDay, by_day
from kamdesk.domain.goals.coverage import known_since
from kamdesk.domain.goals.gap import Caused, Gap, gap
from kamdesk.domain.goals.periods import Span, overlap, span_around
from kamdesk.domain.goals.tally import Tally
from kamdesk.domain.knowledge.goal import Metric
from kamdesk.domain.selling.facts import months_of, within
from kamdesk.domain.selling.months import year_before
from kamdesk.domain.selling.trend import Season, season
from kamdesk.reads.days import Holidays, read_days
from kamdesk.reads.goal_page.beside import Cause
from kamdesk.reads.goal_page.counted import Counted, count
from kamdesk.reads.goal_page.rates import rate
from kamdesk.reads.goal_page.targets import GoalTarget
from kamdesk.reads.rep import RepCard
from kamdesk.reads.selling import SalesBook
from kamdesk.reads.units import Units

SEASONAL = frozenset({Metric.REVENUE, Metric.VOLUME, Metric.MARGIN, Metric.COLLECTION})


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A period: what is to be reached in it, what of that by ``until``, what is there. None: it can't be told.

    Where the book was begun within the target's period, ``due`` counts from its first record on.
    """

    span: Span
    period: Period
    until: date
    target: int
    due: int
    actual: int | None
    workdays: int
    workdays_past: int


@dataclass(frozen=True)
class Progress:
    """One target, counted until ``until`` (today, or the end of a week that is over)."""

    connection: Connection
    rep: RepCard
    units: Units
    book: SalesBook
    target: GoalTarget
    now: datetime
    today: date
    until: date
    works: Callable[[date], bool]

    @cached_property
    def counted(self) -> Counted:
        return count(self.connection, self.target, self.book, self.units, self.rep, self.today)

    @cached_property
    def tally(self) -> Tally:
        """The facts, so that many periods are summed up quickly."""
        return Tally(self.counted.facts, reason=self.counted.unknown)

    @cached_property
    def begun(self) -> date | None:
        """The first day that is recorded, of goals that are sold; None: from the beginning."""
        if self.target.metric not in SEASONAL:
            return None
        return known_since(self.counted.facts, self.target.period, self.today)

    @cached_property
    def unknown(self) -> str | None:
        """Why nothing can be counted at all."""
        nothing = self.begun is not None and self.begun > self.today
        return self.counted.unknown or ("no_sales_yet" if nothing else None)

    @cached_property
    def season(self) -> Season:
        """The season of what is sold, for goals that are sold; else every month is like any other."""
        if self.target.metric not in SEASONAL:
            return Season({}, 0, "not_sold")
        facts = self.counted.facts
        known = min((fact.first for fact in facts), default=None)
        found = season(*months_of(facts), min(self.target.period.first, self.today), known)
        return found if found.usable else Season({}, found.years, found.reason or "less_than_a_year")

    @cached_property
    def spread(self) -> ByDay:
        """The target by day: the rep's working days without holidays and leave, weighed by the season."""
        target = self.target
        return by_day(target.amount, target.period, self.works, self.season.index, target.parts)

    def around(self, span: Span, anchor: date) -> GoalCard | None:
        """The card of the span around a day; None where the target has no day in it."""
        period = overlap(span_around(span, anchor), self.target.period)
        return None if period is None else self.card(span, period)

    def card(self, span: Span, period: Period) -> GoalCard:
        """What is to be reached in a period of the target, what of it by now, what is there."""
        past = Period(period.first, min(self.until, period.last))
        actual: int | None = None
        if self.target.is_rate:
            goal = due = self.target.amount
            if past.first <= past.last:
                actual = rate(self.connection, self.target, self.units, past, self.now, self.today)
        else:
            goal, due = self.spread.within(period), self.spread.until(self.until, period)
            if self.begun is not None:
                due = max(0, due - self.spread.until(self.begun - timedelta(days=1), period))
            if not self.unknown and (self.begun is None or past.last >= self.begun):
                actual = int(self.tally.within(past) or 0)
        workdays = self.spread.workdays_in
        return GoalCard(span, period, past.last, goal, due, actual, workdays(period), workdays(past))

    def gap(self, card: GoalCard, causes: tuple[Cause, ...]) -> Gap | None:
        """Where the gap of a card comes from; None where nothing can be counted or the period has not begun."""
        if card.actual is None:
            return None
        put_down = [Caused(cause.cause, cause.amount, (cause.id,)) for cause in causes]
        if self.target.is_rate:
            return Gap(card.actual, card.due, 0, (), (), {}, tuple(put_down))
        past = Period(max(card.period.first, self.begun or card.period.first), card.until)
        if past.first > past.last:
            return None
        own = {
            self.units.of(account): int(Fraction(amount * card.due, self.target.amount))
            for account, amount in self.target.own
            if self.target.amount
        }
        facts = self.counted.facts
        return gap(
            target=card.due,
            now=within(facts, past),
            then=within(facts, year_before(past)),
            own_targets=own,
            causes=put_down,
            by_lever=self.begun is None,
        )


def working_days(
    connection: Connection, rep: RepCard, period: Period, holidays: Holidays
) -> Callable[[date], bool]:
    """Whether the rep works on a day: a make-up workday counts, a holiday, leave and a day off do not.

    Where no hours are recorded, Monday to Friday.
    """
    open_days = set()
    for day in read_days(connection, rep, period.first, period.last, holidays):
        usual = bool(day.works) if day.works is not None else day.date.weekday() < 5
        if (
            day.leave is None
            and day.kind != DayType.HOLIDAY
            and (usual or day.kind == DayType.MAKE_UP_WORKDAY)
        ):
            open_days.add(day.date)
    return lambda day: day in open_days
