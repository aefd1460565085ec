"""Keyrings for tests, made as the library documents it, and none that belongs to the person who runs them."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
from keyring import core
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class InMemory(KeyringBackend):
    """Keeps what it is given; ``calls`` counts how often it was asked anything."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.calls = 0

    def set_password(self, service: str, username: str, password: str) -> None:
        self.calls += 1
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self.calls += 1
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self.calls += 1
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("no such password")


class Locked(InMemory):
    """Nobody unlocks it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class Forgetful(InMemory):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Clinging(InMemory):
    """Gives nothing up."""

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("not now")


class PlainText(InMemory):
    """One that the library does not recommend: whoever reads its file has what is in it."""

    priority = 0.5  # type: ignore[assignment]


class Silent(InMemory):
    """Answers once ``asked`` is set: never, for who does not wait."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.asks = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._wait()
        super().set_password(service, username, password)

    def _wait(self) -> None:
        self.asks = True
        self.asked.wait(30)

    def get_password(self, service: str, username: str) -> str | None:
        self._wait()
        return super().get_password(service, username)


class InFile(InMemory):
    """Keeps them in the file that ``TEST_KEYRING_FILE`` names, for tests of several processes."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._all(), f"{service} {username}": password})

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service} {username}")

    def delete_password(self, service: str, username: str) -> None:
        left = self._all()
        del left[f"{service} {username}"]
        self._write(left)

    def _write(self, kept: dict[str, str]) -> None:
        part = self._file().with_suffix(".part")
        part.write_text(json.dumps(kept))
        os.replace(part, self._file())

    def _all(self) -> dict[str, str]:
        return json.loads(self._file().read_text()) if self._file().exists() else {}

    @staticmethod
    def _file() -> Path:
        return Path(os.environ["TEST_KEYRING_FILE"])


@contextmanager
def in_use(backend: KeyringBackend) -> Iterator[KeyringBackend]:
    """``backend`` is this computer's keyring meanwhile."""
    before = core._keyring_backend
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        core._keyring_backend = before
