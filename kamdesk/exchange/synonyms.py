"""The table of what columns are called, read once from ``synonyms.toml`` and ``kinds/kinds.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

CALLED = frozenset({"contact", "contact_last", "contact_first"})
"""The fields of a customer list that say how a person is called."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: its fields by what a column may be called, and which of them it can't do without.

    ``spare`` are words for a field that count only where no other column is that field. ``told`` (in a header or title)
    or ``told_by_headers`` must be found for a table to be of this kind at all, where the kind has them. ``wide`` are
    fields that many columns may be, known by the form of their header.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    fields: Mapping[str, str]
    spare: Mapping[str, str]
    told: re.Pattern[str] | None = None
    told_by_headers: re.Pattern[str] | None = None
    wide: frozenset[str] = frozenset()

    def may_be(self, headers: Iterable[str], title: str) -> bool:
        """Whether header keys, or the key of the titles, say it; True for a kind that needs no telling."""
        if self.told is None:
            return True
        keys = list(headers)
        return self.is_told(title) or any(
            pattern.search(key) for pattern in (self.told, self.told_by_headers) if pattern for key in keys
        )

    def is_told(self, title: str) -> bool:
        """Whether the titles say it."""
        return self.told is not None and self.told.search(title) is not None

    def field_names(self) -> frozenset[str]:
        """All fields that a column of this kind can be."""
        return frozenset(self.fields.values()) | self.wide


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
    raw = _read("synonyms.toml")
    groups = raw["groups"]
    plain = raw["kind"]
    listed = {name: _borrowing(kind, plain) for name, kind in _read("kinds/kinds.toml")["kind"].items()}
    first = {name: kind for name, kind in listed.items() if kind.get("first")}
    staff = {"employees": plain["employees"]}
    kinds = {**first, **{name: kind for name, kind in plain.items() if name not in staff}, **listed, **staff}
    return Synonyms(
        kinds={name: _kind(name, kind) for name, kind in kinds.items()},
        ignored=frozenset(raw["ignored"]["headers"]),
        groups={name: frozenset(groups[name]) for name in ("contact", "account")},
        group_fields={name: _inverted(groups[f"{name}_fields"], name) for name in ("contact", "account")},
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("kamdesk.exchange").joinpath(name).read_text("utf-8"))


def _borrowing(kind: dict[str, Any], plain: Mapping[str, Any]) -> dict[str, Any]:
    """The kind with the words that it takes from others; its own word for another field comes before a borrowed one."""
    own = {word for words in kind["fields"].values() for word in words}
    fields = {name: list(words) for name, words in kind["fields"].items()}
    for other, borrowed in kind["borrow"].items():
        for name in borrowed:
            words = [word for word in plain[other]["fields"][name] if word not in own]
            fields[name] = [*fields.get(name, ()), *words]
    return {**kind, "fields": fields}


def _kind(name: str, kind: Mapping[str, Any]) -> Kind:
    return Kind(
        name,
        tuple(frozenset(group) for group in kind["needs"]),
        _inverted(kind["fields"], name),
        _inverted(kind.get("spare", {}), name),
        _pattern(kind.get("told")),
        _pattern(kind.get("told_by_headers")),
        frozenset(kind.get("wide", ())),
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


def _inverted(fields: Mapping[str, list[str]], where: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for field, names in fields.items():
        for word in names:
            if words.setdefault(word, field) != field:
                raise ValueError(f"{where}: {word} is called {words[word]} and {field}")
    return words
