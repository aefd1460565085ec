"""The week plan 周拜访计划: the week on one page, its back, then each day on sheets of its own."""

from __future__ import annotations

from kamdesk.papers.kit.output import Page
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import WeekPlan
from kamdesk.papers.week_plan.back_page import back_pages
from kamdesk.papers.week_plan.day_page import day_pages
from kamdesk.papers.week_plan.notes_page import notes_pages
from kamdesk.papers.week_plan.week_page import week_page


def pages(plan: WeekPlan, said: Said) -> list[Page]:
    """All pages in order. Week and days each fill whole sheets of paper printed on both sides."""
    found = [week_page(plan, said), *back_pages(plan, said)]
    for day in plan.days:
        if day.stops:
            of_day = day_pages(plan, day, said)
            found += [*of_day, *notes_pages(plan, day, said, len(of_day))]
    return found
