"""The line as a problem: planned from a file, without a book."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.planning.problem import Plan, Unserved

MOST_SECONDS = 24 * 3600


def add_solve(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The deed that needs no book."""
    solving = command("solve")
    solving.add_argument(
        "problem", type=Path, metavar="PROBLEM.json", help=words.text("cli.help.line_problem")
    )
    solving.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    search_options(solving, words)
    solving.set_defaults(carry_out=solve_problem)


def search_options(parser: argparse.ArgumentParser, words: Words) -> None:
    """How long and from which seed is searched."""
    parser.add_argument("--seed", type=int, default=1, metavar="S", help=words.text("cli.help.line_seed"))
    parser.add_argument("--seconds", type=seconds, metavar="T", help=words.text("cli.help.line_seconds"))
    parser.add_argument("--iterations", type=count, metavar="N", help=words.text("cli.help.line_iterations"))
    parser.add_argument("--python", action="store_true", help=words.text("cli.help.line_python"))


def seconds(text: str) -> float:
    """A length of time that makes sense; argparse tells the rest."""
    found = float(text)
    if not 0 <= found <= MOST_SECONDS:
        raise ValueError(text)
    return found


def count(text: str) -> int:
    """A number of steps."""
    found = int(text)
    if found < 0:
        raise ValueError(text)
    return found


def solve_problem(context: Context) -> int:
    """Prints the answer to a problem, and nothing else."""
    from kamdesk.planning.reading import read_file
    from kamdesk.planning.solving import solve

    options = context.options
    plan = solve(
        read_file(options.problem),
        seed=options.seed,
        seconds=options.seconds,
        iterations=options.iterations,
        core=the_core(context),
    )
    context.give(answer(plan, context.words))
    return 0


def the_core(context: Context) -> Any:
    """The compiled search where it was built and is wanted."""
    from kamdesk.planning.core import load_core

    return None if context.options.python else load_core()


def answer(plan: Plan, words: Words) -> dict[str, object]:
    """A plan as the form wants it."""
    from kamdesk.planning.problem import clock

    return {
        "slots": [
            {
                "id": slot.id,
                "weekday": slot.weekday,
                "time": clock(slot.time),
                "first_week": slot.first_week,
            }
            for slot in plan.slots
        ],
        "unserved": [{"id": each.id, "why": why(each, words), "code": each.code} for each in plan.unserved],
        "travel_minutes": list(plan.travel),
        "seconds": round(plan.seconds, 3),
        "iterations": plan.iterations,
        "compiled": plan.compiled,
    }


def why(unserved: Unserved, words: Words) -> str:
    """Why a stop has no place, in words."""
    return words.text(f"planning.why.{unserved.code}", **said(unserved.values, words))


def said(values: Any, words: Words) -> dict[str, object]:
    """Values as they stand in a text: weekdays by name."""
    return {
        name: words.text(f"weekday.{int(value) - 1}") if name == "weekday" else value
        for name, value in values.items()
    }
