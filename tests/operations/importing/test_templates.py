"""A template, filled in, goes in whole; its example never does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kamdesk.db.store import Store
from kamdesk.exchange.out.templates import COLUMNS, KINDS, template_columns, write_template
from kamdesk.operations.importing import import_files
from kamdesk.words import LANGUAGES, Language, Words
from tests.books import NOW, make_book

FIRST = ("accounts", "products", "orders")


def filled(path: Path, words: Words, *kinds: str) -> Path:
    """A row like the example in each sheet, without its mark."""
    write_template(path, words=words, kinds=kinds)
    book = load_workbook(path)
    mark = words.text("template.example", text="")
    for kind in kinds:
        sheet = book[words.text(f"template.sheet.{kind}")]
        for number, cell in enumerate(sheet[2], start=1):
            value = cell.value
            sheet.cell(3, number).value = value.removeprefix(mark) if isinstance(value, str) else value
    book.save(path)
    return path


def count(store: Store, table: str) -> int:
    with store.read() as connection:
        return connection.exec_driver_sql(
            f'select count(*) from "{table}" where deleted_at is null'
        ).scalar_one()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_filled_in_it_goes_in_whole(tmp_path: Path, kind: str, language: Language) -> None:
    store, words = make_book(tmp_path), Words(language)
    first = filled(tmp_path / "first.xlsx", words, *FIRST)
    report = import_files(store, files=[first], now=NOW)
    assert [each for each in report.problems if kind in FIRST] == []
    path = filled(tmp_path / "t.xlsx", words, kind)
    report = import_files(store, files=[path], now=NOW)
    assert list(report.problems) == []
    (sheet,) = [each for each in report.sheets if each.kind]
    assert sheet.skipped == {"example": 1}
    assert sheet.rows == 1
    assert sheet.unmapped == ()
    assert sheet.kind == ("accounts" if kind == "contacts" else kind)
    fields = [field for _, field in sheet.columns]
    assert fields == [column.field for column in template_columns(kind, words)]
    store.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_kinds_at_once(tmp_path: Path, language: Language) -> None:
    store, words = make_book(tmp_path), Words(language)
    report = import_files(store, files=[filled(tmp_path / "t.xlsx", words, *KINDS)], now=NOW)
    assert list(report.problems) == []
    tables = ("account", "contact", "product", "product_price", "order", "order_line", "sales_history")
    tables += ("receivable", "payment", "listed_stock", "transit", "supply_share")
    assert {table: count(store, table) for table in tables} == dict.fromkeys(tables, 1)
    store.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_it_is_given_it_brings_nothing(tmp_path: Path, language: Language) -> None:
    store, path = make_book(tmp_path), tmp_path / "t.xlsx"
    write_template(path, words=Words(language))
    assert not import_files(store, files=[path], now=NOW).changes
    store.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_its_note_and_what_can_be_chosen(tmp_path: Path, language: Language) -> None:
    path, words = tmp_path / "t.xlsx", Words(language)
    write_template(path, words=words)
    book = load_workbook(path)
    for kind in COLUMNS:
        sheet = book[words.text(f"template.sheet.{kind}")]
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        lists = {str(each.sqref)[0]: each.formula1 for each in sheet.data_validations.dataValidation}
        assert len(lists) == sum(bool(column.choices) for column in template_columns(kind, words))
        assert all(len(formula) <= 257 for formula in lists.values())
        days = [cell for cell in sheet[2] if cell.is_date]
        assert all(cell.value.date() == date(2026, 11, 25) for cell in days)
