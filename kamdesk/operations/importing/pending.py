"""What is left for somebody to decide: kept in the book once, however often the same list comes in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.exchange.records import Origin
from kamdesk.reads.answers import ANSWERED, LEFT_OUT, answer_in, undone_ids, undone_operations

OPEN = "open"


def answered(operation_id: str, account_id: str = "") -> str:
    """The state of a question that an operation answered; of a row, the account that it went into."""
    return f"{ANSWERED}:{operation_id}:{account_id}"


@dataclass(frozen=True, slots=True)
class Pending:
    """One question; ``content`` holds all that answers it."""

    id: str
    sha256: str
    kind: str
    origin: Origin
    reason: str
    content: str


def make_pending(
    *,
    sha256: str,
    kind: str,
    origin: Origin,
    reason: str,
    asked: Mapping[str, object],
    like: tuple[str, ...] = (),
    about: Mapping[str, str] | None = None,
    more: Mapping[str, object] | None = None,
) -> Pending:
    """A question about ``asked`` (a row's cells by header, or a field with its value); ``like`` are accounts it may be.

    ``about`` is what holds for the whole list and its row alone doesn't say; ``more`` what else answers it without the
    list: the table's kind, the rule its columns were read by, the row of a cell, the cell of a row.

    Its id is a hash of what is asked about, neither of the reason nor of where it stood: the same row in another file,
    or for another reason, is the same question.
    """
    plain = plainly(asked)
    content: dict[str, object] = {"file": origin.file, "asked": plain, "like": list(like)}
    if about:
        content["about"] = dict(about)
    content |= {name: value for name, value in (more or {}).items() if value}
    return Pending(
        id=id_of(kind, plain),
        sha256=sha256,
        kind=kind,
        origin=origin,
        reason=reason,
        content=json.dumps(content, ensure_ascii=False),
    )


def plainly(asked: Mapping[str, object]) -> dict[str, object]:
    """What is asked about as a question keeps it."""
    return {name: _plain(value) for name, value in asked.items() if value not in (None, "")}


def id_of(kind: str, plain: Mapping[str, object]) -> str:
    """The id of a question about this."""
    key = json.dumps([kind, plain], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else str(value)


class PendingBox:
    """The open questions of the book and those that this import adds. Those of an import taken back don't count."""

    def __init__(self, connection: Connection) -> None:
        pending, file, operation = t.import_pending.c, t.import_file.c, t.operation.c
        undone = undone_operations(connection)
        rows = connection.execute(
            select(pending.id, pending.reason, pending.state, operation.number)
            .join_from(t.import_pending, t.import_file, pending.sha256 == file.sha256, isouter=True)
            .join(t.operation, file.operation == operation.id, isouter=True)
        ).all()
        ids = undone_ids(connection)
        self._answers = {row.id: said for row in rows if (said := answer_in(row.state, ids)) is not None}
        self._known: dict[str, str] = {
            row.id: row.reason for row in rows if row.number not in undone and row.id not in self._answers
        }
        self.new: dict[str, Pending] = {}
        self.settled: dict[str, tuple[Pending, str]] = {}

    @property
    def asks(self) -> bool:
        """Whether anything is being asked."""
        return bool(self.new or self._known)

    @property
    def answers(self) -> bool:
        """Whether anything was decided before."""
        return bool(self._answers)

    def reason(self, question: str) -> str | None:
        """Why the question of this id is being asked already; None where it is not."""
        mine = self.new.get(question)
        return mine.reason if mine else self._known.get(question)

    def answer(self, question: str) -> str | None:
        """What was decided about it before, as `answer_in` says it."""
        return self._answers.get(question)

    def keep(self, pending: Pending) -> None:
        """Asks it, unless it is being asked already or is to be left out."""
        if self.reason(pending.id) is None and self.answer(pending.id) != LEFT_OUT:
            self.new[pending.id] = pending

    def settle(self, pending: Pending, account_id: str) -> None:
        """Remembers what needed no question, so that it is not done again when the same comes again."""
        self.settled[pending.id] = pending, account_id

    def write(self, connection: Connection, now: datetime, operation_id: str | None = None) -> None:
        """Puts the new questions into the book; one that was answered before is asked again.

        What was settled counts as answered by ``operation_id``.
        """
        states = {pending.id: (pending, OPEN) for pending in self.new.values()}
        for pending, account_id in self.settled.values():
            states[pending.id] = pending, answered(operation_id or "", account_id)
        rows = [
            {
                "id": pending.id,
                "sha256": pending.sha256,
                "kind": pending.kind,
                "sheet": pending.origin.sheet,
                "line": pending.origin.row,
                "reason": pending.reason,
                "content": pending.content,
                "state": state,
                "since": now,
            }
            for pending, state in states.values()
        ]
        for row in rows:
            connection.execute(
                insert(t.import_pending).values(**row).on_conflict_do_update(index_elements=["id"], set_=row)
            )
