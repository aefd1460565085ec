"""What two books know of each other: up to where each has the other's rows, by the other's own word.

Every change of a row gives it the book's next sequence number. A package holds the rows above what its receiver has
acknowledged and says from where to where; acknowledgements ride in the packages that come back. So a lost package is
made good by the next one, and a doubled one changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

SEVERAL = "several"
"""Stands in the place of a peer's replica where two copies of its book are in use side by side."""


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of a package: those of ``replica`` numbered above ``since``, up to and with ``upto``.

    ``acks`` says for each replica of the receiver up to where the sender has its rows. Rows that are as they came from
    the receiver's replica ``spared`` are left out; None: none are. ``made_at`` is when, by the sender's clock, in UTC.
    """

    replica: str
    since: int
    upto: int
    acks: Mapping[str, int] = field(default_factory=dict)
    spared: str | None = None
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one peer: it has our rows up to ``acked``, we have its replicas' up to ``received``.

    ``replica`` is the one that its newest package came from, made at ``made_at``. A book that was put back goes on
    under a new one. Another package of the old one was made before, and came late; where one was made later, two copies
    are in use (`SEVERAL`), neither of which has what the other took in. They get everything each time, for good: it is
    slow, but nothing misses.
    """

    acked: int = 0
    received: Mapping[str, int] = field(default_factory=dict)
    replica: str | None = None
    made_at: str = ""

    def span(self, replica: str, upto: int, *, everything: bool = False) -> Span:
        """What to send next, by a book that is ``replica`` and stands at ``upto``. Sending changes nothing here."""
        everything = everything or self.replica == SEVERAL
        since = 0 if everything else min(self.acked, upto)
        return Span(replica, since, upto, dict(self.received), None if everything else self.replica)

    def has_returned(self, span: Span) -> bool:
        """Whether the package shows that two copies of the peer's book are in use."""
        returned = self._is_of_an_older(span) and span.upto > self.received[span.replica]
        return self.replica == SEVERAL or (returned and span.made_at >= self.made_at)

    def _is_of_an_older(self, span: Span) -> bool:
        return self.replica not in (None, span.replica) and span.replica in self.received

    def leaves_gap(self, span: Span, replica: str) -> bool:
        """Whether rows may be missing before those of the package: an earlier one was lost, or rows were left out that
        another replica than this book is now had sent.
        """
        return span.since > self.received.get(span.replica, 0) or span.spared not in (None, replica)

    def taken_in(self, span: Span, replica: str, upto: int) -> Standing:
        """The standing once a package was taken in by a book that is ``replica`` and stands at ``upto``.

        The newest word counts even where it is less than an older one: the peer may have been restored.
        """
        received = dict(self.received)
        if not self.leaves_gap(span, replica):
            received[span.replica] = max(span.upto, received.get(span.replica, 0))
        if self.has_returned(span):
            return Standing(0, received, SEVERAL)
        if self._is_of_an_older(span):
            return replace(self, received=received)
        made_at = max(span.made_at, self.made_at) if span.replica == self.replica else span.made_at
        return Standing(min(span.acks.get(replica, 0), upto), received, span.replica, made_at)
