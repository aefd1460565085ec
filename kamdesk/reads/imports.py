"""What came in from lists, and what is still to be decided about it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.reads.answers import LEFT_OUT, answer_in, undone_ids
from kamdesk.reads.likeness import LikeAccount, like_accounts

_ASKED = (
    t.account, t.contact, t.contact_post, t.sales_history, t.product, t.order, t.order_line, t.receivable, t.payment,
    t.listed_stock, t.transit, t.product_price, t.supply_share,
)  # fmt: skip
"""The tables of whose rows a question may be."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A list that came in. ``operation_id`` is the import that last changed anything (None: it changed nothing)."""

    name: str
    sha256: str
    imported_at: datetime
    operation_id: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class PendingItem:
    """A question that a list left. ``asked`` is the row by header, or a field with its value under the account's name.

    ``like`` are the accounts of the book that it may be, (id, name); those that are gone since are left out.
    ``held`` is what the book says where the list says something else; ``account_id`` is the account that the cell or
    the field is of, where that can be told. ``left_out``: somebody decided that it stays out.
    ``cards`` say of those where they are, their telephones and people.
    ``person`` is who the row is about where it names no firm.
    ``typed`` is the header of the cell for which what is meant can be typed; None where none can.
    ``currency`` is that of amounts among them. ``of_list``: the list is one of debt, goods, prices, sales or
    shares, whose cells mean nothing without their row.
    """

    id: str
    kind: str
    reason: str
    file: str
    sheet: str | None
    row: int | None
    since: datetime
    asked: Mapping[str, object]
    like: tuple[tuple[str, str], ...]
    held: Mapping[str, object] = field(default_factory=dict)
    account_id: str | None = None
    left_out: bool = False
    currency: str = "CNY"
    of_list: bool = False
    typed: str | None = None
    cards: Mapping[str, LikeAccount] = field(default_factory=dict)
    person: str | None = None

    @property
    def elsewhere(self) -> bool:
        """The row says another address than every account that it may be."""
        said = [_bare(value) for name, value in self.asked.items() if _names_address(name) and value]
        known = [(_bare(card.street), _bare(card.address)) for card in self.cards.values()]
        return bool(said and known) and all(
            bool(street) and not any(street in one or one in whole for one in said) for street, whole in known
        )

    @property
    def of(self) -> str | None:
        """The name of what a cell or field belongs to; None for a question about a whole row."""
        said = self.asked.get("of")
        return str(said) if said is not None else None


def _names_address(header: str) -> bool:
    return "地址" in header or "address" in header.casefold()


def _bare(text: object) -> str:
    return "".join(letter for letter in str(text).casefold() if letter.isalnum())


def imported_files(store: Store) -> tuple[ImportedFile, ...]:
    """All lists that came in, the newest first."""
    with store.read() as connection:
        undone = undone_ids(connection)
        rows = connection.execute(
            select(t.import_file).order_by(t.import_file.c.imported_at.desc(), t.import_file.c.name)
        )
        return tuple(
            ImportedFile(row.name, row.sha256, row.imported_at, row.operation, row.operation in undone)
            for row in rows
        )


def pending_items(
    store: Store, *, left_out: bool = False, only: str | None = None
) -> tuple[PendingItem, ...]:
    """The open questions, by file and row; with ``left_out`` those too that somebody left out; ``only`` one by its id.

    Those of an import that was taken back rest until it comes again.
    """
    with store.read() as connection:
        undone = undone_ids(connection)
        file, account = t.import_file.c, t.account.c
        files = {row.sha256: row.operation for row in connection.execute(select(file.sha256, file.operation))}
        names = {
            row.id: row.name
            for row in connection.execute(
                select(account.id, account.name).where(account.deleted_at.is_(None))
            )
        }
        wanted = (None, LEFT_OUT) if left_out else (None,)
        asked = select(t.import_pending)
        if only is not None:
            asked = asked.where(t.import_pending.c.id == only)
        items = [
            _item(connection, row, names)
            for row in connection.execute(asked).all()
            if answer_in(row.state, undone) in wanted and files.get(row.sha256) not in undone
        ]
    return tuple(
        sorted(
            items,
            key=lambda item: (item.left_out, item.file, item.sheet or "", item.row or 0, item.kind, item.id),
        )
    )


def was_asked(store: Store, pending_id: str) -> bool:
    """Whether the book was ever asked this, be it answered or not."""
    with store.read() as connection:
        pending = t.import_pending.c
        return connection.scalar(select(pending.id).where(pending.id == pending_id)) is not None


def pending_count(store: Store) -> int:
    """How many questions are open."""
    with store.read() as connection:
        return count_pending(connection)


def count_pending(connection: Connection) -> int:
    """How many questions are open, in a reading that is under way."""
    undone = undone_ids(connection)
    file, pending = t.import_file.c, t.import_pending.c
    rows = connection.execute(
        select(pending.state, file.operation).join_from(
            t.import_pending, t.import_file, pending.sha256 == file.sha256, isouter=True
        )
    )
    return sum(answer_in(row.state, undone) is None and row.operation not in undone for row in rows)


def _item(connection: Connection, row: Row[Any], names: Mapping[str, str]) -> PendingItem:
    content = json.loads(row.content)
    asked = content["asked"]
    held: Mapping[str, object] = {}
    account_id: str | None = None
    currency = asked.get("currency")
    if row.kind == "fields" and content["like"]:
        held, account_id, own = _held(
            connection, content["like"][0], [name for name in asked if name != "of"]
        )
        currency = currency or own
    elif "of" in asked:
        called = [account for account, name in names.items() if name == asked["of"]]
        account_id = called[0] if len(called) == 1 else next(iter(content["like"]), None)
    account_id = account_id if account_id in names else None
    return PendingItem(
        id=row.id,
        kind=row.kind,
        reason=row.reason,
        file=content["file"],
        sheet=row.sheet,
        row=row.line,
        since=row.since,
        asked=asked,
        like=tuple((account, names[account]) for account in content["like"] if account in names),
        held=held,
        account_id=account_id,
        left_out=row.state == LEFT_OUT,
        currency=currency or "CNY",
        of_list="about" in content,
        typed=_typed(content, row.kind, account_id),
        cards=like_accounts(connection, content["like"]) if row.kind == "accounts" else {},
        person=content.get("person"),
    )


def _typed(content: Mapping[str, Any], kind: str, account_id: str | None) -> str | None:
    """A cell of an account whose account is known, one whose row was kept, or the one for which a whole row waits."""
    asked = content["asked"]
    if kind == "fields":
        return None
    if "of" not in asked:
        return content.get("cell")
    if content.get("row") or (account_id is not None and "about" not in content):
        return next((name for name in asked if name != "of"), None)
    return None


def _held(
    connection: Connection, row_id: str, fields: Sequence[str]
) -> tuple[Mapping[str, object], str | None, str | None]:
    """What the book says in these fields of a row, whose account that is, and in what currency it counts."""
    for table in _ASKED:
        row = connection.execute(select(table).where(table.c.id == row_id)).one_or_none()
        if row is None:
            continue
        account_id = row.id if table is t.account else row._mapping.get("account_id")
        if table is t.contact:
            post = t.contact_post.c
            account_id = connection.scalar(
                select(post.account_id).where(post.contact_id == row_id, post.deleted_at.is_(None))
            )
        return {name: row._mapping.get(name) for name in fields}, account_id, row._mapping.get("currency")
    return {}, None, None
