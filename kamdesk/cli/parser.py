"""The words of the command line and who carries each out."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from kamdesk import __version__
from kamdesk.cli import (
    books,
    classify,
    differences,
    documents,
    exports,
    goals,
    imports,
    judging,
    lists,
    office,
    passphrase,
    questions,
    rivals,
    sharing,
    suggest,
    week_end,
    window,
)
from kamdesk.cli.usage import Parser, common_options
from kamdesk.places import find_places
from kamdesk.settings import read_settings
from kamdesk.words import LANGUAGES, Language, Words


def language_of(arguments: Sequence[str]) -> Language:
    """The language to speak: `--language`, else the settings', else the system's."""
    for number, argument in enumerate(arguments):
        value = argument.removeprefix("--language=") if argument.startswith("--language=") else None
        if argument == "--language" and number + 1 < len(arguments):
            value = arguments[number + 1]
        if value in LANGUAGES:
            return value
    chosen = read_settings(find_places().settings).language
    if chosen in LANGUAGES:
        return chosen
    return "zh" if system_language().startswith("zh") else "en"


def system_language() -> str:
    """The language the system speaks, ``zh_CN`` or the like; empty where it doesn't say."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return locale.getlocale()[0] or ""


def build_parser(words: Words) -> Parser:
    """The whole command line, its help in the language of ``words``."""
    unset = {"book": None, "now": None, "language": None, "passphrase_stdin": False, "key_file": None}
    parser = Parser(
        words,
        prog="kamdesk",
        description=words.text("cli.help.about"),
        parents=[common_options(words, **unset)],
    )
    parser.add_argument("--version", action="version", version=f"kamdesk {__version__}")
    parser.add_argument("--picture", type=Path, metavar="F.png", help=words.text("cli.help.picture"))
    parser.set_defaults(carry_out=window.show)
    in_words: Any = partial(Parser, words)
    commands = parser.add_subparsers(
        title=words.text("cli.help.commands"), metavar="COMMAND", parser_class=in_words
    )

    def command(name: str) -> Parser:
        text = words.text(f"cli.help.{name}")
        return commands.add_parser(name, help=text, description=text, parents=[common_options(words)])

    for room in (
        books,
        passphrase,
        imports,
        exports,
        documents,
        lists,
        classify,
        goals,
        questions,
        judging,
        rivals,
        suggest,
        week_end,
        sharing,
        office,
        differences,
    ):
        room.add_commands(command, words)
    return parser
