"""The table of accounts: its rows, the views kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.account_table import AccountRow
    from kamdesk.reads.views import KeptView


@dataclass(frozen=True, slots=True)
class AccountTable:
    """The accounts and, for each, the text that typing is compared with.

    ``views`` are the rep's own views of the table; ``reps`` (id, name) who may own an account. ``pending``: the rows
    say only what stands on the card, what else the table shows is still being read.
    """

    rows: tuple[AccountRow, ...]
    haystacks: tuple[str, ...]
    views: tuple[KeptView, ...] = ()
    reps: tuple[tuple[str, str], ...] = ()
    pending: bool = False


def account_names(store: Store) -> AccountTable:
    """The cards alone, which come at once."""
    from kamdesk.reads.account_table import account_names

    return AccountTable(account_names(store), (), pending=True)


def account_table(store: Store, *, today: date) -> AccountTable:
    from kamdesk.qt.haystack import haystack
    from kamdesk.reads.account_table import account_rows, owners
    from kamdesk.reads.pace import gently
    from kamdesk.reads.views import kept_views

    rows = account_rows(store, today=today)
    hay = tuple(haystack(row) for row in gently(rows))
    return AccountTable(rows, hay, kept_views(store, table="account"), owners(store))


def kept_views(store: Store) -> tuple[KeptView, ...]:
    from kamdesk.reads.views import kept_views

    return kept_views(store, table="account")


def save_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import save_view

    return save_view(store, **arguments)


def rename_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import rename_view

    return rename_view(store, **arguments)


def remove_view(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import remove_view

    return remove_view(store, **arguments)


def order_views(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.views import order_views

    return order_views(store, **arguments)
