"""Which day it is where the book's rep is: shares, closings and duties begin and end by it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from kamdesk.db.own import own_zone
from kamdesk.domain.walltime import local_day


def book_day(connection: Connection, now: datetime) -> date:
    """The date in the rep's zone; in an office's book in that of the first rep it knows, else as ``now`` has it."""
    zone = own_zone(connection)
    return now.date() if zone is None else local_day(now, zone)
