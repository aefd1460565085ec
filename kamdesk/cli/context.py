"""What a command is given: its options, the words, the open book, the moment it runs at."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from datetime import UTC, datetime
from functools import cached_property
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kamdesk.domain.errors import FieldName, InputError, KamdeskError, RuleError
from kamdesk.places import Places, find_places
from kamdesk.words import MissingWord, Words

if TYPE_CHECKING:
    from kamdesk.db.key import Secret
    from kamdesk.db.store import Store
    from kamdesk.reads.days import Holidays

ZONE = "Asia/Shanghai"
LOG_BYTES = 500_000


def say_error(words: Words, error: KamdeskError) -> None:
    """What happened, what is safe, what to do: on standard error."""
    print(words.text("cli.error", text=error_text(words, error)), file=sys.stderr)


def error_text(words: Words, error: KamdeskError) -> str:
    """The catalogue's text of an error, its values as they are; a field is called by its heading."""
    try:
        values = {
            name: words.heading(value.table, value.name) if isinstance(value, FieldName) else value
            for name, value in error.values.items()
        }
        return words.text(f"error.{error.code}", **values)
    except (MissingWord, KeyError):
        return f"{error.code} {error.values or ''}".strip()


class Context:
    """One run of one command."""

    def __init__(self, options: argparse.Namespace, words: Words) -> None:
        self.options = options
        self.words = words
        self.places: Places = find_places()
        self._store: Store | None = None
        self._log()

    # where and when

    @property
    def book(self) -> Path:
        """The book that is meant: `--book`, or the one in the default place."""
        return self.options.book or self.places.book

    @cached_property
    def secret(self) -> Secret:
        """The key that was given, from standard input or a file. Raises InputError where it can't be read."""
        from kamdesk.db.key import Passphrase, read_key_file

        if self.options.passphrase_stdin:
            text = sys.stdin.readline().rstrip("\r\n")
            if not text:
                raise InputError("passphrase_empty")
            return Passphrase(text)
        return read_key_file(self.options.key_file) if self.options.key_file else None

    def now(self, zone: str = ZONE) -> datetime:
        """The moment of `--now`, or this one; a moment without its offset is wall time in ``zone``."""
        text = self.options.now
        if text is None:
            return datetime.now(UTC)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise RuleError("now_format", text=text) from None
        return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))

    def book_now(self) -> datetime:
        """The same in the wall time of the book's rep."""
        from kamdesk.reads.rep import rep_card

        zone = rep_card(self.store()).zone
        return self.now(zone).astimezone(ZoneInfo(zone))

    def holidays(self) -> Holidays:
        """The public holidays, with those of a file of the user's."""
        from kamdesk.bootstrap import read_holidays

        return read_holidays(self.places)

    # the book

    def store(self) -> Store:
        """The book, opened once for the whole command. Raises BookError."""
        if self._store is None:
            from kamdesk.bootstrap import open_store

            self._store = open_store(self.book, self.secret, places=self.places, now=self.now())
        return self._store

    def keep(self, store: Store) -> Store:
        """Takes over a book that a command made, to close it in the end."""
        self._store = store
        return store

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    # what is said

    def say(self, code: str, /, **values: object) -> None:
        """A line for the user on standard output."""
        print(self.words.text(code, **values))

    def give(self, data: Any) -> None:
        """The answer for a program, alone on standard output."""
        print(json.dumps(data, ensure_ascii=False, indent=2))

    def log_file(self) -> Path:
        return self.places.logs / "kamdesk.log"

    def _log(self) -> None:
        logger = logging.getLogger("kamdesk")
        if logger.handlers:
            return
        try:
            self.places.logs.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = Log(
                self.log_file(), maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False


class Log(RotatingFileHandler):
    """Says nothing where it can't be written: what a user reads are the command's own words."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        return


class PlacesOnly(logging.Formatter):
    """Writes where in the program something went wrong, and its kind; never the values, which may be a customer's."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        import traceback

        frames = traceback.extract_tb(ei[2])
        places = "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        return f"{ei[0].__name__}\n{places}"
