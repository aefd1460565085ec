"""Who this book is to others: its card shown and written, its keys moved or made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.cli.context import Context, say_error
from kamdesk.domain.errors import BookError, RuleError

if TYPE_CHECKING:
    from kamdesk.operations.week_end.identity import OwnCard


def show_identity(context: Context) -> int:
    """Shows who this book is, with its keys elsewhere or new where that is asked; writes its card."""
    from kamdesk.operations.week_end.identity import own_card, write_card, write_qr
    from kamdesk.operations.week_end.key_places import move_keys
    from kamdesk.operations.week_end.naming import call_rep

    options = context.options
    if options.qr is not None and options.qr.suffix.lower() not in (".svg", ".png"):
        raise RuleError("qr_form")
    names = {"device": options.device, "role": options.role}
    if options.name is not None:
        call_rep(context.store(), name=options.name, now=context.now())
    left: BookError | None = None
    if options.new_keys:
        found, left = _renewed(context, names)
    else:
        found = own_card(context.store(), **names)
    if options.keys is not None:
        found = move_keys(context.store(), to=options.keys)
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
                "keys": found.keys_in,
                "card": str(options.output) if options.output else None,
            }
        )
        return _told(context, left)
    context.say("identity.shown", rep=card.rep, device=card.device, fingerprint=card.fingerprint)
    context.say(f"identity.keys_{found.keys_in}")
    if options.new_keys:
        context.say("identity.new_keys")
    if options.output is not None:
        context.say("identity.card", path=options.output)
    if options.qr is not None:
        context.say("identity.qr", path=options.qr)
    return _told(context, left)


def _renewed(context: Context, names: dict[str, str | None]) -> tuple[OwnCard, BookError | None]:
    """The card of new keys; and that the keyring would not let go of the old ones, which is told last."""
    from kamdesk.operations.week_end.identity import own_card
    from kamdesk.operations.week_end.key_places import renew_keys

    try:
        return renew_keys(context.store(), now=context.now(), **names), None
    except BookError as error:
        if error.code != "keyring_old_left":
            raise
        return own_card(context.store()), error


def _told(context: Context, left: BookError | None) -> int:
    if left is None:
        return 0
    say_error(context.words, left)
    return left.exit_code
