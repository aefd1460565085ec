"""What the newest lists say that an account owes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.domain.debt import overdue_on


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice that is open; ``number`` None: all that the account owes."""

    number: str | None
    due_on: date | None
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Debt:
    """What the newest list says is owed in one currency; ``before`` are older lists, (day, open, list), newest first.

    ``overdue`` is what is past due today, None where neither list nor due days tell.
    """

    currency: str | None
    as_of: date
    open: int
    overdue: int | None
    source: str | None
    invoices: tuple[Invoice, ...]
    before: tuple[tuple[date, int, str | None], ...]


def _standing(ids: Iterable[str]) -> Any:
    owed = t.receivable.c
    return (
        select(t.receivable)
        .where(owed.account_id.in_(tuple(ids)), owed.deleted_at.is_(None))
        .order_by(owed.id)
    )


def debts_of(connection: Connection, ids: Iterable[str], today: date) -> tuple[Debt, ...]:
    """By currency, what the newest list of each account says is open."""
    by_currency: dict[str | None, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_standing(ids)):
        by_currency[row.currency].append(row)
    return tuple(_debt(currency, rows, today) for currency, rows in by_currency.items())


def _debt(currency: str | None, rows: Sequence[Row[Any]], today: date) -> Debt:
    days: dict[date, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        days[row.as_of or row.recorded_at.date()].append(row)
    newest, *older = sorted(days, reverse=True)
    # A list may tell the invoices and, in a row without a number, their sum.
    said = days[newest]
    invoices = [row for row in said if row.number is not None]
    counted = [row for row in said if row.number is None] or invoices
    known = any(row.overdue_amount is not None or row.due_on is not None for row in counted)
    late = [overdue_on(row.overdue_amount, row.open_amount, row.due_on, today) for row in counted]
    return Debt(
        currency=currency,
        as_of=newest,
        open=sum(row.open_amount or 0 for row in counted),
        overdue=sum(late) if known else None,
        source=said[-1].source,
        invoices=tuple(
            Invoice(
                row.number,
                row.due_on,
                row.open_amount or 0,
                overdue_on(row.overdue_amount, row.open_amount, row.due_on, today),
            )
            for row in sorted(invoices, key=lambda row: (row.due_on or date.max, row.number))
            if row.open_amount
        ),
        before=tuple((day, _sum(days[day]), days[day][-1].source) for day in older),
    )


def _sum(rows: Sequence[Row[Any]]) -> int:
    whole = [row for row in rows if row.number is None] or rows
    return sum(row.open_amount or 0 for row in whole)
