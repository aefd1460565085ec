"""Accounts, their people, promises and notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.figures import Figure
    from kamdesk.reads.account import AccountPage
    from kamdesk.reads.history import AccountHistory


@dataclass(frozen=True, slots=True)
class AccountView:
    """All that the page of one account shows. ``kept`` is its promise-kept rate over all time."""

    page: AccountPage
    history: AccountHistory
    kept: Figure


def account_view(store: Store, *, account_id: str, today: date) -> AccountView:
    from kamdesk.domain.facts import Period, PromiseFact
    from kamdesk.domain.figures import promise_kept
    from kamdesk.reads.account import account_page
    from kamdesk.reads.history import account_history

    page = account_page(store, account_id=account_id, today=today)
    past = account_history(store, account_id=page.id, today=today)
    facts = [PromiseFact(row.state, row.made_on, row.due_on, row.settled_on) for row in past.promises]
    return AccountView(page, past, promise_kept(facts, Period(date.min, date.max), today))


def save_account(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.cards import save_account

    return save_account(store, **arguments)


def save_contact(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.cards import save_contact

    return save_contact(store, **arguments)


def add_note(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import add_note

    return add_note(store, **arguments)


def add_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import add_promise

    return add_promise(store, **arguments)


def change_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import change_promise

    return change_promise(store, **arguments)


def settle_promise(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import settle_promise

    return settle_promise(store, **arguments)
