"""The book, opened: reads in a snapshot, writes in recorded transactions."""

from __future__ import annotations

import contextlib
import getpass
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError

from kamdesk.db import tables as t
from kamdesk.db.beside import Beside, lock_of
from kamdesk.db.driver import driver
from kamdesk.db.engine import BUSY_SECONDS, WRITES, make_engine
from kamdesk.db.guarding import guard
from kamdesk.db.ids import NewId, random_id
from kamdesk.db.inspection import result_code, said
from kamdesk.db.locking import take
from kamdesk.db.reached import counts, mark
from kamdesk.db.transaction import Transaction
from kamdesk.domain.clock import LAST_MOMENT, tick
from kamdesk.domain.errors import BookError, NotFound, RuleError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# What SQLite says of a statement that is wrong in itself.
_FAULTS = (driver.SQLITE_ERROR, driver.SQLITE_MISMATCH, driver.SQLITE_MISUSE, driver.SQLITE_CONSTRAINT)


def user_name() -> str | None:
    """The name the system knows the user by; None where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


@dataclass
class Store:
    """An open book. Made by `kamdesk.db.opening.open_book`; `close()` it in the end.

    ``new_id`` gives the ids of new rows; ``user`` is written beside each operation; ``patience`` is how many seconds a
    write waits for another process to let go of the book; ``beside`` tells the engine whether one has it. Any thread
    may read and write.
    """

    path: Path
    engine: Engine
    key: str | None = field(default=None, repr=False)
    unclean: bool = False
    new_id: NewId = random_id
    user: str | None = field(default_factory=user_name)
    patience: float = BUSY_SECONDS

    beside: Beside | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        guard(self.engine)
        self._beside = self.beside or Beside(lock_of(self.path))
        self._lock: FileLock = self._beside.lock
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
            self._mark()
            self.engine.dispose()
            self._lock.release(force=True)

    def _mark(self) -> None:
        """Says beside the file how far the book has come, where it is still the one that was opened."""
        if self._file == _file_number(self.path):
            with contextlib.suppress(DBAPIError, driver.Error), self.engine.connect() as connection:
                mark(self.path, counts(connection.connection.cursor()))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the book for as long as it is open, and can't write."""
        with _told(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(
        self, name: str, *, now: datetime, summary: str | None = None, tried: bool = False
    ) -> Iterator[Transaction]:
        """One recorded transaction under the operation ``name``: commits at the end, or nothing happens.

        ``now`` is an aware datetime. Where no recorded row was written, nothing at all is kept, local tables included.
        What is only ``tried`` is never kept, and so not made searchable either.
        Waits where another process has the book; raises BookError then.
        """
        from sqlalchemy.orm import (
            Session,  # only who writes needs it, and it takes as long to load as the rest
        )

        from kamdesk.db.mapping import map_domain

        map_domain()
        with self._own_turn(), self._kept(), _told(self.path, writing=True), self._writing() as connection:
            session = Session(bind=connection, expire_on_commit=False, autoflush=False)
            with session, session.begin():
                transaction = self._begin(session, name, now, summary, tried)
                yield transaction
                transaction.settle()
                transaction.check()
                if tried:
                    session.rollback()
                elif transaction.wrote:
                    transaction.index()
                else:
                    session.rollback()

    @contextmanager
    def write_local(self) -> Iterator[Connection]:
        """A transaction on the tables of this copy alone (drafts, what was imported)."""
        with (
            self._own_turn(),
            self._kept(),
            _told(self.path, writing=True),
            self._writing() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def exchanged(self) -> Iterator[Callable[[str | None], None]]:
        """No connection and no write while another file is put in the book's place; what is yielded takes its key."""

        def use(key: str | None) -> None:
            self.key, self.engine = key, make_engine(self.path, key, beside=self._beside)
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
            if self._beside.looked:
                self.engine.dispose()
                self._beside.looked = False
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection.execution_options(**{WRITES: True})

    def _begin(
        self, session: Session, name: str, now: datetime, summary: str | None, tried: bool
    ) -> Transaction:
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
                clock=tick(clock, min(now, LAST_MOMENT)),
                user=self.user,
                at=now,
            )
        )
        return Transaction(
            session,
            name,
            operation_id,
            now,
            self.new_id,
            Recorder(session, number, now, tried=tried),
            indexes=not tried,
        )


def _file_number(path: Path) -> tuple[int, int] | None:
    """Which file stands at ``path``, whatever its content; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _told(path: Path, *, writing: bool = False) -> Iterator[None]:
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
        found = said(original, path)
        if writing and found.code == "book_unreadable":
            found = BookError("book_unwritten", path=path, reason=str(original))
        raise found from error
    except UnicodeDecodeError as error:
        raise BookError("book_damaged", path=path) from error
    except OverflowError as error:
        raise RuleError("value_too_large") from error
    except UnicodeEncodeError as error:
        raise RuleError("value_unreadable") from error
