"""Rows of a workbook against the book: new ones are added, fields that the rep left alone brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Transaction
from kamdesk.domain.account import AccountStatus
from kamdesk.domain.schedule import monday_of
from kamdesk.exchange.records import Problem, Verdict
from kamdesk.operations.fields import assign
from kamdesk.operations.importing.history import History
from kamdesk.operations.importing.merging import GROUPS, Merger, Subject
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.importing.whole.reading import BookRow, ReadBook, kind_of
from kamdesk.reads.export.shape import ORDER, TECHNICAL

SET_UP = ("working_hours", "visit_line", "unit_rule", "rep")
"""What a new book is given before anything is written into it."""
_A_REPS_OWN = frozenset({*SET_UP, "leave"})
OTHER_REP = "sheet_other_rep"
BATCH = 500

HeldRows = Mapping[str, Mapping[str, Row[Any]]]


def read_held(tx: Transaction) -> dict[str, dict[str, Row[Any]]]:
    """Every row of the tables that leave the book, those taken back too."""
    held = {}
    for name in ORDER:
        table = t.metadata.tables[name]
        held[name] = {row.id: row for row in tx.connection.execute(select(table))}
    return held


@dataclass(slots=True)
class Taking:
    """One workbook against one book. ``touched``: (row, field) that were written since the workbook left this book.

    ``touched`` is None where it left another book, or one that doesn't know of it any more.
    """

    tx: Transaction
    held: HeldRows
    history: History
    merger: Merger
    ledger: Ledger
    touched: frozenset[tuple[str, str]] | None
    sha256: str

    def carry_out(self, book: ReadBook, heard: Callable[[int], None]) -> None:
        """Takes all rows in that are not refused."""
        self._make_room(book)
        done = 0
        for name in ORDER:
            read = book.sheets.get(name)
            for row in read.rows if read else ():
                if not row.refused:
                    self._take(row)
                elif row.refused != OTHER_REP:
                    self.ledger.count(kind_of(row.table), "rejected")
                done += 1
                if done % BATCH == 0:
                    self.tx.flush()
                    heard(done)
            self.tx.flush()
        heard(done)

    def _make_room(self, book: ReadBook) -> None:
        """In a book in which nothing is written yet the workbook's rep takes the place of its own.

        In another rep's book that rep stays, and so do the line and the hours: what the workbook tells of accounts
        and visits goes to that rep.
        """
        reps = (
            {row.id for row in book.sheets["rep"].rows if not row.refused} if "rep" in book.sheets else set()
        )
        own = {row.id for row in self.held["rep"].values() if row.deleted_at is None}
        lines = [row for row in self.held["visit_line"].values() if row.deleted_at is None]
        if not (reps and own and lines) or "visit_line" not in book.sheets or reps & own:
            return
        written = (row for name, rows in self.held.items() if name not in SET_UP for row in rows.values())
        if any(row.deleted_at is None for row in written):
            self._stand_in(book)
            return
        for name in SET_UP:
            for row in self.tx.every(BY_TABLE[name]):
                self.tx.take_back(row)

    def _stand_in(self, book: ReadBook) -> None:
        own_rep = min(row.id for row in self.held["rep"].values() if row.deleted_at is None)
        own_line = min(
            (row for row in self.held["visit_line"].values() if row.deleted_at is None),
            key=lambda row: row.id,
        )
        lines = {row.id: row.values for row in book.sheets["visit_line"].rows}
        reps = {row.id for row in book.sheets["rep"].rows}
        for read in book.sheets.values():
            for row in read.rows:
                if row.table in _A_REPS_OWN:
                    row.refused = row.refused or OTHER_REP
                for column in ("rep_id", "owner_id"):
                    if row.values.get(column) in reps:
                        row.values[column] = own_rep
                if row.table == "visit_slot" and row.values.get("line_id") in lines:
                    self._move_slot(row, lines[row.values["line_id"]], own_line)
        for name in _A_REPS_OWN & book.sheets.keys():
            if first := next(iter(book.sheets[name].rows), None):
                self.ledger.note([Problem(first.origin, kind_of(name), OTHER_REP, Verdict.REMARK)])

    def _move_slot(self, row: BookRow, line: Mapping[str, Any], own: Row[Any]) -> None:
        """The same days counted from the own line's Monday."""
        every, offset = row.values.get("every_weeks"), row.values.get("week_offset")
        anchor = line.get("anchor_monday")
        if not every or offset is None or anchor is None or own.cycle_weeks % every:
            row.refused = "sheet_other_line"
            self.ledger.note([Problem(row.origin, "cells", "sheet_other_line", Verdict.REJECTED)])
            return
        weeks = (monday_of(anchor) - own.anchor_monday).days // 7
        row.values |= {"line_id": own.id, "week_offset": (offset + weeks) % every}

    def _take(self, row: BookRow) -> None:
        kind, there = kind_of(row.table), self.held[row.table].get(row.id)
        values = {name: value for name, value in row.values.items() if value is not None}
        if there is None:
            self.tx.add(BY_TABLE[row.table](id=row.id, **row.values))
            self.ledger.count(kind, "created")
            return
        values = {name: value for name, value in values.items() if name not in TECHNICAL}
        if there.deleted_at is not None:
            self._again(row, there, values)
            return
        changed = self._merged(row, there, values)
        if changed:
            assign(self.tx.get(BY_TABLE[row.table], row.id), changed)
        self.ledger.count(kind, "updated" if changed else "unchanged")

    def _again(self, row: BookRow, there: Row[Any], values: Mapping[str, Any]) -> None:
        """A row that was taken back: by hand, and that stands, or because the import that brought it was undone."""
        if row.values.get("deleted_at") is not None or self.history.removed_by_hand([row.id]):
            self.ledger.count(kind_of(row.table), "unchanged")
            return
        found = self.tx.find(BY_TABLE[row.table], row.id)
        assert found is not None
        found.deleted_at = None
        assign(found, values)
        self.ledger.count(kind_of(row.table), "created")

    def _merged(self, row: BookRow, there: Row[Any], values: Mapping[str, Any]) -> dict[str, Any]:
        held = dict(there._mapping)
        free = self._free(row, held, values)
        subject = Subject(row.id, self._label(row, held), row.origin, self.sha256)
        changed = {name: values[name] for name in free if not _same(held[name], values[name])}
        rest = {name: value for name, value in values.items() if name not in free}
        return changed | (self.merger.merge(subject, held, rest) if rest else {})

    def _free(self, row: BookRow, held: Mapping[str, Any], values: Mapping[str, Any]) -> set[str]:
        """The fields that nobody wrote since the workbook left this book: what it says of them now is what holds."""
        if self.touched is None:
            return set()
        free = {name for name in values if (row.id, name) not in self.touched}
        for group in GROUPS:
            if any((row.id, name) in self.touched for name in group):
                free -= set(group)
        if row.table == "account" and held.get("status") == AccountStatus.ACTIVE:
            free.discard("status")
        return free

    def _label(self, row: BookRow, held: Mapping[str, Any]) -> str:
        account = self.held["account"].get(held.get("account_id") or "")
        contact = self.held["contact"].get(held.get("contact_id") or "")
        own = held.get("name") or held.get("number") or held.get("what") or held.get("text")
        parts = [str(part)[:60] for part in (own, contact and contact.name, account and account.name) if part]
        return " · ".join(parts) or row.origin.sheet


def _same(held: Any, wanted: Any) -> bool:
    if isinstance(held, float) and isinstance(wanted, float):
        return abs(held - wanted) < 1e-9
    return held == wanted
