"""Accounts as they are offered to be chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.domain.namesakes import told_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kamdesk.qt.jobs import AccountTable
    from kamdesk.reads.stops import StopAccount


def apart(accounts: Iterable[StopAccount]) -> dict[str, str]:
    """What to say beside the names of those stops' accounts that are called the same, by the account's id."""
    each = {account.id: account for account in accounts}
    return told_apart(
        (one.id, one.called, (one.district or "", one.city or "", one.address or "")) for one in each.values()
    )


def called(table: AccountTable, statuses: Collection[str] = ()) -> list[tuple[str, str, str]]:
    """Each account's id, its name with what tells it from others of that name, and what typing is compared with.

    ``statuses`` are those that are offered; without any, all accounts are.
    """
    apart = table.apart
    return [
        (row.id, f"{row.name}·{apart[row.id]}" if apart.get(row.id) else row.name, hay)
        for row, hay in zip(table.rows, table.haystacks, strict=True)
        if not statuses or row.status in statuses
    ]
