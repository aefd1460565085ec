"""Accounts of one name: the fewest words beside the name that tell one from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

BETWEEN = "·"
Facts = Sequence[str]


def told_apart(named: Iterable[tuple[str, str, Facts]]) -> dict[str, str]:
    """What to say beside the name of each account that shares it, by id; accounts with a name of their own are absent.

    ``named`` are (id, name, facts), the facts in the order in which one would rather hear them and as many for each.
    One fact is said where it tells all of a name apart, else two, else all in which they differ; nothing where no fact
    differs.
    """
    groups: dict[str, list[tuple[str, Facts]]] = defaultdict(list)
    for account_id, name, facts in named:
        groups["".join(name.split()).casefold()].append((account_id, facts))
    said: dict[str, str] = {}
    for group in groups.values():
        if len(group) > 1:
            columns = _telling([facts for _, facts in group])
            for account_id, facts in group:
                said[account_id] = BETWEEN.join(facts[place] for place in columns if facts[place])
    return said


def _telling(rows: Sequence[Facts]) -> tuple[int, ...]:
    """The places of the facts to say."""
    differing = [place for place in range(len(rows[0])) if len({facts[place] for facts in rows}) > 1]
    for number in (1, 2):
        for places in combinations(differing, number):
            if len({tuple(facts[place] for place in places) for facts in rows}) == len(rows):
                return places
    return tuple(differing)
