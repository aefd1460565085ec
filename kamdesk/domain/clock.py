"""The hybrid clock: orders changes for display, close to wall time, never running backwards.

After Kulkarni et al., "Logical Physical Clocks" (2014): milliseconds since 1970 in the upper bits, a count of
events in the same millisecond in the lowest 16.
"""

from __future__ import annotations

from datetime import UTC, datetime

COUNT_BITS = 16
LAST_MOMENT = datetime(4000, 1, 1, tzinfo=UTC)
"""A wall clock that says more is not believed: its reading would be no number that the book can keep."""


def tick(last: int, now: datetime) -> int:
    """The next reading after ``last`` when the wall clock says ``now`` (aware)."""
    return max(last + 1, int(now.timestamp() * 1000) << COUNT_BITS)
