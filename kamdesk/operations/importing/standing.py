"""Where an account stands, by the names that a list gives: the account above it, and the rep who looks after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Transaction
from kamdesk.domain.account import Account
from kamdesk.domain.note import Note
from kamdesk.exchange.records import AccountRecord, Problem, Told, Verdict
from kamdesk.exchange.values.names import same_key
from kamdesk.operations.fields import assign
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.index import AccountIndex
from kamdesk.operations.importing.merging import Merger, Subject
from kamdesk.operations.importing.report import Ledger

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Below:
    """An account whose parent a list names."""

    subject: Subject
    told: Told


class Owners:
    """The reps of the book by name."""

    def __init__(self, tx: Transaction, merger: Merger, ledger: Ledger) -> None:
        rep = t.rep.c
        rows = tx.connection.execute(select(rep.id, rep.name).where(rep.deleted_at.is_(None)))
        self._by_name = {same_key(row.name): row.id for row in rows if row.name}
        self._merger = merger
        self._ledger = ledger

    def placed(
        self, record: AccountRecord, subject: Subject | None, held: Mapping[str, object]
    ) -> AccountRecord:
        """The record with the rep among its fields; a name that no rep of the book has becomes a note.

        ``subject`` is the account in the book, None for a new one; a rep whom somebody chose since stays.
        """
        if record.owner is None:
            return record
        owner = self._by_name.get(same_key(record.owner.name))
        if owner is None:
            return replace(record, notes=(*record.notes, record.owner.line))
        wanted = {"owner_id": owner}
        if (
            subject is not None
            and held.get("owner_id") != owner
            and not self._merger.yields(subject, held, wanted)
        ):
            self._ledger.note([_remark(subject, "owner_differs", record.owner)])
            return record
        return replace(record, fields={**record.fields, **wanted})


class Parents:
    """Accounts below others. They are linked when all lists are in: the one above may stand further down."""

    def __init__(
        self,
        tx: Transaction,
        index: AccountIndex,
        history: History,
        merger: Merger,
        ledger: Ledger,
        today: date,
    ) -> None:
        self._tx = tx
        self._today = today
        self._index = index
        self._history = history
        self._merger = merger
        self._ledger = ledger
        self._below: list[_Below] = []

    def remember(self, record: AccountRecord, subject: Subject) -> None:
        """Keeps for later what a row says of the account above."""
        if record.parent is not None:
            self._below.append(_Below(subject, record.parent))

    def link(self) -> None:
        """Puts the accounts below those that their rows named."""
        below, self._below = self._below, []
        if not below:
            return
        account = t.account.c
        rows = self._tx.connection.execute(
            select(account.id, account.parent_id).where(account.parent_id.is_not(None))
        )
        above = {row.id: row.parent_id for row in rows}
        for start in range(0, len(below), _AT_ONCE):
            for each in below[start : start + _AT_ONCE]:
                self._link(each, above)
            self._tx.flush()

    def _link(self, each: _Below, above: dict[str, str]) -> None:
        account, told = each.subject.row_id, each.told
        named = self._index.by_name.get(same_key(told.name), ())
        if account in named and len(named) == 1:
            return  # the head of a group is often listed below itself
        former = self._index.by_former.get(same_key(told.name))
        parent = self._index.one_of(named) if named else former
        if parent is None or parent == account:
            self._keep_as_note(each)
            return
        held = above.get(account)
        if held == parent:
            return
        if _stands_below(parent, account, above):
            self._ledger.note([_remark(each.subject, "parent_circle", told)])
            return
        if not self._merger.yields(each.subject, {"parent_id": held}, {"parent_id": parent}):
            self._ledger.note([_remark(each.subject, "parent_differs", told)])
            return
        assign(self._tx.get(Account, account), {"parent_id": parent})
        above[account] = parent

    def _keep_as_note(self, each: _Below) -> None:
        account, text = each.subject.row_id, each.told.line
        if self._history.knew("note", ("account_id", account), "text", text):
            return
        note = t.note.c
        known = select(note.id).where(
            note.account_id == account, note.text == text, note.deleted_at.is_(None)
        )
        if self._tx.connection.scalar(known) is not None:
            return
        self._ledger.note([_remark(each.subject, "parent_unknown", each.told)])
        self._ledger.count("notes", "created")
        self._tx.make(Note, id=self._tx.new_id(), account_id=account, text=text, noted_on=self._today)


def _stands_below(account: str, other: str, above: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    here: str | None = account
    while here is not None and here not in seen:
        if here == other:
            return True
        seen.add(here)
        here = above.get(here)
    return False


def _remark(subject: Subject, reason: str, told: Told) -> Problem:
    return Problem(subject.origin, "fields", reason, Verdict.REMARK, told.title, told.name)
