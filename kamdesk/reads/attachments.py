"""Files kept with an account, its visits' reports and its promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.reads.aliases import read_aliases


@dataclass(frozen=True, slots=True)
class Attached:
    """A file; ``about`` is what it hangs on where that is not the account: a visit's day or a promise's words."""

    id: str
    subject: str
    subject_id: str
    name: str
    media_type: str | None
    sha256: str
    size: int
    since: datetime
    about: str | None


def attachments(store: Store, *, account_id: str) -> tuple[Attached, ...]:
    """The account's files and those of the accounts merged into it, newest first."""
    with store.read() as connection:
        return attachments_of(connection, read_aliases(connection).ids(account_id))


def attachments_of(
    connection: Connection, ids: Iterable[str], limit: int | None = None
) -> tuple[Attached, ...]:
    """The files of the accounts ``ids``, newest first; the content is not read."""
    ids = tuple(ids)
    a, report, promise = t.attachment.c, t.visit_report, t.promise
    rows = connection.execute(
        select(
            a.id,
            a.subject,
            a.subject_id,
            a.name,
            a.media_type,
            a.sha256,
            t.attachment_content.c.size,
            a.recorded_at,
            report.c.visited_on,
            promise.c.what,
        )
        .join_from(t.attachment, t.attachment_content, a.sha256 == t.attachment_content.c.sha256)
        .outerjoin(report, and_(a.subject == "visit_report", a.subject_id == report.c.id))
        .outerjoin(t.visit, report.c.visit_id == t.visit.c.id)
        .outerjoin(promise, and_(a.subject == "promise", a.subject_id == promise.c.id))
        .where(
            a.deleted_at.is_(None),
            or_(
                and_(a.subject == "account", a.subject_id.in_(ids)),
                t.visit.c.account_id.in_(ids),
                promise.c.account_id.in_(ids),
            ),
        )
        .order_by(a.recorded_at.desc(), a.rank.desc(), a.id.desc())
        .limit(limit)
    )
    return tuple(
        Attached(*row[:8], about=row.visited_on.isoformat() if row.visited_on else row.what) for row in rows
    )


def attachment_content(store: Store, *, sha256: str) -> bytes:
    """What the file holds. Raises NotFound where the book does not have it."""
    with store.read() as connection:
        content = connection.scalar(
            select(t.attachment_content.c.content).where(t.attachment_content.c.sha256 == sha256)
        )
    if content is None:
        raise NotFound("file_missing")
    return content
