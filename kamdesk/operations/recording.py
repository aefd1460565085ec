"""What a form tells in one step: the row itself, people and rivals named for the first time, what it rests on."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.store import Store, Transaction
from kamdesk.domain.changes import Changes
from kamdesk.domain.contact import Contact, ContactPost
from kamdesk.domain.errors import RuleError
from kamdesk.domain.filenames import safe_name
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.domain.knowledge.evidence import Evidence
from kamdesk.domain.knowledge.rival import Competitor
from kamdesk.domain.knowledge.service import ServiceItem
from kamdesk.domain.note import Attachment
from kamdesk.operations.attachments import check_size
from kamdesk.operations.fields import require
from kamdesk.operations.knowledge.records import add_record, change_record, part_of


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row is to rest on: one of a visit, a note, a file of the book, a new file, or words."""

    visit_id: str | None = None
    note_id: str | None = None
    attachment_id: str | None = None
    file: tuple[str, bytes] | None = None
    said: str | None = None


def record_whole(
    store: Store,
    *,
    kind: str,
    fields: Mapping[str, Any],
    now: datetime,
    account_id: str | None = None,
    named: Mapping[str, str] | None = None,
    grounds: Sequence[Ground] = (),
    parts: Sequence[tuple[str, Mapping[str, Any]]] = (),
) -> Changes:
    """A new row, with all that was told with it: one step, one undo.

    ``named``: by link field the name of somebody or something new; a new person is one of ``account_id``. ``parts``
    are rows of other kinds that belong to this one, their link to it left out.
    """
    with store.write(f"{kind}.record", now=now, summary=_summary(fields)) as tx:
        account_id = account_id or fields.get("account_id")
        given = _with_new(tx, kind, fields, named or {}, account_id, fields["known_on"])
        row = add_record(tx, kind, given)
        for name, values in parts:
            add_record(tx, name, {**values, part_of(name, kind): row.id, "known_on": row.known_on})
        _rest_on(tx, kind, row.id, row.known_on, account_id, grounds)
    return tx.changes()


def amend_whole(
    store: Store,
    *,
    kind: str,
    row_id: str,
    fields: Mapping[str, Any],
    now: datetime,
    account_id: str | None = None,
    named: Mapping[str, str] | None = None,
    grounds: Sequence[Ground] = (),
    dropped: Sequence[str] = (),
) -> Changes:
    """Other values of a row; ``grounds`` are added to what it rests on, those ``dropped`` taken off."""
    with store.write(f"{kind}.amend", now=now, summary=_summary(fields)) as tx:
        row = tx.get(KINDS[kind], row_id)
        account_id = account_id or getattr(row, "account_id", None)
        known_on = fields.get("known_on", row.known_on)
        change_record(tx, kind, row, _with_new(tx, kind, fields, named or {}, account_id, known_on))
        for ground in dropped:
            tx.take_back(tx.get(Evidence, ground))
        _rest_on(tx, kind, row_id, known_on, account_id, grounds)
    return tx.changes()


def mark_service(
    store: Store,
    *,
    account_id: str,
    item_id: str,
    competitor_id: str | None,
    fields: Mapping[str, Any],
    today: date,
    now: datetime,
) -> Changes:
    """One cell of the service matrix: today's mark is put right, an older one is followed by a new one."""
    mark = KINDS["service_mark"]
    with store.write("service_mark.record", now=now) as tx:
        same = tx.every(mark, account_id=account_id, item_id=item_id, competitor_id=competitor_id)
        newest = max(same, key=lambda row: (row.known_on, row.recorded_at, row.id), default=None)
        if newest is not None and newest.known_on == today:
            change_record(tx, "service_mark", newest, fields)
        else:
            before = {name: getattr(newest, name) for name in ("given", "wanted", "rating")} if newest else {}
            where = {"account_id": account_id, "item_id": item_id, "competitor_id": competitor_id}
            add_record(
                tx, "service_mark", {"given": "unknown", **before, **where, **fields, "known_on": today}
            )
    return tx.changes()


def _summary(fields: Mapping[str, Any]) -> str | None:
    return fields.get("what") or fields.get("name") or None


def _with_new(
    tx: Transaction,
    kind: str,
    fields: Mapping[str, Any],
    named: Mapping[str, str],
    account_id: str | None,
    known_on: date,
) -> dict[str, Any]:
    """The fields, with the ids of those who are written down here for the first time."""
    links = {field.name: field.link for field in described(KINDS[kind])}
    given = dict(fields)
    made: dict[tuple[str | None, str], str] = {}
    for name, called in named.items():
        new = links[name], require(called, "name")
        if new not in made:
            person = new[0] == "contact"
            made[new] = _person(tx, account_id, new[1]) if person else _thing(tx, *new, known_on)
        given[name] = made[new]
    return given


def _person(tx: Transaction, account_id: str | None, name: str) -> str:
    """Somebody of the account: one whose name is known there, or a new contact."""
    if account_id is None:
        raise RuleError("person_of_nobody", name=name)
    posts = tx.every(ContactPost, account_id=account_id)
    for post in posts:
        if post.until is None and tx.get(Contact, post.contact_id).name == name:
            return post.contact_id
    person = Contact(id=tx.new_id(), name=name)
    tx.add(person, ContactPost(id=tx.new_id(), contact_id=person.id, account_id=account_id, rank=len(posts)))
    return person.id


def _thing(tx: Transaction, table: str | None, name: str, known_on: date) -> str:
    """A competitor or a service by its name: the one that is known by it, or a new one."""
    kinds: Mapping[str | None, type[Competitor | ServiceItem]] = {
        "competitor": Competitor,
        "service_item": ServiceItem,
    }
    for row in tx.every(kinds[table]):
        if row.name == name:
            return row.id
    return str(add_record(tx, str(table), {"name": name, "known_on": known_on}).id)


def _rest_on(
    tx: Transaction,
    kind: str,
    row_id: str,
    known_on: date,
    account_id: str | None,
    grounds: Sequence[Ground],
) -> None:
    for ground in grounds:
        attachment_id = ground.attachment_id
        if ground.file is not None:
            attachment_id = _keep(tx, kind, row_id, account_id, *ground.file)
        values = {
            "known_on": known_on, "subject": kind, "subject_id": row_id, "visit_id": ground.visit_id,
            "note_id": ground.note_id, "attachment_id": attachment_id, "said": ground.said,
        }  # fmt: skip
        add_record(tx, "evidence", values)


def _keep(tx: Transaction, kind: str, row_id: str, account_id: str | None, name: str, content: bytes) -> str:
    """The file is kept with the account; a paper given out, and what is of no account, have it themselves."""
    check_size(name, len(content))
    sha256 = hashlib.sha256(content).hexdigest()
    kept = {"sha256": sha256, "size": len(content), "content": content}
    tx.connection.execute(insert(t.attachment_content).values(**kept).on_conflict_do_nothing())
    subject, subject_id = (
        (kind, row_id) if kind == "report_issue" or account_id is None else ("account", account_id)
    )
    clean = safe_name(name)
    attachment = Attachment(
        id=tx.new_id(),
        subject=subject,
        subject_id=subject_id,
        name=clean,
        media_type=mimetypes.guess_type(clean, strict=False)[0],
        sha256=sha256,
        rank=len(tx.every(Attachment, subject=subject, subject_id=subject_id)),
    )
    tx.add(attachment)
    return attachment.id
