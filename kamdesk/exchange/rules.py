"""What is said of a table's columns: which column a rule speaks of, and rules as they are kept for the next list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kamdesk.domain.errors import InputError
from kamdesk.exchange.fingerprint import column_names, shape
from kamdesk.exchange.headers import Header, header_key, read_header
from kamdesk.exchange.mapping import ColumnRule, TableRule, make_mapping
from kamdesk.exchange.values.amounts import UNITS

UNIT_WORDS = ("元", "千元", "万元", "百万元", "亿元")
"""The units of money that a person chooses from, as `values.amounts.UNITS` knows them."""


def rules_by_column(
    columns: Mapping[str, ColumnRule], names: Sequence[str], headers: Sequence[Header]
) -> list[ColumnRule | None]:
    """What is said of each column: under its own name, under its header, or under the shape of that."""
    if not columns:
        return [None] * len(names)
    said = {header_key(name): rule for name, rule in columns.items()}
    return [
        said.get(header_key(name)) or said.get(header_key(header.text)) or said.get(shape(header.text))
        for name, header in zip(names, headers, strict=True)
    ]


def rule_to_keep(rule: TableRule, labels: Sequence[tuple[str, str]]) -> TableRule:
    """What of a rule holds for the sender's next list too: neither its place, nor a year, which would be wrong then.

    Columns that are told apart by a number alone (a month each) are kept as one where one thing is said of them.
    """
    columns: dict[str, ColumnRule] = {}
    for name, said in zip(column_names(labels), _said_of(rule, labels), strict=True):
        if said is not None and (kept := replace(said, year=None)) != ColumnRule():
            columns[name] = kept
    by_shape: dict[str, list[str]] = {}
    for name in column_names(labels):
        by_shape.setdefault(shape(name.partition("#")[0] or name), []).append(name)
    for form, names in by_shape.items():
        if len({columns.get(name) for name in names}) == 1 and names[0] in columns and "#" in form:
            kept = columns[names[0]]
            for name in names:
                del columns[name]
            columns[form] = kept
    return TableRule(
        kind=rule.kind,
        date_order=rule.date_order,
        datum=rule.datum,
        currency=rule.currency,
        people=rule.people,
        columns=columns,
    )


def _said_of(rule: TableRule, labels: Sequence[tuple[str, str]]) -> list[ColumnRule | None]:
    headers = [read_header(label or group) for label, group in labels]
    return rules_by_column(rule.columns, column_names(labels), headers)


def rule_as_text(rule: TableRule) -> str:
    """A rule as a table of the mapping file, in JSON: headers and what they mean, nothing of what stands below."""
    columns = {name: _column_as_map(column) for name, column in rule.columns.items()}
    said: dict[str, Any] = {
        "kind": rule.kind,
        "date_order": rule.date_order,
        "datum": rule.datum,
        "currency": rule.currency,
        "people": rule.people,
        "columns": columns,
    }
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)


def rule_from_text(text: str) -> TableRule | None:
    """What `rule_as_text` wrote; None where another version wrote what this one doesn't know."""
    try:
        return make_mapping({"table": [json.loads(text)]}, "kept").tables[0]
    except (InputError, ValueError, IndexError, RecursionError):
        return None


def _column_as_map(column: ColumnRule) -> dict[str, Any]:
    said: dict[str, Any] = {
        "field": column.field,
        "unit": unit_word(column.unit),
        "year": column.year,
        "date_order": column.date_order,
        "datum": column.datum,
        "currency": column.currency,
        "percent": column.percent,
    }
    return {name: value for name, value in said.items() if value}


def unit_word(unit: int | None) -> str | None:
    """How a unit is called in a mapping; None for none."""
    if unit is None:
        return None
    return next((word for word in (*UNIT_WORDS, *UNITS) if UNITS[word] == unit), None)
