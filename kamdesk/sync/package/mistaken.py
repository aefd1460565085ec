"""A file that was taken for a package or a card and is none: told as what it is, with what to do instead."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from kamdesk.domain.errors import InputError
from kamdesk.sync.package.keys import LARGEST_CARD, Card, read_card
from kamdesk.sync.package.sealing import BEGINS

_BOOK = b"SQLite format 3\x00"
_LOOKED_AT = 4_096
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")


def refuse_as_package(path: Path, data: bytes) -> NoReturn:
    """Raises InputError for what lies at ``path`` in place of a package."""
    if not data:
        raise InputError("package_empty", path=path)
    if BEGINS.startswith(data):
        raise InputError("package_damaged", path=path)
    card = card_in(data)
    if card is not None:
        raise InputError("package_is_card", path=path, rep=card.rep, device=card.device)
    if data.startswith(_BOOK):
        raise InputError("package_is_book", path=path)
    if is_text(data):
        raise InputError("package_is_text", path=path)
    raise InputError("package_foreign", path=path)


def refuse_as_card(path: Path, data: bytes) -> NoReturn:
    """The same for what is no card and can't be read as one."""
    if not data:
        raise InputError("card_empty", path=path)
    if data.startswith(BEGINS):
        raise InputError("card_is_package", path=path)
    if data.startswith(_BOOK):
        raise InputError("card_is_book", path=path)
    raise InputError("card_foreign")


def card_in(data: bytes) -> Card | None:
    """The card that these bytes are; None where they are none, or one that was altered."""
    if len(data) > LARGEST_CARD:
        return None
    try:
        return read_card(data.decode("utf-8-sig"))
    except (InputError, UnicodeDecodeError):
        return None


def is_text(data: bytes) -> bool:
    """Whether a file begins as text does, in whatever encoding: without the bytes that no text has."""
    return not any(byte in _CONTROLS for byte in data[:_LOOKED_AT])
