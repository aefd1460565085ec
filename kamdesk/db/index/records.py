"""Reads the records that are found by searching. Informants are nowhere here: their table is not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table

from kamdesk.db import tables as t
from kamdesk.db.index.contents import CHUNK, SUBJECTS, Content, Kind, Part
from kamdesk.db.index.known import known_contents
from kamdesk.db.index.rows import beside, day_of, months_visited, standing, standing_accounts


def contents(
    connection: Connection, kind: Kind, ids: Sequence[str], merged: Mapping[str, str]
) -> Iterator[Content]:
    """The records of one kind among ``ids`` that are found by searching."""
    for begin in range(0, len(ids), CHUNK):
        yield from _READERS[kind](connection, ids[begin : begin + CHUNK], merged)


def _texts(row: Row[Any], *fields: str) -> Iterator[Part]:
    for field in fields:
        text = getattr(row, field)
        if text:
            yield Part(field, text)


def _accounts(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    rows = [row for row in standing(connection, t.account, "id", ids) if row.merged_into is None]
    shown = [row.id for row in rows]
    codes = beside(connection, t.account_code, "account_id", shown)
    phones = beside(connection, t.account_phone, "account_id", shown, "rank")
    tags = beside(connection, t.account_tag, "account_id", shown, "rank")
    visited = months_visited(connection, shown, merged)
    for row in rows:
        parts = [Part("name", row.name, "name")]
        if row.short_name:
            parts.append(Part("short_name", row.short_name, "name"))
        parts += [Part("tag", tag.tag, "tag") for tag in tags[row.id]]
        parts += _texts(row, "province", "city", "district", "address", "kind", "wechat", "class_reason")
        parts += _texts(row, "status_reason")
        parts += [Part("code", code.code, "number") for code in codes[row.id]]
        parts += [Part("phone", phone.number, "number") for phone in phones[row.id]]
        yield Content("account", row.id, (row.id,), visited.get(row.id), bool(row.is_key), tuple(parts))


def _contacts(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    rows = standing(connection, t.contact, "id", ids)
    phones = beside(connection, t.contact_phone, "contact_id", ids, "rank")
    posts = beside(connection, t.contact_post, "contact_id", ids, "rank")
    accounts = standing_accounts(
        connection, {post.account_id for held in posts.values() for post in held}, merged
    )
    for row in rows:
        held = sorted(posts[row.id], key=lambda post: post.until is not None)
        current = [post for post in held if post.until is None] or held
        where = [accounts[post.account_id] for post in current if post.account_id in accounts]
        parts = [Part("name", row.name, "person")]
        if row.latin_name:
            parts.append(Part("latin_name", row.latin_name, "name"))
        for post in current:
            parts += [
                Part(field, text, "tag")
                for field, text in (("title", post.title), ("department", post.department))
                if text
            ]
        parts += _texts(row, "salutation", "wechat", "email")
        parts += [Part("phone", phone.number, "number") for phone in phones[row.id]]
        belongs = tuple(dict.fromkeys(account for account, _ in where))
        yield Content("contact", row.id, belongs, None, any(key for _, key in where), tuple(parts))


def _plain(
    kind: Kind, table: Table, day: str, parts_of: Callable[[Row[Any]], Iterator[Part]]
) -> Callable[[Connection, Sequence[str], Mapping[str, str]], Iterator[Content]]:
    """The reader of a kind whose rows hold all that is searched, and may belong to an account."""

    def read(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
        rows = standing(connection, table, "id", ids)
        accounts = standing_accounts(connection, {row.account_id for row in rows if row.account_id}, merged)
        for row in rows:
            parts = tuple(parts_of(row))
            if not parts or (row.account_id and row.account_id not in accounts):
                continue
            belongs = (accounts[row.account_id][0],) if row.account_id else ()
            yield Content(kind, row.id, belongs, day_of(getattr(row, day)), False, parts)

    return read


def _of_promise(row: Row[Any]) -> Iterator[Part]:
    return _texts(row, "what", "cause_text", "workaround", "expected_effect", "effect_seen", "by_whom")


def _of_note(row: Row[Any]) -> Iterator[Part]:
    return _texts(row, "text")


def _of_action(row: Row[Any]) -> Iterator[Part]:
    return _texts(row, "what", "owner")


def _of_order(row: Row[Any]) -> Iterator[Part]:
    if row.number:
        yield Part("number", row.number, "number")


def _visits(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    rows = standing(connection, t.visit, "id", ids)
    reports = beside(connection, t.visit_report, "visit_id", ids)
    written = [report.id for found in reports.values() for report in found]
    amendments = beside(connection, t.report_amendment, "report_id", written, "amended_on")
    accounts = standing_accounts(connection, {row.account_id for row in rows}, merged)
    for row in rows:
        if row.account_id not in accounts:
            continue
        parts: list[Part] = []
        for report in reports[row.id]:
            parts += _texts(report, "points", "rival_note", "next_step")
            parts += [Part("amendment", found.note) for found in amendments[report.id]]
        parts += _texts(row, "objective", "reason_text")
        day = day_of(reports[row.id][0].visited_on if reports[row.id] else row.planned_date)
        if parts:
            yield Content("visit", row.id, (accounts[row.account_id][0],), day, False, tuple(parts))


def _products(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    for row in standing(connection, t.product, "id", ids):
        parts = [Part("name", row.name, "name"), *_texts(row, "specification")]
        if row.code:
            parts.append(Part("code", row.code, "number"))
        yield Content("product", row.id, (), None, not row.discontinued, tuple(parts))


def _attachments(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    """Files, found with the record that they are kept with and gone with it."""
    rows = standing(connection, t.attachment, "id", ids)
    owner: dict[str, str | None] = {}
    for table in SUBJECTS:
        kept_with = [row.subject_id for row in rows if row.subject == table.name]
        if kept_with:
            found = standing(connection, table, "id", kept_with)
            owner |= {
                row.id: row.id if table is t.account else getattr(row, "account_id", None) for row in found
            }
    accounts = standing_accounts(connection, {account for account in owner.values() if account}, merged)
    for row in rows:
        account = owner.get(row.subject_id)
        if row.subject_id not in owner or (account and account not in accounts):
            continue
        belongs = (accounts[account][0],) if account else ()
        day = day_of(row.recorded_at)
        yield Content("attachment", row.id, belongs, day, False, (Part("name", row.name, "name"),))


_READERS: dict[Kind, Callable[[Connection, Sequence[str], Mapping[str, str]], Iterator[Content]]] = {
    "account": _accounts,
    "contact": _contacts,
    "promise": _plain("promise", t.promise, "made_on", _of_promise),
    "visit": _visits,
    "note": _plain("note", t.note, "noted_on", _of_note),
    "action": _plain("action", t.action, "due_on", _of_action),
    "order": _plain("order", t.order, "ordered_on", _of_order),
    "product": _products,
    "attachment": _attachments,
    "known": known_contents,
}
