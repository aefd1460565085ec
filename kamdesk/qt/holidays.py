"""The public holidays as the window knows them: those of the program, with those of the user's file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.calendars import DayKind
    from kamdesk.reads.days import Holidays


class UserHolidays:
    """Called with a day it says what that is; it is handed to the jobs that ask.

    The file is read by `read_again`, in the runner's thread. Where it can't be read, the program's own holidays hold.
    """

    def __init__(self, reads: Callable[[], Holidays]) -> None:
        self._reads = reads
        self._known: Holidays | None = None

    def read_again(self) -> Exception | None:
        """Read the file anew; gives why it can't be heeded."""
        try:
            self._known = self._reads()
        except Exception as error:
            from kamdesk.calendars import day_kind

            self._known = day_kind
            return error
        return None

    def __call__(self, day: date) -> DayKind | None:
        if self._known is None:
            self.read_again()
        assert self._known is not None
        return self._known(day)
