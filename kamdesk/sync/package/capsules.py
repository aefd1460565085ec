"""A capsule: what a rep alone may read, carried by others. Its size tells nothing of what is in it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from kamdesk.sync.package.keys import Card, Keys
from kamdesk.sync.package.lines import CapsuleBody
from kamdesk.sync.package.sealing import NotForUs, Unopened, seal, unseal

SIZES = tuple(1 << power for power in range(14, 27, 2))
"""Bytes before sealing: 16 KiB, then fourfold each; the first holds some fifty rows."""


class _Signed(msgspec.Struct):
    key: str
    signature: str
    body: str


def make_capsule(body: CapsuleBody, keys: Keys, card: Card, recipients: Sequence[str]) -> bytes:
    """Signed by ``keys``, whose card is ``card``, filled up with blanks and sealed to the recipients."""
    text = msgspec.json.encode(body)
    signature = keys.sign(sha256(text).digest()).hex()
    signed = msgspec.json.encode(_Signed(card.key, signature, text.decode()))
    size = next((each for each in SIZES if each >= len(signed)), len(signed))
    out = io.BytesIO()
    seal(io.BytesIO(signed.ljust(size)), out, recipients)
    return out.getvalue()


def open_capsule(content: bytes, key: str, trusted: Sequence[Card]) -> CapsuleBody | None:
    """What is in it; None where it is sealed to others, or signed by none of ``trusted``."""
    try:
        signed = msgspec.json.decode(unseal(content, key), type=_Signed)
        card = next((card for card in trusted if card.key == signed.key), None)
        body = signed.body.encode()
        if card is None or not card.verifies(bytes.fromhex(signed.signature), sha256(body).digest()):
            return None
        return msgspec.json.decode(body, type=CapsuleBody)
    except (NotForUs, Unopened, msgspec.DecodeError, ValueError):
        return None
