"""Everything the product says below the window, once in Chinese and once in English.

A text has a code (``promise.state.kept``) and stands in one of the ``*.toml`` files beside this module::

    [promise.state.kept]
    zh = "已兑现"
    en = "kept"

``Words("zh").text("promise.state.kept")`` gives the text; placeholders in braces are filled from keyword arguments
(``{count}``), as `str.format` does; ``{count:need|needs}`` gives "1 need" and "3 needs". The window's own labels go
through Qt's ``tr`` instead and are not here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from string import Formatter
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class MissingWord(KeyError):
    """A code that no catalogue file holds: a programming error, found by the tests."""


def _entries(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, dict[str, str]]]:
    for key, value in table.items():
        code = f"{prefix}.{key}" if prefix else key
        if not isinstance(value, dict):
            raise ValueError(f"{code}: a text needs zh and en")
        if "zh" in value and isinstance(value["zh"], str):
            yield code, value
        else:
            yield from _entries(value, code)


@cache
def _files() -> Mapping[str, str]:
    """The catalogue's files by name, unread into texts."""
    entries = (entry for entry in resources.files(__name__).iterdir() if entry.name.endswith(".toml"))
    return {entry.name: entry.read_text("utf-8") for entry in sorted(entries, key=lambda entry: entry.name)}


def _said_by(text: str) -> Mapping[str, Mapping[str, str]]:
    return dict(_entries(tomllib.loads(text), ""))


@cache
def _said_of(head: str) -> Mapping[str, Mapping[str, str]]:
    """The texts whose codes begin with ``head``: no more of the files is read, so that a window stands
    before errors, papers and imports have their words."""
    part = re.compile(rf"^\[{re.escape(head)}[.\]].*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
    return _together(
        (name, _said_by("".join(found))) for name, text in _files().items() if (found := part.findall(text))
    )


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All texts: code → {language: text}. A code that stands in two files raises ValueError."""
    return _together((name, _said_by(text)) for name, text in _files().items())


def _together(
    files: Iterable[tuple[str, Mapping[str, Mapping[str, str]]]],
) -> Mapping[str, Mapping[str, str]]:
    texts: dict[str, Mapping[str, str]] = {}
    for file, said in files:
        for code, entry in said.items():
            if code in texts:
                raise ValueError(f"{file}: {code} is already said elsewhere")
            texts[code] = entry
    return texts


def _said(code: str) -> Mapping[str, str] | None:
    return _said_of(code.partition(".")[0]).get(code)


class _Counted(Formatter):
    """`str.format` with nouns that follow their number."""

    def format_field(self, value: object, spec: str) -> str:
        one, mark, many = spec.partition("|")
        if not mark:
            return super().format_field(value, spec)
        return f"{value} {one if str(value) == '1' else many}"


_COUNTED = _Counted()


class Words:
    """The catalogue in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def text(self, code: str, /, **values: object) -> str:
        """The text of ``code`` with its placeholders filled. Raises MissingWord for an unknown code."""
        entry = _said(code)
        if entry is None:
            raise MissingWord(code)
        template = entry[self.language]
        if not values:
            return template
        return _COUNTED.vformat(template, (), values) if "|" in template else template.format(**values)

    def heading(self, table: str, field: str) -> str:
        """What a field of a table is called, on a sheet as in a form or an error."""
        entry = _said(f"sheet.heading_of.{table}.{field}") or _said(f"sheet.heading.{field}")
        if entry is None:
            raise MissingWord(f"sheet.heading.{field}")
        return entry[self.language]

    def choice(self, prefix: str, value: str | None) -> str:
        """The text of one value of an enumeration; a value that a newer version wrote is shown as it stands."""
        if value is None:
            return ""
        entry = _said(f"{prefix}.{value}")
        return entry[self.language] if entry else value
