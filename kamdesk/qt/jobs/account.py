"""What the page of one account asks for and does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.qt.jobs.accounts import AccountView, account_view

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.domain.questions.answer import Answer
    from kamdesk.operations.week_end.peers import Reader
    from kamdesk.reads.account_sheet import AccountSheet
    from kamdesk.reads.confidential import Informant, Lock
    from kamdesk.reads.entrusted import Entrusted
    from kamdesk.reads.known import Known
    from kamdesk.reads.timeline import Timeline
    from kamdesk.reads.week_end.shares import Shared


@dataclass(frozen=True, slots=True)
class AccountWhole:
    """All that the page of one account shows, but for its timeline.

    What lies behind the lock is in none of it, but for the answer to one question where it was ``unlocked``.
    ``unit`` is the name of the managed unit whose questions they are, ``unit_id`` its id; empty where that is the
    account itself. What was found out is that of the whole unit.
    """

    view: AccountView
    sheet: AccountSheet
    known: Known
    answers: tuple[Answer, ...]
    unit: str = ""
    unit_id: str = ""
    shared: tuple[Shared, ...] = ()


def account_whole(
    store: Store, *, account_id: str, today: date, now: datetime, unlocked: bool = False
) -> AccountWhole:
    from kamdesk.reads.account_sheet import account_sheet
    from kamdesk.reads.confidential import informants
    from kamdesk.reads.known import unit_known
    from kamdesk.reads.questions.answers import account_answers
    from kamdesk.reads.week_end.shares import shares_of

    view = account_view(store, account_id=account_id, today=today)
    page = view.page.id
    known = informants(store, account_id=page) if unlocked else None
    answered = account_answers(store, account_id=page, today=today, informants=known)
    return AccountWhole(
        view,
        account_sheet(store, account_id=page, now=now),
        unit_known(store, account_id=page),
        answered.answers,
        answered.called if answered.unit != page else "",
        (answered.unit or "") if answered.unit != page else "",
        shares_of(store, account_id=page, today=today),
    )


def timeline(store: Store, **arguments: Any) -> Timeline:
    from kamdesk.reads.timeline import timeline

    return timeline(store, **arguments)


def account_names(store: Store) -> tuple[tuple[str, str], ...]:
    """Id and name of every account."""
    from kamdesk.reads.account_names import account_names

    return account_names(store)


def change_post(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.contacts import change_post

    return change_post(store, **arguments)


def give_role(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.contacts import give_role

    return give_role(store, **arguments)


def end_role(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.contacts import end_role

    return end_role(store, **arguments)


def change_job(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.contacts import change_job

    return change_job(store, **arguments)


def change_note(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.notes import change_note

    return change_note(store, **arguments)


def take_back_note(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.notes import take_back_note

    return take_back_note(store, **arguments)


def finish_action(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.promises import finish_action

    return finish_action(store, **arguments)


# files


def attach_files(store: Store, *, paths: tuple[Path, ...], **arguments: Any) -> Changes:
    """Files from the disk. Raises InputError for one that can't be read; then none is attached."""
    from kamdesk.domain.errors import InputError
    from kamdesk.operations.attachments import attach, check_size

    files: list[tuple[str, bytes]] = []
    for path in paths:
        try:
            check_size(path.name, path.stat().st_size)
            files.append((path.name, path.read_bytes()))
        except OSError as error:
            raise InputError("file_unreadable", name=path.name, reason=error.strerror) from error
    return attach(store, files=files, **arguments)


def attach(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.attachments import attach

    return attach(store, **arguments)


def rename_attachment(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.attachments import rename_attachment

    return rename_attachment(store, **arguments)


def remove_attachment(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.attachments import remove_attachment

    return remove_attachment(store, **arguments)


def attachment_content(store: Store, **arguments: Any) -> bytes:
    from kamdesk.reads.attachments import attachment_content

    return attachment_content(store, **arguments)


def write_attachment(store: Store, *, sha256: str, path: Path) -> Path:
    """The file's content at ``path``. Raises InputError where it can't be written."""
    from kamdesk.domain.errors import InputError
    from kamdesk.reads.attachments import attachment_content

    content = attachment_content(store, sha256=sha256)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError("file_unwritable", path=path, reason=error.strerror) from error
    return path


# behind the lock


def lock_state(store: Store) -> Lock:
    from kamdesk.reads.confidential import lock_state

    return lock_state(store)


def set_lock(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.confidential import set_lock

    set_lock(store, **arguments)


def unlock(store: Store, **arguments: Any) -> None:
    from kamdesk.operations.confidential import unlock

    unlock(store, **arguments)


@dataclass(frozen=True, slots=True)
class BehindLock:
    """Of one account: who informs us, what others handed on that is not in this book yet, with whom to share."""

    known: tuple[Informant, ...]
    given: tuple[Entrusted, ...]
    readers: tuple[Reader, ...]


def behind_lock(store: Store, *, account_id: str) -> BehindLock:
    from kamdesk.reads.confidential import informants
    from kamdesk.reads.entrusted import given_at, readers

    return BehindLock(
        informants(store, account_id=account_id),
        given_at(store, account_id=account_id),
        readers(store, account_id=account_id),
    )


def record_informant(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.confidential import record_informant

    return record_informant(store, **arguments)


def change_informant(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.confidential import change_informant

    return change_informant(store, **arguments)


def end_informant(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.confidential import end_informant

    return end_informant(store, **arguments)


def readers(store: Store, **arguments: Any) -> tuple[Reader, ...]:
    from kamdesk.reads.entrusted import readers

    return readers(store, **arguments)


def share_informant(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.entrusting import share_informant

    return share_informant(store, **arguments)


def end_informant_share(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.entrusting import end_informant_share

    return end_informant_share(store, **arguments)


def take_over_informant(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.entrusting import take_over_informant

    return take_over_informant(store, **arguments)


def entrusted(store: Store) -> tuple[Entrusted, ...]:
    from kamdesk.reads.entrusted import entrusted

    return entrusted(store)
