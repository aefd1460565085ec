"""The week plan 周拜访计划: the week on one page, its back, then each day on sheets of its own."""

from __future__ import annotations

from kamdesk.papers.kit.output import Page
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import WeekPlan
from kamdesk.papers.week_plan.back_page import back_pages
from kamdesk.papers.week_plan.day_page import day_pages, sheets_of
from kamdesk.papers.week_plan.notes_page import notes_pages
from kamdesk.papers.week_plan.week_page import week_page


def pages(plan: WeekPlan, said: Said) -> list[Page]:
    """All pages in order. Week and days each fill whole sheets of paper printed on both sides."""
    found = [week_page(plan, said), *back_pages(plan, said)]
    for day in plan.days:
        if day.stops:
            sheets = sheets_of(day, said)
            found += day_pages(plan, day, sheets, said)
            found += notes_pages(plan, day, sheets, said)
    return found
