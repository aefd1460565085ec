"""Files kept with an account, a visit's report or a promise."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.dialects.sqlite import insert

from kamdesk.db import tables as t
from kamdesk.db.mapping import BY_TABLE
from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.filenames import safe_name
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.note import LARGEST, Attachment
from kamdesk.operations.fields import require

SUBJECTS = ("account", "visit_report", "promise", *KINDS)


def attach(
    store: Store, *, subject: str, subject_id: str, files: Sequence[tuple[str, bytes]], now: datetime
) -> Changes:
    """Keeps files, (name, content), with the row ``subject_id`` of the table ``subject``: one step for all of them.

    Content that is in the book already is not stored again. Raises RuleError where one is empty or over `LARGEST`:
    then none is kept.
    """
    if subject not in SUBJECTS:
        raise ValueError(f"nothing is attached to {subject}")
    for name, content in files:
        check_size(name, len(content))
    summary = safe_name(files[0][0]) if len(files) == 1 else None
    with store.write("attachment.add", now=now, summary=summary) as tx:
        tx.get(BY_TABLE[subject], subject_id)
        rank = len(tx.every(Attachment, subject=subject, subject_id=subject_id))
        for place, (name, content) in enumerate(files):
            sha256 = hashlib.sha256(content).hexdigest()
            row = {"sha256": sha256, "size": len(content), "content": content}
            tx.connection.execute(insert(t.attachment_content).values(**row).on_conflict_do_nothing())
            clean = safe_name(name)
            tx.add(
                Attachment(
                    id=tx.new_id(),
                    subject=subject,
                    subject_id=subject_id,
                    name=clean,
                    media_type=mimetypes.guess_type(clean, strict=False)[0],
                    sha256=sha256,
                    rank=rank + place,
                )
            )
    return tx.changes()


def check_size(name: str, size: int) -> None:
    """Raises RuleError for a file that is empty or too large to be kept in the book."""
    if size == 0:
        raise RuleError("file_empty", name=safe_name(name))
    if size > LARGEST:
        limit = LARGEST // 1_000_000
        raise RuleError("file_too_large", name=safe_name(name), size=f"{size / 1_000_000:.1f}", limit=limit)


def rename_attachment(store: Store, *, attachment_id: str, name: str, now: datetime) -> Changes:
    """Another name; without an ending it keeps the one it had. Raises RuleError for an empty one."""
    name = safe_name(require(name, "name"))
    with store.write("attachment.rename", now=now, summary=name) as tx:
        row = tx.get(Attachment, attachment_id)
        ending = row.name.rpartition(".")[2] if "." in row.name else ""
        row.name = f"{name}.{ending}" if ending and "." not in name else name
    return tx.changes()


def remove_attachment(store: Store, *, attachment_id: str, now: datetime) -> Changes:
    """Takes the file off; its content stays in the book, so that this can be undone."""
    with store.write("attachment.remove", now=now) as tx:
        tx.take_back(tx.get(Attachment, attachment_id))
    return tx.changes()
