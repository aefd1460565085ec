"""The week plan 周拜访计划: the week on one page, its back, then each day on sheets of its own."""

from __future__ import annotations

from kamdesk.papers.form import Sides
from kamdesk.papers.kit.output import Page
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import PlanDay, WeekPlan
from kamdesk.papers.week_plan.back_page import back_pages
from kamdesk.papers.week_plan.day_page import day_pages, sheets_of
from kamdesk.papers.week_plan.notes_page import gathered_notes_pages, notes_pages
from kamdesk.papers.week_plan.thrift import thrift_pages
from kamdesk.papers.week_plan.week_page import week_page


def pages(plan: WeekPlan, said: Said, sides: Sides = Sides.WHOLE) -> list[Page]:
    """All pages in order. Each day on its own sheets, printed on both sides, or sparing, the days on shared pages."""
    if sides is Sides.THRIFT:
        backs = back_pages(plan, said, whole_sheets=False)
        return [week_page(plan, said), *backs, *thrift_pages(plan, said), *gathered_notes_pages(plan, said)]
    found = [week_page(plan, said), *back_pages(plan, said, whole_sheets=sides is Sides.WHOLE)]
    for day in plan.days:
        if day.stops:
            found += day_pages_of(plan, day, said, sides)
    return found


def day_pages_of(plan: WeekPlan, day: PlanDay, said: Said, sides: Sides = Sides.WHOLE) -> list[Page]:
    """The pages of one day with stops. Printed on one side, the notes go on the sheets' empty backs."""
    sheets = sheets_of(day, said)
    found = day_pages(plan, day, sheets, said)
    if sides is not Sides.SINGLE:
        found += notes_pages(plan, day, sheets, said)
    return found
