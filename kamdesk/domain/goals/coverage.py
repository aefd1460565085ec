"""From which day of a goal's period it is recorded at all what counts towards it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import Sale
from kamdesk.domain.selling.year import HOLE

DAY = timedelta(days=1)


def known_since(facts: Collection[Sale], period: Period, until: date) -> date | None:
    """The first recorded day of a book that was begun within the period, the day after ``until`` where it has none yet.

    None: recorded from the period's beginning. That is so where an order is older than the period, where a list
    reaches into it, and where the first record comes so soon that the days before need not be lacking.
    """
    before = [fact for fact in facts if fact.first < period.first]
    if not facts or any(not fact.listed or fact.last >= period.first for fact in before):
        return None
    first = min((f.first for f in facts if period.first <= f.first <= until), default=until + DAY)
    return first if first - period.first > HOLE else None
