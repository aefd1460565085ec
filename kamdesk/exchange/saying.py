"""What a person says of a sheet that is shown: each answer gives the rule by which the sheet is to be read next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kamdesk.exchange.columns import MANY, NUMBERED
from kamdesk.exchange.headers import read_header
from kamdesk.exchange.mapping import IGNORE, SKIP, ColumnRule, TableRule
from kamdesk.exchange.seen import PLACES, Ask, SeenColumn, SeenSheet
from kamdesk.exchange.synonyms import synonyms

KINDS = (
    "accounts", "products", "orders", "order_lines", "receivables", "payments", "stock", "transit", "prices", "sales",
    "shares",
)  # fmt: skip
"""What a sheet can be taken as; it may also be left out."""
_SAID: Mapping[Ask, str] = {
    "unit": "unit",
    "year": "year",
    "order": "date_order",
    "datum": "datum",
    "currency": "currency",
}
_SPREAD = frozenset({"sold", "bucket", "level_price"})


def fields_of(kind: str) -> tuple[str, ...]:
    """What a column of this kind of list can be, in the order in which a person would look for it."""
    known = synonyms().kinds[kind]
    return tuple(dict.fromkeys((*known.fields.values(), *sorted(known.wide))))


def rule_of(seen: SeenSheet) -> TableRule:
    """All that is shown of a sheet, as a rule."""
    columns = {column.name: column_rule(column) for column in seen.columns}
    return TableRule(
        kind=seen.kind or seen.rule.kind,
        header=seen.header,
        rows=seen.header_rows,
        date_order=seen.rule.date_order,
        datum=seen.rule.datum,
        currency=seen.rule.currency,
        columns={name: rule for name, rule in columns.items() if rule != ColumnRule()},
    )


def column_rule(column: SeenColumn) -> ColumnRule:
    """What is shown of a column, as a rule."""
    may = column.may
    return ColumnRule(
        IGNORE if column.ignored else column.field,
        column.unit if "unit" in may else None,
        column.year if "year" in may else None,
        column.order if "order" in may else None,
        column.datum if "datum" in may else None,
        column.currency if "currency" in may else None,
        column.percent,
    )


def with_kind(seen: SeenSheet, kind: str | None) -> TableRule:
    """The sheet as another kind of list, its columns found anew; None leaves it out."""
    if kind is None:
        return TableRule(kind=SKIP, header=seen.header, rows=seen.header_rows)
    return TableRule(
        kind=kind,
        header=seen.header,
        rows=seen.header_rows,
        date_order=seen.rule.date_order,
        datum=seen.rule.datum,
        currency=seen.rule.currency,
    )


def with_header(seen: SeenSheet, row: int, rows: int = 1) -> TableRule:
    """The sheet with its headers in another row; what was found under the old ones no longer counts."""
    kind = seen.kind or (seen.rule.kind if seen.rule.kind != SKIP else None)
    return TableRule(kind=kind, header=row, rows=rows)


def with_field(seen: SeenSheet, name: str, field: str | None) -> TableRule:
    """One column as another field (None: it is left out); a column that was that field until now is no more."""
    rule = rule_of(seen)
    columns = dict(rule.columns)
    column = next(each for each in seen.columns if each.name == name)
    if field and field not in MANY:
        for other in seen.columns:
            if other.name != name and other.field == field and _number(other) == _number(column):
                columns.pop(other.name, None)
    columns[name] = ColumnRule(field or IGNORE, percent=column.percent)
    return replace(rule, columns=columns)


def with_answer(seen: SeenSheet, name: str, ask: Ask, value: Any) -> TableRule:
    """What a column's cells are in.

    A datum is that of both coordinates, and what is said of one month or one age goes for all of them that wait.
    """
    rule = rule_of(seen)
    columns = dict(rule.columns)
    column = next(each for each in seen.columns if each.name == name)
    meant = [column]
    if ask == "datum":
        meant = [each for each in seen.columns if each.field in PLACES]
    elif column.field in _SPREAD:
        waiting = (each for each in seen.columns if each.field == column.field and _open(each, ask, column))
        meant = [column, *waiting]
    for each in meant:
        said = columns.get(each.name, ColumnRule(each.field))
        columns[each.name] = replace(said, **{_SAID[ask]: value})
    return replace(rule, columns=columns)


def _open(column: SeenColumn, ask: Ask, answered: SeenColumn) -> bool:
    """Whether a column waits for the same answer, or was given it together with the one that is answered."""
    return ask in column.asks or getattr(column, ask) == getattr(answered, ask)


def _number(column: SeenColumn) -> int:
    return read_header(column.title).number if column.field in NUMBERED or not column.field else 1
