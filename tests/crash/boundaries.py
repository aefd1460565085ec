"""Where a process is killed: just before and just after each step that brings something to the disk."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from typing import Any

from kamdesk.db.driver import driver

FILES = ("fsync", "replace", "unlink", "rename", "link")
STATEMENTS = ("COMMIT", "BEGIN IMMEDIATE", "PRAGMA journal_mode", "PRAGMA wal_checkpoint")


class Boundaries:
    """Counts the boundaries that this process passes; at number ``last`` it ends itself as a power cut would."""

    def __init__(self, last: int | None) -> None:
        self.passed = 0
        self._last = last

    def here(self) -> None:
        self.passed += 1
        if self.passed == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*arguments: Any, **named: Any) -> Any:
            self.here()
            result = step(*arguments, **named)
            self.here()
            return result

        return stepped

    def install(self) -> None:
        """From now on commits, copies, renames and removals of this process are boundaries."""
        for name in FILES:
            setattr(os, name, self.around(getattr(os, name)))
        shutil.copyfile = self.around(shutil.copyfile)
        boundaries = self

        class Connection(driver.Connection):
            def execute(self, sql: str, *arguments: Any) -> Any:
                run = super().execute
                return (
                    boundaries.around(run)(sql, *arguments)
                    if sql.startswith(STATEMENTS)
                    else run(sql, *arguments)
                )

            def cursor(self, *arguments: Any) -> Any:
                return super().cursor(Cursor)

            def commit(self) -> None:
                boundaries.around(super().commit)()

            def backup(self, target: Any, **named: Any) -> None:
                boundaries.around(super().backup)(target, **named)

            def close(self) -> None:
                boundaries.around(super().close)()

        class Cursor(driver.Cursor):
            def execute(self, sql: str, *arguments: Any) -> Any:
                run = super().execute
                return (
                    boundaries.around(run)(sql, *arguments)
                    if sql.startswith(STATEMENTS)
                    else run(sql, *arguments)
                )

        connect = driver.connect
        driver.connect = lambda *arguments, **named: connect(*arguments, factory=Connection, **named)
