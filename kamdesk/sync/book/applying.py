"""Rows of another book come into this one, merged with what is here. Within a write transaction, after `absorb`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from kamdesk.sync.book.rows import Effect, Kept, chunks, insert, settle_links, update
from kamdesk.sync.book.shapes import Shape, shapes
from kamdesk.sync.book.states import FOREIGN, HERE, PARKED, Known, Origins, keep, known, stamps
from kamdesk.sync.compact import Compact, compact, expand
from kamdesk.sync.merge import DELETED, EMPTY, Json, Siblings, conflicts, join, values_shown
from kamdesk.sync.versions import includes


@dataclass(frozen=True, slots=True)
class Told:
    """A row as a package tells it: what it does not name it does not know."""

    row: str
    state: Compact


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that the sender may not write as it was told; ``reason`` as the border gives it.

    ``theirs`` are the values refused, ``ours`` those that stand instead, by field. ``taken``: the writes are known here
    now and are to be overruled by one that knows of them; else nothing of the row came in. ``fresh``: it was new here.
    ``rivals`` are the writes, by field, that a person has still to choose from, whatever the sender wrote beside them;
    a row that chooses between them is not taken.
    """

    table: str
    row: str
    reason: str
    theirs: Mapping[str, Json]
    ours: Mapping[str, Json]
    told: Compact
    taken: bool
    fresh: bool
    rivals: Mapping[str, Siblings]


Judge = Callable[[str, str, Compact, Known | None], str | None]
"""Of a row that tells something new, why it is refused: table, id, what is told, what is known."""


