"""Records of what a rep finds out: written down, amended, taken back, each kind by the fields that it declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.checks import DEFAULT_CURRENCY, check, clean
from kamdesk.domain.knowledge.described import As, Known, described
from kamdesk.domain.knowledge.evidence import Evidence
from kamdesk.domain.row import Row
from kamdesk.operations.book import book_day
from kamdesk.operations.fields import assign, check_links, fields_of
from kamdesk.operations.own import reps
from kamdesk.sync.book.shapes import CONFIDENTIAL

Parts = Mapping[str, Sequence[Mapping[str, Any]]]
"""By kind, the fields of rows that are a part of the record: the criteria of a rule, the lines of an order."""


def record(
    store: Store,
    *,
    table: str,
    now: datetime,
    parts: Parts | None = None,
    evidence: Sequence[Mapping[str, Any]] = (),
    **fields: Any,
) -> Changes:
    """A new record with its parts and what it rests on, in one step; ``table`` is a key of `domain.knowledge.KINDS`.

    ``known_on`` is today where it isn't given, ``recorded_by`` the book's own rep. Raises RuleError in words where a
    field is wanting or wrong, NotFound where a link leads nowhere; nothing is written then.
    """
    with store.write(f"{table}.record", now=now, summary=_summary(fields)) as tx:
        row = add_record(tx, table, fields)
        for part, rows in (parts or {}).items():
            link = part_of(part, table)
            for values in rows:
                add_record(tx, part, {"known_on": getattr(row, "known_on", None), **values, link: row.id})
        for values in evidence:
            _add_evidence(tx, table, row.id, values)
    return tx.changes()


def amend(
    store: Store, *, table: str, record_id: str, now: datetime, parts: Parts | None = None, **fields: Any
) -> Changes:
    """Writes the given fields; with ``parts`` the rows of those kinds are replaced. Raises as `record` does."""
    with store.write(f"{table}.amend", now=now) as tx:
        row = tx.get(KINDS[table], record_id)
        change_record(tx, table, row, fields)
        for part, rows in (parts or {}).items():
            link = part_of(part, table)
            for old in tx.every(KINDS[part], **{link: record_id}):
                take_back_record(tx, part, old)
            for values in rows:
                add_record(tx, part, {"known_on": getattr(row, "known_on", None), **values, link: record_id})
    return tx.changes()


def take_back(store: Store, *, table: str, record_id: str, now: datetime) -> Changes:
    """Takes a record back with its parts and the evidence given for them; undo brings all of it back."""
    with store.write(f"{table}.take_back", now=now) as tx:
        take_back_record(tx, table, tx.get(KINDS[table], record_id))
    return tx.changes()


def add_evidence(store: Store, *, table: str, record_id: str, now: datetime, **fields: Any) -> Changes:
    """What a record of any table rests on: a visit, a note, a file or words, seen on ``known_on``.

    It says that the record held on that day. Raises RuleError where nothing of it is given,
    ValueError for a table that is told nowhere else.
    """
    if table in CONFIDENTIAL:
        raise ValueError(f"no evidence is kept with {table}")
    with store.write("evidence.record", now=now) as tx:
        tx.get(BY_TABLE[table], record_id)
        _add_evidence(tx, table, record_id, fields)
    return tx.changes()


def _add_evidence(tx: Transaction, kind: str, record_id: str, fields: Mapping[str, Any]) -> None:
    add_record(tx, "evidence", {**fields, "subject": kind, "subject_id": record_id})


def add_record(tx: Transaction, kind: str, fields: Mapping[str, Any]) -> Known:
    """A new record within a transaction."""
    shape = {field.name: field for field in described(KINDS[kind])}
    unknown = fields.keys() - shape.keys()
    if unknown:
        raise AttributeError(f"{kind} has no field {', '.join(sorted(unknown))}")
    given = dict(fields)
    if given.get("known_on") is None:
        given["known_on"] = book_day(tx)
    if given.get("recorded_by") is None:
        given["recorded_by"] = next((rep.id for rep in reps(tx)), None)
    values = {name: clean(kind, field, given.get(name, field.usual)) for name, field in shape.items()}
    _finish(kind, values)
    check(kind, values, book_day(tx))
    row = KINDS[kind](id=tx.new_id(), **values)
    check_links(tx, row)
    tx.add(row)
    return row


def change_record(tx: Transaction, kind: str, row: Row, fields: Mapping[str, Any]) -> None:
    """Other values of a record within a transaction."""
    shape = {field.name: field for field in described(KINDS[kind])}
    unknown = fields.keys() - shape.keys()
    if unknown:
        raise AttributeError(f"{kind} has no field {', '.join(sorted(unknown))}")
    cleaned = {name: clean(kind, shape[name], value) for name, value in fields.items()}
    values = {name: value for name, value in fields_of(row).items() if name in shape} | cleaned
    _finish(kind, values)
    check(kind, values, book_day(tx))
    assign(row, values)
    check_links(tx, row)


def _finish(kind: str, values: dict[str, Any]) -> None:
    """Money without a currency is in the currency of the house."""
    money = [field.name for field in described(KINDS[kind]) if field.shape is As.MONEY]
    if any(values.get(name) is not None for name in money) and not values.get("currency"):
        values["currency"] = DEFAULT_CURRENCY


def take_back_record(tx: Transaction, kind: str, row: Row) -> None:
    """A record with what is a part of it and the evidence for it. Raises RuleError where another record rests on it."""
    for other, field in _resting(kind):
        for part in tx.every(KINDS[other], **{field.name: row.id}):
            if not field.part:
                raise RuleError("record_needed")
            take_back_record(tx, other, part)
    for proof in tx.every(Evidence, subject=kind, subject_id=row.id):
        tx.take_back(proof)
    tx.take_back(row)


def _resting(kind: str) -> Iterator[tuple[str, Any]]:
    for other, rows in KINDS.items():
        for field in described(rows):
            if field.link == kind:
                yield other, field


def part_of(part: str, kind: str) -> str:
    """The field by which rows of one kind are a part of another. Raises ValueError where they are none."""
    for field in described(KINDS[part]):
        if field.part and field.link == kind:
            return field.name
    raise ValueError(f"{part} is no part of {kind}")


def _summary(fields: Mapping[str, Any]) -> str | None:
    said = fields.get("what") or fields.get("name")
    return str(said).strip() or None if said else None
