"""Import of lists: what is undecided is kept and counted, the rest goes in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kamdesk.cli.context import Context
from kamdesk.words import Words


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("import")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--map", type=Path, metavar="M", help=words.text("cli.help.import_map"))
    parser.add_argument("--dry-run", action="store_true", help=words.text("cli.help.import_dry"))
    parser.add_argument("--rejects", type=Path, metavar="F", help=words.text("cli.help.import_rejects"))
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=import_lists)


def import_lists(context: Context) -> int:
    """Reads the files, writes them in one transaction, says what became of every row."""
    from kamdesk.exchange.mapping import read_mapping
    from kamdesk.operations.importing import import_files
    from kamdesk.operations.importing.telling import report_lines

    options = context.options
    report = import_files(
        context.store(),
        files=options.files,
        mapping=read_mapping(options.map) if options.map else None,
        dry_run=options.dry_run,
        backups=context.places.backups,
        rejects=options.rejects,
        exports=context.places.exports,
        language=context.words.language,
        now=context.book_now(),
    )
    if options.json:
        context.give(report.as_json())
        for path in report.rejects:
            print(context.words.text("import.report.rejects", path=path), file=sys.stderr)
        if report.rejects_unwritten:
            reason = report.rejects_unwritten
            print(context.words.text("import.report.rejects_unwritten", reason=reason), file=sys.stderr)
    else:
        print(*report_lines(report, context.words), sep="\n")
    return 0
