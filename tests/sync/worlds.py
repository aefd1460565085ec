"""Books in memory that meet by file: what a state machine plays with, and an account of what must never be lost."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from kamdesk.sync.ledger import Span, Standing
from kamdesk.sync.merge import EMPTY, RowState, join, write
from kamdesk.sync.versions import Dot

Join = Callable[[RowState, RowState], RowState]


@dataclass(frozen=True)
class Rules:
    """The parts of the program that a fault may be put into, as the program has them."""

    join: Join = join
    write: Callable[..., RowState] = write
    span: Callable[..., Span] = Standing.span
    taken_in: Callable[..., Standing] = Standing.taken_in
    sent: Callable[[Standing, Span], Standing] = lambda standing, span: standing
    incarnate: Callable[[MemoryBook], None] = lambda book: book.reincarnate()
    marked: bool = True
    knows: Callable[[RowState], RowState] = lambda state: state


@dataclass
class MemoryBook:
    """One book: rows with the sequence numbers they last changed at, and its standing with each peer."""

    name: str
    rules: Rules
    births: list[str]
    replica: str = ""
    counter: int = 0
    sequence: int = 0
    rows: dict[str, RowState] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    via: dict[str, str] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reincarnate()

    def reincarnate(self) -> None:
        """A replica id that no book has had; the counter goes on, what peers said of the old one counts no more."""
        self.births.append(self.name)
        self.replica = f"{self.name}{len(self.births)}"
        self.standings = {
            peer: Standing(0, each.received, each.replica) for peer, each in self.standings.items()
        }

    def edit(self, row: str, values: dict[str, object], clock: int) -> Dot:
        self.counter += 1
        dot = (self.replica, self.counter)
        state = self.rows.get(row, EMPTY)
        self._put(row, self.rules.write(state, dot, values, clock=clock))
        return dot

    def pack(self, peer: str, *, everything: bool = False) -> tuple[Span, dict[str, RowState]]:
        standing = self.standings.get(peer, Standing())
        span = self.rules.span(standing, self.replica, self.sequence, everything=everything)
        self.standings[peer] = self.rules.sent(standing, span)
        rows = {row: state for row, state in self.rows.items() if self.changed[row] > span.since}
        return span, {
            row: state
            for row, state in rows.items()
            if span.spared is None or self.via.get(row) != span.spared
        }

    def take_in(self, peer: str, package: tuple[Span, dict[str, RowState]]) -> None:
        span, rows = package
        for row, state in rows.items():
            merged = self.rules.join(self.rows.get(row, EMPTY), self.rules.knows(state))
            if merged != self.rows.get(row):
                self._put(row, merged, mark=self.rules.marked, via=span.replica if merged == state else None)
        standing = self.standings.get(peer, Standing())
        self.standings[peer] = self.rules.taken_in(standing, span, self.replica, self.sequence)

    def backup(self) -> dict[str, object]:
        """What a copy of the file holds."""
        return deepcopy(
            {name: value for name, value in vars(self).items() if name not in ("rules", "births")}
        )

    def restore(self, kept: dict[str, object]) -> None:
        vars(self).update(deepcopy(kept))
        self.rules.incarnate(self)

    def _put(self, row: str, state: RowState, *, mark: bool = True, via: str | None = None) -> None:
        self.via.pop(row, None)
        if via:
            self.via[row] = via
        if mark:
            self.sequence += 1
            self.changed[row] = self.sequence
        self.changed.setdefault(row, self.sequence)
        self.rows[row] = state
