"""Week end: who this book is to others, handing over, taking in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.identity import show_identity
from kamdesk.domain.errors import BookError, InputError, RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.operations.week_end.peers import Peer
    from kamdesk.operations.week_end.taking import Taken


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""

    def text(code: str) -> str:
        return words.text(f"cli.help.{code}")

    who = command("identity")
    who.add_argument("-o", "--output", type=Path, metavar="CARD", help=text("identity_card"))
    who.add_argument("--name", help=text("identity_name"))
    who.add_argument("--device", help=text("identity_device"))
    who.add_argument("--role", choices=("rep", "manager"), help=text("identity_role"))
    who.add_argument("--qr", type=Path, metavar="F.svg", help=text("identity_qr"))
    keys = who.add_mutually_exclusive_group()
    keys.add_argument("--keys", choices=("keyring", "book"), help=text("identity_keys"))
    keys.add_argument("--new-keys", action="store_true", help=text("identity_new_keys"))
    who.add_argument("--json", action="store_true", help=text("json"))
    who.set_defaults(carry_out=show_identity)

    known = command("peers")
    known.add_argument("action", nargs="?", choices=("add", "remove"), help=text("peers_action"))
    known.add_argument("what", nargs="?", metavar="CARD|NAME")
    known.add_argument("--json", action="store_true", help=text("json"))
    known.set_defaults(carry_out=peers_of_book)

    packing = command("pack")
    packing.add_argument("-o", "--output", type=Path, required=True, metavar="F", help=text("pack_output"))
    packing.add_argument("--to", action="append", default=[], metavar="NAME", help=text("pack_to"))
    packing.add_argument("--everything", action="store_true", help=text("pack_everything"))
    packing.add_argument("--week", metavar="2026-W48", help=text("week"))
    _sealing(packing, words)
    packing.set_defaults(carry_out=make_package)

    taking = command("unpack")
    taking.add_argument("path", type=Path, metavar="F")
    taking.add_argument("--dry-run", action="store_true", help=text("unpack_dry"))
    taking.add_argument("--json", action="store_true", help=text("json"))
    _sealing(taking, words)
    taking.set_defaults(carry_out=take_package)


def _sealing(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--package-passphrase-file", type=Path, metavar="F", help=words.text("cli.help.pack_passphrase")
    )


def peers_of_book(context: Context) -> int:
    """Lists, enrols or removes."""
    from kamdesk.operations.week_end.identity import card_at
    from kamdesk.operations.week_end.peers import add_peer, peers, remove_peer

    options = context.options
    if (options.action is None) is not (options.what is None):
        raise RuleError("peers_usage")
    store = context.store()
    if options.action == "add":
        peer = add_peer(store, card=card_at(Path(options.what)), now=context.now())
        said = "peers.added"
    elif options.action == "remove":
        peer = remove_peer(store, name=options.what, now=context.now())
        said = "peers.removed"
    else:
        said = ""
    if options.json:
        context.give([_peer(each) for each in peers(store)])
    elif said:
        card = peer.card
        context.say(said, rep=card.rep, device=card.device, fingerprint=card.fingerprint)
    else:
        _list(context, peers(store))
    return 0


def _list(context: Context, known: list[Peer]) -> None:
    if not known:
        context.say("peers.none")
    for peer in known:
        context.say(
            "peers.line",
            role=context.words.text(f"peers.role.{peer.card.role}"),
            rep=peer.card.rep,
            device=peer.card.device,
            fingerprint=peer.card.fingerprint,
            state=context.words.text(f"peers.state.{'active' if peer.removed_at is None else 'removed'}"),
        )


def _peer(peer: Peer) -> dict[str, Any]:
    return {
        "rep": peer.card.rep,
        "device": peer.card.device,
        "role": peer.card.role,
        "key": peer.card.key,
        "fingerprint": peer.card.fingerprint,
        "own": peer.own,
        "added_at": peer.added_at.isoformat(),
        "removed_at": peer.removed_at.isoformat() if peer.removed_at else None,
        "acknowledged": peer.standing.acked,
    }


def passphrase_in(context: Context) -> str | None:
    """The package's passphrase, from the first line of the file named. Raises InputError where there is none."""
    path = context.options.package_passphrase_file
    if path is None:
        return None
    try:
        text = path.read_text(encoding="utf-8").split("\n", 1)[0].strip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("package_unreadable", path=path, reason=str(error)) from error
    if not text:
        raise InputError("passphrase_empty")
    return str(text)


