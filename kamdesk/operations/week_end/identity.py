"""Who this book is to others: keys of its own, the rep's name, the laptop's."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, InputError, RuleError
from kamdesk.sync.package.keys import LARGEST_CARD, Card, Keys, card_text, new_keys, read_card
from kamdesk.sync.package.writing import write_whole

_SIGNING, _OPENING, _REP, _DEVICE, _ROLE = (
    f"identity.{name}" for name in ("signing", "opening", "rep", "device", "role")
)
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Identity:
    """The book's keys and what its card says."""

    keys: Keys
    card: Card


def identity(
    store: Store, *, rep: str | None = None, device: str | None = None, role: str | None = None
) -> Identity:
    """The book's identity; made where it has none, and called ``rep`` and ``device`` where these are given.

    The keys lie in the book, and are as safe as it is. Raises RuleError for a name that is empty or over 80 characters,
    and where an office's book is to be a rep's or a manager's.
    """
    with store.write_local() as connection:
        return make_known(connection, rep=rep, device=device, role=role)


def make_known(
    connection: Connection, *, rep: str | None = None, device: str | None = None, role: str | None = None
) -> Identity:
    """As `identity`, within a transaction."""
    known = dict(
        connection.execute(
            select(t.book.c.name, t.book.c.value).where(t.book.c.name.like("identity.%"))
        ).all()
    )
    kept = dict(known)
    if _SIGNING not in kept:
        keys = new_keys()
        kept |= {_SIGNING: keys.signing, _OPENING: keys.opening}
    own = connection.scalar(
        select(t.rep.c.name).where(t.rep.c.deleted_at.is_(None)).order_by(t.rep.c.id).limit(1)
    )
    kept[_REP] = _name(rep) or kept.get(_REP) or own or "kamdesk"
    kept[_DEVICE] = _name(device) or kept.get(_DEVICE) or platform.node() or "laptop"
    if role not in (None, "office") and kept.get(_ROLE) == "office":
        raise RuleError("identity_office")
    kept[_ROLE] = role or kept.get(_ROLE) or "rep"
    for name, value in kept.items():
        if known.get(name) != value:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (name, value)
            )
    keys = Keys(kept[_SIGNING], kept[_OPENING])
    return Identity(keys, keys.card(kept[_ROLE], kept[_REP], kept[_DEVICE]))


def _name(text: str | None) -> str | None:
    if text is None:
        return None
    name = " ".join(text.split())
    if not name or len(name) > LONGEST:
        raise RuleError("identity_name", limit=LONGEST)
    return name


def card_at(path: Path) -> Card:
    """The card in a file. Raises InputError where it can't be read or isn't one."""
    try:
        if path.stat().st_size > LARGEST_CARD:
            raise InputError("card_foreign")
        return read_card(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError("card_unreadable", path=path, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError:
        raise InputError("card_foreign") from None


def write_card(identity: Identity, path: Path) -> None:
    """Writes the card as a file. Raises BookError where it can't be."""
    text = card_text(identity.card, identity.keys)
    try:
        write_whole(path, lambda out: out.write(text.encode()))
    except OSError as error:
        raise BookError("card_unwritten", path=path, reason=error.strerror or str(error)) from error


def write_qr(identity: Identity, path: Path) -> None:
    """Writes the card as a picture to be photographed: SVG or PNG by the name. Raises BookError where it can't be."""
    import segno  # loads slowly, and few need it

    code = segno.make(card_text(identity.card, identity.keys, short=True), error="l", micro=False)
    kind = path.suffix.lower().removeprefix(".")
    try:
        write_whole(path, lambda out: code.save(out, kind=kind, scale=5, border=4))
    except OSError as error:
        raise BookError("card_unwritten", path=path, reason=error.strerror or str(error)) from error
