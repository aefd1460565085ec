"""What of the book is found by searching: each record's parts, and in which way a part is searched.

Informants are nowhere here: their table is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table

from kamdesk.db import tables as t
from kamdesk.domain.units import resolve_alias

Kind = Literal["account", "contact", "promise", "visit", "note", "action", "order", "product", "attachment"]
KINDS: tuple[Kind, ...] = (
    "account",
    "contact",
    "promise",
    "visit",
    "note",
    "action",
    "order",
    "product",
    "attachment",
)
"""What is found. A kind's place is part of the number of its records in the index: new kinds go to the end."""
Nature = Literal["name", "person", "tag", "text", "number"]
CHUNK = 400
SUBJECTS = (t.account, t.contact, t.note, t.visit, t.promise, t.action, t.order, t.product)
"""The tables that a file may be kept with."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a record: which field it is, and how it is searched.

    ``name`` and ``person`` are found by their sound too and come before other hits, ``tag`` by its sound, ``number``
    from its middle.
    """

    field: str
    text: str
    nature: Nature = "text"


@dataclass(frozen=True, slots=True)
class Content:
    """A record as it is searched. ``accounts`` are those it belongs to, as they are shown; ``day`` is its own day."""

    kind: Kind
    record: str
    accounts: tuple[str, ...]
    day: date | None
    key: bool
    parts: tuple[Part, ...]


def merged_accounts(connection: Connection) -> Mapping[str, str]:
    """The accounts that were joined to others, and to which."""
    rows = connection.exec_driver_sql(
        "SELECT id, merged_into FROM account WHERE merged_into IS NOT NULL AND deleted_at IS NULL"
    )
    return {row.id: row.merged_into for row in rows}


def contents(
    connection: Connection, kind: Kind, ids: Sequence[str], merged: Mapping[str, str]
) -> Iterator[Content]:
    """The records of one kind among ``ids`` that are found by searching."""
    for begin in range(0, len(ids), CHUNK):
        yield from _READERS[kind](connection, ids[begin : begin + CHUNK], merged)


def standing(
    connection: Connection, table: Table, column: str, values: Iterable[str], *order: str
) -> list[Row[Any]]:
    """The rows of a table, not taken back, in which a column has one of these values; days are ISO texts.

    Plain SQL: this runs several times in every write, and what builds a statement costs more than SQLite does.
    """
    given = tuple(values)
    if not given:
        return []
    marks, sorting = ",".join("?" * len(given)), ",".join((*order, "id"))
    return list(
        connection.exec_driver_sql(
            f'SELECT * FROM "{table.name}" WHERE {column} IN ({marks}) AND deleted_at IS NULL ORDER BY {sorting}',
            given,
        )
    )


def _beside(
    connection: Connection, table: Table, link: str, ids: Iterable[str], *order: str
) -> dict[str, list[Row[Any]]]:
    """The rows of a table that belong to ``ids``, by the id they belong to."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in standing(connection, table, link, ids, *order):
        found[getattr(row, link)].append(row)
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text[:10])


def _texts(row: Row[Any], *fields: str) -> Iterator[Part]:
    for field in fields:
        text = getattr(row, field)
        if text:
            yield Part(field, text)


def _accounts(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    rows = [row for row in standing(connection, t.account, "id", ids) if row.merged_into is None]
    shown = [row.id for row in rows]
    codes = _beside(connection, t.account_code, "account_id", shown)
    phones = _beside(connection, t.account_phone, "account_id", shown, "rank")
    tags = _beside(connection, t.account_tag, "account_id", shown, "rank")
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


def months_visited(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> dict[str, date]:
    """The month of each account's last visit, its aliases' visits counted: so exactly are accounts ranked by it."""
    shown: dict[str, str] = {
        alias: target for alias in merged if (target := resolve_alias(alias, merged)) in ids
    }
    given = (*ids, *shown)
    rows = connection.exec_driver_sql(
        "SELECT visit.account_id, max(visit_report.visited_on) AS day FROM visit"
        " JOIN visit_report ON visit_report.visit_id = visit.id AND visit_report.deleted_at IS NULL"
        f" WHERE visit.account_id IN ({','.join('?' * len(given))}) AND visit.deleted_at IS NULL"
        " GROUP BY visit.account_id",
        given,
    )
    last: dict[str, date] = {}
    for row in rows:
        account: str = row.account_id
        account = shown.get(account, account)
        month = date.fromisoformat(row.day).replace(day=1)
        last[account] = max(month, last.get(account, month))
    return last


def _standing_accounts(
    connection: Connection, ids: Iterable[str], merged: Mapping[str, str]
) -> dict[str, tuple[str, bool]]:
    """For each account id: the account that it is shown as, and whether that is a key account. None was taken back."""
    roots = {account: resolve_alias(account, merged) for account in ids}
    known = {
        row.id: bool(row.is_key)
        for row in standing(connection, t.account, "id", dict.fromkeys(roots.values()))
    }
    return {account: (root, known[root]) for account, root in roots.items() if root in known}


def _contacts(connection: Connection, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Content]:
    rows = standing(connection, t.contact, "id", ids)
    phones = _beside(connection, t.contact_phone, "contact_id", ids, "rank")
    posts = _beside(connection, t.contact_post, "contact_id", ids, "rank")
    accounts = _standing_accounts(
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
        accounts = _standing_accounts(connection, {row.account_id for row in rows if row.account_id}, merged)
        for row in rows:
            parts = tuple(parts_of(row))
            if not parts or (row.account_id and row.account_id not in accounts):
                continue
            belongs = (accounts[row.account_id][0],) if row.account_id else ()
            yield Content(kind, row.id, belongs, _day(getattr(row, day)), False, parts)

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
    reports = _beside(connection, t.visit_report, "visit_id", ids)
    written = [report.id for found in reports.values() for report in found]
    amendments = _beside(connection, t.report_amendment, "report_id", written, "amended_on")
    accounts = _standing_accounts(connection, {row.account_id for row in rows}, merged)
    for row in rows:
        if row.account_id not in accounts:
            continue
        parts: list[Part] = []
        for report in reports[row.id]:
            parts += _texts(report, "points", "rival_note", "next_step")
            parts += [Part("amendment", found.note) for found in amendments[report.id]]
        parts += _texts(row, "objective", "reason_text")
        day = _day(reports[row.id][0].visited_on if reports[row.id] else row.planned_date)
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
    accounts = _standing_accounts(connection, {account for account in owner.values() if account}, merged)
    for row in rows:
        account = owner.get(row.subject_id)
        if row.subject_id not in owner or (account and account not in accounts):
            continue
        belongs = (accounts[account][0],) if account else ()
        day = _day(row.recorded_at)
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
}

TABLES: dict[Kind, Table] = {
    "account": t.account,
    "contact": t.contact,
    "promise": t.promise,
    "visit": t.visit,
    "note": t.note,
    "action": t.action,
    "order": t.order,
    "product": t.product,
    "attachment": t.attachment,
}
"""The table whose ids are the ids of a kind's records."""