class Taking:
    """Takes rows in, table by table in any order; `finish` settles what leads to rows that are not there.

    ``judge`` refuses rows; those whose reason is in ``overruled`` are taken in all the same, to be overruled, as are
    those ``waited``, which had been set aside.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        sequence: int,
        via: str | None,
        judge: Judge | None = None,
        overruled: Collection[str] = (),
    ) -> None:
        self.judge = judge
        self._overruled = overruled
        self.refused: list[Refused] = []
        self.waited: list[Refused] = []
        self.connection = connection
        self.sequence = sequence
        self.origins = Origins(connection)
        self.via = self.origins.number(via) if via else None
        self.effect = Effect()

    def rows(self, table: str, told: Sequence[Told]) -> None:
        """Takes in rows of one table, each of which comes once."""
        for some in chunks(told):
            self._take(table, some)

    def unjudged(self, table: str, told: Sequence[Told]) -> None:
        """Takes in rows that are answered for otherwise; they are nobody's as they came, and no count is about them:
        it would tell how many stand in what is sealed."""
        judge, self.judge, via, before = self.judge, None, self.via, self.effect.known_before
        self.via = None
        self._take(table, told)
        self.judge, self.via, self.effect.known_before = judge, via, before

    def overruled(self, table: str, told: Told, reason: str, by: Collection[str]) -> bool:
        """Takes in a row to be overruled: what the replicas ``by`` wrote in it may not stand. Whether it came in."""
        had = known(self.connection, self.origins, table, shapes().get(table), [told.row])
        refused = self._refusal(table, told, had.get(told.row), reason)
        if refused.taken:
            self.waited.append(self._of_these(refused, by))
            self.unjudged(table, [told])
        return refused.taken

    def to_overrule(self, waited: Collection[tuple[str, str]]) -> list[Refused]:
        """What came in and may not stand; of the rows ``waited``, which others told of since, what still stands."""
        found: list[Refused] = []
        for each in (*self.refused, *self.waited):
            if not each.taken:
                continue
            if (each.table, each.row) in waited:
                shape = shapes().get(each.table)
                here = known(self.connection, self.origins, each.table, shape, [each.row])[each.row].state
                every = stamps(self.connection, self.origins, here.dots() | each.told.dots()).__getitem__
                stands, told = expand(here, every).fields, expand(each.told, every).fields
                still = [name for name in each.ours if not stands[name].keys().isdisjoint(told.get(name, ()))]
                if each.fresh or not still:
                    continue
                each = replace(each, ours={name: each.ours[name] for name in still})
            found.append(each)
        return found

    def _of_these(self, refused: Refused, by: Collection[str]) -> Refused:
        """Without what others wrote in the row: that stands, or stood before these wrote."""
        told = refused.told
        every = stamps(self.connection, self.origins, told.dots())
        fields = expand(told, every.__getitem__).fields
        wrote = {
            name: [
                each.before for dot, each in fields[name].items() if dot[0] in by and each.before is not None
            ]
            for name in refused.theirs
            if any(dot[0] in by for dot in fields.get(name, ()))
        }
        return replace(
            refused,
            theirs={name: refused.theirs[name] for name in wrote},
            ours={name: befores[0] if befores else refused.ours[name] for name, befores in wrote.items()},
            fresh=refused.fresh and told.base[0] in by,
        )

    def finish(self) -> Effect:
        """Sets aside what belongs to a row that is not here, and takes out again what waited for one that is now."""
        settle_links(self.connection, self.origins, self.effect, self.sequence)
        return self.effect

    def _take(self, table: str, told: Sequence[Told]) -> None:
        shape = shapes().get(table)
        had = known(self.connection, self.origins, table, shape, [each.row for each in told])
        kept: list[Kept] = []
        fresh: list[Kept] = []
        changed: list[Kept] = []
        for each in told:
            here = had.get(each.row)
            if here and includes(here.state.vector, each.state.vector):
                self.effect.known_before += 1
                continue
            reason = self.judge(table, each.row, each.state, here) if self.judge else None
            if reason:
                refused = self._refusal(table, each, here, reason)
                self.refused.append(refused)
                if not refused.taken:
                    continue
            state, via, found = self._merged(table, each, here)
            row: Kept = (table, each.row, state, *_place(shape, state, here), via, found)
            kept.append(row)
            if found:
                self.effect.conflicting.add((table, each.row))
            if row[3] is HERE:
                (changed if here else fresh).append(row)
        if kept:
            keep(self.connection, self.origins, kept, self.sequence)
        if shape:
            insert(self.connection, shape, fresh, self.effect)
            update(self.connection, shape, changed, had, self.effect)

    def _refusal(self, table: str, told: Told, here: Known | None, reason: str) -> Refused:
        dots = told.state.dots() | (here.state.dots() if here else set())
        every = stamps(self.connection, self.origins, dots)
        theirs = expand(told.state, every.__getitem__)
        ours = expand(here.state, every.__getitem__) if here else EMPTY
        joined = join(ours, theirs)
        changed = [
            name for name in joined.fields if joined.fields[name].keys() != ours.fields.get(name, {}).keys()
        ]
        shown, stood = values_shown(theirs), values_shown(ours)
        rivals = {
            each.field: each.siblings for each in conflicts(table, told.row, ours) if each.field in changed
        }
        settles = any(not each.keys() <= joined.fields[name].keys() for name, each in rivals.items())
        if here is None:
            changed = [name for name in changed if shown.get(name) is not None]
        return Refused(
            table,
            told.row,
            reason,
            {name: shown.get(name) for name in changed},
            {name: stood.get(name) for name in changed},
            told.state,
            reason in self._overruled and not settles,
            here is None,
            rivals,
        )

    def _merged(self, table: str, told: Told, here: Known | None) -> tuple[Compact, int | None, int]:
        """The state of who has seen both; whence it is where it is just what came; how many conflicts are in it."""
        theirs = told.state
        plainly = DELETED not in theirs.exceptions and all(
            len(each) == 1 for each in theirs.exceptions.values()
        )
        newer = here is None or (
            includes(theirs.vector, here.state.vector) and here.state.values.keys() <= theirs.values.keys()
        )
        if plainly and newer:
            return theirs, self.via, 0
        dots = theirs.dots() | (here.state.dots() if here else set())
        every = stamps(self.connection, self.origins, dots)
        state = came = expand(theirs, every.__getitem__)
        if here:
            state = join(expand(here.state, every.__getitem__), state)
        via = self.via if state == came else None
        return compact(state), via, len(conflicts(table, told.row, state))


def _place(shape: Shape | None, state: Compact, here: Known | None) -> tuple[str | None, Mapping[str, Json]]:
    """Where a merged row stands and what of it its table can't hold; links are looked after in the end."""
    if shape is None:
        return FOREIGN, state.values
    if (here and here.place == PARKED) or shape.fault(state.values):
        return PARKED, state.values
    beyond = state.values.keys() - shape.names
    return HERE, {name: state.values[name] for name in sorted(beyond)} if beyond else {}
