"""The rep's plan and the agenda in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.cards import CardLine
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.goal_page.beside import Deed, Plan, Reason

translate = QCoreApplication.translate
Chip = tuple[str, str, str]


def due_chip(due_on: date | None, today: date, speech: Speech) -> Chip | None:
    """When something is due, late and today marked by word and colour."""
    if due_on is None:
        return None
    if due_on < today:
        return translate("Goals", "%n days late", "", (today - due_on).days), "bad", "badSoft"
    if due_on == today:
        return translate("Goals", "today"), "warn", "warnSoft"
    return speech.day_or_year(due_on, today), "text2", "sunken"


def done_word(deed: Deed, speech: Speech) -> str:
    return speech.choice("action.state", deed.state)


def reason_lines(reasons: Sequence[Reason], speech: Speech) -> list[CardLine]:
    """Why the goal must be reached, side by side for the three whom it concerns."""
    return [
        CardLine(
            "edit_reason", reason.id,
            translate("Goals", "{who}: {why}").format(
                who=speech.raised(speech.choice("target_reason.for_whom", reason.for_whom)),
                why=speech.choice("target_reason.reason", reason.reason),
            ),
            reason.said or "—",
        )
        for reason in reasons
    ]  # fmt: skip


def plan_line(plan: Plan, deeds: Sequence[Deed], today: date, speech: Speech) -> CardLine:
    """``海川：中级 → 高级``, when, who, where it stands, how many actions are done."""
    begin = plan.from_stage or plan.stands
    way = translate("Goals", "{account}: {from_} → {to}").format(
        account=plan.account,
        from_=speech.raised(speech.choice("stage", begin)) if begin else "?",
        to=speech.choice("stage", plan.to_stage),
    )
    mine = Counter(deed.open for deed in deeds if deed.plan_id == plan.id)
    acts = (
        translate("Goals", "{done} of {all} actions done").format(done=mine[False], all=mine.total())
        if mine
        else ""
    )
    if not mine and plan.state == "open":
        acts = translate("Goals", "no action yet")
    if plan.state == "reached":
        when = speech.day_or_year(plan.reached_on, today) if plan.reached_on else ""
        return CardLine(
            "edit_plan", plan.id, way, speech.joined((when, acts)) or "—", None, "circle-check", "good",
            side=speech.choice("development_plan.state", plan.state),
        )  # fmt: skip
    if plan.state == "dropped":
        return CardLine(
            "edit_plan",
            plan.id,
            way,
            plan.why or "—",
            None,
            "ban",
            side=speech.choice("development_plan.state", plan.state),
        )
    stands = ""
    if plan.stands and plan.stands != begin:
        stands = translate("Goals", "stands at {stage}").format(stage=speech.choice("stage", plan.stands))
    if plan.stands == plan.to_stage:
        when = speech.day_or_year(plan.due_on, today)
        return CardLine(
            "edit_plan", plan.id, way, speech.joined((when, plan.owner or "", stands)), None, "circle", "accentText",
            act=translate("Goals", "Mark as reached"),
        )  # fmt: skip
    return CardLine(
        "edit_plan", plan.id, way, speech.joined((plan.owner or "", stands, acts)) or "—",
        due_chip(plan.due_on, today, speech), "circle",
    )  # fmt: skip
