"""The office's book: made, reps enrolled, their packages taken in, packages given back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context, error_text
from kamdesk.cli.office_folder import beside_packages, not_for_us
from kamdesk.cli.usage import Parser, common_options
from kamdesk.domain.errors import BookError, InputError, KamdeskError, RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.db.store import Store

_SQLITE = "sqlite:///"


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    office = command("office")
    in_words: Any = partial(Parser, words)
    deeds = office.add_subparsers(metavar="COMMAND", required=True, parser_class=in_words)

    def deed(name: str, carry_out: Callable[[Context], int]) -> argparse.ArgumentParser:
        text = words.text(f"cli.help.office_{name}")
        parser = deeds.add_parser(name, help=text, description=text, parents=[common_options(words)])
        parser.add_argument("--db", required=True, metavar="URL", help=words.text("cli.help.db"))
        parser.set_defaults(carry_out=carry_out)
        return parser

    init = deed("init", make_office)
    init.add_argument(
        "-o", "--output", type=Path, required=True, metavar="CARD", help=words.text("cli.help.identity_card")
    )
    init.add_argument("--name", default="office", help=words.text("cli.help.identity_name"))
    enroll = deed("enroll", enrol_rep)
    enroll.add_argument("card", type=Path, metavar="CARD")
    taking = deed("import", take_packages)
    taking.add_argument("paths", type=Path, nargs="+", metavar="FILE|DIR")
    giving = deed("export", give_package)
    giving.add_argument("--rep", required=True, metavar="NAME", help=words.text("cli.help.office_rep"))
    giving.add_argument(
        "-o", "--output", type=Path, required=True, metavar="F", help=words.text("cli.help.pack_output")
    )
    giving.add_argument("--everything", action="store_true", help=words.text("cli.help.pack_everything"))
    over = deed("give", give_account)
    over.add_argument("--account", required=True, metavar="NAME|ID", help=words.text("cli.help.account"))
    over.add_argument(
        "--to", required=True, metavar="NAME", dest="rep", help=words.text("cli.help.office_to")
    )


def place_of(url: str) -> Path:
    """The file that ``--db`` means. Raises RuleError for a database that isn't one."""
    if url.startswith(_SQLITE):
        return Path(url.removeprefix(_SQLITE))
    if "://" in url:
        raise RuleError("db_scheme", url=url.split("@")[-1])
    return Path(url)


def office_book(context: Context) -> Store:
    """The book that ``--db`` names, opened."""
    context.options.book = place_of(context.options.db)
    return context.store()


def make_office(context: Context) -> int:
    """Makes the office's book and its card."""
    from kamdesk.db.opening import new_book
    from kamdesk.operations.week_end.identity import own_card, write_card

    options = context.options
    path = place_of(options.db)
    store = context.keep(new_book(path, context.secret, now=context.now()))
    found = own_card(store, rep=options.name, device="office", role="office")
    write_card(found, options.output)
    context.say("office.made", path=path, card=options.output)
    context.say(
        "identity.shown", rep=found.card.rep, device=found.card.device, fingerprint=found.card.fingerprint
    )
    return 0


def enrol_rep(context: Context) -> int:
    """Knows a rep's book from now on."""
    from kamdesk.operations.week_end.identity import card_at
    from kamdesk.operations.week_end.peers import add_peer

    card = card_at(context.options.card)
    if card.role == "office":
        raise InputError("card_role")
    add_peer(office_book(context), card=card, now=context.now())
    context.say("peers.added", rep=card.rep, device=card.device, fingerprint=card.fingerprint)
    return 0


def take_packages(context: Context) -> int:
    """Takes in every package; one that can't be is told and leaves the others be, and the exit code says so.

    Of a folder that is shared, what is not for the office is told as what it is and left alone. Where it is the book
    that can't take it, no other one is tried.
    """
    from kamdesk.cli.week_end import finish_index, taken_lines
    from kamdesk.operations.week_end.taking import take_in

    store = office_book(context)
    worst = taken_in = failed = 0
    left: dict[Path, str] = {}
    for path, named in _files(context.options.paths):
        beside = None if named else beside_packages(store, context.words, path)
        if beside is not None:
            left[path] = beside
            continue
        try:
            taken = take_in(store, path=path, now=context.now())
        except BookError:
            raise
        except KamdeskError as error:
            said = None if named else not_for_us(context.words, error)
            if said is not None:
                left[path] = said
                continue
            print(context.words.text("cli.error", text=error_text(context.words, error)), file=sys.stderr)
            worst, failed = max(worst, error.exit_code), failed + 1
            continue
        worst, taken_in = max(worst, 1 if taken.refused else 0), taken_in + 1
        for line in taken_lines(context.words, taken):
            context.say("office.taken", file=path.name, text=line)
    finish_index(store)
    for path, said in left.items():
        context.say("office.taken", file=path.name, text=said)
    context.say("office.summary", taken=taken_in, left=len(left), failed=failed)
    return worst


def _files(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """The files, those of a folder by name; and whether each was named itself."""
    for path in paths:
        if path.is_dir():
            files = (each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
            yield from ((each, False) for each in sorted(files))
        else:
            yield path, True


def give_account(context: Context) -> int:
    """Lets another rep look after an account from now on."""
    from kamdesk.cli.documents import account_meant
    from kamdesk.operations.week_end.giving_over import give_over

    options = context.options
    store, now = office_book(context), context.book_now()
    found = give_over(store, account_id=account_meant(context), rep=options.rep, day=now.date(), now=now)
    context.say("office.given", account=options.account, rep=options.rep, count=len(found.rows["handover"]))
    return 0


def give_package(context: Context) -> int:
    """Packs what a rep looks after, for all of the rep's laptops."""
    from kamdesk.operations.week_end.packing import Order, pack_for_rep

    options = context.options
    order = Order(target=options.output, now=context.now(), everything=options.everything)
    packed = pack_for_rep(office_book(context), rep=options.rep, order=order)
    context.say("pack.done", path=packed.path, rows=packed.rows, size=packed.size)
    context.say("pack.to", names=", ".join(packed.to))
    return 0
