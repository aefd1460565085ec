"""The system's keyring of this computer: a secret is put there under a name, and had back.

The library is loaded once a secret is asked for, and not before: it looks for services and speaks to them. What it is
asked runs in a thread of its own, so that a keyring that never answers (a question on another screen, say) holds up
nobody for longer than `PATIENCE`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kamdesk.domain.errors import BookError, KamdeskError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "kamdesk"
PATIENCE = 90.0
"""Seconds: as long as somebody may look for the keyring's password."""
_LOCKED = ("KeyringLocked", "LockedException", "PromptDismissedException")
"""What the libraries behind it raise where the keyring stays locked."""

Answer = TypeVar("Answer")


def put(name: str, secret: str) -> None:
    """Keeps ``secret`` under ``name``, and reads it back.

    Raises BookError where no keyring here keeps secrets safe, or where it is locked, refuses, or gives back another.
    """

    def ask(keyrings: list[KeyringBackend]) -> str | None:
        keyrings[0].set_password(SERVICE, name, secret)
        return keyrings[0].get_password(SERVICE, name)

    if _asked(ask) != secret:
        raise BookError("keyring_forgets")


def get(name: str) -> str | None:
    """The secret kept under ``name``; None where there is none. Raises BookError as `put`."""
    return _asked(lambda keyrings: _found(keyrings, name)[1])


def remove(name: str) -> None:
    """Keeps nothing under ``name`` any more. Raises BookError as `put`, and where the keyring keeps it still."""

    def ask(keyrings: list[KeyringBackend]) -> bool:
        for _ in keyrings:
            holder, secret = _found(keyrings, name)
            if secret is None:
                return True
            holder.delete_password(SERVICE, name)
        return _found(keyrings, name)[1] is None

    if not _asked(ask):
        raise BookError("keyring_refused", reason=name)


def _found(keyrings: list[KeyringBackend], name: str) -> tuple[KeyringBackend, str | None]:
    """The first of several that has it. One that can't be asked matters only where no other has it."""
    failed: Exception | None = None
    for keyring in keyrings:
        try:
            secret = keyring.get_password(SERVICE, name)
        except Exception as error:
            failed = failed or error
            continue
        if secret is not None:
            return keyring, secret
    if failed is not None:
        raise failed
    return keyrings[0], None


def _asked(ask: Callable[[list[KeyringBackend]], Answer]) -> Answer:
    """What ``ask`` makes of the keyrings that keep secrets safe."""
    answers: list[Answer] = []
    failures: list[Exception] = []

    def work() -> None:
        try:
            answers.append(ask(_safe_ones()))
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=work, name="keyring", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if failures:
        raise _said(failures[0]) from failures[0]
    if not answers:
        raise BookError("keyring_silent", seconds=round(PATIENCE))
    return answers[0]


def _safe_ones() -> list[KeyringBackend]:
    """Those the library itself recommends; of several in a chain each by itself, never one that keeps plain text."""
    try:
        import keyring
        from keyring.backends.chainer import ChainerBackend

        chosen = keyring.get_keyring()
        every = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    except Exception as error:
        raise BookError("keyring_none") from error
    safe = [each for each in every if _is_safe(each)]
    if not safe:
        raise BookError("keyring_none")
    return safe


def _is_safe(keyring: KeyringBackend) -> bool:
    from keyring.core import recommended

    try:
        return bool(recommended(keyring))
    except Exception:  # where it turns out that its service has gone
        return False


def _said(error: Exception) -> KamdeskError:
    """What a keyring raises, of whichever system, as a code."""
    if isinstance(error, KamdeskError):
        return error
    if any(kind.__name__ in _LOCKED for kind in type(error).__mro__):
        return BookError("keyring_locked")
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return BookError("keyring_refused", reason=reason)
