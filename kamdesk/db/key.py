"""Keys of a book: none (an open book), a passphrase, or a raw key from a file.

SQLCipher derives a page key from a passphrase with 256,000 rounds of PBKDF2-HMAC-SHA512, about 0.2 s for
each connection. We derive it once, with the salt that stands in the file's first 16 bytes, and hand the
driver key and salt raw. The file is an ordinary SQLCipher 4 file: copied alone, it opens with its passphrase.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from kamdesk.domain.errors import InputError

ROUNDS = 256_000
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What a person types. The same letters entered on another system, composed or not, are the same passphrase."""

    text: str = field(repr=False)

    def bytes(self) -> bytes:
        """What the key is derived from. Raises InputError where it is empty or not text."""
        if not self.text:
            raise InputError("passphrase_empty")
        try:
            return unicodedata.normalize("NFC", self.text).encode()
        except UnicodeEncodeError:
            raise InputError("passphrase_unreadable") from None


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key of 32 bytes, used as it is."""

    key: bytes = field(repr=False)


Secret = Passphrase | RawKey | None


def pragma(secret: Secret, salt: bytes | None) -> str | None:
    """The `PRAGMA key` that opens a book with this salt; None for an open book. A new book passes no salt."""
    match secret:
        case None:
            return None
        case Passphrase():
            salt = salt or secrets.token_bytes(SALT_BYTES)
            key = hashlib.pbkdf2_hmac("sha512", secret.bytes(), salt, ROUNDS, KEY_BYTES)
            return f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\""
        case RawKey(key):
            return f"PRAGMA key = \"x'{key.hex()}'\""
        case _:
            raise TypeError(f"no key: {type(secret).__name__}")


def read_key_file(path: Path) -> RawKey:
    """A raw key: 32 bytes, or 64 hexadecimal digits. Raises InputError for anything else."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("key_file_unreadable", path=path, reason=error.strerror) from error
    if len(content) == KEY_BYTES:
        return RawKey(content)
    try:
        key = bytes.fromhex(content.decode("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise InputError("key_file_form", path=path)
    return RawKey(key)
