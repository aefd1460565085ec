"""What the accounts table says of an account beside its card, by account."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import cast

from sqlalchemy import Connection, Table, case, func, or_, select

from kamdesk.db import tables as t
from kamdesk.domain.money import line_amount
from kamdesk.domain.promise import PromiseState
from kamdesk.domain.schedule import Recurring, next_due
from kamdesk.domain.telephone import phone_text
from kamdesk.domain.visit import VisitState
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.due import dealt_with, of_own
from kamdesk.reads.pace import gently

YEAR = 365
"""Days back from today whose orders are the purchases of the last twelve months."""
IMPORT = "import."
"""How the names of operations begin that take in lists."""
HOME = "CNY"
"""The currency of an order that names none."""


def first_people(
    connection: Connection, aliases: Aliases
) -> dict[str, tuple[str | None, str | None, str | None]]:
    """The first person of each account with the post's title and the telephone used most."""
    post, person, phone = t.contact_post.c, t.contact.c, t.contact_phone.c
    best: dict[str, str] = {}
    for owner, number, extension in gently(
        connection.execute(
            select(phone.contact_id, phone.number, phone.extension)
            .where(phone.deleted_at.is_(None), phone.kind != "fax")
            .order_by(phone.contact_id, phone.rank.desc(), phone.id.desc())
        )
    ):
        best[owner] = phone_text(number, extension) if extension else number
    rows = connection.execute(
        select(post.account_id, person.id, person.name, post.title)
        .join_from(t.contact_post, t.contact, post.contact_id == person.id)
        .where(post.deleted_at.is_(None), person.deleted_at.is_(None), post.until.is_(None))
        .order_by(post.account_id, post.rank, person.id)
    )
    people: dict[str, tuple[str | None, str | None, str | None]] = {}
    for account_id, contact_id, name, title in gently(rows):
        people.setdefault(aliases.of(account_id), (name, title, best.get(contact_id)))
    return people


def account_numbers(connection: Connection, aliases: Aliases) -> dict[str, tuple[str, ...]]:
    """The accounts' own telephones, most used first; faxes are left out."""
    phone = t.account_phone.c
    rows = connection.execute(
        select(phone.account_id, phone.number, phone.extension)
        .where(phone.deleted_at.is_(None), phone.kind != "fax")
        .order_by(phone.account_id, phone.rank, phone.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for account_id, number, extension in gently(rows):
        key = aliases.of(account_id)
        found[key] = (*found.get(key, ()), phone_text(number, extension))
    return found


def account_words(
    connection: Connection, aliases: Aliases, table: Table, field: str, order: str
) -> dict[str, tuple[str, ...]]:
    """Tags or codes by account, each once."""
    rows = connection.execute(
        select(table.c.account_id, table.c[field])
        .where(table.c.deleted_at.is_(None))
        .order_by(table.c.account_id, table.c[order], table.c.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for account_id, word in gently(rows):
        key = aliases.of(account_id)
        have = found.get(key, ())
        if word not in have:
            found[key] = (*have, word)
    return found


def promise_counts(connection: Connection, aliases: Aliases, today: date) -> dict[str, tuple[int, int]]:
    """How many promises are open, and how many of them overdue."""
    promise = t.promise.c
    rows = connection.execute(
        select(promise.account_id, func.count(), func.sum(case((promise.due_on < today, 1), else_=0)))
        .where(promise.deleted_at.is_(None), promise.state == PromiseState.OPEN)
        .group_by(promise.account_id)
    )
    counts: dict[str, tuple[int, int]] = {}
    for account_id, number, overdue in gently(rows):
        key = aliases.of(account_id)
        have = counts.get(key, (0, 0))
        counts[key] = have[0] + number, have[1] + overdue
    return counts


def last_visits(connection: Connection, aliases: Aliases) -> dict[str, date]:
    """The newest day on which a visit took place."""
    visit, report = t.visit.c, t.visit_report.c
    rows = connection.execute(
        select(visit.account_id, func.max(report.visited_on))
        .join_from(t.visit, t.visit_report, report.visit_id == visit.id)
        .where(visit.deleted_at.is_(None), report.deleted_at.is_(None), visit.state == VisitState.DONE)
        .group_by(visit.account_id)
    )
    last: dict[str, date] = {}
    for account_id, day in gently(rows):
        account_id = aliases.of(account_id)
        last[account_id] = max(day, last.get(account_id, day))
    return last


Slots = tuple[tuple[tuple[int, int], ...], int, date | None, int | None]
NO_SLOT: Slots = ((), 0, None, None)


def fixed_visits(connection: Connection, aliases: Aliases, today: date) -> dict[str, Slots]:
    """Rhythms, how many slots are in force, the first day due and its minute, by account."""
    slot = t.visit_slot.c
    rows = connection.execute(
        select(t.visit_slot, t.visit_line.c.anchor_monday)
        .join_from(t.visit_slot, t.visit_line, slot.line_id == t.visit_line.c.id)
        .where(slot.deleted_at.is_(None), or_(slot.valid_to.is_(None), slot.valid_to >= today))
        .where(of_own(connection, t.visit_line.c.rep_id))
        .order_by(slot.weekday, slot.start, slot.id)
    )
    found: dict[str, Slots] = {}
    past = dealt_with(connection, today)
    for row in gently(rows):
        begin = today + timedelta(days=1) if row.id in past else today
        following = next_due(cast(Recurring, row), row.anchor_monday, begin)
        if following is None:
            continue
        account_id = aliases.of(row.account_id)
        rhythms, number, first, start = found.get(account_id, NO_SLOT)
        rhythm = (row.every_weeks, row.week_offset)
        sooner = first is None or (following, row.start) < (first, start or 0)
        found[account_id] = (
            rhythms if rhythm in rhythms else (*rhythms, rhythm),
            number + 1,
            following if sooner else first,
            row.start if sooner else start,
        )
    return found


def purchases(connection: Connection, aliases: Aliases, today: date) -> dict[str, tuple[int, str]]:
    """The worth of the last twelve months' orders in the currency that most of it is in, by account.

    An order is worth its lines where they have prices, else the amount written down for it, as in `reads.orders`.
    """
    o, line = t.order.c, t.order_line.c
    recent = (o.deleted_at.is_(None), o.ordered_on > today - timedelta(days=YEAR), o.ordered_on <= today)
    lines: dict[str, int] = {}
    for order_id, quantity, price, discount in gently(
        connection.execute(
            select(line.order_id, line.quantity, line.price, line.discount)
            .join(t.order, line.order_id == o.id)
            .where(*recent, line.deleted_at.is_(None), line.price.is_not(None))
        )
    ):
        lines[order_id] = lines.get(order_id, 0) + line_amount(quantity, price, discount)
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for order_id, account_id, amount, currency in gently(
        connection.execute(select(o.id, o.account_id, o.amount, o.currency).where(*recent))
    ):
        worth = lines.get(order_id, amount)
        if worth is not None:
            sums[aliases.of(account_id)][currency or HOME] += worth
    return {
        key: max(((amount, currency) for currency, amount in by_currency.items()))
        for key, by_currency in sums.items()
    }


def from_lists(connection: Connection) -> frozenset[str]:
    """The accounts that came from a list, as the change log has it."""
    change, operation = t.change.c, t.operation.c
    return frozenset(
        connection.scalars(
            select(change.row)
            .join(t.operation, operation.number == change.operation)
            .where(
                operation.name.startswith(IMPORT),
                change.table == "account",
                change.field == "recorded_at",
                change.old.is_(None),
            )
        )
    )
