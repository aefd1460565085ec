"""The data of an account briefing: all that is recorded and bears on the next visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.contact import Standing
from kamdesk.domain.facts import Period, PromiseFact
from kamdesk.domain.figures import Figure, promise_kept
from kamdesk.domain.knowledge.deed import RequestState
from kamdesk.domain.people import holds
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.telephone import phone_text
from kamdesk.domain.visit import VisitState
from kamdesk.domain.walltime import local_day
from kamdesk.papers.briefing import (
    BriefedAccount,
    BriefedAction,
    BriefedNote,
    BriefedPerson,
    BriefedPromise,
    BriefedRole,
    Briefing,
    ClosedDays,
    CountedStock,
    Hours,
    Owed,
    PastVisit,
)
from kamdesk.reads.account import AccountPage, account_page
from kamdesk.reads.aliases import read_aliases
from kamdesk.reads.days import Holidays
from kamdesk.reads.debts import debts_of
from kamdesk.reads.fixed import fixed_visit, line_changes
from kamdesk.reads.history import AccountHistory, account_history
from kamdesk.reads.imprint import imprint
from kamdesk.reads.next_visit import next_visit
from kamdesk.reads.rep import RepCard, read_rep
from kamdesk.reads.sales import sales_of

VISITS = 5
SETTLED_DAYS = 90


def briefing(store: Store, *, account_id: str, now: datetime, holidays: Holidays = day_kind) -> Briefing:
    """What the rep should know before the account's next visit. Raises NotFound."""
    with store.read() as connection:
        rep = read_rep(connection)
        aliases = read_aliases(connection)
    today = local_day(now, rep.zone)
    account_id = aliases.of(account_id)
    page = account_page(store, account_id=account_id, today=today)
    history = account_history(store, account_id=account_id, today=today)
    with store.read() as connection:
        ids = aliases.ids(account_id)
        return Briefing(
            imprint=imprint(connection, rep),
            account=_account(connection, page, ids, rep, today),
            visit=next_visit(connection, account_id=account_id, rep=rep, now=now, holidays=holidays),
            slots=tuple(fixed_visit(slot, rep, today) for slot in page.slots),
            line_changes=line_changes(connection, ids, rep, today),
            promises=_promises(history, today),
            promise_kept=_kept(history, today),
            people=_people(page, today),
            visits=_visits(history),
            actions=(
                *(
                    BriefedAction(action.what, action.owner, action.due_on, action.state)
                    for action in history.actions
                    if action.state == "open"
                ),
                *_asked_inside(connection, ids),
            ),
            notes=tuple(BriefedNote(note.noted_on, note.text, note.contact) for note in history.notes),
            sales=sales_of(connection, ids, today),
            stock=_stock(history),
            owed=_owed(connection, ids, today),
        )


def _asked_inside(connection: Connection, ids: Iterable[str]) -> Iterable[BriefedAction]:
    """Requests to departments of ours that nobody has answered: the customer will ask what came of them."""
    r = t.internal_request.c
    rows = connection.execute(
        select(r.what, r.asked_of, r.due_on, r.state, r.department)
        .where(r.deleted_at.is_(None), r.state == RequestState.OPEN, r.account_id.in_(list(ids)))
        .order_by(r.due_on.is_(None), r.due_on, r.id)
    )
    return (BriefedAction(*row) for row in rows.all())


def _account(
    connection: Connection, page: AccountPage, ids: Iterable[str], rep: RepCard, today: date
) -> BriefedAccount:
    return BriefedAccount(
        name=page.name,
        short_name=page.short_name,
        parent=page.parent[1] if page.parent else None,
        codes=_codes(connection, ids),
        status=page.status,
        status_reason=page.status_reason,
        value_class=page.value_class,
        is_key=page.is_key,
        class_reason=page.class_reason,
        owner=page.owner or rep.name,
        kind=page.kind,
        tags=page.tags,
        address=page.address,
        area=_area(page),
        phones=tuple(
            phone_text(phone.number, phone.extension) for phone in page.phones if phone.kind != "fax"
        ),
        wechat=page.wechat,
        hours=tuple(Hours(each.weekday, each.opens, each.closes) for each in page.hours),
        closed=_closed(connection, ids, today),
    )


def _area(page: AccountPage) -> str | None:
    """District, city, province, country, as far as they are known and not in the address already."""
    known = filter(None, (page.district, page.city, page.province, page.country))
    parts = dict.fromkeys(part for part in known if part not in (page.address or ""))
    if not parts:
        return None
    chinese = all(not part.isascii() for part in parts) and page.country in (None, "中国")
    return "".join(reversed(parts)) if chinese else ", ".join(parts)


