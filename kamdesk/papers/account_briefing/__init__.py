"""The account briefing 客户简报: page 1 stands alone, the background follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.papers.account_briefing.brief import LEFT, WIDTH, Brief
from kamdesk.papers.account_briefing.entries import COLUMN, GUTTER
from kamdesk.papers.account_briefing.further import sections_of
from kamdesk.papers.account_briefing.page_one import cut_that_fits, draw_page_one
from kamdesk.papers.briefing import Briefing
from kamdesk.papers.kit.flow import Placed, pour
from kamdesk.papers.kit.output import Page, portrait
from kamdesk.papers.kit.parts import portrait_head, ruled
from kamdesk.papers.kit.said import Said
from kamdesk.papers.kit.scale import PORTRAIT
from kamdesk.papers.kit.sheet import Sheet

_TOP = 20.5


def pages(briefing: Briefing, said: Said, today: date, *, whole_sheets: bool = False) -> list[Page]:
    """All pages in order; with ``whole_sheets`` an even number, so that in a pack each briefing is a sheet of
    its
    own when both sides are printed on."""
    brief = Brief(briefing, said, today)
    cut = cut_that_fits(brief)
    more = said.text("common.continued")
    sections = sections_of(brief, cut)
    placed = pour(sections, columns=2, width=COLUMN, top=_TOP, bottom=PORTRAIT.bottom, more=more)
    if whole_sheets and len(placed) % 2 == 0:
        placed.append([])
    return [
        portrait(lambda sheet: draw_page_one(sheet, brief, cut), briefing.account.name),
        *(portrait(_FurtherPage(brief, places).draw) for places in placed),
    ]


@dataclass(frozen=True, slots=True)
class _FurtherPage:
    brief: Brief
    placed: Sequence[Placed]

    def draw(self, sheet: Sheet) -> None:
        said = self.brief.said
        portrait_head(
            sheet,
            said.text("briefing.title") + said.text("common.continued"),
            said.text("briefing.background"),
            account=self.brief.data.account.name,
        )
        lowest = _TOP
        for place in self.placed:
            place.draw(sheet, LEFT + place.column * (COLUMN + GUTTER), place.y)
            lowest = max(lowest, place.y + place.height)
        ruled(sheet, LEFT, lowest + 4, WIDTH, PORTRAIT.bottom, said.text("common.notes"))
