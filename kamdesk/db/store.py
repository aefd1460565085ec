"""The book, opened: reads in a snapshot, writes in recorded transactions."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from filelock import FileLock
from sqlalchemy import Connection, Engine, Select, insert, inspect, select
from sqlalchemy.exc import DatabaseError, IntegrityError

from kamdesk.db import tables as t
from kamdesk.db.driver import driver
from kamdesk.db.engine import BUSY_SECONDS, WRITES, make_engine
from kamdesk.db.guarding import guard
from kamdesk.db.ids import NewId, random_id
from kamdesk.db.index.writing import follow
from kamdesk.db.inspection import result_code, said
from kamdesk.db.locking import lock_of, take
from kamdesk.domain.changes import Changes
from kamdesk.domain.clock import tick
from kamdesk.domain.errors import BookError, NotFound, RuleError
from kamdesk.domain.row import Row

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kamdesk.db.recording import Recorder

Kind = TypeVar("Kind", bound=Row)

# What SQLite says of a statement that is wrong in itself.
_FAULTS = (driver.SQLITE_ERROR, driver.SQLITE_MISMATCH, driver.SQLITE_MISUSE, driver.SQLITE_CONSTRAINT)
# A clock set beyond this would use up the numbers of the hybrid clock.
_LAST_MOMENT = datetime(4000, 1, 1, tzinfo=UTC)


def user_name() -> str | None:
    """The name the system knows the user by; None where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


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

    def among(self, kind: type[Kind], ids: Select[tuple[str]]) -> list[Kind]:
        """The rows, taken back or not, whose ids ``ids`` selects."""
        self._session.flush()
        return list(self._session.scalars(select(kind).where(inspect(kind).local_table.c.id.in_(ids))))

    def take_back(self, row: Row) -> None:
        """Marks a row as deleted; it stays in the book and can be brought back."""
        row.deleted_at = self.now

    def flush(self) -> None:
        """Writes what was added so far, so that a long import stays small in memory.

        Rows had before are let go of: what is changed in them afterwards is not written.
        """
        self._session.flush()
        self._session.expunge_all()

    def index(self) -> None:
        """Brings the search index in step with what was written."""
        follow(self._session.connection(), self._recorder.rows, self._recorder.left)

    def changes(self) -> Changes:
        """What was written, to be asked after the transaction has ended."""
        if not self._recorder.rows:
            return Changes(self._name)
        rows = {table: frozenset(ids) for table, ids in self._recorder.rows.items()}
        return Changes(self._name, self._operation_id, rows)


@dataclass
class Store:
    """An open book. Made by `kamdesk.db.opening.open_book`; `close()` it in the end.

    ``new_id`` gives the ids of new rows; ``user`` is written beside each operation; ``patience`` is how many seconds a
    write waits for another process to let go of the book. Any thread may read and write.
    """

    path: Path
    engine: Engine
    key: str | None = field(default=None, repr=False)
    unclean: bool = False
    new_id: NewId = random_id
    user: str | None = field(default_factory=user_name)
    patience: float = BUSY_SECONDS

    def __post_init__(self) -> None:
        guard(self.engine)
        self._lock: FileLock = lock_of(self.path)
        self._turn = threading.Lock()
        self._writer: int | None = None
        self._file = _file_number(self.path)

    def hold(self, *, seconds: float = 0.0) -> None:
        """Keeps the book for this process until `close()`, as a window does. BookError if another has it."""
        with self._own_turn():
            take(self._lock, self.path, seconds=seconds)
            if self._file != _file_number(self.path):
                self._lock.release()
                raise BookError("book_replaced", path=self.path)

    def close(self) -> None:
        """Ends all connections; the last one folds the write-ahead log into the book. Waits for a write under way."""
        with self._own_turn():
            self.engine.dispose()
            self._lock.release(force=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the book for as long as it is open, and can't write."""
        with _told(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, name: str, *, now: datetime, summary: str | None = None) -> Iterator[Transaction]:
        """One recorded transaction under the operation ``name``: commits at the end, or nothing happens.

        ``now`` is an aware datetime. Where no recorded row was written, nothing at all is kept, local tables included.
        Waits where another process has the book; raises BookError then.
        """
        from sqlalchemy.orm import (
            Session,  # only who writes needs it, and it takes as long to load as the rest
        )

        from kamdesk.db.mapping import map_domain

        map_domain()
        with self._own_turn(), self._kept(), _told(self.path), self._writing() as connection:
            session = Session(bind=connection, expire_on_commit=False, autoflush=False)
            with session, session.begin():
                transaction = self._begin(session, name, now, summary)
                yield transaction
                session.flush()
                if transaction.changes():
                    transaction.index()
                else:
                    session.rollback()

    @contextmanager
    def write_local(self) -> Iterator[Connection]:
        """A transaction on the tables of this copy alone (drafts, what was imported)."""
        with (
            self._own_turn(),
            self._kept(),
            _told(self.path),
            self._writing() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def exchanged(self) -> Iterator[Callable[[str | None], None]]:
        """No connection and no write while another file is put in the book's place; what is yielded takes its key."""

        def use(key: str | None) -> None:
            self.key, self.engine = key, make_engine(self.path, key)
            guard(self.engine)
            self._file = _file_number(self.path)

        with self._own_turn(), self._kept():
            self.engine.dispose()
            yield use

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        """One thread at a time; a write within a write would wait for itself."""
        if self._writer == threading.get_ident():
            raise RuntimeError("a write within a write of the same book")
        with self._turn:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """The lock file, held, and the file at the book's place still the one that was opened."""
        take(self._lock, self.path, seconds=0.0 if self._lock.is_locked else self.patience)
        try:
            if self._file != _file_number(self.path):
                raise BookError("book_replaced", path=self.path)
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection.execution_options(**{WRITES: True})

    def _begin(self, session: Session, name: str, now: datetime, summary: str | None) -> Transaction:
        from kamdesk.db.recording import Recorder

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
                clock=tick(clock, min(now, _LAST_MOMENT)),
                user=self.user,
                at=now,
            )
        )
        return Transaction(session, name, operation_id, now, self.new_id, Recorder(session, number, now))


def _file_number(path: Path) -> tuple[int, int] | None:
    """Which file stands at ``path``, whatever its content; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the driver says into what a rep can act on; a fault of the program stays what it is."""
    try:
        yield
    except IntegrityError as error:
        text = str(error.orig)
        if "FOREIGN KEY" in text:
            raise NotFound("link_missing") from error
        if "NOT NULL" in text:
            raise RuleError("value_missing", field=text.rpartition(": ")[2]) from error
        raise
    except (DatabaseError, driver.DatabaseError) as error:
        original = getattr(error, "orig", error)
        if result_code(original) in _FAULTS:
            raise
        raise said(original, path) from error
    except UnicodeDecodeError as error:
        raise BookError("book_damaged", path=path) from error
    except OverflowError as error:
        raise RuleError("value_too_large") from error
    except UnicodeEncodeError as error:
        raise RuleError("value_unreadable") from error
