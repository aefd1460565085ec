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
from kamdesk.exchange.mapping import IGNORE, WORDS, ColumnRule, TableRule


@dataclass(frozen=True, slots=True)
class Program:
    """``has``: the headers that tell it. ``only``: what is not among ``columns`` is kept in a note.

    ``people``: an address book, whose people need not be of a firm.
    """

    name: str
    has: frozenset[str]
    columns: Mapping[str, str]
    only: bool = False
    people: bool = False


@cache
def programs() -> tuple[Program, ...]:
    """All that are known."""
    raw = tomllib.loads(resources.files("kamdesk.exchange").joinpath("programs.toml").read_text("utf-8"))
    return tuple(
        Program(
            name, frozenset(each["has"]), each["columns"], each.get("only", False), each.get("people", False)
        )
        for name, each in raw.items()
    )


def ruled(rule: TableRule, labels: Sequence[tuple[str, str]]) -> TableRule:
    """The rule with what the program says whose headers these are; what the user says goes first.

    ``labels`` are the header texts, each with the heading above it.
    """
    if rule.kind not in (None, "accounts"):
        return rule
    by_key = _by_key(labels)
    program = program_of(labels)
    if program is None:
        return rule
    rest = WORDS if program.only else None
    columns = {
        header: ColumnRule(field=field)
        for key, header in by_key.items()
        if (field := program.columns.get(key, IGNORE if key.startswith("donotmodify") else rest))
    }
    people = program.people or rule.people
    return replace(rule, kind="accounts", columns={**columns, **rule.columns}, people=people)


def program_of(labels: Sequence[tuple[str, str]]) -> Program | None:
    """The program whose headers these are."""
    keys = _by_key(labels).keys()
    return next((each for each in programs() if each.has <= keys), None)


def _by_key(labels: Sequence[tuple[str, str]]) -> dict[str, str]:
    headers = (label or group for label, group in labels)
    return {header_key(header): header for header in headers if header}
