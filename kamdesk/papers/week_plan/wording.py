"""Phrases that several sheets of a week plan share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.papers.kit.said import Said, span
from kamdesk.papers.plan import OpenAccount, PlanDay, WeekPlan


def week_name(plan: WeekPlan, said: Said) -> str:
    """第48周, Week 48."""
    return said.raised(said.words.text("date.week_short", week=plan.week))


def whose(plan: WeekPlan, said: Said) -> str:
    """Rep, line and company; a line that bears the rep's name is not said twice."""
    return said.facts(*dict.fromkeys((plan.imprint.rep, plan.line, plan.imprint.company)))


def areas(day: PlanDay, said: Said) -> str:
    """The districts of a day in the order in which they are reached, each once."""
    found = list(dict.fromkeys(stop.area for stop in day.stops if stop.area))
    return " · ".join(found) if len(found) <= 3 else " · ".join([*found[:2], "…" if said.chinese else "..."])


def stops_and_visits(days: Sequence[PlanDay], said: Said) -> list[str]:
    """How many stops, how long with customers."""
    stops = sum(len(day.stops) for day in days)
    return [
        said.text("common.stop" if stops == 1 else "common.stops", n=stops),
        said.text("common.visits", span=span(sum(day.visit_minutes for day in days))),
    ]


def road(days: Sequence[PlanDay], said: Said) -> list[str]:
    """How long on the road and how far; — where no way could be estimated."""
    known = any(day.way_home or day.ways_unknown < len(day.stops) for day in days)
    if not known and any(day.stops for day in days):
        return [said.text("common.road", span=said.no_value)]
    return [
        said.text("common.road", span=span(sum(day.travel_minutes for day in days))),
        said.kilometres(sum(day.kilometres for day in days)),
    ]


def sums(days: Sequence[PlanDay], said: Said) -> str:
    """Stops, time with customers, time on the road, way."""
    return said.facts(*stops_and_visits(days, said), *road(days, said))


def open_account(one: OpenAccount, today: date, said: Said, *, brief: bool = False) -> str:
    """Why the account waits: missed when and (unless ``brief``) why, or how long without a visit."""
    if one.why == "missed" and one.since:
        text = said.text("plan.missed_on", day=said.near_day(one.since, today))
        reason = "" if brief else said.words.choice("missed_reason", one.reason)
        return text + ("，" if said.chinese else ", ") + reason if reason else text
    if one.days is None:
        return said.text("plan.never_visited")
    if one.allowed is None:
        return said.text("plan.days_since", days=one.days)
    return said.text("plan.days_since_allowed", days=one.days, allowed=one.allowed)
