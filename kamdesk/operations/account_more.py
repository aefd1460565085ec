"""What an account's card holds besides its fields: hours, closed days, its numbers in other systems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Transaction
from kamdesk.domain.account import AccountClosed, AccountCode, AccountHours
from kamdesk.domain.errors import RuleError
from kamdesk.domain.hours import Span, check_spans
from kamdesk.operations.fields import replace_many
from kamdesk.reads.aliases import read_aliases

Closed = tuple[date, date, str | None]
Code = tuple[str, str]
"""The other system, and the account's number there."""


def family(tx: Transaction, account_id: str) -> tuple[str, ...]:
    """The account and those merged into it: what a card shows may lie with any of them."""
    return read_aliases(tx.connection).ids(account_id)


def replace_hours(tx: Transaction, account_id: str, hours: Mapping[int, Sequence[Span]]) -> None:
    """When the customer receives visitors, by weekday (0 is Monday): what is not named is closed.

    Raises RuleError for a span that ends before it begins and for two that overlap.
    """
    new = [
        AccountHours(id=tx.new_id(), account_id=account_id, weekday=weekday, opens=opens, closes=closes)
        for weekday, spans in sorted(hours.items())
        for opens, closes in check_spans(spans)
    ]
    old = [row for member in family(tx, account_id) for row in tx.every(AccountHours, account_id=member)]
    replace_many(tx, old, new, same=("weekday", "opens", "closes"))


def replace_closed(tx: Transaction, account_id: str, closed: Sequence[Closed]) -> None:
    """The days on which the customer is closed. Raises RuleError where the last lies before the first."""
    if any(last < first for first, last, _ in closed):
        raise RuleError("days_backwards")
    new = [
        AccountClosed(id=tx.new_id(), account_id=account_id, first_day=first, last_day=last, reason=reason)
        for first, last, reason in dict.fromkeys(closed)
    ]
    old = [row for member in family(tx, account_id) for row in tx.every(AccountClosed, account_id=member)]
    replace_many(tx, old, new, same=("first_day", "last_day", "reason"))


def replace_codes(tx: Transaction, account_id: str, codes: Sequence[Code]) -> None:
    """The account's numbers. Raises RuleError where another account has one of them: a list could not tell the two."""
    members = family(tx, account_id)
    for system, code in codes:
        taken = _whose(tx, system, code, members)
        if taken is not None:
            raise RuleError("code_taken", number=code, name=taken)
    new = [
        AccountCode(id=tx.new_id(), account_id=account_id, system=system, code=code)
        for system, code in dict.fromkeys(codes)
    ]
    old = [row for member in members for row in tx.every(AccountCode, account_id=member)]
    replace_many(tx, old, new, same=("system", "code"))


def _whose(tx: Transaction, system: str, code: str, members: Sequence[str]) -> str | None:
    """The name of another account with this number, as lists are matched: capitals don't matter."""
    row, account = t.account_code.c, t.account.c
    found = tx.connection.execute(
        select(account.name, row.code)
        .join_from(t.account_code, t.account, row.account_id == account.id)
        .where(row.system == system, row.account_id.not_in(members))
        .where(row.deleted_at.is_(None), account.deleted_at.is_(None))
    )
    return next((name for name, known in found if known.casefold() == code.casefold()), None)
