"""Papers to files. Importing this brings reportlab: do it where a paper is made, not where the program starts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kamdesk.papers import week_plan
from kamdesk.papers.kit.foot import Foot, version_of
from kamdesk.papers.kit.output import Paper
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import WeekPlan
from kamdesk.words import Words


def write_week_plan(plan: WeekPlan, path: Path, words: Words, now: datetime) -> None:
    """The week plan as a PDF at ``path``; ``now``, in the rep's wall time, is printed as it stands.

    The same plan, language and ``now`` give the same bytes. Raises `kamdesk.papers.errors.PaperError`.
    """
    said = Said(words)
    week = words.text("date.week_short", week=plan.week)
    title = f"{said.text('plan.title')} {words.text('date.week', year=plan.year, week=plan.week)}"
    paper = Paper(title=title, author=plan.imprint.rep, language=words.language, now=now)
    name = said.text("plan.of_week", week=week)
    paper.add(
        week_plan.pages(plan, said), Foot(name, plan.AUDIENCE, plan.imprint, now, version_of(plan), said)
    )
    paper.save(path)
