from __future__ import annotations

from dataclasses import fields

import pytest

from kamdesk.db import tables as t
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, described
from kamdesk.domain.row import Row
from kamdesk.reads.export.shape import sheet_shape
from kamdesk.words import LANGUAGES, Words, catalogue

ROW = {field.name for field in fields(Row)}


@pytest.mark.parametrize("table", KINDS)
def test_every_field_is_declared_and_said_in_both_languages(table: str) -> None:
    kind = KINDS[table]
    assert [field.name for field in described(kind)] == [
        field.name for field in fields(kind) if field.name not in ROW
    ]
    assert all(field.codes and field.words for field in described(kind) if field.shape is As.CHOICE)
    for language in LANGUAGES:
        headings = [field.heading for field in sheet_shape(table, Words(language)).fields]
        assert len(set(headings)) == len(headings)
        for deed in ("record", "amend", "take_back"):
            assert Words(language).text(f"operation.{table}.{deed}")


@pytest.mark.parametrize("table", KINDS)
def test_a_choice_has_words_for_its_codes_and_no_others(table: str) -> None:
    for field in described(KINDS[table]):
        if field.shape is As.CHOICE:
            head = f"{field.words}."
            said = [code.removeprefix(head) for code in catalogue() if code.startswith(head)]
            assert [code for code in said if "." not in code] == list(field.codes)


@pytest.mark.parametrize("table", KINDS)
def test_money_has_a_currency_beside_it_and_a_quantity_its_unit(table: str) -> None:
    shapes = {field.name: field.shape for field in described(KINDS[table])}
    assert As.MONEY not in shapes.values() or "currency" in shapes
    assert As.QUANTITY not in shapes.values() or "unit" in shapes
    assert all(
        t.metadata.tables[field.link].c.id is not None for field in described(KINDS[table]) if field.link
    )
