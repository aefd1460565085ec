"""All scenarios by their names."""

from __future__ import annotations

from tests.crash import packages, scenarios

SCENARIOS = {**scenarios.SCENARIOS, **packages.SCENARIOS}
