"""Exports of address books and of sales programs, told by their headers, which are always the same.

The same words mean something else there than in a list that an office made: ``Title`` is Mr., ``名`` a given name,
``Priority`` says nothing of a customer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from kamdesk.exchange.headers import header_key
from kamdesk.exchange.mapping import IGNORE, ColumnRule, TableRule

WORDS = "words"
"""In the place of a field: the column is kept in a note."""


@dataclass(frozen=True, slots=True)
class Program:
    """``has``: the headers that tell it. ``only``: what is not among ``columns`` is kept in a note."""

    name: str
    has: frozenset[str]
    columns: Mapping[str, str]
    only: bool = False


@cache
def programs() -> tuple[Program, ...]:
    """All that are known."""
    raw = tomllib.loads(resources.files("kamdesk.exchange").joinpath("programs.toml").read_text("utf-8"))
    return tuple(
        Program(name, frozenset(each["has"]), each["columns"], each.get("only", False))
        for name, each in raw.items()
    )


def ruled(rule: TableRule, labels: Sequence[tuple[str, str]]) -> TableRule:
    """The rule with what the program says whose headers these are; what the user says goes first.

    ``labels`` are the header texts, each with the heading above it.
    """
    if rule.kind not in (None, "accounts"):
        return rule
    headers = (label or group for label, group in labels)
    by_key = {header_key(header): header for header in headers if header}
    program = next((each for each in programs() if each.has <= by_key.keys()), None)
    if program is None:
        return rule
    rest = WORDS if program.only else None
    columns = {
        header: ColumnRule(field=field)
        for key, header in by_key.items()
        if (field := program.columns.get(key, IGNORE if key.startswith("donotmodify") else rest))
    }
    return replace(rule, kind="accounts", columns={**columns, **rule.columns})
