"""The outside of a package: age, so that only those whom it is for can open it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

import pyrage

_age: Any = pyrage  # says nothing of its types

BEGINS = b"age-encryption.org/v1"
_BY_PASSPHRASE = b"-> scrypt "


class NotForUs(Exception):
    """None of the keys given opens it."""


class Unopened(Exception):
    """It is not as it was sealed, or the passphrase is wrong."""


def new_key() -> str:
    """A secret key at random, as text."""
    return str(_age.x25519.Identity.generate())


def is_key(text: str) -> bool:
    """Whether it is a secret key."""
    try:
        _age.x25519.Identity.from_str(text)
    except _age.IdentityError:
        return False
    return True


def recipient_of(key: str) -> str:
    """What others seal to, for the holder of ``key`` to open."""
    return str(_age.x25519.Identity.from_str(key).to_public())


def is_recipient(text: str) -> bool:
    """Whether something can be sealed to it."""
    try:
        _age.x25519.Recipient.from_str(text)
    except _age.RecipientError:
        return False
    return True


def seal(plain: BinaryIO, out: BinaryIO, recipients: Sequence[str]) -> None:
    """Writes what is in ``plain`` so that each of the recipients can open it. Raises OSError where there is no room."""
    into = _Target(out)
    try:
        _age.encrypt_io(plain, into, [_age.x25519.Recipient.from_str(each) for each in recipients])
    except _age.EncryptError as error:
        raise into.trouble or error from error


class _Target:
    """Keeps what went wrong in writing: age says of it only that something did."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.trouble: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._out.write(data)
        except OSError as error:
            self.trouble = error
            raise

    def flush(self) -> None:
        self._out.flush()


def seal_by_passphrase(plain: bytes, passphrase: str) -> bytes:
    """The same for who knows the passphrase; takes a second, on purpose."""
    sealed: bytes = _age.passphrase.encrypt(plain, passphrase)
    return sealed


def needs_passphrase(sealed: bytes) -> bool:
    """Whether it was sealed with a passphrase."""
    return _BY_PASSPHRASE in sealed[:200]


def unseal(sealed: bytes, key: str) -> bytes:
    """What was sealed to the recipient of ``key``. Raises NotForUs or Unopened."""
    try:
        plain: bytes = _age.decrypt(sealed, [_age.x25519.Identity.from_str(key)])
    except _age.DecryptError as error:
        raise (NotForUs if "No matching keys" in str(error) else Unopened) from error
    return plain


def unseal_by_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """What was sealed with the passphrase. Raises Unopened."""
    try:
        plain: bytes = _age.passphrase.decrypt(sealed, passphrase)
    except _age.DecryptError as error:
        raise Unopened from error
    return plain
