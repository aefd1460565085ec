"""Books: made, filled for a demonstration, checked, backed up, restored."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from kamdesk.cli.context import Context
from kamdesk.domain.errors import RuleError
from kamdesk.words import Words


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    new = command("new")
    new.add_argument("path", type=Path, metavar="P")
    new.add_argument("--name", default="", help=words.text("cli.help.rep_name"))
    new.set_defaults(carry_out=make_new)

    demo = command("demo")
    demo.add_argument("path", type=Path, metavar="P")
    demo.add_argument(
        "--accounts", type=count, default=60, metavar="N", help=words.text("cli.help.accounts_many")
    )
    demo.add_argument("--weeks", type=count, default=26, metavar="N", help=words.text("cli.help.weeks_many"))
    demo.add_argument("--seed", type=int, default=1, metavar="S", help=words.text("cli.help.seed"))
    demo.set_defaults(carry_out=make_demo_book)

    check = command("check")
    check.add_argument("path", type=Path, metavar="P", nargs="?")
    check.set_defaults(carry_out=check_whole)

    backup = command("backup")
    backup.add_argument("path", type=Path, metavar="P", nargs="?")
    backup.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help=words.text("cli.help.backup_folder")
    )
    backup.set_defaults(carry_out=back_up_book)

    restore = command("restore")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("path", type=Path, metavar="P", nargs="?")
    restore.set_defaults(carry_out=restore_book)

    undo = command("undo")
    undo.set_defaults(carry_out=undo_last)


def count(text: str) -> int:
    """A number of things, not below zero."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def meant(context: Context) -> Path:
    """The book named after the command, or with `--book`, or the one in the default place."""
    named: Path | None = getattr(context.options, "path", None)
    if named is not None and context.options.book not in (None, named):
        raise RuleError("book_named_twice", one=named, other=context.options.book)
    return named or context.book


def make_new(context: Context) -> int:
    """An empty book with its rep."""
    from kamdesk.db.opening import new_book
    from kamdesk.operations.book import set_up

    path, now = meant(context), context.now()
    store = context.keep(new_book(path, context.secret, now=now))
    name = context.options.name.strip() or store.user or context.words.text("cli.new.nameless")
    set_up(store, rep_name=name, now=now)
    context.say("cli.new.locked" if store.key else "cli.new.open", path=path, name=name)
    return 0


def make_demo_book(context: Context) -> int:
    """A book of invented accounts with a history."""
    from kamdesk.operations.demo import make_demo

    options, path = context.options, meant(context)
    store = make_demo(
        path,
        accounts=options.accounts,
        weeks=options.weeks,
        seed=options.seed,
        now=context.now(),
        secret=context.secret,
        language=context.words.language,
    )
    context.keep(store)
    context.say("cli.demo.made", path=path, accounts=options.accounts, weeks=options.weeks)
    return 0


def check_whole(context: Context) -> int:
    """Says whether the whole book is sound; exit code 1 where it is not."""
    from kamdesk.db.opening import check_book

    path = meant(context)
    found = check_book(path, context.secret)
    if not found:
        context.say("cli.check.sound", path=path)
        return 0
    context.say("cli.check.unsound", path=path, faults="\n".join(f"  {fault}" for fault in found))
    return 1


def back_up_book(context: Context) -> int:
    """A verified copy of the book."""
    from kamdesk.db.backup import back_up

    context.options.book = meant(context)
    folder = context.options.output or context.places.backups
    copy = back_up(context.store(), folder, now=context.now())
    context.say("cli.backup.made", path=copy)
    return 0


def restore_book(context: Context) -> int:
    """A backup in the book's place; the book as it was is kept beside it."""
    from kamdesk.db.backup import restore

    path = meant(context)
    aside = restore(context.options.backup, path, context.secret, now=context.now())
    context.say("cli.restore.done", backup=context.options.backup, path=path)
    if aside is not None:
        context.say("cli.restore.aside", path=aside)
    return 0


def undo_last(context: Context) -> int:
    """Takes the newest operation back, a whole import for example; what was done behind the lock is passed over."""
    from kamdesk.cli.week_end import finish_index
    from kamdesk.operations.confidential import NAME
    from kamdesk.operations.undo import last_done, undo

    store = context.store()
    with store.read() as connection:
        last = last_done(connection, (NAME,))
    if last is None:
        raise RuleError("undo_nothing")
    undo(store, operation_id=last.operation_id, now=context.now())
    finish_index(store)
    what = context.words.choice("operation", last.name)
    context.say(
        "cli.undo.done", what=what, at=f"{last.at.astimezone(context.book_now().tzinfo):%Y-%m-%d %H:%M}"
    )
    return 0
