"""All scenarios by their names."""

from __future__ import annotations

from tests.crash import key_places, packages, scenarios

SCENARIOS = {**scenarios.SCENARIOS, **packages.SCENARIOS, **key_places.SCENARIOS}