def _codes(connection: Connection, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    code = t.account_code.c
    rows = connection.execute(
        select(code.system, code.code)
        .where(code.account_id.in_(ids), code.deleted_at.is_(None))
        .order_by(code.system, code.code)
    )
    return tuple((row.system, row.code) for row in rows)


def _closed(connection: Connection, ids: Iterable[str], today: date) -> tuple[ClosedDays, ...]:
    closed = t.account_closed.c
    rows = connection.execute(
        select(closed.first_day, closed.last_day, closed.reason)
        .where(closed.account_id.in_(ids), closed.deleted_at.is_(None), closed.last_day >= today)
        .order_by(closed.first_day, closed.id)
    )
    return tuple(ClosedDays(*row) for row in rows)


def _promises(history: AccountHistory, today: date) -> tuple[BriefedPromise, ...]:
    """The open ones, and those settled in the last 90 days."""
    since = today - timedelta(days=SETTLED_DAYS)
    return tuple(
        BriefedPromise(
            what=promise.what,
            state=promise.state,
            due_on=promise.due_on,
            made_on=promise.made_on,
            settled_on=promise.settled_on,
            to_whom=promise.contact,
            by_whom=promise.by_whom,
            cause=promise.cause,
            cause_text=promise.cause_text,
            workaround=promise.workaround,
            expected_effect=promise.expected_effect,
            effect_seen=promise.effect_seen,
            churn_risk=promise.churn_risk,
        )
        for promise in history.promises
        if promise.state == PromiseState.OPEN or (promise.settled_on or promise.made_on) >= since
    )


def _kept(history: AccountHistory, today: date) -> Figure:
    """The promise-kept rate with this customer, over all promises ever made to it."""
    facts = [
        PromiseFact(
            state=promise.state,
            made_on=promise.made_on,
            due_on=promise.due_on,
            settled_on=promise.settled_on,
        )
        for promise in history.promises
    ]
    return promise_kept(facts, Period(date.min, date.max), today)


def _people(page: AccountPage, today: date) -> tuple[BriefedPerson, ...]:
    """Those who hold a post now, with the roles they hold now."""
    return tuple(
        BriefedPerson(
            name=person.name,
            post=person.title,
            department=person.department,
            roles=tuple(
                BriefedRole(role.role, confirmed=role.standing == Standing.CONFIRMED)
                for role in person.roles
                if holds(role.since, role.until, today)
            ),
            support=person.support,
            influence=person.influence,
            last_met=person.last_met,
            counterpart=person.counterpart,
            phones=tuple(
                phone_text(phone.number, phone.extension) for phone in person.phones if phone.kind != "fax"
            ),
        )
        for person in page.people
        if holds(person.since, person.until, today)
    )


def _visits(history: AccountHistory) -> tuple[PastVisit, ...]:
    told = [visit for visit in history.visits if visit.state in (VisitState.DONE, VisitState.MISSED)]
    return tuple(
        PastVisit(
            on=visit.visited_on or visit.planned_date,
            state=visit.state,
            outcome=visit.outcome,
            reason=visit.reason,
            reason_text=visit.reason_text,
            met=tuple(name for _, name in visit.met),
            points=visit.points,
            rival_note=visit.rival_note,
            next_step=visit.next_step,
        )
        for visit in told[:VISITS]
    )


def _owed(connection: Connection, ids: Iterable[str], today: date) -> tuple[Owed, ...]:
    """The debts, the largest overdue first; how many days only invoices with a due day tell."""
    found = [
        Owed(
            debt.currency,
            debt.as_of,
            debt.open,
            debt.overdue,
            max(
                ((today - one.due_on).days for one in debt.invoices if one.overdue > 0 and one.due_on),
                default=None,
            ),
        )
        for debt in debts_of(connection, ids, today)
        if debt.open > 0 or (debt.overdue or 0) > 0
    ]
    return tuple(sorted(found, key=lambda one: -(one.overdue or 0)))


def _stock(history: AccountHistory) -> tuple[CountedStock, ...]:
    """Each product as it was counted last."""
    latest: dict[str, CountedStock] = {}
    for visit in history.visits:
        for count in visit.stock:
            day = visit.visited_on or visit.planned_date
            latest.setdefault(count.product_id, CountedStock(count.product, count.quantity, day, count.unit))
    return tuple(latest.values())
