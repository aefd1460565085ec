"""What two books know of each other: up to where each has the other's rows, by the other's own word.

Every change of a row gives it the book's next sequence number. A package holds the rows above what its receiver has
acknowledged and says from where to where; acknowledgements ride in the packages that come back. So a lost package is
made good by the next one, and a doubled one changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of a package: those of ``replica`` numbered above ``since``, up to and with ``upto``.

    ``acks`` says for each replica of the receiver up to where the sender has its rows.
    """

    replica: str
    since: int
    upto: int
    acks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one peer: it has our rows up to ``acked``, we have its replicas' up to ``received``."""

    acked: int = 0
    received: Mapping[str, int] = field(default_factory=dict)

    def span(self, replica: str, upto: int, *, everything: bool = False) -> Span:
        """What to send next, by a book that is ``replica`` and stands at ``upto``. Sending changes nothing here."""
        return Span(replica, 0 if everything else min(self.acked, upto), upto, dict(self.received))

    def leaves_gap(self, span: Span) -> bool:
        """Whether rows between what is here and what the package begins with are missing: an earlier one was lost."""
        return span.since > self.received.get(span.replica, 0)

    def taken_in(self, span: Span, replica: str, upto: int) -> Standing:
        """The standing once a package was taken in by a book that is ``replica`` and stands at ``upto``.

        The newest word counts even where it is less than an older one: the peer may have been restored.
        """
        received = dict(self.received)
        if not self.leaves_gap(span):
            received[span.replica] = max(span.upto, received.get(span.replica, 0))
        return Standing(min(span.acks.get(replica, 0), upto), received)
