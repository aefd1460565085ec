"""When a prospect will buy decides what contact it gets: a visit, a call now and then, or something by post."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

SOON, MIDDLE = timedelta(days=91), timedelta(days=365)


class Horizon(StrEnum):
    """Soon: within a quarter, it is visited. Middle: within a year, it is called now and then. Later: it gets material
    and a day on which to call again. Open: nobody knows when.
    """

    SOON = "soon"
    MIDDLE = "middle"
    LATER = "later"
    OPEN = "open"


def horizon(expected_on: date | None, today: date) -> Horizon:
    """Where a prospect stands; a day that has passed is soon: it is time to ask."""
    if expected_on is None:
        return Horizon.OPEN
    ahead = expected_on - today
    return Horizon.SOON if ahead <= SOON else Horizon.MIDDLE if ahead <= MIDDLE else Horizon.LATER
