"""Import of lists: what is undecided is kept and counted, the rest goes in."""

from __future__ import annotations

import argparse
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
    raise NotImplementedError
