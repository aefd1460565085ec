"""Telephones as they are shown: the number, and its extension behind a hyphen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Table, select

from kamdesk.db import tables as t
from kamdesk.domain.telephone import phone_text


def contact_phones(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Every person's telephones, most used first."""
    return _phones(connection, t.contact_phone, "contact_id")


def account_phones(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Every account's own telephones, most used first; faxes are left out."""
    return _phones(connection, t.account_phone, "account_id")


def first_phones(connection: Connection, table: Table, owner: str, owners: Iterable[str]) -> dict[str, str]:
    """Of each of ``owners`` the telephone used most; faxes are left out."""
    rows = connection.execute(
        select(table.c[owner], table.c.number, table.c.extension)
        .where(table.c[owner].in_(set(owners)), table.c.deleted_at.is_(None), table.c.kind != "fax")
        .order_by(table.c.rank, table.c.id)
    )
    found: dict[str, str] = {}
    for owner_id, number, extension in rows:
        found.setdefault(owner_id, phone_text(number, extension))
    return found


def _phones(connection: Connection, table: Table, owner: str) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        select(table.c[owner], table.c.number, table.c.extension)
        .where(table.c.deleted_at.is_(None), table.c.kind != "fax")
        .order_by(table.c[owner], table.c.rank, table.c.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for owner_id, number, extension in rows:
        found[owner_id].append(phone_text(number, extension))
    return {owner_id: tuple(phones) for owner_id, phones in found.items()}
