"""The hybrid clock: orders changes for display, close to wall time, never running backwards.

After Kulkarni et al., "Logical Physical Clocks" (2014): milliseconds since 1970 in the upper bits, a count of
events in the same millisecond in the lowest 16.
"""

from __future__ import annotations

from datetime import datetime

COUNT_BITS = 16


def tick(last: int, now: datetime) -> int:
    """The next reading after ``last`` when the wall clock says ``now`` (aware)."""
    return max(last + 1, int(now.timestamp() * 1000) << COUNT_BITS)
