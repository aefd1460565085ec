"""The foot of every page: audience, what it is, whose, as of when, printed when, version, page n of m."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from kamdesk.papers.common import Audience, Imprint
from kamdesk.papers.kit.parts import chip
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import HAIR, SMALLEST
from kamdesk.papers.kit.setting import width
from kamdesk.papers.kit.sheet import Sheet

_TIGHT = 6.5


def version_of(paper: Any) -> str:
    """Six hexadecimal digits, the same for two papers that say the same.

    The imprint has no part in it: printed anew from the same data, a paper keeps its version.
    """
    said = [(field.name, getattr(paper, field.name)) for field in fields(paper) if field.name != "imprint"]
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:6]


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot of one paper says on all its pages."""

    paper: str
    audience: Audience
    imprint: Imprint
    printed: datetime
    version: str
    said: Said

    def draw(self, sheet: Sheet, number: int, total: int) -> None:
        """Draw it for page ``number`` of ``total``.

        Too long a line is set smaller, then loses the rep's name; the audience, the as-of time and the page
        never go.
        """
        said, frame = self.said, sheet.frame
        y = frame.height - 7.5
        sheet.across(frame.left, y - 4.2, frame.right - frame.left, HAIR)
        mark = said.text(f"audience.{self.audience.value}")
        start = frame.left + chip(sheet, frame.left, y, mark, solid=self.audience is Audience.INTERNAL) + 2
        page = said.text("foot.page", n=number, m=total)
        used = sheet.text(frame.right, y, page, SMALLEST, bold=True, align="right")
        room = frame.right - used - 3 - start
        line = self._line(with_rep=True)
        if width(line, _TIGHT) > room:
            line = self._line(with_rep=False)
        size = SMALLEST if width(line, SMALLEST) <= room else _TIGHT
        sheet.text(start, y, line, size, width=room)

    def _line(self, *, with_rep: bool) -> str:
        said, imprint = self.said, self.imprint
        as_of = said.moment(imprint.as_of) if imprint.as_of else said.no_value
        return said.facts(
            self.paper,
            imprint.rep if with_rep else None,
            said.text("foot.as_of", moment=as_of),
            said.text("foot.printed", moment=said.moment(self.printed)),
            said.text("foot.version", version=self.version),
        )
