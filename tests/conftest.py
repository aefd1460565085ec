"""What every test stands on: Qt without a display, a home of its own, how hard the properties are tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# An input method or a theme of the desktop that the tests run on has no part in them.
for _name in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_IM_MODULE", "LANGUAGE"):
    os.environ.pop(_name, None)

settings.register_profile(
    "ci",
    max_examples=40,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("ci"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the book of the person who runs it: ``KAMDESK_HOME`` is a new empty folder."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("KAMDESK_HOME", str(home))
    return home
