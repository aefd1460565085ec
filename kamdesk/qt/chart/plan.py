"""Who and what stands where on the chart: trees, missing roles in their place, the rest in rows of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kamdesk.qt.chart.forest import Branch, grow
from kamdesk.qt.chart.tidy import Point, Size, draw

LOCK = "lock"
GAP = "gap:"
LABEL = 24.0
DECIDES = "decision_maker"


class Someone(Protocol):
    """What the chart has to know of a person."""

    @property
    def id(self) -> str: ...
    @property
    def reports_to(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """Left upper corners by key (a person's id, ``gap:`` and a role, or ``lock``), the lines between them as (points,
    dashed), the words over a row as (code, x, y), and the persons whose line was cut because it ran in a ring.
    """

    at: dict[str, Point] = field(default_factory=dict)
    lines: tuple[tuple[tuple[Point, ...], bool], ...] = ()
    labels: tuple[tuple[str, float, float], ...] = ()
    width: float = 0
    height: float = 0
    rings: tuple[str, ...] = ()


def make_plan(
    people: Sequence[Someone], gone: Iterable[str], missing: Sequence[str], decider: str | None, size: Size
) -> Plan:
    """``gone`` have left; ``missing`` roles nobody holds, ``decider`` is who decides.

    A missing role hangs below the decider; a missing decider stands at the top, over nobody. The tile of the informants
    stands apart, last, whatever there is to be known.
    """
    left = set(gone)
    here = {person.id: person.reports_to for person in people if person.id not in left}
    roots, rings = grow(here)
    gaps = [Branch(f"{GAP}{role}", dashed=True) for role in missing if role != DECIDES]
    chief = next((b for b in _all(roots) if b.key == decider), None)
    if chief is not None:
        chief.children += gaps
        gaps = []
    trees = [root for root in roots if root.children]
    if DECIDES in missing:
        trees.insert(0, Branch(f"{GAP}{DECIDES}"))
    drawn = draw(trees, size)
    at, labels = dict(drawn.at), list[tuple[str, float, float]]()
    y, width = drawn.height, drawn.width
    alone = [root.key for root in roots if not root.children]
    rows = (
        ("alone", [*alone, *(gap.key for gap in gaps), LOCK]),
        ("gone", [person.id for person in people if person.id in left]),
    )
    for code, keys in rows:
        if not keys:
            continue
        if y:
            y += size.drop
        if code == "gone" or alone:
            labels.append((code, 0.0, y))
            y += LABEL
        for number, key in enumerate(dict.fromkeys(keys)):
            row, column = divmod(number, max(1, size.across))
            at[key] = (column * (size.width + size.gap), y + row * (size.height + size.gap))
            width = max(width, at[key][0] + size.width)
        y = max(at[key][1] for key in keys) + size.height
    return Plan(at, tuple(drawn.lines), tuple(labels), width, y, tuple(rings))


def _all(branches: Iterable[Branch]) -> Iterable[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.children)
