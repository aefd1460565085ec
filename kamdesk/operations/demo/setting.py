"""Where and when the demo plays: the seed, the language, the weeks, the moment in which it ends."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kamdesk.domain.schedule import monday_of
from kamdesk.domain.walltime import local_time, zone_of
from kamdesk.words import Language

ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Setting:
    """``now`` is the moment in which the history ends, ``weeks`` how many it has, the week of ``now`` included."""

    seed: int
    language: Language
    now: datetime
    weeks: int
    accounts: int

    @property
    def today(self) -> date:
        return local_time(self.now, ZONE).date()

    @property
    def monday(self) -> date:
        """The Monday of the week of ``now``."""
        return monday_of(self.today)

    @property
    def first(self) -> date:
        """The Monday on which the line begins; the coming one where there is no history."""
        return self.monday - timedelta(weeks=self.weeks - 1)

    @property
    def prepared(self) -> date:
        """The day on which the book was set up: the Friday before the line begins, or today."""
        return min(self.first - timedelta(days=3), self.today)

    def dice(self, *subject: object) -> random.Random:
        """Chance for one subject: what is drawn for one does not depend on how much was drawn for another."""
        return random.Random("/".join(map(str, (self.seed, *subject))))

    def at(self, day: date, minute: float) -> datetime:
        """A minute of a day on the clock of the line's zone."""
        moment = datetime.combine(day, time(), zone_of(ZONE)) + timedelta(minutes=minute)
        return moment.astimezone(UTC)

    def before_now(self, moment: datetime) -> datetime:
        """The moment, or ``now`` where that is earlier."""
        return min(moment, self.now.astimezone(UTC))
