"""What two books wrote differently: listed, settled; and one number to compare books by."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.office import office_book
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.operations.week_end.conflicts import Choice, OpenConflict
    from kamdesk.operations.week_end.refusals import Refusal


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""

    def text(code: str) -> str:
        return words.text(f"cli.help.{code}")

    odds = command("conflicts")
    odds.add_argument("--db", metavar="URL", help=text("db"))
    odds.add_argument("--resolve", metavar="ID", help=text("conflicts_resolve"))
    how = odds.add_mutually_exclusive_group()
    how.add_argument("--take", type=int, metavar="N", help=text("conflicts_take"))
    how.add_argument("--value", metavar="V", help=text("conflicts_value"))
    odds.add_argument("--json", action="store_true", help=text("json"))
    odds.set_defaults(carry_out=settle_conflicts)

    refused = command("refused")
    refused.add_argument("--db", metavar="URL", help=text("db"))
    settling = refused.add_mutually_exclusive_group()
    settling.add_argument("--vouch", type=int, metavar="N", help=text("refused_vouch"))
    settling.add_argument("--accept", type=int, metavar="N", help=text("refused_accept"))
    settling.add_argument("--dismiss", type=int, metavar="N", help=text("refused_dismiss"))
    refused.add_argument("--json", action="store_true", help=text("json"))
    refused.set_defaults(carry_out=show_refused)

    number = command("digest")
    number.add_argument("--db", metavar="URL", help=text("db"))
    number.add_argument("--rep", metavar="NAME", help=text("digest_rep"))
    number.set_defaults(carry_out=show_digest)


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


def show_refused(context: Context) -> int:
    """Lists what senders were not let write, takes an item after all or lays it to rest."""
    from kamdesk.operations.week_end.refusals import accept, dismiss, refusals
    from kamdesk.operations.week_end.vouching import vouch

    options = context.options
    store = office_book(context) if options.db else context.store()
    if options.accept is not None:
        accept(store, number=options.accept, now=context.now())
    elif options.vouch is not None:
        vouch(store, number=options.vouch, now=context.now())
    elif options.dismiss is not None:
        dismiss(store, number=options.dismiss, now=context.now())
    found = refusals(store)
    if options.json:
        context.give([_refusal(each) for each in found])
    elif options.accept is not None:
        context.say("refused.accepted")
    elif options.vouch is not None:
        context.say("refused.vouched")
    elif options.dismiss is not None:
        context.say("refused.dismissed")
    elif not found:
        context.say("refused.none")
    else:
        for each in found:
            _say_refused(context, each)
    return 0


def _say_refused(context: Context, item: Refusal) -> None:
    words = context.words
    context.say(
        "refused.head",
        number=item.number,
        what=item.what,
        table=item.table,
        who=f"{item.rep}/{item.device}",
        at=f"{item.at:%Y-%m-%d %H:%M}",
        reason=words.text(f"refused.reason.{item.reason}"),
    )
    empty = words.text("conflicts.empty")
    for name, value in item.theirs.items():
        ours = item.ours.get(name)
        context.say(
            "refused.value",
            field=name,
            theirs=empty if value is None else value,
            ours=empty if ours is None else ours,
        )


def _refusal(item: Refusal) -> dict[str, Any]:
    return {
        "n": item.number,
        "at": item.at.isoformat(),
        "rep": item.rep,
        "device": item.device,
        "table": item.table,
        "row": item.row,
        "what": item.what,
        "reason": item.reason,
        "theirs": dict(item.theirs),
        "ours": dict(item.ours),
        "waits": item.waits,
        "awaits": list(item.awaits),
    }


def show_digest(context: Context) -> int:
    """The hash alone on standard output."""
    from kamdesk.operations.week_end.peers import known_reps
    from kamdesk.reads.digest import digest

    options = context.options
    store = office_book(context) if options.db else context.store()
    if options.rep is not None and options.rep not in known_reps(store):
        raise NotFound("peer_missing", name=options.rep)
    print(digest(store, rep=options.rep, today=context.now().date()))
    return 0
