"""Who has seen what: dots name single writes, vectors name everything up to a count for each replica."""

from __future__ import annotations

from collections.abc import Mapping

Dot = tuple[str, int]
"""One write: the replica that made it and that replica's count of operations."""
Vector = Mapping[str, int]
"""For each replica the count up to which its writes are known."""


def covers(vector: Vector, dot: Dot) -> bool:
    """Whether who knows ``vector`` has seen the write ``dot``."""
    return dot[1] <= vector.get(dot[0], 0)


def includes(one: Vector, other: Vector) -> bool:
    """Whether ``one`` has seen everything that ``other`` has."""
    return all(count <= one.get(replica, 0) for replica, count in other.items())


def joined(one: Vector, other: Vector) -> dict[str, int]:
    """What both have seen together."""
    result = dict(one)
    for replica, count in other.items():
        if count > result.get(replica, 0):
            result[replica] = count
    return result


def advanced(vector: Vector, dot: Dot) -> dict[str, int]:
    """The vector after the write ``dot``."""
    return joined(vector, dict([dot]))
