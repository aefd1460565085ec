"""The goals of a year: broken down, reached, the gap taken apart; and what is to be done today."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kamdesk.cli.classify_json import period_json, season_json
from kamdesk.cli.context import Context
from kamdesk.cli.giving import DASH, kind_json, money, number, quantity, units
from kamdesk.domain.goals.agenda import Part, Task
from kamdesk.domain.schedule import FIRST_YEAR, LAST_YEAR
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.domain.goals.agenda import Agenda, Item
    from kamdesk.domain.goals.gap import Gap, GapPart
    from kamdesk.reads.goals.board import Goal, Goals, Standing

SHOWN = 5


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("goals")
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    parser.add_argument(
        "--year", type=int, choices=years, metavar="2026", help=words.text("cli.help.goals_year")
    )
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=give_goals)


def give_goals(context: Context) -> int:
    """The goals with what came of them, and the day's agenda."""
    from kamdesk.reads.goals.agenda import agenda
    from kamdesk.reads.goals.board import goals_of_year

    now, store, holidays = context.book_now(), context.store(), context.holidays()
    goals = goals_of_year(store, now=now, year=context.options.year, holidays=holidays)
    day = agenda(store, now=now, holidays=holidays)
    if context.options.json:
        context.give(
            {
                "date": goals.today.isoformat(),
                "year": goals.year,
                "goals": [_goal(goal, goals.names) for goal in goals.goals],
                "agenda": [_item(item) for item in day.items],
                "today": {
                    "due": day.due,
                    "overdue": day.overdue,
                    "steps": len(day.of(Part.STEP)),
                    "ahead": len(day.of(Part.AHEAD)),
                    "accounts_short": day.short,
                },
            }
        )
        return 0
    for line in (*_lines(goals, context.words), *_agenda(day, context.words)):
        print(line)
    return 0


# for eyes


def _measured(goal: Goal, value: int | Fraction | None) -> str:
    if value is None:
        return DASH
    return money(round(value), goal.kind) if goal.money else quantity(value, goal.measure)


def _lines(goals: Goals, words: Words) -> Iterable[str]:
    if not goals.goals:
        yield words.text("goals.none", year=goals.year)
    for goal in goals.goals:
        yield words.text(
            "goals.head",
            name=_name(goal, words),
            first=goal.period.first,
            last=goal.period.last,
            target=_measured(goal, goal.target),
        )
        for whom, reason, said in goal.reasons:
            yield "  " + words.text(
                "goals.why",
                whom=words.choice("target_reason.for_whom", whom),
                reason=words.choice("target_reason.reason", reason),
                said=f"，{said}" if said else "",
            )
        yield "  " + _stands(goal, words)
        if goal.reason:
            yield "  " + words.choice("goals.reason", goal.reason)
        if not goal.level:
            yield "  " + _season(goal, words)
        for standing in (*goal.quarters, *_now(goal.months, goals), *_now(goal.weeks, goals)):
            yield "  " + _standing(goal, standing, words)
        if goal.gap:
            yield from ("  " + line for line in _gap_lines(goal, goal.gap, goals.names, words))


def _name(goal: Goal, words: Words) -> str:
    metric = goal.name if goal.metric == "other" and goal.name else words.choice("target.metric", goal.metric)
    scope = "，".join(filter(None, (goal.account, goal.product)))
    return words.text("goals.of", metric=metric, scope=scope) if scope else metric


def _stands(goal: Goal, words: Words) -> str:
    reached = _measured(goal, goal.reached)
    if goal.level:
        return words.text("goals.level", expected=_measured(goal, goal.expected), reached=reached)
    gap = None if goal.reached is None or goal.expected is None else goal.reached - goal.expected
    return words.text(
        "goals.stands", expected=_measured(goal, goal.expected), reached=reached, gap=_measured(goal, gap)
    )


def _season(goal: Goal, words: Words) -> str:
    if goal.season is None or not goal.season.index:
        return words.text("goals.season_none")
    return words.text("goals.season" if goal.season.sure else "goals.season_unsure", years=goal.season.years)


def _now(standings: Iterable[Standing], goals: Goals) -> Iterable[Standing]:
    return (each for each in standings if goals.today in each.part.period)


def _standing(goal: Goal, standing: Standing, words: Words) -> str:
    period = standing.part.period
    return words.text(
        "goals.row",
        period=f"{period.first} – {period.last}",
        target=_measured(goal, standing.part.amount),
        reached=_measured(goal, standing.reached),
        gap=_measured(goal, standing.gap),
        workdays=standing.part.workdays,
    )


