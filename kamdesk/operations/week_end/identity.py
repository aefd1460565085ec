"""Who this book is to others: keys of its own, the rep's name, the laptop's.

The keys lie in the book, or in the keyring of a computer (`key_places`). Then the book has what others may know of
them, its card with a signature included, so that only what signs or opens a package asks the keyring.
"""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, InputError, RuleError
from kamdesk.sync.package import keyrings
from kamdesk.sync.package.keys import LARGEST_CARD, Card, Keys, card_text, keys_of, new_keys, read_card
from kamdesk.sync.package.mistaken import is_text, refuse_as_card
from kamdesk.sync.package.sealing import BEGINS
from kamdesk.sync.package.writing import write_whole

SIGNING, OPENING = "identity.signing", "identity.opening"
KEY, RECIPIENT, SIGNATURE, PLACE = (f"identity.{name}" for name in ("key", "recipient", "signature", "keys"))
"""Of keys that lie in the keyring: what verifies and seals, the card's signature, and that they do."""
_REP, _DEVICE, _ROLE = (f"identity.{name}" for name in ("rep", "device", "role"))
BOOK, KEYRING = "book", "keyring"
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Identity:
    """The book's keys and what its card says."""

    keys: Keys
    card: Card


@dataclass(frozen=True, slots=True)
class OwnCard:
    """The book's card, signed; ``keys_in`` says where its keys lie: `BOOK` or `KEYRING`."""

    card: Card
    signature: str
    keys_in: str

    def text(self, *, short: bool = False) -> str:
        """As `card_text`."""
        return card_text(self.card, self.signature, short=short)


def identity(
    store: Store, *, rep: str | None = None, device: str | None = None, role: str | None = None
) -> Identity:
    """The book's identity; made where it has none, and called ``rep`` and ``device`` where these are given.

    Keys that are made lie in the book, and are as safe as it is. Raises RuleError for a name that is empty or over 80
    characters, and where an office's book is to be a rep's or a manager's; BookError where the keyring that has the
    keys does not give them.
    """
    held = held_keys(store)
    with store.write_local() as connection:
        own_card_in(connection, held, rep=rep, device=device, role=role)
        return make_known(connection, held)


def own_card(
    store: Store, *, rep: str | None = None, device: str | None = None, role: str | None = None
) -> OwnCard:
    """The book's card, with its names changed and raising as `identity`.

    Where none changes it is read beside whoever has the book, and no keyring is asked.
    """
    with store.read() as connection:
        known = kept_of(connection)
    if not _changes(known, _named(known, rep, device, role)) and {SIGNING, KEY} & set(known):
        return _card_of(known)
    held = held_keys(store)
    with store.write_local() as connection:
        return own_card_in(connection, held, rep=rep, device=device, role=role)


def held_keys(store: Store) -> Keys | None:
    """The keys where they lie in this computer's keyring; None where the book has them itself, or none yet.

    To be asked for before a transaction begins: a keyring may ask the user. Raises BookError where it does not give
    them.
    """
    with store.read() as connection:
        known = kept_of(connection)
    if known.get(PLACE) != KEYRING:
        return None
    try:
        text = keyrings.get(known[KEY])
    except BookError as error:
        if error.code == "keyring_none":
            raise BookError("keys_out_of_reach") from error
        raise
    keys = keys_of(text) if text is not None else None
    if keys is None or not _are(keys, known):
        raise BookError("keys_not_there", name=known[KEY])
    return keys


def own_keys(store: Store) -> Keys | None:
    """The book's keys, wherever they lie; None where it has none yet. Raises as `held_keys`."""
    held = held_keys(store)
    if held is not None:
        return held
    with store.read() as connection:
        return keys_in_book(kept_of(connection))


def make_known(connection: Connection, held: Keys | None = None) -> Identity:
    """As `identity`, within a transaction; ``held`` are the keys of `held_keys`, had before it.

    Raises BookError where they were moved in the meantime.
    """
    card = own_card_in(connection, held).card
    known = kept_of(connection)
    keys = held if known.get(PLACE) == KEYRING else keys_in_book(known)
    if keys is None or not _are(keys, known):
        raise BookError("keys_moved")
    return Identity(keys, card)


