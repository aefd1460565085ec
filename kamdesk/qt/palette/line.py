"""One line of what is found, as it is drawn and said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kamdesk.reads.found import Hit
    from kamdesk.reads.leads import Lead
    from kamdesk.reads.search import Place

Marks = tuple[tuple[int, int], ...]
Kind = Literal["heading", "hit", "act", "typed", "more", "add", "say", "lead"]


@dataclass(frozen=True, slots=True)
class Line:
    """``heading`` and ``say`` can't be chosen. ``name`` is the action, the kind of the hits or the text that is meant.

    ``quiet`` stands behind the title, ``detail`` under it, ``side`` at the right edge; ``marks`` are the letters of the
    title, ``detail_marks`` those of the second line, that were typed. ``after``: where the next page of a list begins.
    """

    kind: Kind
    title: str
    marks: Marks = ()
    quiet: str = ""
    detail: str = ""
    detail_marks: Marks = ()
    side: str = ""
    key: str = ""
    icon: str = ""
    badge: tuple[str | None, bool] | None = None
    name: str = ""
    hit: Hit | None = None
    after: Place | None = None
    lead: Lead | None = None

    @property
    def chosen(self) -> bool:
        """Whether the line can be chosen."""
        return self.kind not in ("heading", "say")

    def said(self) -> str:
        """The whole line as one sentence, for a screen reader."""
        return ", ".join(part for part in (self.title, self.quiet, self.detail, self.side, self.key) if part)
