"""Page 1 of a briefing, which stands alone: as large as it fits, then with less in its lists."""

from __future__ import annotations

from kamdesk.papers.account_briefing.brief import CUTS, LEFT, WIDTH, Brief, Cut
from kamdesk.papers.account_briefing.people import draw_people
from kamdesk.papers.account_briefing.promises import draw_promises
from kamdesk.papers.account_briefing.sales import draw_sales
from kamdesk.papers.account_briefing.talk import draw_actions, draw_last_visits
from kamdesk.papers.account_briefing.top import draw_identity, draw_objective
from kamdesk.papers.kit.parts import ruled
from kamdesk.papers.kit.scale import PORTRAIT
from kamdesk.papers.kit.sheet import Sheet

_TALK_WIDTH = 104.0
_PROMISES_AT = LEFT + _TALK_WIDTH + 6
_PROMISES_WIDTH = WIDTH - _TALK_WIDTH - 6


def cut_that_fits(brief: Brief) -> Cut:
    """The richest cut whose page ends above the foot."""
    for cut in CUTS[:-1]:
        if draw_page_one(Sheet(PORTRAIT, brief.said.language), brief, cut) <= PORTRAIT.bottom:
            return cut
    return CUTS[-1]


def draw_page_one(sheet: Sheet, brief: Brief, cut: Cut) -> float:
    """Draw it; returns the lowest y of what is printed. What is left below becomes lines to write on."""
    y = draw_identity(sheet, brief, cut)
    y = draw_objective(sheet, brief, y + 2, cut) + 3
    left = draw_last_visits(sheet, brief, LEFT, y, _TALK_WIDTH, cut)
    left = draw_actions(sheet, brief, LEFT, left + 1.5, _TALK_WIDTH, cut)
    right = draw_promises(sheet, brief, _PROMISES_AT, y, _PROMISES_WIDTH, cut)
    notes = brief.said.text("common.notes")
    ruled(sheet, LEFT, left + 2, _TALK_WIDTH, right, notes)
    y = draw_people(sheet, brief, max(left, right) + 3.5, cut)
    y = draw_sales(sheet, brief, y + 3.5, cut)
    ruled(sheet, LEFT, y + 3, WIDTH, PORTRAIT.bottom, notes)
    return y
