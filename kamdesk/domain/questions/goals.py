"""Goals of the book (G1–G5)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kamdesk.domain.goals.agenda import Part as AgendaPart
from kamdesk.domain.knowledge.goal import IN_MONEY, ForWhom, Metric
from kamdesk.domain.questions.answer import (
    Coded,
    Found,
    Part,
    Sum,
    facts,
    found,
    lacking,
    listed,
    phrase,
    quantity,
)
from kamdesk.domain.questions.view import BookView

_A_YEAR = 350
"""Days from which on a target is one of the year."""


def _of_year(view: BookView) -> list[Any]:
    return [
        row
        for row in view.of("target")
        if row.first_day <= view.today <= row.last_day
        and (row.last_day - row.first_day).days >= _A_YEAR
        and row.parent_id is None
    ]


def _measure(row: Any) -> Any:
    if row.metric in IN_MONEY or row.quantity is None:
        return Sum(row.amount or 0, row.currency)
    return quantity(row.quantity, row.unit)


def _said(view: BookView, row: Any) -> Any:
    scope = view.named(row.account_id) or view.named(row.product_id)
    name = row.name if row.metric == "other" and row.name else Coded(f"target.metric.{row.metric}")
    return phrase(
        "target", what=name, measure=_measure(row), scope=phrase("scope", name=scope) if scope else ""
    )


def year_goals(view: BookView) -> Found | None:
    """G1: the targets of the year that today lies in."""
    rows = _of_year(view)
    if not rows:
        return None
    return found(
        "question.answer.G1",
        (row.id for row in rows),
        None,
        lambda: {
            "year": rows[0].first_day.year,
            "count": len(rows),
            "targets": listed((_said(view, row) for row in rows), 5),
        },
    )


def each_day(view: BookView) -> Found | None:
    """G2: the goal broken down to this week, and the day's agenda (`reads.goals.agenda`), or what the line plans next.

    The breakdown holds as long as its target does; the agenda as long as something on it has come.
    """
    today = view.today
    targets = [row for row in view.of("target") if row.id in view.aimed]
    if not targets:
        return None
    target = max(targets, key=lambda row: (row.last_day, row.id))
    items = view.agenda.items if view.agenda else ()
    entries = [(day, slot) for unit in view.units if (day := unit.line.next_on) for slot in unit.line.slots]
    entries += [(item.day or today, item.record_id) for item in items if item.record_id]
    if not entries:
        return lacking("question.part.G2_agenda")
    fresh = min(target.last_day, max(min(day, today) for day, _ in entries))
    return found(
        "question.answer.G2",
        (target.id, *dict.fromkeys(row_id for _, row_id in entries)),
        min(fresh, today),
        lambda: {
            "target": _said(view, target),
            "week": Sum(view.aimed[target.id].week, target.currency),
            "today": view.agenda.due if view.agenda else 0,
            "overdue": view.agenda.overdue if view.agenda else 0,
            "ahead": len(view.agenda.of(AgendaPart.AHEAD)) if view.agenda else 0,
        },
    )


def deviation(view: BookView) -> Found | None:
    """G3: actual against target, and the causes that the rep put amounts to; the rest is said to be unexplained."""
    causes = view.of("target_cause")
    targets = {
        row.id: row
        for row in view.of("target")
        if row.metric == Metric.REVENUE and row.account_id is None and row.id in view.aimed
    }
    mine = [row for row in causes if row.target_id in targets and row.amount is not None]
    if not targets:
        return None
    if not mine:
        return lacking("question.part.G3_causes")
    last = max(mine, key=lambda row: (row.last_day, row.known_on, row.id))
    target = targets[last.target_id]
    same = [row for row in mine if row.target_id == target.id]
    explained = sum(row.amount for row in same)
    aimed = view.aimed[target.id]
    actual, due = aimed.actual or 0, aimed.due
    gap = actual - due
    by_cause: dict[str, int] = {}
    for row in same:
        by_cause[row.cause] = by_cause.get(row.cause, 0) + row.amount
    return found(
        "question.answer.G3",
        (target.id, *(row.id for row in same)),
        view.day_of(same),
        lambda: {
            "metric": Coded(f"target.metric.{target.metric}"),
            "actual": Sum(actual, target.currency),
            "due": Sum(due, target.currency),
            "gap": Sum(gap, target.currency),
            "causes": listed(
                phrase("cause", what=Coded(f"target_cause.cause.{cause}"), sum=Sum(amount, target.currency))
                for cause, amount in sorted(by_cause.items(), key=lambda item: (-abs(item[1]), item[0]))
            ),
            "rest": Sum(gap - explained, target.currency),
        },
    )


def why_it_must_be(view: BookView) -> Found | None:
    """G4: why the year's goals must be reached: for the company, the customers, the rep."""
    ids = {row.id for row in _of_year(view)}
    rows = [row for row in view.of("target_reason") if row.target_id in ids]
    if not rows:
        return None
    said = [
        phrase(
            "for_whom",
            whom=Coded(f"target_reason.for_whom.{whom}"),
            reasons=listed(
                dict.fromkeys(
                    row.said or Coded(f"target_reason.reason.{row.reason}")
                    for row in rows
                    if row.for_whom == whom
                )
            ),
        )
        for whom in ForWhom
        if any(row.for_whom == whom for row in rows)
    ]
    return found(
        "question.answer.G4",
        (row.id for row in rows),
        None,
        lambda: {"reasons": listed(said)},
    )


def my_plan(view: BookView) -> Found | None:
    """G5: which account moves to which stage by when, with the actions."""
    rows = [row for unit in view.units for row in unit.of("development_plan") if row.state != "dropped"]
    names = {row.id: unit.name for unit in view.units for row in unit.of("development_plan")}
    if not rows:
        return None
    ids = {row.id for row in rows}
    actions = [row for row in view.actions if row.plan_id in ids]
    actions += [row for unit in view.units for row in unit.actions if row.plan_id in ids]
    done = sum(row.state == "done" for row in actions)
    first = min(rows, key=lambda row: (row.state != "open", row.due_on, row.id))
    return found(
        "question.answer.G5",
        (*ids, *(row.id for row in actions)),
        view.day_of(rows, "reached_on"),
        lambda: {
            "count": len(rows),
            "reached": sum(row.state == "reached" for row in rows),
            "first": phrase(
                "plan", account=names[first.id], stage=Coded(f"stage.{first.to_stage}"), day=first.due_on
            ),
            "actions": len(actions),
            "done": Part(Fraction(done, len(actions))) if actions else Part(None),
            "facts": facts(),
        },
    )