def _gap_lines(goal: Goal, gap: Gap, names: Mapping[str, str], words: Words) -> Iterable[str]:
    def parts(pairs: Iterable[tuple[str, int]]) -> str:
        told = (
            words.text("goals.part", name=name, amount=money(amount, goal.kind)) for name, amount in pairs
        )
        return "，".join(told) or DASH

    def worst(each: Iterable[GapPart]) -> str:
        nobody = words.text("goals.nobody")
        return parts((names.get(one.of or "", nobody), one.gap) for one in list(each)[:SHOWN])

    levers = (
        (words.choice("goals.lever", lever), amount) for lever, amount in gap.by_lever.items() if amount
    )
    yield words.text("goals.levers", parts=parts(levers))
    yield words.text("goals.accounts", parts=worst(gap.by_account))
    yield words.text("goals.products", parts=worst(gap.by_product))
    causes = ((words.choice("target_cause.cause", each.cause), each.amount) for each in gap.causes)
    yield words.text("goals.causes", parts=parts(causes), rest=money(gap.unexplained, goal.kind))
    if not goal.compared_known:
        yield words.text("goals.compared_unknown")
    yield words.text("goals.formula")


def _agenda(day: Agenda, words: Words) -> Iterable[str]:
    if not day.items:
        yield words.text("goals.agenda_none", day=day.day)
        return
    yield words.text("goals.agenda_today", day=day.day, count=day.due, overdue=day.overdue)
    yield from (_item_line(item, words) for item in day.of(Part.DUE))
    for part in (Part.STEP, Part.AHEAD, Part.SERVICE):
        items = day.of(part)
        if items:
            count = day.short if part is Part.SERVICE else len(items)
            yield words.text(f"goals.agenda_{part}", count=count)
            yield from (_item_line(item, words) for item in items)


def _item_line(item: Item, words: Words) -> str:
    when = f"{item.day}" if item.day else DASH
    if item.start is not None:
        when = f"{item.start // 60:02}:{item.start % 60:02}"
    task = words.choice("goals.task", item.task) + (words.text("goals.overdue") if item.overdue else "")
    hazard = words.choice("risk.hazard", item.kind) if item.task is Task.RISK and item.kind else ""
    until = words.text("goals.until", day=item.last) if item.last else ""
    what = "  ".join(filter(None, (hazard, item.what, until)))
    what = what or (words.text("goals.wanting", count=item.count) if item.count else "")
    text = words.text("goals.item", when=when, task=task, account=item.account or "", what=what)
    return "  " + text.rstrip()


# for a program


def _value(goal: Goal, value: int | Fraction | None) -> int | float | None:
    return number(value) if goal.money else units(value)


def _goal(goal: Goal, names: Mapping[str, str]) -> dict[str, Any]:
    def part(standing: Standing) -> dict[str, Any]:
        return {
            **period_json(standing.part.period),
            "target": _value(goal, standing.part.amount),
            "reached": _value(goal, standing.reached),
            "gap": _value(goal, standing.gap),
            "workdays": standing.part.workdays,
            **({} if standing.part.season is None else {"season": number(standing.part.season)}),
        }

    behind = None if goal.reached is None or goal.expected is None else goal.reached - goal.expected
    return {
        "id": goal.id,
        "metric": goal.metric,
        "name": goal.name,
        **period_json(goal.period),
        "target": _value(goal, goal.target),
        "currency": kind_json(goal.kind)["currency"],
        "unit": goal.measure,
        "account": {"id": goal.account_id, "name": goal.account} if goal.account_id else None,
        "product": {"id": goal.product_id, "name": goal.product} if goal.product_id else None,
        "part_of": goal.parent_id,
        "parts": list(goal.by_hand),
        "reasons": [{"for": whom, "reason": reason, "said": said} for whom, reason, said in goal.reasons],
        "level": goal.level,
        "expected": _value(goal, goal.expected),
        "reached": _value(goal, goal.reached),
        "gap": _value(goal, behind),
        "reason": goal.reason,
        "season": season_json(goal.season) if goal.season else None,
        "quarters": [part(each) for each in goal.quarters],
        "months": [part(each) for each in goal.months],
        "weeks": [part(each) for each in goal.weeks],
        "gap_parts": _gap_json(goal, goal.gap, names) if goal.gap else None,
        "evidence": list(goal.evidence),
    }


def _gap_json(goal: Goal, gap: Gap, names: Mapping[str, str]) -> dict[str, Any]:
    def parts(each: Iterable[GapPart]) -> list[dict[str, Any]]:
        return [
            {"id": p.of, "name": names.get(p.of or ""), "target": p.target, "reached": p.actual, "gap": p.gap}
            for p in each
        ]

    return {
        "target": gap.target,
        "reached": gap.actual,
        "gap": gap.gap,
        "compared": {
            **(period_json(goal.compared) if goal.compared else {}),
            "amount": gap.compared,
            "known": goal.compared_known,
        },
        "by_account": parts(gap.by_account),
        "by_product": parts(gap.by_product),
        "by_lever": dict(gap.by_lever),
        "causes": [{"cause": c.cause, "amount": c.amount, "evidence": list(c.ids)} for c in gap.causes],
        "unexplained": gap.unexplained,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "part": item.part,
        "task": item.task,
        "kind": item.kind,
        "date": item.day.isoformat() if item.day else None,
        "time": None if item.start is None else f"{item.start // 60:02}:{item.start % 60:02}",
        "account": {"id": item.account_id, "name": item.account} if item.account_id else None,
        "what": item.what,
        "overdue": item.overdue,
        "count": item.count,
        "until": item.last.isoformat() if item.last else None,
        "evidence": [item.record_id] if item.record_id else [],
    }
