"""The managed unit 管理单元: the level of the tree of accounts on which figures are counted."""

from __future__ import annotations

from collections.abc import Mapping

from kamdesk.domain.account import AccountLevel

DEFAULT_LEVEL = AccountLevel.COMPANY
_RANK = {level.value: rank for rank, level in enumerate(AccountLevel)}


def resolve_alias(account_id: str, merged: Mapping[str, str]) -> str:
    """The account that ``account_id`` was merged into, however often; of a ring, the least id."""
    seen = [account_id]
    while (target := merged.get(seen[-1])) is not None:
        if target in seen:
            return min(seen[seen.index(target) :])
        seen.append(target)
    return seen[-1]


def managed_unit(
    account_id: str,
    *,
    parents: Mapping[str, str | None],
    levels: Mapping[str, str],
    merged: Mapping[str, str],
    unit_level: str = DEFAULT_LEVEL,
) -> str:
    """The account that stands for ``account_id`` in every figure.

    It is the nearest account at ``unit_level`` on the way up from the account itself. Where there is none,
    it is the highest account on that way that stands below the level: a site without a company is its own
    unit, and so is a group that is visited where companies are counted. Aliases are followed first, at every
    step. Parents in a ring (two offices each set one above the other) give one unit for all of the ring: the
    least id.

    ``parents`` and ``levels`` are by account id; an account that is not in them has no parent and is a
    company, as is one of a level that this version doesn't know.
    """
    wanted = _RANK.get(unit_level, _RANK[DEFAULT_LEVEL])
    way: list[str] = []
    here: str | None = resolve_alias(account_id, merged)
    while here is not None and here not in way:
        rank = _RANK.get(levels.get(here, DEFAULT_LEVEL), _RANK[DEFAULT_LEVEL])
        if rank == wanted:
            return here
        if rank < wanted:
            return way[-1] if way else here
        way.append(here)
        parent = parents.get(here)
        here = resolve_alias(parent, merged) if parent is not None else None
    return min(way[way.index(here) :]) if here is not None else way[-1]
