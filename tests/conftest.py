"""What every test stands on: Qt without a display, a home of its own, how hard the properties are tried."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# An input method or a theme of the desktop that the tests run on has no part in them.
for _name in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_IM_MODULE", "LANGUAGE"):
    os.environ.pop(_name, None)

# Nor has the keyring of the person who runs them: this one refuses everything, in other processes too. A test that
# wants another sets one of its own (`tests.keyrings`).
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile(
    "ci",
    max_examples=25,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("ci"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_finish() -> None:
    """What was imported and collected stays: no later collection of garbage needs to walk over it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def keys_derived_once() -> Iterator[None]:
    """Of the same passphrase and salt comes the same key: it is not derived, for a fifth of a second, each time that a
    test opens the book again."""
    derive = hashlib.pbkdf2_hmac
    hashlib.pbkdf2_hmac = lru_cache(maxsize=64)(derive)
    yield
    hashlib.pbkdf2_hmac = derive


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The homes to come, one a test. Not `mktemp`: it reads through all that it made before each time."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the book of the person who runs it: ``KAMDESK_HOME`` is a new empty folder."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("KAMDESK_HOME", str(home))
    return home
