"""The passphrase of a book that exists: set, changed, taken away; read from standard input or asked at the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.cli.books import meant
from kamdesk.cli.context import Context
from kamdesk.domain.errors import BookError, InputError, RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.db.store import Store


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    change = command("passphrase")
    change.add_argument("path", type=Path, metavar="P", nargs="?")
    how = change.add_mutually_exclusive_group()
    how.add_argument("--new-stdin", action="store_true", help=words.text("cli.help.passphrase_new"))
    how.add_argument("--remove", action="store_true", help=words.text("cli.help.passphrase_remove"))
    change.set_defaults(carry_out=change_it)


def change_it(context: Context) -> int:
    """Encrypts the book anew. Raises RuleError and BookError as the window's own dialog would say them."""
    from kamdesk.operations.book_key import change_passphrase

    context.options.book = meant(context)
    store, old = _opened(context)
    locked = store.key is not None
    if context.options.remove and not locked:
        raise RuleError("passphrase_none")
    new = None if context.options.remove else _new(context)
    change_passphrase(store, old=old, new=new, now=context.now())
    code = "removed" if new is None else "changed" if locked else "set"
    context.say(f"cli.passphrase.{code}", path=store.path, folder=context.places.backups)
    return 0


def _opened(context: Context) -> tuple[Store, str | None]:
    """The book and its present passphrase, asked for at the terminal where it needs one and none was handed in."""
    from kamdesk.db.key import Passphrase

    try:
        store = context.store()
    except BookError as error:
        if error.code != "book_locked" or not sys.stdin.isatty():
            raise
        context.secret = Passphrase(_asked(context, "old"))
        store = context.store()
    return store, context.secret.text if isinstance(context.secret, Passphrase) else None


def _new(context: Context) -> str:
    """The new passphrase: the next line of standard input, or typed twice at the terminal."""
    if context.options.new_stdin:
        text = sys.stdin.readline().rstrip("\r\n")
        if not text:
            raise InputError("passphrase_empty")
        return text
    if not sys.stdin.isatty():
        raise RuleError("passphrase_no_terminal")
    first = _asked(context, "new")
    if _asked(context, "again") != first:
        raise RuleError("passphrase_differs")
    return first


def _asked(context: Context, what: str) -> str:
    """Typed at the terminal without being shown. Raises InputError where nothing was."""
    try:
        typed = getpass(context.words.text(f"cli.passphrase.ask_{what}"))
    except EOFError:
        typed = ""
    if not typed:
        raise InputError("passphrase_nothing")
    return typed
