"""Backups looked at, and one of them put in the book's place; none of it needs an open book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from kamdesk.db.store import Store
    from kamdesk.reads.backups import Backup, Fit


def backups_of(store: Store | None, **arguments: Any) -> tuple[Backup, ...]:
    from kamdesk.reads.backups import backups_of

    return backups_of(store, **arguments)


def look_at(store: Store | None, **arguments: Any) -> Backup:
    from kamdesk.reads.backups import look_at

    return look_at(store, **arguments)


def find_fit(store: Store | None, **arguments: Any) -> Fit:
    from kamdesk.reads.backups import find_fit

    return find_fit(store, **arguments)


def restore_book(**arguments: Any) -> Path | None:
    from kamdesk.operations.restoring import restore_book

    return restore_book(**arguments)