def own_card_in(
    connection: Connection,
    held: Keys | None = None,
    *,
    rep: str | None = None,
    device: str | None = None,
    role: str | None = None,
) -> OwnCard:
    """As `own_card`, within a transaction. A name that changes is signed with ``held`` where the keyring has the keys;
    BookError where they were moved in the meantime.
    """
    known = kept_of(connection)
    own = connection.scalar(
        select(t.rep.c.name).where(t.rep.c.deleted_at.is_(None)).order_by(t.rep.c.id).limit(1)
    )
    kept = {**known, **_named(known, rep, device, role, own)}
    if kept.get(PLACE) != KEYRING and SIGNING not in kept:
        keys = new_keys()
        kept |= {SIGNING: keys.signing, OPENING: keys.opening}
    if kept.get(PLACE) == KEYRING and _changes(known, kept):
        if held is None or not _are(held, kept):
            raise BookError("keys_moved")
        kept[SIGNATURE] = held.signature(held.card(kept[_ROLE], kept[_REP], kept[_DEVICE]))
    keep(connection, {name: value for name, value in kept.items() if known.get(name) != value})
    return _card_of(kept)


def _card_of(kept: Mapping[str, str]) -> OwnCard:
    names = kept[_ROLE], kept[_REP], kept[_DEVICE]
    keys = keys_in_book(kept)
    if kept.get(PLACE) == KEYRING or keys is None:
        return OwnCard(Card(*names, kept[KEY], kept[RECIPIENT]), kept[SIGNATURE], KEYRING)
    card = keys.card(*names)
    return OwnCard(card, keys.signature(card), BOOK)


def kept_of(connection: Connection) -> dict[str, str]:
    """What the book keeps of its identity, by name."""
    named = select(t.book.c.name, t.book.c.value).where(t.book.c.name.like("identity.%"))
    return dict(connection.execute(named).all())


def keep(connection: Connection, values: Mapping[str, str]) -> None:
    """Writes of it what is new."""
    for name, value in values.items():
        connection.exec_driver_sql("INSERT OR REPLACE INTO book (name, value) VALUES (?, ?)", (name, value))


def keys_in_book(known: Mapping[str, str]) -> Keys | None:
    """The keys that the book keeps itself."""
    return Keys(known[SIGNING], known[OPENING]) if SIGNING in known else None


def _are(keys: Keys, known: Mapping[str, str]) -> bool:
    """Whether these are the keys that the book is known by."""
    card = keys.card("", "", "")
    return known.get(PLACE) != KEYRING or (card.key, card.recipient) == (known[KEY], known[RECIPIENT])


def _named(
    known: Mapping[str, str], rep: str | None, device: str | None, role: str | None, own: str | None = None
) -> dict[str, str]:
    """The names on the card: those given, those kept, those that nobody has to give."""
    if role not in (None, "office") and known.get(_ROLE) == "office":
        raise RuleError("identity_office")
    return {
        _REP: _name(rep) or known.get(_REP) or own or "kamdesk",
        _DEVICE: _name(device) or known.get(_DEVICE) or platform.node() or "laptop",
        _ROLE: role or known.get(_ROLE) or "rep",
    }


def _changes(known: Mapping[str, str], kept: Mapping[str, str]) -> bool:
    return any(known.get(name) != kept[name] for name in (_REP, _DEVICE, _ROLE))


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
        with path.open("rb") as stream:
            data = stream.read(LARGEST_CARD + 1)
    except OSError as error:
        raise InputError("card_unreadable", path=path, reason=error.strerror or str(error)) from error
    if not data or len(data) > LARGEST_CARD or not is_text(data) or data.startswith(BEGINS):
        refuse_as_card(path, data)
    try:
        return read_card(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("card_foreign") from None


def write_card(own: OwnCard, path: Path) -> None:
    """Writes the card as a file. Raises BookError where it can't be."""
    try:
        write_whole(path, lambda out: out.write(own.text().encode()))
    except OSError as error:
        raise BookError("card_unwritten", path=path, reason=error.strerror or str(error)) from error


def write_qr(own: OwnCard, path: Path) -> None:
    """Writes the card as a picture to be photographed: SVG or PNG by the name. Raises BookError where it can't be."""
    import segno  # loads slowly, and few need it

    code = segno.make(own.text(short=True), error="l", micro=False)
    kind = path.suffix.lower().removeprefix(".")
    try:
        write_whole(path, lambda out: code.save(out, kind=kind, scale=5, border=4))
    except OSError as error:
        raise BookError("card_unwritten", path=path, reason=error.strerror or str(error)) from error
