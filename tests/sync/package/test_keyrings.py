"""The system's keyring: what counts as one, what is said where it does not do as asked, and a real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from keyring import core
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as Failing
from keyring.backends.null import Keyring as Null

from kamdesk.domain.errors import BookError
from kamdesk.sync.package import keyrings
from tests.keyrings import Clinging, Forgetful, InMemory, Locked, PlainText, Silent, in_use
from tests.processes import ROOT

GNOME = ("dbus-run-session", "gnome-keyring-daemon")


class Chain(ChainerBackend):
    """Of the members it is given, which the library finds by itself otherwise."""

    priority = 10  # type: ignore[assignment]
    backends: list[KeyringBackend] = []  # type: ignore[assignment] # noqa: RUF012

    def __init__(self, *members: KeyringBackend) -> None:
        super().__init__()
        self.backends = list(members)


def refusal(call, *values: str) -> BookError:
    with pytest.raises(BookError) as caught:
        call(*values)
    return caught.value


def test_what_is_kept_is_had_back_and_removed() -> None:
    with in_use(InMemory()) as backend:
        assert keyrings.get("one") is None
        keyrings.put("one", "secret")
        keyrings.put("two", "other")
        assert keyrings.get("one") == "secret"
        assert backend.kept == {("kamdesk", "one"): "secret", ("kamdesk", "two"): "other"}
        keyrings.remove("one")
        keyrings.remove("one")
        assert backend.kept == {("kamdesk", "two"): "other"}


@pytest.mark.parametrize(
    "backend",
    [Failing(), Null(), PlainText(), Chain(), Chain(Failing(), PlainText())],
    ids=lambda b: str(b)[:12],
)
def test_what_keeps_nothing_safe_is_none(backend: KeyringBackend) -> None:
    with in_use(backend):
        for call in (lambda: keyrings.put("one", "secret"), lambda: keyrings.get("one")):
            assert refusal(call).code == "keyring_none"
        for member in getattr(backend, "backends", [backend]):
            assert not getattr(member, "kept", None)


def test_of_a_chain_only_what_is_safe_is_used() -> None:
    plain, first, second = PlainText(), InMemory(), InMemory()
    with in_use(Chain(plain, first, second)):
        second.kept["kamdesk", "old"] = "put there by another order"
        keyrings.put("one", "secret")
        assert (plain.kept, len(first.kept)) == ({}, 1)
        assert keyrings.get("old") == "put there by another order"
        second.kept["kamdesk", "one"] = "secret"
        keyrings.remove("one")
        assert ("kamdesk", "one") not in {**first.kept, **second.kept}
    with in_use(Chain(Locked(), second)):
        assert keyrings.get("old") == "put there by another order"
        assert refusal(keyrings.get, "one").code == "keyring_locked"


def test_one_that_is_named_and_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    monkeypatch.setattr(core, "_keyring_backend", None)
    assert refusal(keyrings.get, "one").code == "keyring_none"


def test_what_it_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with in_use(Locked()):
        assert refusal(keyrings.put, "one", "secret").code == "keyring_locked"
    with in_use(Forgetful()):
        assert refusal(keyrings.put, "one", "secret").code == "keyring_forgets"
    with in_use(Clinging()) as clinging:
        keyrings.put("one", "secret")
        refused = refusal(keyrings.remove, "one")
        assert (refused.code, refused.values) == ("keyring_refused", {"reason": "not now"})
        assert clinging.kept
    with in_use(Silent()) as silent:
        monkeypatch.setattr(keyrings, "PATIENCE", 0.01)
        assert refusal(keyrings.get, "one").code == "keyring_silent"
        silent.asked.set()


def test_the_suite_never_meets_the_keyring_of_who_runs_it() -> None:
    assert os.environ["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
    assert refusal(keyrings.get, "one").code == "keyring_none"


@pytest.mark.skipif(not all(map(shutil.which, GNOME)), reason="no GNOME keyring is installed here")
def test_a_real_one_of_gnome(tmp_path: Path) -> None:
    """On a bus and in a home of its own; locked in the end, where nobody is there to unlock it."""
    (tmp_path / "run").mkdir(mode=0o700)
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    deed = """
from kamdesk.domain.errors import BookError
from kamdesk.sync.package import keyrings
keyrings.PATIENCE = 20
assert keyrings.get("one") is None
keyrings.put("one", "secret")
assert keyrings.get("one") == "secret"
import keyring, secretstorage
print(type(keyring.get_keyring()).__module__)
with_bus = secretstorage.dbus_init()
secretstorage.get_default_collection(with_bus).lock()
try:
    keyrings.get("one")
except BookError as error:
    print(error.code)
"""
    unlocked = f"printf secret | gnome-keyring-daemon --unlock --components=secrets >{tmp_path}/said"
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{unlocked} && exec "$0" -c "$1"', sys.executable, deed],
        cwd=ROOT, env={**environment, **homes, "XDG_RUNTIME_DIR": str(tmp_path / "run")}, timeout=60,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    backend, code = done.stdout.split()
    assert backend in (
        "keyring.backends.SecretService",
        "keyring.backends.chainer",
        "keyring.backends.libsecret",
    )
    assert code == "keyring_locked"
