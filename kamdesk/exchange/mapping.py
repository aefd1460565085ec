"""What the user says of a list: a TOML or JSON file that answers what can't be found from the list itself.

::

    system = "erp"                # whose customer numbers these are
    currency = "CNY"
    date_order = "dmy"            # how 3/4/2024 is meant: ymd, dmy, mdy
    datum = "gcj02"               # of coordinates: wgs84, gcj02, bd09

    [[table]]
    file = "kehu*.csv"            # which files, sheets: patterns; left out, all
    sheet = "汇总"
    kind = "accounts"             # or "skip"
    header = 3                    # the row with the column headers
    encoding = "gb18030"
    delimiter = ";"

    [table.columns]
    "客户全称" = "name"
    "年销售" = { field = "sales", unit = "万元", year = 2024 }
    "内部代号" = "ignore"

The names of kinds and fields are those of ``synonyms.toml``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, get_args

from kamdesk.domain.account import OFFICE_LISTS, Datum
from kamdesk.domain.errors import InputError
from kamdesk.exchange.synonyms import synonyms
from kamdesk.exchange.values.amounts import UNITS
from kamdesk.exchange.values.dates import Order

SKIP, IGNORE = "skip", "ignore"
WORDS = "words"
"""In the place of a field: the column is kept in a note."""
_TOP = frozenset({"system", "currency", "date_order", "datum", "table"})
_TABLE = _TOP - {"system", "table"} | {
    "file",
    "sheet",
    "kind",
    "header",
    "encoding",
    "delimiter",
    "columns",
    "people",
}
_COLUMN = frozenset({"field", "unit", "year", "date_order", "datum", "currency", "percent"})


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What one column is: its field (None: as found), what a bare number counts, the year of its amounts."""

    field: str | None = None
    unit: int | None = None
    year: int | None = None
    date_order: Order | None = None
    datum: Datum | None = None
    currency: str | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class TableRule:
    """What is said of the sheets whose file and sheet name fit the patterns.

    ``header`` is the row with the headers, the lower one where there are two ``rows`` of them. ``people``: each row of
    a list of accounts is a person, who may be of no firm.
    """

    file: str = "*"
    sheet: str = "*"
    kind: str | None = None
    header: int | None = None
    rows: int = 1
    encoding: str | None = None
    delimiter: str | None = None
    date_order: Order | None = None
    datum: Datum | None = None
    currency: str | None = None
    people: bool = False
    columns: Mapping[str, ColumnRule] = field(default_factory=dict)

    def fits(self, file: str, sheet: str) -> bool:
        """Whether this rule speaks of that sheet."""
        return fnmatch(file, self.file) and fnmatch(sheet, self.sheet)

    @property
    def says_columns(self) -> bool:
        """Whether it says what the table or one of its columns is."""
        return bool(self.kind or self.columns)


@dataclass(frozen=True, slots=True)
class ListMapping:
    """All that the user said of the lists; empty where nothing was said."""

    system: str = OFFICE_LISTS
    currency: str | None = None
    date_order: Order | None = None
    datum: Datum | None = None
    tables: tuple[TableRule, ...] = ()

    def rule(self, file: str, sheet: str) -> TableRule:
        """The first rule that fits, or one that says nothing."""
        return next((rule for rule in self.tables if rule.fits(file, sheet)), TableRule())

    def form(self, file: str) -> TableRule:
        """The rule that says how the file itself is written."""
        named = (rule for rule in self.tables if fnmatch(file, rule.file))
        return next((rule for rule in named if rule.encoding or rule.delimiter), TableRule())


