"""Everything that happened with an account, as one row of events, newest first."""

from kamdesk.reads.timeline.event import Event, Kind, Timeline
from kamdesk.reads.timeline.whole import timeline

__all__ = ["Event", "Kind", "Timeline", "timeline"]
