"""Receivable and Payment: what an account owes and what it paid, as the office's lists say it. Money is minor units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class Receivable(Row):
    """One invoice, or (``number`` None) all that an account owes, as a list of the day ``as_of`` tells it.

    The newest ``as_of`` of an account is what counts; the older ones are how it was. ``overdue_amount`` is None where
    the list doesn't say it: then ``due_on`` tells.
    """

    account_id: str
    number: str | None = None
    invoiced_on: date | None = None
    due_on: date | None = None
    amount: int | None = None
    open_amount: int | None = None
    overdue_amount: int | None = None
    as_of: date | None = None
    currency: str | None = None
    source: str | None = None


@dataclass(kw_only=True, eq=False)
class Payment(Row):
    """Money that came in. ``method`` is the list's own word (电汇, 承兑, cheque)."""

    account_id: str
    paid_on: date
    amount: int
    number: str | None = None
    currency: str | None = None
    method: str | None = None
    source: str | None = None


def overdue_on(overdue: int | None, open_amount: int | None, due_on: date | None, day: date) -> int:
    """What of a receivable is past due on ``day``: what its list says, else all that is open once it is due."""
    if overdue is not None:
        return overdue
    return max(open_amount or 0, 0) if due_on is not None and due_on < day else 0
