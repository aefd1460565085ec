"""The accounts that several look after: those that the rep shares with a colleague, and those shared with the rep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.aliases import Aliases, read_aliases


@dataclass(frozen=True, slots=True)
class Shared:
    """An account shared by one rep with another, both as their cards name them; ``with_me``: with the book's rep."""

    colleague: str
    account_id: str
    account: str
    value_class: str | None
    is_key: bool | None
    since: date
    until: date | None
    shared_by: str
    purpose: str | None = None
    with_me: bool = False

    @property
    def other(self) -> str:
        """The one of the two who is not the book's rep."""
        return self.shared_by if self.with_me else self.colleague


def shared_accounts(store: Store, *, today: date) -> tuple[Shared, ...]:
    """Those shared on ``today`` or from a later day on, by colleague and account."""
    with store.read() as connection:
        return shares_in(connection, read_aliases(connection), today)


def shares_in(
    connection: Connection, aliases: Aliases, today: date, account_id: str | None = None
) -> tuple[Shared, ...]:
    """As `shared_accounts`, within a read, of one account where that is asked for."""
    share, account = t.account_share.c, t.account.c
    names = select(t.book.c.name, t.book.c.value).where(t.book.c.name.in_(("identity.rep", "identity.role")))
    me = {row.name: row.value for row in connection.execute(names)}
    rep = "" if me.get("identity.role") == "office" else me.get("identity.rep", "")
    chosen = (
        select(
            share.colleague, share.account_id, share.since, share.until, share.shared_by, share.purpose,
        )
        .where(share.deleted_at.is_(None), or_(share.until.is_(None), share.until >= today))
        .order_by(share.colleague, share.id)
    )  # fmt: skip
    rows = [(aliases.of(row.account_id), row) for row in connection.execute(chosen)]
    wanted = {of for of, _ in rows if account_id in (None, of)}
    accounts = {
        row.id: row
        for row in connection.execute(
            select(account.id, account.short_name, account.name, account.value_class, account.is_key).where(
                account.id.in_(wanted), account.deleted_at.is_(None)
            )
        )
    }
    found = [
        Shared(
            row.colleague, one.id, one.short_name or one.name, one.value_class, one.is_key, row.since, row.until,
            row.shared_by, row.purpose, bool(rep) and row.shared_by != rep,
        )
        for of, row in rows
        if (one := accounts.get(of)) is not None
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.colleague, each.account)))


def shares_of(store: Store, *, account_id: str, today: date) -> tuple[Shared, ...]:
    """With whom one account is shared on ``today`` or will be, and by whom with the book's rep."""
    with store.read() as connection:
        if connection.scalar(select(t.account_share.c.id).limit(1)) is None:
            return ()
        return shares_in(connection, read_aliases(connection), today, account_id)