def read_mapping(path: Path) -> ListMapping:
    """The mapping in a file. Raises InputError, naming the word that is wrong."""
    try:
        text = path.read_text("utf-8-sig")
        raw: Any = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except OSError as error:
        raise InputError("import_unreadable", file=str(path), reason=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError("import_map", file=path.name, reason=str(error)) from error
    return make_mapping(raw, path.name)


def make_mapping(raw: object, name: str) -> ListMapping:
    """The mapping that a parsed file says. Raises InputError, naming the word that is wrong."""
    top = _table(raw, _TOP, name)
    tables = top.get("table", [])
    if not isinstance(tables, list):
        raise InputError("import_map", file=name, reason="table")
    return ListMapping(
        system=_text(top.get("system", OFFICE_LISTS), name),
        currency=_currency(top.get("currency"), name),
        date_order=_choice(top.get("date_order"), get_args(Order), name),
        datum=_datum(top.get("datum"), name),
        tables=tuple(_table_rule(table, name) for table in tables),
    )


def _table_rule(raw: object, name: str) -> TableRule:
    table = _table(raw, _TABLE, name)
    kinds = (*synonyms().kinds, SKIP)
    kind = _choice(table.get("kind"), kinds, name)
    header = table.get("header")
    if header is not None and (not isinstance(header, int) or header < 1):
        raise InputError("import_map", file=name, reason=f"header = {header!r}")
    columns = _table(table.get("columns", {}), None, name)
    return TableRule(
        file=_text(table.get("file", "*"), name),
        sheet=_text(table.get("sheet", "*"), name),
        kind=kind,
        header=header,
        encoding=_encoding(table.get("encoding"), name),
        delimiter=_delimiter(table.get("delimiter"), name),
        date_order=_choice(table.get("date_order"), get_args(Order), name),
        datum=_datum(table.get("datum"), name),
        currency=_currency(table.get("currency"), name),
        people=bool(table.get("people", False)),
        columns={header: _column_rule(column, kind, name) for header, column in columns.items()},
    )


def _column_rule(raw: object, kind: str | None, name: str) -> ColumnRule:
    column = _table({"field": raw} if isinstance(raw, str) else raw, _COLUMN, name)
    kinds = synonyms().kinds
    meant = [kinds[kind]] if kind is not None and kind in kinds else list(kinds.values())
    known = {field for each in meant for field in each.field_names()}
    unit = column.get("unit")
    if unit is not None and unit not in UNITS:
        raise InputError("import_map", file=name, reason=f"unit = {unit!r}")
    year = column.get("year")
    if year is not None and (not isinstance(year, int) or not 1900 <= year <= 2200):
        raise InputError("import_map", file=name, reason=f"year = {year!r}")
    return ColumnRule(
        field=_choice(column.get("field"), (*sorted(known), WORDS, IGNORE), name),
        unit=UNITS[unit] if unit else None,
        year=year,
        date_order=_choice(column.get("date_order"), get_args(Order), name),
        datum=_datum(column.get("datum"), name),
        currency=_currency(column.get("currency"), name),
        percent=bool(column.get("percent", False)),
    )


def _table(raw: object, known: frozenset[str] | None, name: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise InputError("import_map", file=name, reason=repr(raw)[:80])
    unknown = set(raw) - known if known is not None else set()
    if unknown:
        raise InputError("import_map", file=name, reason=", ".join(sorted(map(str, unknown))))
    return raw


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError("import_map", file=name, reason=repr(value)[:80])
    return value


def _choice(value: object, choices: tuple[str, ...], name: str) -> Any:
    if value is not None and value not in choices:
        raise InputError("import_map", file=name, reason=f"{value!r} ({' '.join(choices)})")
    return value


def _datum(value: object, name: str) -> Datum | None:
    chosen = _choice(value, tuple(Datum), name)
    return Datum(chosen) if chosen else None


def _currency(value: object, name: str) -> str | None:
    if value is None:
        return None
    text = _text(value, name).upper()
    if len(text) != 3 or not text.isalpha():
        raise InputError("import_map", file=name, reason=repr(value))
    return text


def _encoding(value: object, name: str) -> str | None:
    if value is None:
        return None
    try:
        "".encode(_text(value, name))
    except LookupError as error:
        raise InputError("import_map", file=name, reason=repr(value)) from error
    return str(value)


def _delimiter(value: object, name: str) -> str | None:
    if value is not None and (not isinstance(value, str) or len(value) != 1):
        raise InputError("import_map", file=name, reason=repr(value))
    return value