def make_package(context: Context) -> int:
    """Packs for those named, or everybody."""
    from kamdesk.domain.schedule import parse_week
    from kamdesk.operations.week_end.packing import Order, pack

    options = context.options
    if options.week is not None:
        parse_week(options.week)
    order = Order(
        target=options.output,
        now=context.now(),
        passphrase=passphrase_in(context),
        everything=options.everything,
        week=options.week,
    )
    if order.passphrase is not None and not options.to:
        context.say("pack.whole")
    packed = pack(context.store(), order=order, to=options.to)
    context.say("pack.done", path=packed.path, rows=packed.rows, size=packed.size)
    if packed.to:
        context.say("pack.to", names=", ".join(packed.to))
    else:
        context.say("pack.by_passphrase")
    return 0


def take_package(context: Context) -> int:
    """Takes one package in; 1 where something of it was refused."""
    from kamdesk.operations.week_end.taking import take_in

    options = context.options
    taken = take_in(
        context.store(),
        path=options.path,
        now=context.now(),
        passphrase=passphrase_in(context),
        dry_run=options.dry_run,
    )
    if taken.changes.of("rep"):
        _follow_name(context)
    finish_index(context.store())
    code = 1 if taken.refused else 0
    if options.json:
        context.give(
            {
                "sender": taken.sender,
                "rows": taken.rows,
                "new": dict(taken.fresh),
                "changed": taken.changed,
                "known": taken.known,
                "conflicts": taken.conflicts,
                "taken_before": taken.before,
                "waiting": taken.waiting,
                "gap": taken.gap,
                "several": taken.several,
                "refused": taken.refused,
                "aside": taken.aside,
                "evicted": taken.evicted,
                "staying": taken.staying,
                "moved": taken.moved,
                "dry_run": options.dry_run,
            }
        )
    else:
        print("\n".join(taken_lines(context.words, taken, dry_run=options.dry_run)))
    return code


def _follow_name(context: Context) -> None:
    """Another laptop said that the rep is called otherwise: so is the card here, unless its keys are away."""
    from kamdesk.operations.week_end.naming import take_name

    with suppress(BookError):
        take_name(context.store(), now=context.now())


def finish_index(store: Store) -> None:
    """The rows are safe; what most of a book brought is read into the search index piece by piece."""
    from kamdesk.operations.indexing import build_piece

    while not build_piece(store).ready:
        pass


def taken_lines(words: Words, taken: Taken, *, dry_run: bool = False) -> list[str]:
    """What a package brought, for a person."""
    if taken.before:
        return [words.text("unpack.before")]
    fresh = sum(taken.fresh.values())
    lines = [
        words.text(
            "unpack.dry" if dry_run else "unpack.done",
            sender=taken.sender,
            fresh=fresh,
            changed=taken.changed,
            known=taken.known,
        )
    ]
    if taken.conflicts:
        lines.append(words.text("unpack.conflicts", count=taken.conflicts))
    for count, code in (
        (taken.waiting, "waiting"),
        (taken.refused, "refused"),
        (taken.aside, "aside"),
        (taken.evicted, "evicted"),
        (taken.staying, "staying"),
        (taken.moved, "moved"),
    ):
        if count:
            lines.append(words.text(f"unpack.{code}", count=count))
    if taken.gap:
        lines.append(words.text("unpack.gap"))
    if taken.several:
        lines.append(words.text("unpack.several", sender=taken.sender))
    return lines
