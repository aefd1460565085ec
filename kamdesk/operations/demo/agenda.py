"""What happens when: events in the order of their moments, each of which may bring others about."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime

Event = Callable[[datetime], None]


class Agenda:
    """Events to come. Those of one moment happen in the order in which they were added."""

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, Event]] = []
        self._added = 0

    def add(self, moment: datetime, event: Event) -> None:
        """``event`` is called with its moment once that has come."""
        heapq.heappush(self._heap, (moment, self._added, event))
        self._added += 1

    def run(self, until: datetime, tell: Callable[[datetime], None]) -> None:
        """Lets everything happen up to ``until``; what lies later never does. ``tell`` hears of each moment."""
        while self._heap and self._heap[0][0] <= until:
            moment, _, event = heapq.heappop(self._heap)
            event(moment)
            tell(moment)
