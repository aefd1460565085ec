"""Papers to files. Importing this brings reportlab: do it where a paper is made, not where the program starts.

``now`` is printed as it stands: hand it in in the rep's wall time. The same data, language and ``now`` give the same
bytes. All raise `kamdesk.papers.errors.PaperError` where the file can't be written; what stood there is untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kamdesk.papers import account_briefing, week_plan
from kamdesk.papers.briefing import Briefing
from kamdesk.papers.kit.foot import Foot, version_of
from kamdesk.papers.kit.output import Paper
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import WeekPlan
from kamdesk.words import Words


def write_week_plan(plan: WeekPlan, path: Path, words: Words, now: datetime) -> None:
    """The week plan as a PDF at ``path``."""
    said = Said(words)
    week = words.text("date.week_short", week=plan.week)
    title = f"{said.text('plan.title')} {words.text('date.week', year=plan.year, week=plan.week)}"
    paper = Paper(title=title, author=plan.imprint.rep, language=words.language, now=now)
    name = said.text("plan.of_week", week=week)
    paper.add(
        week_plan.pages(plan, said), Foot(name, plan.AUDIENCE, plan.imprint, now, version_of(plan), said)
    )
    paper.save(path)


def write_briefing(briefing: Briefing, path: Path, words: Words, now: datetime) -> None:
    """The briefing of one account as a PDF at ``path``."""
    said = Said(words)
    title = said.text("briefing.of_account", account=briefing.account.name)
    paper = Paper(title=title, author=briefing.imprint.rep, language=words.language, now=now)
    paper.add(account_briefing.pages(briefing, said, now.date()), _briefing_foot(briefing, said, now))
    paper.save(path)


def write_briefings(briefings: Sequence[Briefing], path: Path, words: Words, now: datetime) -> None:
    """A pack of briefings in one PDF at ``path``, each numbered for itself and on sheets of its own.

    Raises ValueError for an empty pack.
    """
    if not briefings:
        raise ValueError("a pack needs at least one briefing")
    said = Said(words)
    title = said.text("briefing.pack_title", n=len(briefings))
    paper = Paper(title=title, author=briefings[0].imprint.rep, language=words.language, now=now)
    for briefing in briefings:
        pages = account_briefing.pages(briefing, said, now.date(), whole_sheets=len(briefings) > 1)
        paper.add(pages, _briefing_foot(briefing, said, now))
    paper.save(path)


def _briefing_foot(briefing: Briefing, said: Said, now: datetime) -> Foot:
    name = said.text("briefing.of_account", account=briefing.account.short_name or briefing.account.name)
    return Foot(name, briefing.AUDIENCE, briefing.imprint, now, version_of(briefing), said)
