"""A row that a question keeps, read again without its list: under its own headers, by the rule it was read by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kamdesk.exchange.entries import make_context, read_entries
from kamdesk.exchange.kinds.about import About
from kamdesk.exchange.kinds.matrix import ACROSS
from kamdesk.exchange.layout import Table, Unknown, find_table
from kamdesk.exchange.mapping import IGNORE, WORDS, ColumnRule, ListMapping, TableRule
from kamdesk.exchange.profile import Profile
from kamdesk.exchange.programs import program_of
from kamdesk.exchange.records import Entry
from kamdesk.exchange.rules import rule_as_text, rule_from_text
from kamdesk.exchange.source import RawRow, Sheet, Source


def kept_reading(table: Table, headers: Sequence[str], profile: Profile) -> str:
    """How a table's columns were read, where its headers alone don't say it; empty where they do."""
    of_program = program_of(table.labels) is not None
    if not (
        table.rule.says_columns or profile.orders or _told_apart(table) or of_program or table.is_of_people
    ):
        return ""
    rest = WORDS if of_program else None
    columns = {
        header: ColumnRule(
            IGNORE if column.ignored else column.field or rest,
            column.unit,
            column.year,
            column.order or profile.orders.get(column.index),
            column.datum,
            column.currency,
            column.percent,
        )
        for header, column in zip(headers, table.columns, strict=True)
    }
    said = {header: rule for header, rule in columns.items() if rule != ColumnRule()}
    return rule_as_text(TableRule(kind=table.kind, columns=said, people=table.is_of_people))


def _told_apart(table: Table) -> bool:
    """Whether a table has headers of two rows, whose lower one alone means less."""
    return len(table.header_rows) > 1 or is_matrix(table)


def is_matrix(table: Table) -> bool:
    """Whether its columns name goods or accounts."""
    return any(table.columns_of(field) for field in ACROSS)


def column_headers(table: Table) -> tuple[str, ...]:
    """The headers, told apart where two are equal or one is missing; a column that names goods, with its brand then."""
    if is_matrix(table):
        return tuple(column.name for column in table.columns)
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for number, title in enumerate((column.title for column in table.columns), start=1):
        seen[title] += 1
        unique.append(title if title and seen[title] == 1 else f"{title or '#'}{number}")
    return tuple(unique)


def read_again(
    content: Mapping[str, Any],
    kind: str,
    cells: Mapping[str, object],
    *,
    today: date,
    sheet: str = "",
    line: int = 2,
) -> Entry | None:
    """The row of ``cells`` by header as the list gave it, at the place where it stood; None where it is no table."""
    rows = RawRow(1, tuple(cells)), RawRow(max(line, 2), tuple(str(value) for value in cells.values()))
    rule = rule_from_text(content["rule"]) if content.get("rule") else None
    rule = replace(rule or TableRule(), kind=kind, header=1)
    source = Source(content["file"], b"")
    table = find_table(source, Sheet(sheet, lambda: iter(rows)), rule)
    if isinstance(table, Unknown):
        return None
    context = make_context(table, ListMapping(), today=today)
    if "about" in content:
        context = replace(context, about=About.read(content["about"]))
    return next(read_entries(table, context), None)
