"""All scenarios by their names."""

from __future__ import annotations

from tests.crash import commands, key_places, packages, scenarios

SCENARIOS = {**scenarios.SCENARIOS, **packages.SCENARIOS, **commands.SCENARIOS, **key_places.SCENARIOS}
WARMED_BY = {
    **{name: name for name in packages.WARMED_BY.values()},
    **packages.WARMED_BY,
    **commands.WARMED_BY,
}
"""What is run once before those that are run some hundred times; it leaves the process that runs it as it was."""
