"""A capsule: what a rep alone, or one whom the rep names, may read, carried by others. Its size tells nothing of what
is in it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from kamdesk.sync.package.keys import Card, Keys
from kamdesk.sync.package.lines import CapsuleBody, EntrustedBody
from kamdesk.sync.package.sealing import NotForUs, Unopened, seal, unseal

SIZES = tuple(1 << power for power in range(14, 27, 2))
"""Bytes before sealing: 16 KiB, then fourfold each; the first holds some fifty rows."""
ENTRUSTED_SIZES = SIZES[1:]
"""The same for what a manager may read: 64 KiB first, so that a few long texts look like none."""


class _Signed(msgspec.Struct):
    key: str
    signature: str
    body: str


def make_capsule(body: CapsuleBody, keys: Keys, card: Card, recipients: Sequence[str]) -> bytes:
    """Signed by ``keys``, whose card is ``card``, filled up with blanks and sealed to the recipients."""
    return _sealed(msgspec.json.encode(body), keys, card, recipients, SIZES)


def open_capsule(content: bytes, key: str, trusted: Sequence[Card]) -> CapsuleBody | None:
    """What is in it; None where it is sealed to others, or signed by none of ``trusted``."""
    signed = _unsealed(content, key)
    if signed is None or all(card.key != signed.key for card in trusted):
        return None
    try:
        return msgspec.json.decode(signed.body, type=CapsuleBody)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def make_entrusted(
    body: EntrustedBody,
    keys: Keys,
    card: Card,
    recipients: Sequence[str],
    sizes: Sequence[int] = ENTRUSTED_SIZES,
) -> bytes:
    """The same for a manager, to whose keys alone it is sealed; with ``sizes`` for a colleague."""
    return _sealed(msgspec.json.encode(body), keys, card, recipients, sizes)


def open_entrusted(content: bytes, key: str) -> tuple[str, EntrustedBody] | None:
    """By whose key it is signed, and what is in it; None where it is sealed to others or not as it was signed."""
    signed = _unsealed(content, key)
    try:
        return (signed.key, msgspec.json.decode(signed.body, type=EntrustedBody)) if signed else None
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def _sealed(text: bytes, keys: Keys, card: Card, recipients: Sequence[str], sizes: Sequence[int]) -> bytes:
    signature = keys.sign(sha256(text).digest()).hex()
    signed = msgspec.json.encode(_Signed(card.key, signature, text.decode()))
    size = next((each for each in sizes if each >= len(signed)), len(signed))
    out = io.BytesIO()
    seal(io.BytesIO(signed.ljust(size)), out, recipients)
    return out.getvalue()


def _unsealed(content: bytes, key: str) -> _Signed | None:
    try:
        signed = msgspec.json.decode(unseal(content, key), type=_Signed)
        digest = sha256(signed.body.encode()).digest()
        return (
            signed
            if Card("", "", "", signed.key, "").verifies(bytes.fromhex(signed.signature), digest)
            else None
        )
    except (NotForUs, Unopened, msgspec.DecodeError, ValueError, RecursionError):
        return None
