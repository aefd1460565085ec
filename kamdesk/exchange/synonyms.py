"""The table of what columns are called, read once from ``synonyms.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: its fields by what a column may be called, and which of them it can't do without.

    ``spare`` are words for a field that count only where no other column is that field.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    fields: Mapping[str, str]
    spare: Mapping[str, str]

    def field_names(self) -> frozenset[str]:
        """All fields that a column of this kind can be."""
        return frozenset(self.fields.values())


@dataclass(frozen=True, slots=True)
class Synonyms:
    """All kinds in the order in which ties are settled, and the headings that say whose columns follow."""

    kinds: Mapping[str, Kind]
    ignored: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    group_fields: Mapping[str, Mapping[str, str]]


@cache
def synonyms() -> Synonyms:
    """The table. Raises ValueError where one word stands for two fields of a kind."""
    raw = tomllib.loads(resources.files("kamdesk.exchange").joinpath("synonyms.toml").read_text("utf-8"))
    groups = raw["groups"]
    return Synonyms(
        kinds={
            name: Kind(
                name,
                tuple(frozenset(group) for group in kind["needs"]),
                _inverted(kind["fields"], name),
                _inverted(kind.get("spare", {}), name),
            )
            for name, kind in raw["kind"].items()
        },
        ignored=frozenset(raw["ignored"]["headers"]),
        groups={name: frozenset(groups[name]) for name in ("contact", "account")},
        group_fields={name: _inverted(groups[f"{name}_fields"], name) for name in ("contact", "account")},
    )


def _inverted(fields: Mapping[str, list[str]], where: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for field, names in fields.items():
        for word in names:
            if words.setdefault(word, field) != field:
                raise ValueError(f"{where}: {word} is called {words[word]} and {field}")
    return words
