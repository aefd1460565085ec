"""The book's line: built, extended, a visit moved, a lost day made up for, the line as it is looked through."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.line_meant import (
    day_meant,
    on_day,
    roads_meant,
    slot_meant,
    waiting,
    wanted_account,
    wanted_of,
    wished_windows,
)
from kamdesk.cli.line_told import since_when, tell_audit, tell_proposal, tell_ranked, tell_repair
from kamdesk.cli.line_told_move import tell_move
from kamdesk.cli.planning import add_solve, search_options, the_core
from kamdesk.cli.usage import Parser, common_options
from kamdesk.domain.errors import RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from datetime import date

    from kamdesk.planning.problem import Slot
    from kamdesk.reads.line_problem import BookProblem, Wanted
    from kamdesk.reads.line_proposal import Proposal, Solve


def add_deeds(line: argparse.ArgumentParser, words: Words) -> None:
    """What `kamdesk line` can do besides showing a week."""
    in_words: Any = partial(Parser, words)
    deeds = line.add_subparsers(title=words.text("cli.help.commands"), metavar="DEED", parser_class=in_words)

    def text(code: str) -> str:
        return words.text(f"cli.help.{code}")

    def command(name: str) -> argparse.ArgumentParser:
        about = text(f"line_{name}")
        return deeds.add_parser(name, help=about, description=about, parents=[common_options(words)])

    add_solve(command, words)
    made: dict[str, argparse.ArgumentParser] = {}
    for name, carry_out in (
        ("build", build),
        ("extend", extend),
        ("move", move),
        ("repair", repair),
        ("audit", audit),
    ):
        made[name] = parser = command(name)
        parser.add_argument("--json", action="store_true", help=text("json"))
        parser.add_argument("--ways", type=Path, metavar="F.json", help=text("line_ways"))
        parser.add_argument("--estimate", action="store_true", help=text("line_estimate"))
        parser.add_argument("--on", metavar="2026-11-30", help=text("line_on"))
        if name != "audit":
            search_options(parser, words)
            parser.add_argument("--reason", metavar="TEXT", help=text("line_reason"))
        parser.set_defaults(carry_out=carry_out)
    for name in ("build", "extend", "repair"):
        made[name].add_argument("--apply", action="store_true", help=text("line_apply"))
    for name in ("build", "extend"):
        made[name].add_argument("--only", action="append", metavar="ID", help=text("line_only"))
        made[name].add_argument("--every", metavar="N|key=N,A=N", help=text("line_every"))
        made[name].add_argument("--minutes", type=int, metavar="M", help=text("line_minutes"))
    made["extend"].add_argument("--account", action="append", metavar="NAME|ID", help=text("line_accounts"))
    made["move"].add_argument("--account", required=True, metavar="NAME|ID|SLOT", help=text("line_whom"))
    made["move"].add_argument("--weekday", type=int, choices=range(1, 8), help=text("line_weekday"))
    made["move"].add_argument("--from", dest="begins", metavar="HH:MM", help=text("line_from"))
    made["move"].add_argument("--until", dest="ends", metavar="HH:MM", help=text("line_until"))
    made["move"].add_argument("--apply", type=int, metavar="N", help=text("line_apply_move"))
    what = made["repair"].add_mutually_exclusive_group(required=True)
    what.add_argument("--day", metavar="2026-11-26", help=text("line_day"))
    made["repair"].add_argument("--until", metavar="2026-11-27", help=text("line_lost_until"))
    made["repair"].add_argument("--account", action="append", metavar="NAME|ID", help=text("line_unreached"))
    what.add_argument("--road", nargs=2, metavar=("A", "B"), help=text("line_road"))
    made["repair"].add_argument("--longer", type=float, default=60.0, metavar="MIN", help=text("line_longer"))


def the_solver(context: Context) -> Solve:
    from kamdesk.reads.line_proposal import solver

    options = context.options
    return solver(
        seed=options.seed, seconds=options.seconds, iterations=options.iterations, core=the_core(context)
    )


def build(context: Context) -> int:
    """The whole line afresh: promises stay, everything else goes where the way is least."""
    return _propose(context, waiting(context), afresh=True)


def extend(context: Context) -> int:
    """New accounts come onto the line; of the rest only what pays for it moves, and no promise."""
    from kamdesk.reads.line_problem import line_problem
    from kamdesk.reads.line_proposal import rank_places

    named = context.options.account
    wanted = waiting(context) if not named else [wanted_of(context, one) for one in named]
    if named and len(wanted) == 1 and not context.options.apply:
        book = line_problem(context.store(), on=on_day(context), wanted=wanted, roads=roads_meant(context))
        tell_ranked(context, book, rank_places(book, wanted[0].account_id, the_solver(context)))
        return 0
    return _propose(context, wanted, afresh=False)


def _propose(context: Context, wanted: list[Wanted], *, afresh: bool) -> int:
    from kamdesk.reads.line_proposal import propose
    from kamdesk.reads.line_wanted import line_with

    book = line_with(context.store(), on=on_day(context), wanted=wanted, roads=roads_meant(context))
    proposal = propose(book, the_solver(context), afresh=afresh)
    applied = 0
    if context.options.apply:
        applied = apply_proposal(context, book, proposal, context.options.only)
    tell_proposal(context, book, proposal, applied)
    return 0


def move(context: Context) -> int:
    """A customer asks for another time: every place there is, with what it costs and whom else it touches."""
    from kamdesk.reads.line_move import move_options
    from kamdesk.reads.line_problem import line_problem

    book = line_problem(context.store(), on=on_day(context), roads=roads_meant(context))
    stop = slot_meant(context, book)
    found = move_options(book, stop, the_solver(context), wished_windows(context, book))
    offered = (*found.options, *found.besides)
    chosen, applied = context.options.apply, 0
    if chosen is not None:
        if not 1 <= chosen <= len(offered):
            raise RuleError("plan_no_offer", number=chosen, most=len(offered))
        applied = apply_proposal(context, book, offered[chosen - 1].proposal, None, asked=stop)
    tell_move(context, book, found, applied)
    return 0


def repair(context: Context) -> int:
    """A lost day is made up for, or a road is closed and the line goes round it."""
    from kamdesk.operations.line_plan import MadeUp, make_up
    from kamdesk.operations.visits import Occurrence
    from kamdesk.reads.line_problem import line_problem
    from kamdesk.reads.line_proposal import propose
    from kamdesk.reads.line_repair import lost_day, lost_visits

    options = context.options
    store, now = context.store(), context.book_now()
    if options.road is not None:
        one, two = (wanted_account(context, name) for name in options.road)
        book = line_problem(store, on=on_day(context), roads=roads_meant(context))
        proposal = propose(book, the_solver(context), longer={(one, two): options.longer})
        applied = apply_proposal(context, book, proposal, None) if options.apply else 0
        tell_proposal(context, book, proposal, applied)
        return 0
    day = day_meant(options.day)
    book = line_problem(store, on=day, roads=roads_meant(context), decided=False)
    until = day_meant(options.until) if options.until else None
    if until is not None and until < day:
        raise RuleError("days_backwards")
    only = None
    if options.account:
        meant = {wanted_account(context, name) for name in options.account}
        lost = lost_visits(store, day=day, until=until, now=now, holidays=context.holidays())
        only = [stop.key for stop in lost if stop.account.id in meant]
    found = lost_day(store, day=day, until=until, only=only, book=book, now=now, holidays=context.holidays())
    if options.apply:
        reason = options.reason or context.words.text("planning.said.lost_day", day=day.isoformat())
        visits = [
            MadeUp(
                Occurrence(
                    each.visit.visit_id, each.visit.slot.id if each.visit.slot else None, each.visit.date
                ),
                each.on,
                each.start,
            )
            for each in found.made_up
        ]
        if visits:
            make_up(store, visits=visits, reason=reason, now=now)
    tell_repair(context, found)
    return 0


def audit(context: Context) -> int:
    """Every rule that the line as it is breaks, by the estimate."""
    from kamdesk.reads.line_problem import line_problem
    from kamdesk.reads.line_proposal import audit as look

    on = day_meant(context.options.on) if context.options.on else context.book_now().date()
    book = line_problem(context.store(), on=on, roads=roads_meant(context), decided=False)
    tell_audit(context, book, look(book))
    return 0


def apply_proposal(
    context: Context,
    book: BookProblem,
    proposal: Proposal,
    only: Iterable[str] | None,
    asked: str | None = None,
) -> int:
    """Writes what differs (or of it ``only`` some) into the book as one step; how many visits."""
    chosen = None if only is None else set(only)
    differences = [each for each in proposal.differences if chosen is None or each.stop in chosen]
    since = since_when(proposal, [each.stop for each in differences])
    moves = [(each.stop, each.now) for each in differences]
    return write_moves(context, moves, book=book, asked=asked, since=since)


def write_moves(
    context: Context,
    moves: list[tuple[str, Slot]],
    *,
    book: BookProblem | None = None,
    asked: str | None = None,
    since: date | None = None,
) -> int:
    from kamdesk.operations.line_plan import Begin, Move, Wish, accept_plan

    stops = {} if book is None else {stop.id: stop for stop in book.problem.stops}
    moved, begun = [], []
    for name, slot in moves:
        start = round(slot.time)
        if book is not None and name not in book.slots:
            stop = stops[name]
            begun.append(
                Begin(name, slot.weekday - 1, start, round(stop.minutes), stop.every_weeks, slot.first_week)
            )
        else:
            moved.append(Move(name, slot.weekday - 1, start, slot.first_week))
    if not moved and not begun:
        return 0
    accept_plan(
        context.store(),
        moves=moved,
        begins=begun,
        effective_from=since or on_day(context),
        wish=None if asked is None else Wish(asked, words=context.options.reason),
        reason=context.options.reason or context.words.text("planning.said.reason"),
        now=context.book_now(),
    )
    return len(moved) + len(begun)
