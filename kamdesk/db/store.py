"""The book, opened: reads in a snapshot, writes in recorded transactions."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kamdesk.db import tables as t
from kamdesk.db.driver import driver
from kamdesk.db.engine import BUSY_SECONDS, WRITES
from kamdesk.db.mapping import map_domain
from kamdesk.db.recording import FLUSHING, Recorder, guard
from kamdesk.domain.changes import Changes
from kamdesk.domain.clock import tick
from kamdesk.domain.errors import BookError, NotFound
from kamdesk.domain.row import Row

Kind = TypeVar("Kind", bound=Row)
NewId = Callable[[], str]


def random_id() -> str:
    """A UUIDv7 as text."""
    return str(uuid7())


class Transaction:
    """One write, made by `Store.write`: rows added or changed here are logged as one operation."""

    def __init__(
        self, session: Session, name: str, operation_id: str, now: datetime, new_id: NewId, recorder: Recorder
    ) -> None:
        self._session = session
        self._name = name
        self._operation_id = operation_id
        self._recorder = recorder
        self.now = now
        self.new_id = new_id

    @property
    def connection(self) -> Connection:
        """For reads inside the transaction (what was added so far is flushed first) and for local tables."""
        self._session.flush()
        return self._session.connection()

    def add(self, *rows: Row) -> None:
        """Puts new rows into the book."""
        self._session.add_all(rows)

    def find(self, kind: type[Kind], row_id: str) -> Kind | None:
        """The row with this id, taken back or not; None where there is none."""
        return self._session.get(kind, row_id)

    def get(self, kind: type[Kind], row_id: str) -> Kind:
        """The row with this id. Raises NotFound where there is none or it was taken back."""
        row = self.find(kind, row_id)
        if row is None or row.deleted_at is not None:
            raise NotFound("row_missing", kind=kind.__name__, id=row_id)
        return row

    def every(self, kind: type[Kind], **equal: object) -> list[Kind]:
        """The rows, not taken back, whose fields have these values, in the order of their ids."""
        self._session.flush()
        chosen = select(kind).filter_by(**equal, deleted_at=None).order_by(inspect(kind).local_table.c.id)
        return list(self._session.scalars(chosen))

    def take_back(self, row: Row) -> None:
        """Marks a row as deleted; it stays in the book and can be brought back."""
        row.deleted_at = self.now

    def flush(self) -> None:
        """Writes what was added so far, so that a long import stays small in memory."""
        self._session.flush()
        self._session.expunge_all()

    def changes(self) -> Changes:
        """What was written, to be asked after the transaction has ended."""
        if not self._recorder.rows:
            return Changes(self._name)
        rows = {table: frozenset(ids) for table, ids in self._recorder.rows.items()}
        return Changes(self._name, self._operation_id, rows)


@dataclass
class Store:
    """An open book. Made by `kamdesk.db.opening.open_book`; `close()` it in the end.

    ``new_id`` gives the ids of new rows; ``user`` is written beside each operation.
    """

    path: Path
    engine: Engine
    key: str | None = field(default=None, repr=False)
    unclean: bool = False
    new_id: NewId = random_id
    user: str = field(default_factory=getpass.getuser)
    _lock: FileLock | None = None
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        map_domain()
        guard(self.engine)
        if self._lock is None:
            self._lock = FileLock(f"{self.path}.lock")

    def hold(self, *, seconds: float = 0.0) -> None:
        """Keeps the book for this process until `close()`, as a window does. BookError if another has it."""
        assert self._lock is not None
        try:
            self._lock.acquire(timeout=seconds)
        except Timeout:
            raise BookError("book_in_use", path=self.path) from None
        except OSError as error:
            raise BookError("book_read_only", path=self.path, reason=error.strerror) from error

    def close(self) -> None:
        """Ends all connections; the last one folds the write-ahead log into the book."""
        self.engine.dispose()
        if self._lock is not None and self._lock.is_locked:
            self._lock.release(force=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the book for as long as it is open."""
        with _told(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, name: str, *, now: datetime, summary: str | None = None) -> Iterator[Transaction]:
        """One recorded transaction under the operation ``name``: commits at the end, or nothing happens.

        ``now`` is an aware datetime. Waits up to 5 s where a window has the book; raises BookError then.
        """
        with self._writing, self._kept(), _told(self.path):
            connection = self.engine.connect().execution_options(**{WRITES: True})
            try:
                session = Session(bind=connection, expire_on_commit=False, autoflush=False)
                with session, session.begin():
                    transaction = self._begin(session, name, now, summary)
                    yield transaction
                    session.flush()
                    if not transaction.changes():
                        session.rollback()
            finally:
                connection.info.pop(FLUSHING, None)
                connection.close()

    @contextmanager
    def write_local(self) -> Iterator[Connection]:
        """A transaction on the tables of this copy alone (drafts, what was imported)."""
        with (
            self._writing,
            self._kept(),
            _told(self.path),
            self.engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _kept(self) -> Iterator[None]:
        assert self._lock is not None
        mine = self._lock.is_locked
        if not mine:
            self.hold(seconds=BUSY_SECONDS)
        try:
            yield
        finally:
            if not mine:
                self._lock.release()

    def _begin(self, session: Session, name: str, now: datetime, summary: str | None) -> Transaction:
        connection = session.connection()
        replica = connection.scalar(select(t.replica.c.number).order_by(t.replica.c.number.desc()).limit(1))
        last = connection.execute(
            select(t.operation.c.number, t.operation.c.clock).order_by(t.operation.c.number.desc()).limit(1)
        ).first()
        number, clock = (last.number + 1, last.clock) if last else (1, 0)
        operation_id = random_id()
        connection.execute(
            insert(t.operation).values(
                number=number,
                id=operation_id,
                name=name,
                summary=summary,
                replica=replica,
                clock=tick(clock, now),
                user=self.user,
                at=now,
            )
        )
        return Transaction(session, name, operation_id, now, self.new_id, Recorder(session, number, now))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the driver says into what a rep can act on."""
    try:
        yield
    except (DatabaseError, driver.DatabaseError) as error:
        said = str(getattr(error, "orig", error))
        if "locked" in said or "busy" in said:
            raise BookError("book_busy", path=path) from error
        if "malformed" in said or "not a database" in said or "disk image" in said:
            raise BookError("book_damaged", path=path) from error
        if "full" in said:
            raise BookError("disk_full", path=path) from error
        if "readonly" in said:
            raise BookError("book_read_only", path=path, reason=said) from error
        raise
