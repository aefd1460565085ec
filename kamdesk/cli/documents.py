"""Papers: the week's plan, an account's briefing."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kamdesk.cli.context import Context
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.domain.schedule import monday_of, parse_week
from kamdesk.words import Words


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    plan = command("plan")
    plan.add_argument("--week", metavar="2026-W48", help=words.text("cli.help.week"))
    plan.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf")
    plan.set_defaults(carry_out=write_plan)

    brief = command("brief")
    brief.add_argument("--account", required=True, metavar="NAME|ID", help=words.text("cli.help.account"))
    brief.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf")
    brief.set_defaults(carry_out=write_brief)


def monday_meant(context: Context) -> date:
    """The Monday of `--week`, or of the week in which it is now for the rep."""
    if context.options.week is not None:
        return parse_week(context.options.week)
    return monday_of(context.book_now().date())


def write_plan(context: Context) -> int:
    """The week's plan as PDF."""
    from kamdesk.papers.write import write_week_plan
    from kamdesk.reads.plan import week_plan

    monday = monday_meant(context)
    now = context.book_now()
    plan = week_plan(context.store(), monday=monday, now=now, holidays=context.holidays())
    write_week_plan(plan, context.options.output, context.words, now)
    context.say("cli.paper.made", path=context.options.output)
    return 0


def write_brief(context: Context) -> int:
    """One account's briefing as PDF."""
    from kamdesk.papers.write import write_briefing
    from kamdesk.reads.briefing import briefing

    now = context.book_now()
    account_id = account_meant(context)
    paper = briefing(context.store(), account_id=account_id, now=now, holidays=context.holidays())
    write_briefing(paper, context.options.output, context.words, now)
    context.say("cli.paper.made", path=context.options.output)
    return 0


def account_meant(context: Context) -> str:
    """The id of the one account that `--account` names. Raises NotFound, or RuleError listing the ids of several."""
    from kamdesk.reads.accounts import find_accounts

    wanted = context.options.account.strip()
    found = find_accounts(context.store(), wanted=wanted)
    if not found:
        raise NotFound("account_unknown", name=wanted)
    first, *others = found
    if others:
        listed = "\n".join(f"  {row.id}  {row.name}  {row.city or ''}".rstrip() for row in found[:20])
        raise RuleError("account_ambiguous", name=wanted, count=len(found), listed=listed)
    return first.id
