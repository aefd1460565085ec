"""Week end: who this book is to others, handing over, taking in, what was written differently."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.office import office_book
from kamdesk.domain.errors import InputError, RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.operations.week_end.conflicts import Choice, OpenConflict
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
    who.add_argument("--qr", type=Path, metavar="F.svg", help=text("identity_qr"))
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

    odds = command("conflicts")
    odds.add_argument("--db", metavar="URL", help=text("db"))
    odds.add_argument("--resolve", metavar="ID", help=text("conflicts_resolve"))
    how = odds.add_mutually_exclusive_group()
    how.add_argument("--take", type=int, metavar="N", help=text("conflicts_take"))
    how.add_argument("--value", metavar="V", help=text("conflicts_value"))
    odds.add_argument("--json", action="store_true", help=text("json"))
    odds.set_defaults(carry_out=settle_conflicts)

    number = command("digest")
    number.add_argument("--db", metavar="URL", help=text("db"))
    number.add_argument("--rep", metavar="NAME", help=text("digest_rep"))
    number.set_defaults(carry_out=show_digest)


def _sealing(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--package-passphrase-file", type=Path, metavar="F", help=words.text("cli.help.pack_passphrase")
    )


def show_identity(context: Context) -> int:
    """Shows who this book is; writes its card where one is asked for."""
    from kamdesk.operations.week_end.identity import identity, write_card, write_qr

    options = context.options
    if options.qr is not None and options.qr.suffix.lower() not in (".svg", ".png"):
        raise RuleError("qr_form")
    found = identity(context.store(), rep=options.name, device=options.device)
    if options.output is not None:
        write_card(found, options.output)
    if options.qr is not None:
        write_qr(found, options.qr)
    card = found.card
    if options.json:
        context.give(
            {
                "rep": card.rep,
                "device": card.device,
                "role": card.role,
                "key": card.key,
                "recipient": card.recipient,
                "fingerprint": card.fingerprint,
                "card": str(options.output) if options.output else None,
            }
        )
        return 0
    context.say("identity.shown", rep=card.rep, device=card.device, fingerprint=card.fingerprint)
    if options.output is not None:
        context.say("identity.card", path=options.output)
    if options.qr is not None:
        context.say("identity.qr", path=options.qr)
    return 0


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
    packed = pack(context.store(), order=order, to=options.to)
    context.say("pack.done", path=packed.path, rows=packed.rows, size=packed.size)
    if packed.to:
        context.say("pack.to", names=", ".join(packed.to))
    else:
        context.say("pack.by_passphrase")
    return 0


def take_package(context: Context) -> int:
    """Takes one package in."""
    from kamdesk.operations.week_end.taking import take_in

    options = context.options
    taken = take_in(
        context.store(),
        path=options.path,
        now=context.now(),
        passphrase=passphrase_in(context),
        dry_run=options.dry_run,
    )
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
                "gap": taken.gap,
                "dry_run": options.dry_run,
            }
        )
    else:
        print("\n".join(taken_lines(context.words, taken, dry_run=options.dry_run)))
    return 0


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
    if taken.gap:
        lines.append(words.text("unpack.gap"))
    return lines


def settle_conflicts(context: Context) -> int:
    """Lists what is to be chosen, or chooses."""
    from kamdesk.operations.week_end.conflicts import open_conflicts, resolve, value_of

    options = context.options
    store = office_book(context) if options.db else context.store()
    if options.resolve is not None:
        if options.take is None and options.value is None:
            raise RuleError("conflict_choose")
        value = None if options.value is None else value_of(store, options.resolve, options.value)
        resolve(store, conflict_id=options.resolve, take=options.take, value=value, now=context.now())
        if not options.json:
            context.say("conflicts.settled")
            return 0
    elif options.take is not None or options.value is not None:
        raise RuleError("conflict_choose")
    found = open_conflicts(store)
    if options.json:
        context.give([_conflict(each) for each in found])
        return 0
    if not found:
        context.say("conflicts.none")
    for each in found:
        context.say("conflicts.head", id=each.id, what=each.what, table=each.table, field=each.field)
        for number, choice in enumerate(each.choices, 1):
            context.say(
                "conflicts.choice",
                number=number,
                value=_said(context.words, each, choice.value),
                who=" ".join(filter(None, (choice.rep, choice.device, choice.user))),
                at=f"{choice.at:%Y-%m-%d %H:%M}" if choice.at else "",
                before=_said(context.words, each, choice.before),
            )
    return 0


def _said(words: Words, conflict: OpenConflict, value: object) -> str:
    if conflict.field == "deleted_at":
        return words.text("conflicts.kept" if value is None else "conflicts.taken_back")
    return words.text("conflicts.empty") if value is None else str(value)


def _conflict(conflict: OpenConflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "table": conflict.table,
        "row": conflict.row,
        "field": conflict.field,
        "what": conflict.what,
        "shown": conflict.shown,
        "edits": list(conflict.edits),
        "values": [_choice(number, choice) for number, choice in enumerate(conflict.choices, 1)],
    }


def _choice(number: int, choice: Choice) -> dict[str, Any]:
    return {
        "n": number,
        "value": choice.value,
        "before": choice.before,
        "at": choice.at.isoformat() if choice.at else None,
        "user": choice.user,
        "rep": choice.rep,
        "device": choice.device,
    }


def show_digest(context: Context) -> int:
    """The hash alone on standard output."""
    from kamdesk.reads.digest import digest

    options = context.options
    print(digest(office_book(context) if options.db else context.store(), rep=options.rep))
    return 0
