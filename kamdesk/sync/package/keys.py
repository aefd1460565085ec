"""Keys of a book, and the card by which another book learns them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kamdesk.domain.errors import InputError
from kamdesk.sync.package.sealing import is_key, is_recipient, new_key, recipient_of

LARGEST_CARD = 8_000
ROLES = ("rep", "manager", "office")


@dataclass(frozen=True, slots=True)
class Card:
    """Whom a book belongs to and how to reach it. ``key`` verifies what it signs, ``recipient`` seals what it may read.

    Both are texts: 64 hexadecimal digits, and an age recipient.
    """

    role: str
    rep: str
    device: str
    key: str
    recipient: str

    @property
    def fingerprint(self) -> str:
        """Twenty digits in groups, to be compared by telephone."""
        number = int(sha256(f"{self.key} {self.recipient}".encode()).hexdigest(), 16) % 10**20
        digits = f"{number:020}"
        return " ".join(digits[n : n + 4] for n in range(0, 20, 4))

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the book of this card signed ``message``."""
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.key)).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Keys:
    """A book's own keys, as texts to be kept."""

    signing: str = field(repr=False)
    opening: str = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """64 bytes that only the holder of these keys can make."""
        return self._private().sign(message)

    def card(self, role: str, rep: str, device: str) -> Card:
        """What others may know of them."""
        public = self._private().public_key().public_bytes_raw().hex()
        return Card(role, rep, device, public, recipient_of(self.opening))

    def signature(self, card: Card) -> str:
        """What makes a card of theirs one that nobody can have changed."""
        return self.sign(_signed(_content(card))).hex()

    def text(self) -> str:
        """Both in one line, for a keyring; `keys_of` reads it."""
        return f"{self.signing} {self.opening}"

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.signing))


def new_keys() -> Keys:
    """Keys at random."""
    return Keys(Ed25519PrivateKey.generate().private_bytes_raw().hex(), new_key())


def keys_of(text: str) -> Keys | None:
    """The keys that a line of `Keys.text` holds; None where it holds none."""
    signing, _, opening = text.partition(" ")
    try:
        Ed25519PrivateKey.from_private_bytes(bytes.fromhex(signing))
    except ValueError:
        return None
    return Keys(signing, opening) if is_key(opening) else None


def card_text(card: Card, signature: str, *, short: bool = False) -> str:
    """The card as its file holds it, or ``short`` for a QR code; signed by its own keys (`Keys.signature`), so that a
    letter changed is noticed.
    """
    whole = {**_content(card), "signature": signature}
    if short:
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_card(text: str) -> Card:
    """The card in a file. Raises InputError where it is none, or was changed."""
    if len(text) > LARGEST_CARD:
        raise InputError("card_foreign")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError("card_foreign") from None
    if not isinstance(found, dict) or found.get("kamdesk") != "card":
        raise InputError("card_foreign")
    if not isinstance(found.get("format"), int) or found["format"] > 1:
        raise InputError("card_newer")
    parts = [found.get(name) for name in ("role", "rep", "device", "key", "recipient", "signature")]
    if not all(isinstance(part, str) and part.strip() for part in parts) or found["role"] not in ROLES:
        raise InputError("card_altered")
    role, rep, device, key, recipient, signature = map(str, parts)
    card = Card(role, rep, device, key, recipient)
    try:
        sound = is_recipient(recipient) and card.verifies(bytes.fromhex(signature), _signed(_content(card)))
    except ValueError:
        sound = False
    if not sound:
        raise InputError("card_altered")
    return card


def _content(card: Card) -> dict[str, object]:
    return {
        "kamdesk": "card",
        "format": 1,
        "role": card.role,
        "rep": card.rep,
        "device": card.device,
        "key": card.key,
        "recipient": card.recipient,
    }


def _signed(content: dict[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
