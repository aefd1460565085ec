"""What is found out about accounts: read for its pages, recorded from its forms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.known import Known
    from kamdesk.reads.questions.answers import Answered
    from kamdesk.reads.record_places import Place
    from kamdesk.reads.record_subject import Subject


def record_places(store: Store, **arguments: Any) -> tuple[Place, ...]:
    from kamdesk.reads.record_places import record_places

    return record_places(store, **arguments)


def account_known(store: Store, **arguments: Any) -> Known:
    from kamdesk.reads.known import account_known

    return account_known(store, **arguments)


def record_subject(store: Store, **arguments: Any) -> Subject:
    from kamdesk.reads.record_subject import record_subject

    return record_subject(store, **arguments)


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
    from kamdesk.operations.knowledge.records import take_back

    return take_back(store, **arguments)


def mark_service(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.recording import mark_service

    return mark_service(store, **arguments)


def check_question(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.knowledge.checking import check_question

    return check_question(store, **arguments)


def account_answers(store: Store, **arguments: Any) -> Answered:
    from kamdesk.reads.questions.answers import account_answers

    return account_answers(store, **arguments)


def book_answers(store: Store, **arguments: Any) -> Answered:
    from kamdesk.reads.questions.answers import book_answers

    return book_answers(store, **arguments)
