"""A row's state as it is kept and sent: one write for most fields, and the exceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kamdesk.sync.merge import DELETED, Json, RowState, Siblings, Written, values_shown
from kamdesk.sync.versions import Dot, Vector

Stamp = tuple[int, str | None]
"""About a write: the hybrid clock and the user."""


@dataclass(slots=True)
class Compact:
    """``values`` are the fields as shown, DELETED as the moment; ``base`` wrote each that is not in ``exceptions``.

    An exception is the field's writes, each with what stood there before; the values only where there are several, or
    for DELETED.
    """

    vector: Vector
    base: Dot
    values: Mapping[str, Json]
    exceptions: Mapping[str, list[tuple[Dot, Json, Json]]] = field(default_factory=dict)

    def dots(self) -> set[Dot]:
        """The writes it names."""
        return {self.base, *(dot for writes in self.exceptions.values() for dot, _, _ in writes)}


def compact(state: RowState) -> Compact:
    """The short form of a state with at least one field."""
    alone = Counter(
        dot
        for name, siblings in state.fields.items()
        if name != DELETED and len(siblings) == 1
        for dot in siblings
    )
    every = alone or Counter(dot for siblings in state.fields.values() for dot in siblings)
    base = min(every, key=lambda dot: (-every[dot], dot))
    exceptions: dict[str, list[tuple[Dot, Json, Json]]] = {}
    for name, siblings in state.fields.items():
        told = len(siblings) > 1 or (name == DELETED and next(iter(siblings.values())).value is not None)
        if told or base not in siblings:
            exceptions[name] = [
                (dot, each.before, each.value if told else None) for dot, each in sorted(siblings.items())
            ]
    return Compact(state.vector, base, values_shown(state), exceptions)


def expand(short: Compact, stamp: Callable[[Dot], Stamp]) -> RowState:
    """The state that `compact` was given. ``stamp`` tells of each write its clock and user.

    A row is taken back by what its exceptions say alone, whatever its table holds by now.
    """

    def written(dot: Dot, before: Json, value: Json) -> Written:
        return Written(value, before, *stamp(dot))

    fields: dict[str, Siblings] = {}
    for name, value in short.values.items():
        writes = short.exceptions.get(name)
        if writes is None:
            fields[name] = {short.base: written(short.base, None, None if name == DELETED else value)}
        elif len(writes) == 1 and name != DELETED:
            ((dot, before, _),) = writes
            fields[name] = {dot: written(dot, before, value)}
        else:
            fields[name] = {dot: written(dot, before, each) for dot, before, each in writes}
    return RowState(short.vector, fields)
