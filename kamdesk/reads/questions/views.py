"""Views of accounts and of the book, read in bulk: some thirty statements however many accounts there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, cast

from sqlalchemy import Connection, func, select

from kamdesk.calendars import day_kind, event_day
from kamdesk.db import tables as t
from kamdesk.domain.classing.service import policy_for
from kamdesk.domain.errors import NotFound
from kamdesk.domain.goals.agenda import Agenda
from kamdesk.domain.questions.view import NOTHING, AccountView, BookView, Line
from kamdesk.domain.schedule import Recurring, next_due
from kamdesk.domain.visit import VisitState
from kamdesk.reads.classing.service import read_policies
from kamdesk.reads.due import dealt_with, of_own
from kamdesk.reads.goals.agenda import read_agenda
from kamdesk.reads.questions.aimed import read_aimed
from kamdesk.reads.questions.bought import read_bought
from kamdesk.reads.questions.drawn import read_drawn
from kamdesk.reads.questions.known import read_book_rows, read_filed, read_known, read_proved
from kamdesk.reads.questions.people import read_people
from kamdesk.reads.questions.scope import COMPETITORS, ITEMS, Scope, names_of, read_scope, rows_of
from kamdesk.reads.rep import read_rep
from kamdesk.reads.selling import SalesBook
from kamdesk.reads.units import read_units

Informants = Mapping[str, tuple[Any, ...]]
"""What the rep has unlocked, by unit."""


def read_views(
    connection: Connection,
    *,
    today: date,
    only: Collection[str] | None = None,
    informants: Informants | None = None,
    rows: Mapping[str, tuple[Any, ...]] | None = None,
) -> tuple[tuple[AccountView, ...], SalesBook]:
    """The views of these accounts' units (all where none are named), and the sales that were read for them.

    ``rows`` are the book's (`read_book_rows`) where they have been read already.
    """
    units = read_units(connection)
    scope = read_scope(connection, only=only, units=units)
    rows = read_book_rows(connection) if rows is None else rows
    known = read_known(connection, scope)
    people = read_people(connection, scope, today)
    promises = rows_of(connection, t.promise, scope, "made_on")
    actions = rows_of(connection, t.action, scope)
    shares = rows_of(connection, t.supply_share, scope, "as_of")
    lines = _lines(connection, scope, today)
    bought, sales = read_bought(connection, scope, units, today)
    proved, filed = read_proved(connection), read_filed(connection)
    names = names_of(connection, COMPETITORS) | names_of(connection, ITEMS)
    policies = read_policies(connection, today)
    owners = names_of(connection, t.rep)
    a = t.account
    chosen = select(a).where(a.c.deleted_at.is_(None), a.c.merged_into.is_(None), *scope.among(a.c.id))
    views = []
    for row in connection.execute(chosen.order_by(a.c.id)):
        if row.id not in scope.units:
            continue
        mine = known.get(row.id, {})
        stages = mine.get("stage_assessment", ())
        views.append(
            AccountView(
                id=row.id,
                name=row.name,
                today=today,
                status=row.status,
                is_key=row.is_key,
                value_class=row.value_class,
                class_reason=row.class_reason,
                kind=row.kind,
                owner=owners.get(row.owner_id or ""),
                city=row.city,
                rows=mine,
                people=people.get(row.id, ()),
                promises=promises.get(row.id, ()),
                actions=actions.get(row.id, ()),
                shares=shares.get(row.id, ()),
                bought=bought.get(row.id, NOTHING),
                line=lines.get(row.id, Line()),
                proved=proved,
                filed=filed,
                names=names,
                dates={each.id: day for each in mine.get("care_event", ()) if (day := _next(each, today))},
                policy=policy_for(
                    policies, row.value_class, row.is_key, stages[-1].stage if stages else None
                ),
                informants=None if informants is None else informants.get(row.id, ()),
            )
        )
    return tuple(views), sales


def read_book_view(connection: Connection, *, today: date) -> BookView:
    """The whole book with all of its units. Informants are never in it."""
    rows = read_book_rows(connection)
    units, sales = read_views(connection, today=today, rows=rows)
    return book_view(connection, today=today, rows=rows, units=units, sales=sales)


def book_view(
    connection: Connection,
    *,
    today: date,
    rows: Mapping[str, tuple[Any, ...]],
    units: tuple[AccountView, ...],
    sales: SalesBook,
) -> BookView:
    """The book from views that have been read already, and the sales of all of them."""
    action = t.action
    loose = select(action).where(action.c.deleted_at.is_(None), action.c.account_id.is_(None))
    names = {unit.id: unit.name for unit in units}
    drawn, potentials = read_drawn(connection, sales, today)
    return BookView(
        today=today,
        rows=rows,
        units=units,
        unit_rule=_unit_rule(connection),
        actions=tuple(connection.execute(loose.order_by(action.c.id))),
        latest_sale=sales.latest,
        aimed=read_aimed(connection, sales, rows["target"], today),
        drawn=drawn,
        potentials=potentials,
        proved=read_proved(connection),
        names=names_of(connection, t.account)
        | names
        | names_of(connection, COMPETITORS)
        | names_of(connection, t.product),
        agenda=_agenda(connection, today),
    )


def _agenda(connection: Connection, today: date) -> Agenda | None:
    """What the day asks for; None in a book that was not set up."""
    try:
        rep = read_rep(connection)
    except NotFound:
        return None
    return read_agenda(connection, rep, today, day_kind)


def _unit_rule(connection: Connection) -> Any:
    """The unit rule in force, where somebody set it: a book begins with one that nobody chose."""
    row = t.unit_rule
    last = connection.execute(
        select(row).where(row.c.deleted_at.is_(None)).order_by(row.c.set_on.desc(), row.c.id.desc()).limit(1)
    ).first()
    return last if last is not None and last.set_by else None


def _next(event: Any, today: date) -> date | None:
    """When a care event comes next; one that comes once has its own day, gone or not."""
    return event_day(
        month=event.month,
        day=event.day_of_month,
        leap=bool(event.leap),
        calendar=event.calendar,
        yearly=bool(event.yearly),
        year=event.year,
        from_date=today,
    )


def _lines(connection: Connection, scope: Scope, today: date) -> dict[str, Line]:
    """Fixed visits and visits made, by unit."""
    slot, line = t.visit_slot, t.visit_line
    chosen = (
        select(slot, line.c.anchor_monday)
        .join_from(slot, line, slot.c.line_id == line.c.id)
        .where(slot.c.deleted_at.is_(None), of_own(connection, line.c.rep_id))
        .where(*scope.among(slot.c.account_id))
        .order_by(slot.c.id)
    )
    past = dealt_with(connection, today)
    standing: dict[str, list[tuple[str, date]]] = defaultdict(list)
    ended: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for row in connection.execute(chosen):
        unit = scope.unit(row.account_id)
        if unit is None:
            continue
        begin = date.fromordinal(today.toordinal() + (row.id in past))
        due = next_due(cast(Recurring, row), row.anchor_monday, begin)
        if due is not None:
            standing[unit].append((row.id, due))
        elif row.valid_to is not None and row.valid_from <= row.valid_to:
            ended[unit].append((row.id, row.valid_to))
    made = _visits(connection, scope)
    found: dict[str, Line] = {}
    for unit in standing.keys() | ended.keys() | made.keys():
        last_end = max((day for _, day in ended[unit]), default=None)
        number, last = made.get(unit, (0, None))
        found[unit] = Line(
            tuple(row_id for row_id, _ in standing[unit]),
            min((day for _, day in standing[unit]), default=None),
            last_end,
            tuple(row_id for row_id, day in ended[unit] if day == last_end),
            number,
            last,
        )
    return found


def _visits(connection: Connection, scope: Scope) -> dict[str, tuple[int, date | None]]:
    visit, report = t.visit.c, t.visit_report.c
    chosen = (
        select(visit.account_id, func.count(), func.max(report.visited_on))
        .join_from(t.visit, t.visit_report, report.visit_id == visit.id)
        .where(visit.deleted_at.is_(None), report.deleted_at.is_(None), visit.state == VisitState.DONE)
        .where(*scope.among(visit.account_id))
        .group_by(visit.account_id)
    )
    found: dict[str, tuple[int, date | None]] = {}
    for account_id, number, last in connection.execute(chosen):
        unit = scope.unit(account_id)
        if unit is not None:
            count, before = found.get(unit, (0, None))
            found[unit] = count + number, max(last, before) if before else last
    return found
