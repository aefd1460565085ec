"""What every page is given: the look, the language, the way to the book, and whether the lock is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kamdesk.qt.holidays import UserHolidays
from kamdesk.qt.runner import Runner
from kamdesk.qt.secrecy import Secrecy
from kamdesk.qt.shelf import plain_holidays
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme


@dataclass(frozen=True)
class Desk:
    """Made once, in the composition root, and handed down."""

    theme: Theme
    speech: Speech
    runner: Runner
    secrecy: Secrecy
    zone: str = "Asia/Shanghai"
    holidays: UserHolidays = field(default_factory=lambda: UserHolidays(plain_holidays))
    """Handed to every job that plans days; nothing else knows the user's own holidays."""

    def now(self) -> datetime:
        return self.runner.now()

    def local_now(self) -> datetime:
        """The moment as the clock on the wall shows it where the rep plans."""
        return self.now().astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """The rep's day, in the zone the rep plans in."""
        return self.local_now().date()
