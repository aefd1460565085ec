"""Accounts that were joined: what belongs to an alias is shown with the account it was merged into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.units import resolve_alias


@dataclass(frozen=True, slots=True)
class Aliases:
    """Which account each alias has become, and the ids under which an account's rows are found."""

    target: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    def of(self, account_id: str) -> str:
        """The account that ``account_id`` is shown as."""
        return self.target.get(account_id, account_id)

    def ids(self, account_id: str) -> tuple[str, ...]:
        """All ids whose rows belong to the account: its own first, then its aliases'."""
        return account_id, *self.members.get(account_id, ())


def read_aliases(connection: Connection) -> Aliases:
    """The joins in force.

    Asked for as what is greater than nothing: so SQLite takes the index, for IS NOT NULL it goes through every account.
    """
    merged: dict[str, str] = {
        row.id: row.merged_into
        for row in connection.execute(
            select(t.account.c.id, t.account.c.merged_into).where(
                t.account.c.merged_into > "", t.account.c.deleted_at.is_(None)
            )
        )
    }
    target = {alias: resolve_alias(alias, merged) for alias in merged}
    members: dict[str, list[str]] = defaultdict(list)
    for alias in sorted(target):
        if target[alias] != alias:
            members[target[alias]].append(alias)
    return Aliases(target, {account: tuple(ids) for account, ids in members.items()})
