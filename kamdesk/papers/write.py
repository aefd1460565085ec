"""Papers to bytes and to files. Importing this brings reportlab: do it where a paper is made, not where the program
starts.

``now`` is printed as it stands: hand it in in the rep's wall time. The same data, language and ``now`` give the same
bytes. What writes a file raises `kamdesk.papers.errors.PaperError` where that can't be done; what stood there is
untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kamdesk.papers import account_briefing, week_plan
from kamdesk.papers.briefing import Briefing
from kamdesk.papers.form import Sides
from kamdesk.papers.kit.foot import Foot, version_of
from kamdesk.papers.kit.output import Paper, write_safely
from kamdesk.papers.kit.said import Said
from kamdesk.papers.plan import WeekPlan
from kamdesk.words import Words


def week_plan_content(plan: WeekPlan, words: Words, now: datetime, sides: Sides = Sides.WHOLE) -> bytes:
    """The week plan as a PDF."""
    said = Said(words)
    week = words.text("date.week_short", week=plan.week)
    title = f"{said.text('plan.title')} {words.text('date.week', year=plan.year, week=plan.week)}"
    paper = Paper(title=title, author=plan.imprint.rep, language=words.language, now=now)
    name = said.text("plan.of_week", week=week)
    paper.add(
        week_plan.pages(plan, said, sides),
        Foot(name, plan.AUDIENCE, plan.imprint, now, version_of(plan), said),
    )
    return paper.content()


def day_plan_content(
    plan: WeekPlan, day: date, words: Words, now: datetime, sides: Sides = Sides.WHOLE
) -> bytes:
    """One day of the week plan as a PDF, a paper by itself. Raises ValueError for a day without stops."""
    days = tuple(one for one in plan.days if one.day == day and one.stops)
    if not days:
        raise ValueError("a day plan needs a stop")
    alone = replace(plan, days=days, promises=(), open_accounts=(), figures=())
    said = Said(words)
    title = said.text("plan.of_day", day=said.day_weekday(day))
    paper = Paper(title=title, author=plan.imprint.rep, language=words.language, now=now)
    pages = week_plan.day_pages_of(alone, days[0], said, sides)
    paper.add(pages, Foot(title, plan.AUDIENCE, plan.imprint, now, version_of(alone), said))
    return paper.content()


def briefings_content(
    briefings: Sequence[Briefing],
    words: Words,
    now: datetime,
    sides: Sides = Sides.WHOLE,
    *,
    in_pack: bool | None = None,
) -> bytes:
    """Briefings in one PDF, each numbered for itself, in the outline by its account.

    Several are a pack, in which each begins a sheet where ``sides`` says so; ``in_pack`` makes one briefing as it is
    in a pack. Raises ValueError for none.
    """
    if not briefings:
        raise ValueError("a pack needs at least one briefing")
    said = Said(words)
    pack = len(briefings) > 1 if in_pack is None else in_pack
    title = (
        said.text("briefing.pack_title", n=len(briefings))
        if len(briefings) > 1
        else said.text("briefing.of_account", account=briefings[0].account.name)
    )
    paper = Paper(title=title, author=briefings[0].imprint.rep, language=words.language, now=now)
    for briefing in briefings:
        whole = pack and sides is Sides.WHOLE
        pages = account_briefing.pages(briefing, said, now.date(), whole_sheets=whole)
        paper.add(pages, _briefing_foot(briefing, said, now))
    return paper.content()


def write_week_plan(plan: WeekPlan, path: Path, words: Words, now: datetime) -> None:
    """The week plan as a PDF at ``path``."""
    write_safely(path, week_plan_content(plan, words, now))


def write_briefing(briefing: Briefing, path: Path, words: Words, now: datetime) -> None:
    """The briefing of one account as a PDF at ``path``."""
    write_safely(path, briefings_content([briefing], words, now))


def write_briefings(briefings: Sequence[Briefing], path: Path, words: Words, now: datetime) -> None:
    """A pack of briefings in one PDF at ``path``. Raises ValueError for an empty pack."""
    write_safely(path, briefings_content(briefings, words, now))


def _briefing_foot(briefing: Briefing, said: Said, now: datetime) -> Foot:
    name = said.text("briefing.of_account", account=briefing.account.short_name or briefing.account.name)
    return Foot(name, briefing.AUDIENCE, briefing.imprint, now, version_of(briefing), said)
