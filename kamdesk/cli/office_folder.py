"""A folder that an office shares with its reps: what lies in it beside the packages for the office."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from kamdesk.domain.errors import InputError, KamdeskError
from kamdesk.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from kamdesk.db.store import Store
    from kamdesk.sync.package.keys import Card


def beside_packages(store: Store, words: Words, path: Path) -> str | None:
    """What a file is that is no package; None where it is one, is called one or could not be looked at.

    A package that only a passphrase opens is passed over where it has been taken in by its passphrase.
    """
    from kamdesk.operations.week_end.identity import card_at
    from kamdesk.reads.week_end.packages import was_taken_in
    from kamdesk.sync.package.reading import SUFFIX, is_package, opens_by_passphrase

    if is_package(path):
        taken = opens_by_passphrase(path) and was_taken_in(store, sha256(path.read_bytes()).hexdigest())
        return words.text("unpack.before") if taken else None
    try:
        return _of_card(store, words, card_at(path))
    except InputError as error:
        if path.suffix.lower() == SUFFIX or error.code == "card_unreadable":
            return None
        return words.text("office.left.file")


def _of_card(store: Store, words: Words, card: Card) -> str:
    from kamdesk.operations.week_end.identity import own_card
    from kamdesk.operations.week_end.peers import peers

    if own_card(store).card.key == card.key:
        return words.text("office.left.card_own")
    known = any(peer.card == card and peer.removed_at is None for peer in peers(store))
    state = "card_known" if known else "card_office" if card.role == "office" else "card"
    return words.text(f"office.left.{state}", rep=card.rep, device=card.device)


def not_for_us(words: Words, error: KamdeskError) -> str | None:
    """What is said of a package that is none of the office's business; None where it is."""
    if error.code == "package_other":
        return words.text("office.left.other")
    if error.code == "package_own":
        return words.text("office.left.own")
    if error.code == "package_own_for":
        return words.text("office.left.own_for", names=error.values["names"])
    return None
