"""Who reports to whom, as trees: whatever the rows say, everybody stands in them once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Branch:
    """Somebody and those who report to them; ``dashed``: the line to the one above is only supposed."""

    key: str
    children: list[Branch] = field(default_factory=list)
    dashed: bool = False


def grow(bosses: Mapping[str, str | None]) -> tuple[list[Branch], list[str]]:
    """Trees of everybody in ``bosses`` (person → boss), in its order, and the keys whose line was cut.

    A boss who is not among them is none. Where people report to each other in a ring, the first of the ring stands
    at the top and the line above them is cut.
    """
    above: dict[str, str | None] = {
        key: boss if boss in bosses and boss != key else None for key, boss in bosses.items()
    }
    cut = [key for key, boss in bosses.items() if boss == key]
    settled: set[str] = set()
    for start in above:
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in settled and here not in path:
            path.append(here)
            here = above[here]
        if here is not None and here in path:
            ring = set(path[path.index(here) :])
            first = next(key for key in above if key in ring)
            above[first] = None
            cut.append(first)
        settled.update(path)
    branches = {key: Branch(key) for key in above}
    roots: list[Branch] = []
    for key, boss in above.items():
        (roots if boss is None else branches[boss].children).append(branches[key])
    return roots, cut
