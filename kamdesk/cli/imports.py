"""Import of lists: what is undecided is kept and counted, the rest goes in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context, error_text
from kamdesk.domain.errors import RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.exchange.decisions import Decision


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("import")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE")
    parser.add_argument("--map", type=Path, metavar="M", help=words.text("cli.help.import_map"))
    parser.add_argument("--remember", action="store_true", help=words.text("cli.help.import_remember"))
    parser.add_argument("--fresh", action="store_true", help=words.text("cli.help.import_fresh"))
    parser.add_argument("--dry-run", action="store_true", help=words.text("cli.help.import_dry"))
    parser.add_argument("--rejects", type=Path, metavar="F", help=words.text("cli.help.import_rejects"))
    parser.add_argument("--decide", type=Path, metavar="F", help=words.text("cli.help.import_decide"))
    parser.add_argument("--questions", action="store_true", help=words.text("cli.help.import_questions"))
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=import_lists, refuse=parser.error)


def import_lists(context: Context) -> int:
    """Takes the files in, then carries answers out, then gives the open questions: whatever of these is asked."""
    options = context.options
    if not options.files and options.decide is None and not options.questions:
        options.refuse(context.words.text("cli.import_nothing"))
    if options.remember and options.map is None:
        options.refuse(context.words.text("cli.import_remember_what"))
    if options.dry_run and options.decide is not None:
        raise RuleError("import_decide_dry")
    decisions = None
    if options.decide is not None:
        from kamdesk.exchange.decisions import read_decisions

        decisions = read_decisions(options.decide)
    told: dict[str, Any] = _take_in(context) if options.files else {}
    code = 0
    if decisions is not None:
        decided, code = _decide(context, decisions)
        told["decisions"] = decided
    if options.questions:
        told["answer"] = _questions(context)
    if options.json:
        context.give(told)
    return code


def _decide(context: Context, decisions: Sequence[Decision]) -> tuple[dict[str, Any], int]:
    """What became of the answers, and the exit code: 1 where one of them could not be carried out."""
    from kamdesk.operations.importing.deciding import decide

    done = decide(context.store(), decisions=decisions, now=context.book_now())
    refused = [
        {"id": each.question, "code": each.error.code, "text": error_text(context.words, each.error)}
        for each in done.refused
    ]
    for each in refused:
        print(f"{each['id']}: {each['text']}", file=sys.stderr)
    if not context.options.json:
        context.say("import.decided", answered=done.answered, before=done.before, open=done.open)
    told = {"answered": done.answered, "before": done.before, "refused": refused, "open": done.open}
    return told, 1 if refused else 0


def _questions(context: Context) -> list[dict[str, Any]]:
    """The open questions, each with what can be answered to it: filled in, they are a file for ``--decide``."""
    from kamdesk.operations.importing.deciding import FITS, sort_of
    from kamdesk.reads.imports import pending_items

    words = context.words
    given = []
    for item in pending_items(context.store()):
        reason = words.text(f"import.reason.{item.reason}")
        given.append(
            {
                "id": item.id,
                "file": item.file,
                "sheet": item.sheet,
                "row": item.row,
                "reason": reason,
                "asked": dict(item.asked),
                "held": dict(item.held),
                "like": [{"id": account, "name": name} for account, name in item.like],
                "fits": list(FITS[sort_of(item)]),
                "take": "",
                "account": "",
                "value": "",
            }
        )
        if not context.options.json:
            print(f"{item.id}  {item.file}:{item.row}  {item.of or ''}  {reason}")
    if not given and not context.options.json:
        context.say("import.no_questions")
    return given


def _take_in(context: Context) -> dict[str, Any]:
    """Reads the files, writes them in one transaction, says what became of every row."""
    from kamdesk.cli.week_end import finish_index
    from kamdesk.exchange.mapping import read_mapping
    from kamdesk.operations.importing import import_files
    from kamdesk.operations.importing.telling import report_lines

    options = context.options
    report = import_files(
        context.store(),
        files=options.files,
        mapping=read_mapping(options.map) if options.map else None,
        dry_run=options.dry_run,
        keep=options.remember,
        fresh=options.fresh,
        backups=context.places.backups,
        rejects=options.rejects,
        exports=context.places.exports,
        language=context.words.language,
        now=context.book_now(),
    )
    if report.changes:
        finish_index(context.store())
    if not options.json:
        print(*report_lines(report, context.words), sep="\n")
        return {}
    for path in report.rejects:
        print(context.words.text("import.report.rejects", path=path), file=sys.stderr)
    if report.rejects_unwritten:
        reason = report.rejects_unwritten
        print(context.words.text("import.report.rejects_unwritten", reason=reason), file=sys.stderr)
    return report.as_json()
