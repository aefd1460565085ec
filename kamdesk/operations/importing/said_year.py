"""The year of an amount, typed with it: 2025年 300万元, where neither list nor column says of which year it is."""

from __future__ import annotations

import re
from dataclasses import replace

from kamdesk.exchange.headers import header_key, read_header
from kamdesk.exchange.mapping import ColumnRule, TableRule
from kamdesk.exchange.synonyms import synonyms

_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})\s*(?:年度?|[:：]|\s)\s*(?=\S)(.+)")


def with_year(rule: TableRule, header: str, text: str, *, kind: str) -> tuple[TableRule, str]:
    """The rule with the year that the text begins with, and the rest of the text, for a column of sums of a year."""
    found = _YEAR_FIRST.fullmatch(text.strip())
    said = rule.columns.get(header, ColumnRule())
    fields = synonyms().kinds[kind].fields
    named = said.field or next((fields[key] for key in read_header(header).keys if key in fields), None)
    if (
        found is None
        or named != "sales"
        or said.year is not None
        or re.search(r"(?:19|20)\d\d", header_key(header))
    ):
        return rule, text
    year = replace(said, year=int(found[1]))
    return replace(rule, columns={**rule.columns, header: year}), found[2].strip()
