"""Units under their parents: the accounts of the table laid out as a tree, with sums that count each account once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: the account's number among the rows, how deep it stands.

    ``below`` counts the fitting accounts under it, ``open_`` says whether they are shown, ``fits`` whether the
    account itself fits the filter: a parent that does not is there to show where its units belong. ``worth`` is the
    purchases by currency of the account and all below it that fit.
    """

    number: int
    depth: int
    below: int
    open_: bool
    fits: bool
    worth: tuple[tuple[str, int], ...]


def parents_of(rows: Sequence[AccountRow]) -> list[int | None]:
    """The number of each row's parent; None for none, and once on every ring."""
    numbers = {row.id: number for number, row in enumerate(rows)}
    parents = [numbers.get(row.parent_id) if row.parent_id else None for row in rows]
    settled: set[int] = set()
    for start in range(len(rows)):
        way: list[int] = []
        here: int | None = start
        on_way: set[int] = set()
        while here is not None and here not in settled and here not in on_way:
            way.append(here)
            on_way.add(here)
            here = parents[here]
        if here is not None and here in on_way:
            parents[here] = None
        settled.update(way)
    return parents


def tree(
    rows: Sequence[AccountRow],
    order: Iterable[int],
    fitting: Collection[int],
    parents: Sequence[int | None],
    closed: Collection[str],
) -> list[Node]:
    """The lines of the tree, siblings in ``order``; those under an account of ``closed`` are left out."""
    kept = set(fitting)
    for number in fitting:
        above = parents[number]
        while above is not None and above not in kept:
            kept.add(above)
            above = parents[above]
    children: dict[int | None, list[int]] = {}
    for number in order:
        if number in kept:
            children.setdefault(parents[number], []).append(number)
    sums = _sums(rows, children, fitting)
    lines: list[Node] = []
    stack = [(number, 0) for number in reversed(children.get(None, ()))]
    while stack:
        number, depth = stack.pop()
        below, worth = sums[number]
        under = children.get(number, ())
        open_ = bool(under) and rows[number].id not in closed
        lines.append(Node(number, depth, below, open_, number in fitting, tuple(sorted(worth.items()))))
        if open_:
            stack.extend((child, depth + 1) for child in reversed(under))
    return lines


def _sums(
    rows: Sequence[AccountRow], children: dict[int | None, list[int]], fitting: Collection[int]
) -> dict[int, tuple[int, dict[str, int]]]:
    """How many fit below each account, and the worth of it and all below."""
    found: dict[int, tuple[int, dict[str, int]]] = {}
    stack = [(number, False) for number in children.get(None, ())]
    while stack:
        number, ready = stack.pop()
        under = children.get(number, ())
        if under and not ready:
            stack.append((number, True))
            stack.extend((child, False) for child in under)
            continue
        row, worth, below = rows[number], {}, 0
        if number in fitting and row.purchases is not None:
            worth = {row.currency or "": row.purchases}
        for child in under:
            deeper, more = found[child]
            below += deeper + (child in fitting)
            for currency, amount in more.items():
                worth[currency] = worth.get(currency, 0) + amount
        found[number] = below, worth
    return found
