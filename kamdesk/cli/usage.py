"""How a command is written: argparse with its own words in both languages, on standard error where it complains."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from kamdesk.words import LANGUAGES, Words

# What argparse says by itself, in English alone; the catalogue has it under cli.usage.
_LABELS = {
    "usage: ": "usage",
    "positional arguments:": "positional",
    "options:": "options",
    "show this help message and exit": "show_help",
    "show program's version number and exit": "show_version",
}
_COMPLAINTS = {
    r"the following arguments are required: (?P<what>.+)": "required",
    r"unrecognized arguments: (?P<what>.+)": "unknown",
    r"argument (?P<name>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<choices>.+)\)": "choice",
    r"argument (?P<name>.+?): invalid \w+ value: (?P<what>.+)": "value",
    r"argument (?P<name>.+?): expected (?:one|at least one) argument": "missing",
    r"argument (?P<name>.+?): not allowed with argument (?P<what>.+)": "together",
    r"argument (?P<name>.+?): ignored explicit argument (?P<what>.+)": "value",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in one line below its usage, and leaves standard output alone."""

    def __init__(self, words: Words, **settings: Any) -> None:
        # An abbreviation that is clear today is ambiguous once there is another option.
        super().__init__(allow_abbrev=False, **settings)
        self._words = words

    def format_usage(self) -> str:
        return self._in_words(super().format_usage())

    def format_help(self) -> str:
        return self._in_words(super().format_help())

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(1, f"kamdesk: {self._complaint(message)}\n")

    def _in_words(self, text: str) -> str:
        for label, code in _LABELS.items():
            text = text.replace(label, self._words.text(f"cli.usage.{code}"), 1)
        return text

    def _complaint(self, message: str) -> str:
        for pattern, code in _COMPLAINTS.items():
            found = re.fullmatch(pattern, message)
            if found:
                said = found.groupdict()
                if code == "choice":
                    said["choices"] = _in_short(said["choices"])
                return self._words.text(f"cli.usage.{code}", **said)
        return message


def _in_short(choices: str) -> str:
    """Years and other numbers in a row as the first and the last of them."""
    each = choices.split(", ")
    in_a_row = len(each) > 2 and all(one.isdecimal() for one in each)
    return f"{each[0]}–{each[-1]}" if in_a_row else choices


def common_options(words: Words, **defaults: object) -> Parser:
    """The options of every command. A command's own set has no defaults, so that it leaves what stood before it."""
    common = Parser(words, add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--book", type=Path, metavar="P", help=words.text("cli.help.book"))
    common.add_argument("--now", metavar="ISO", help=words.text("cli.help.now"))
    common.add_argument("--language", choices=LANGUAGES, help=words.text("cli.help.language"))
    key = common.add_mutually_exclusive_group()
    key.add_argument("--passphrase-stdin", action="store_true", help=words.text("cli.help.passphrase_stdin"))
    key.add_argument("--key-file", type=Path, metavar="F", help=words.text("cli.help.key_file"))
    common.set_defaults(**defaults)
    return common
