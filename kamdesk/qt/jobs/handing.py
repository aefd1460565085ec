"""Accounts handed over: what it begins with, the deed, and what the next one must know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kamdesk.qt.jobs.accounts import AccountView, account_view

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.handing import Passing
    from kamdesk.reads.known import Known


@dataclass(frozen=True, slots=True)
class HandedAccount:
    """All that the sheet of one account is made from; nothing of what lies behind the lock."""

    view: AccountView
    known: Known


def passing(store: Store, **arguments: Any) -> Passing:
    from kamdesk.reads.handing import passing

    return passing(store, **arguments)


@dataclass(frozen=True, slots=True)
class Entry:
    """Who informs us at which account: only once unlocked."""

    id: str
    name: str
    account_id: str
    account: str
    last_heard: date | None
    told: str | None
    until: date | None


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What may go along with these accounts, and the names of those whose cards are known."""

    entries: tuple[Entry, ...]
    names: frozenset[str]


def handed_on(store: Store, *, account_ids: Sequence[str]) -> HandedOn:
    from kamdesk.reads.confidential import informants_of
    from kamdesk.reads.entrusted import known_readers
    from kamdesk.reads.handing import account_names

    found = informants_of(store, account_ids=account_ids)
    names = account_names(store, account_ids=[unit for unit, some in found.items() if some])
    entries = tuple(
        Entry(each.id, each.name, unit, names[unit], each.last_heard, each.told, each.until)
        for unit in account_ids
        for each in found[unit]
    )
    return HandedOn(entries, frozenset(reader.name for reader in known_readers(store)))


def hand_over(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.knowledge.handing_over import hand_over

    return hand_over(store, **arguments)


def handed_accounts(store: Store, *, account_ids: Sequence[str], today: date) -> tuple[HandedAccount, ...]:
    from kamdesk.reads.known import account_known

    return tuple(
        HandedAccount(
            account_view(store, account_id=each, today=today), account_known(store, account_id=each)
        )
        for each in account_ids
    )
