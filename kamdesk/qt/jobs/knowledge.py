"""What is found out about accounts: read for its pages, recorded from its forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.known import Known, KnownRow, LinkChoice


def account_known(store: Store, **arguments: Any) -> Known:
    from kamdesk.reads.known import account_known

    return account_known(store, **arguments)


def record_subject(
    store: Store, *, kind: str, row_id: str, tables: Sequence[str], account_id: str | None
) -> tuple[KnownRow | None, Mapping[str, tuple[LinkChoice, ...]], tuple[Any, ...]]:
    """What a form opens with: the row (None for a new one), what can be linked to, what the row rests on."""
    from kamdesk.reads.known import grounds_of, known_row, link_choices

    row = known_row(store, kind=kind, row_id=row_id) if row_id else None
    grounds = grounds_of(store, row_id=row_id) if row_id else ()
    return row, link_choices(store, tables=tables, account_id=account_id), grounds


def _with_files(grounds: Sequence[Any]) -> tuple[Any, ...]:
    """Grounds whose file is a path are given its content. Raises InputError for one that can't be read."""
    from kamdesk.domain.errors import InputError
    from kamdesk.operations.attachments import check_size
    from kamdesk.operations.recording import Ground

    found = []
    for ground in grounds:
        if isinstance(ground, Path):
            try:
                check_size(ground.name, ground.stat().st_size)
                found.append(Ground(file=(ground.name, ground.read_bytes())))
            except OSError as error:
                raise InputError("file_unreadable", name=ground.name, reason=error.strerror) from error
        else:
            found.append(Ground(**ground))
    return tuple(found)


def record(store: Store, *, grounds: Sequence[Any] = (), **arguments: Any) -> Changes:
    """A new row; ``grounds`` are paths of files, or fields of `Ground` by name."""
    from kamdesk.operations.recording import record_whole

    return record_whole(store, grounds=_with_files(grounds), **arguments)


def amend(store: Store, *, grounds: Sequence[Any] = (), **arguments: Any) -> Changes:
    from kamdesk.operations.recording import amend_whole

    return amend_whole(store, grounds=_with_files(grounds), **arguments)


def take_back(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.recording import take_back_whole

    return take_back_whole(store, **arguments)


def mark_service(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.recording import mark_service

    return mark_service(store, **arguments)


def known_row(store: Store, **arguments: Any) -> KnownRow | None:
    from kamdesk.reads.known import known_row

    return known_row(store, **arguments)
