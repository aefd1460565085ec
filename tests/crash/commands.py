"""The same by the command line: what a user sees on standard error, and the exit code, in a process without room."""

from __future__ import annotations

import contextlib
import io
import os
from functools import partial
from pathlib import Path

from kamdesk.cli import main
from kamdesk.domain.errors import BookError
from tests.books import NOW
from tests.crash.packages import (
    FEW,
    judge_office,
    judge_packing,
    judge_taking,
    make_drop,
    make_receiver,
    make_sender,
)
from tests.crash.room import twice
from tests.crash.scenarios import Confirm, Scenario

TOLD = "The disk is full"
OTHERWISE = "told otherwise"


def command(folder: Path, *words: object, partly: bool = False) -> None:
    """One command of the program. Raises BookError with what it said where it did not do what was asked.

    With ``partly`` it may end with 1 having done it, since not all that came was taken.
    """
    os.environ["KAMDESK_HOME"] = str(folder / "home")
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*map(str, words), "--language", "en", "--now", NOW.isoformat()])
    said = err.getvalue()
    assert code == (1 if said else 0) or (partly and not said), (code, said)
    if said:
        assert said.count("\n") == 1, said
        raise BookError("disk_full" if TOLD in said else OTHERWISE, text=said)


def pack_one(folder: Path, confirm: Confirm) -> None:
    twice(lambda: command(folder, "pack", "--book", folder / "book.kam", "-o", folder / "week.kamweek"))
    confirm("done")


def unpack(folder: Path, confirm: Confirm) -> None:
    twice(lambda: command(folder, "unpack", folder / "in.kamweek", "--book", folder / "book.kam"))
    confirm("taken")


def import_(folder: Path, confirm: Confirm) -> None:
    for path in sorted(folder.glob("*.drop")):
        book = f"sqlite:///{folder / 'book.kam'}"
        twice(partial(command, folder, "office", "import", path, "--db", book, partly=True))
        confirm(path.stem)


SCENARIOS = {
    "pack": Scenario(partial(make_sender, many=FEW), pack_one, judge_packing),
    "unpack": Scenario(partial(make_receiver, many=FEW), unpack, partial(judge_taking, many=FEW)),
    "office import": Scenario(partial(make_drop, many=FEW), import_, partial(judge_office, many=FEW)),
}
WARMED_BY = {
    "pack": "small package packed",
    "unpack": "small package taken in",
    "office import": "small packages taken in by an office",
}
"""Those that do the same without a command."""
