"""The real program in a process of its own, started and closed as a rep would, and its book read beside it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from week.screen import Screen

FURNISHED = 800
"""A window with its pages has so many colours."""
OPENING_S = 60
"""So long a book may be opened on a busy machine, with something moving that says so."""


class Program:
    """``start`` opens the window at a moment, ``quit`` closes it by its own key."""

    def __init__(self, screen: Screen, home: Path, language: str) -> None:
        self.screen = screen
        self.home = home
        self.language = language
        self.now = ""
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, now: str) -> None:
        self.now = now
        command = [sys.executable, "-m", "kamdesk", "--now", now, "--language", self.language]
        self._process = subprocess.Popen(command, env=self._environ())
        self.screen.wait_for("kamdesk")
        self.screen.wait_for_colours(FURNISHED)
        if not self.screen.settle(OPENING_S, still=1.2):
            raise TimeoutError("the book is still being opened")

    def quit(self) -> None:
        assert self._process is not None
        self.screen.press("ctrl+q")
        code = self._process.wait(20)
        self._process = None
        if code:
            raise AssertionError(f"the window ended with {code}")

    def stop(self) -> None:
        """End it whatever state it is in."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)

    def command(self, *words: str) -> Any:
        """What a command says of the book, as JSON."""
        command = [sys.executable, "-m", "kamdesk", "--now", self.now, *words, "--json"]
        done = subprocess.run(command, env=self._environ(), capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the book, read without writing.

        The connection is closed at once: one that lingers keeps what it knows of a log that the program has replaced
        since, and all later ones of this process share that.
        """
        with closing(sqlite3.connect(f"file:{self.home / 'book.kam'}?mode=ro", uri=True)) as connection:
            return connection.execute(query, values).fetchall()

    def _environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "DISPLAY": self.screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "KAMDESK_HOME": str(self.home),
        }
