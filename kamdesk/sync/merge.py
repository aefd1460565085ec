"""The merge: two states of one row become the state of who has seen both, in whatever order and however often.

A row's state is one vector and, for each field, the writes that no other write known here has replaced: usually one,
several where books wrote without knowing of each other. Nothing is decided by a clock; it only says which of several
values is shown until a person has chosen.

After Preguiça et al., "Dotted Version Vectors" (2010), with one vector for all fields of a row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from kamdesk.sync.versions import Dot, Vector, advanced, covers, joined

Json = Any
"""What a field holds: None, a truth value, a number, a text; a deletion is a mapping (see `Deleted`)."""

DELETED = "deleted_at"
"""The field that takes a row back."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one write put into a field, and about it: what stood there before, the hybrid clock, who."""

    value: Json
    before: Json = field(default=None, compare=False)
    clock: int = field(default=0, compare=False)
    user: str | None = field(default=None, compare=False)


Siblings = Mapping[Dot, Written]


@dataclass(frozen=True, slots=True)
class RowState:
    """A row as one book knows it. A field that is absent says nothing: its writer doesn't know of such a field."""

    vector: Vector = field(default_factory=dict)
    fields: Mapping[str, Siblings] = field(default_factory=dict)


EMPTY = RowState()


def join(one: RowState, other: RowState) -> RowState:
    """The state of who has seen both: kept is each write that both have, or that the other has never seen."""
    fields = dict(one.fields)
    for name, theirs in other.fields.items():
        ours = fields.get(name)
        if ours is None:
            fields[name] = theirs
        elif ours != theirs:
            fields[name] = _kept(ours, theirs, other.vector) | _kept(theirs, ours, one.vector)
    return RowState(joined(one.vector, other.vector), fields)


def _kept(mine: Siblings, theirs: Siblings, seen: Vector) -> dict[Dot, Written]:
    return {dot: written for dot, written in mine.items() if dot in theirs or not covers(seen, dot)}


def write(
    state: RowState,
    dot: Dot,
    values: Mapping[str, Json],
    *,
    before: Mapping[str, Json] | None = None,
    clock: int = 0,
    user: str | None = None,
) -> RowState:
    """The state after its holder wrote ``values``: each replaces all that stood in its field.

    Taking back is a write of `DELETED`; it remembers what its writer had seen. Who writes to a row that is taken
    back, and leaves it so, takes it back once more, knowing of this write.
    """
    vector = advanced(state.vector, dot)
    old = before or {}
    fields = dict(state.fields)
    for name, value in values.items():
        kept = {"at": value, "seen": vector} if name == DELETED and value is not None else value
        fields[name] = {dot: Written(kept, old.get(name), clock, user)}
    if DELETED not in values and is_deleted(state):
        standing = shown(state.fields[DELETED]).value
        again = {"at": standing["at"], "seen": vector}
        fields[DELETED] = {dot: Written(again, standing["at"], clock, user)}
    return RowState(vector, fields)


def shown(siblings: Siblings) -> Written:
    """The write that is shown until a person has chosen: the newest by its clock, then by its replica."""
    return siblings[max(siblings, key=lambda dot: (siblings[dot].clock, dot))]


def is_deleted(state: RowState) -> bool:
    """Whether the row is out of sight: taken back by everyone who wrote of it, and nothing was written unseen."""
    standing = state.fields.get(DELETED, {})
    return (
        bool(standing)
        and all(written.value is not None for written in standing.values())
        and not unseen_edits(state)
    )


def unseen_edits(state: RowState) -> list[str]:
    """The fields with a write that none of those knew who took the row back; none where nobody did."""
    deletions = [
        written.value for written in state.fields.get(DELETED, {}).values() if written.value is not None
    ]
    if not deletions:
        return []
    return [
        name
        for name, siblings in state.fields.items()
        if name != DELETED
        and any(not any(covers(deletion["seen"], dot) for deletion in deletions) for dot in siblings)
    ]


def values_shown(state: RowState) -> dict[str, Json]:
    """Each field as it is shown; `DELETED` is the moment, None while the row is in sight."""
    values = {name: shown(siblings).value for name, siblings in state.fields.items()}
    if DELETED in values:
        values[DELETED] = shown(_deletions(state)).value["at"] if is_deleted(state) else None
    return values


def _deletions(state: RowState) -> Siblings:
    return {dot: each for dot, each in state.fields[DELETED].items() if each.value is not None}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one field written without knowing of each other; for `DELETED`, a row taken back and yet written to.

    ``id`` is made of the writes themselves: every book that has them gives it the same. ``edits`` are, for `DELETED`,
    the fields written unseen.
    """

    id: str
    table: str
    row: str
    field: str
    siblings: Siblings
    edits: tuple[str, ...] = ()


def conflicts(table: str, row: str, state: RowState) -> list[Conflict]:
    """What a person has to choose in this row, in the order of its fields."""
    found: list[Conflict] = []
    for name in sorted(state.fields):
        siblings = state.fields[name]
        edits: Iterable[str] = ()
        if name == DELETED:
            edits = sorted(unseen_edits(state))
            open_ = bool(edits) or len({written.value is None for written in siblings.values()}) > 1
        else:
            open_ = len(siblings) > 1 and len({_canonical(each.value) for each in siblings.values()}) > 1
        if open_:
            dots = [*siblings, *(dot for edit in edits for dot in state.fields[edit])]
            found.append(Conflict(_id(table, row, name, dots), table, row, name, siblings, tuple(edits)))
    return found


def _id(table: str, row: str, name: str, dots: Iterable[Dot]) -> str:
    return sha256(_canonical([table, row, name, sorted(set(dots))]).encode()).hexdigest()[:12]


def _canonical(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def without_fields(state: RowState, names: Iterable[str]) -> RowState:
    """The state as one tells it who must not know of some fields: it says nothing about them."""
    hidden = frozenset(names)
    return replace(state, fields={name: each for name, each in state.fields.items() if name not in hidden})
