"""Workbooks to be filled in and imported: a sheet a kind, with choices, a note on each column and an example."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kamdesk.domain.account import AccountStatus
from kamdesk.exchange.out.workbook import sheet_title, whole_file
from kamdesk.words import MissingWord, Words

COLUMNS: Mapping[str, str] = {
    "accounts": "name* code short_name level is_key status kind province city district address postal_code latitude "
    "longitude account_phone fax tag note",
    "contacts": "name* code contact* title department mobile phone email wechat birthday",
    "products": "product_name* product_code specification unit pack price currency discontinued",
    "prices": "product_name* product_code account_name price* unit minimum first_day last_day",
    "orders": "account_name* account_code order_number* ordered_on* required_on shipped_on amount freight currency",
    "order_lines": "order_number* product_name* product_code quantity* unit price discount",
    "sales": "account_name* account_code product_name first_day* last_day* amount*",
    "receivables": "account_name* account_code number invoiced_on due_on amount open_amount overdue_amount as_of",
    "payments": "account_name* account_code number paid_on* amount* method",
    "stock": "account_name* account_code product_name* product_code quantity* unit counted_on",
    "transit": "account_name* account_code number product_name* quantity* unit shipped_on expected_on arrived_on",
    "shares": "account_name* account_code supplier* category share* as_of",
}
"""Kind → the fields of its columns as an import calls them; those with a star must be filled in."""
KINDS = tuple(COLUMNS)

DAYS = frozenset(
    {
        "arrived_on", "as_of", "counted_on", "due_on", "expected_on", "first_day", "invoiced_on", "last_day",
        "ordered_on", "paid_on", "required_on", "shipped_on",
    }
)  # fmt: skip
_NUMBERS: Mapping[str, int | float] = {
    "latitude": 30.2084, "longitude": 120.212, "pack": 40, "price": 26.5, "amount": 18_360, "freight": 300,
    "quantity": 120, "discount": 0.05, "open_amount": 8_360, "overdue_amount": 0, "minimum": 40, "share": 0.35,
}  # fmt: skip
_FORMS = {"discount": "0%", "share": "0%", "latitude": "0.000000", "longitude": "0.000000"}
_FIXED = {"postal_code": "310051", "level": "A", "currency": "CNY"}
_CURRENCIES = ("CNY", "USD", "EUR", "JPY", "HKD")
_EXAMPLE_DAY = date(2026, 11, 25)
ROWS = 2_000
"""How far down choices and forms reach."""


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: its import's field, its heading, what is said of it, what may stand in it (empty: anything)."""

    field: str
    heading: str
    note: str
    required: bool
    choices: tuple[str, ...]
    example: Any


def template_columns(kind: str, words: Words) -> tuple[TemplateColumn, ...]:
    """The columns of one kind."""
    return tuple(
        _column(kind, name.removesuffix("*"), name.endswith("*"), first=number == 0, words=words)
        for number, name in enumerate(COLUMNS[kind].split())
    )


def _column(kind: str, field: str, required: bool, *, first: bool, words: Words) -> TemplateColumn:
    choices = _choices(field, words)
    note = words.text(f"template.note.{field}")
    if choices:
        sign = "、" if words.language == "zh" else ", "
        note = f"{note}{words.text('template.choices', choices=sign.join(choices))}"
    example = _example(field, choices, words)
    return TemplateColumn(
        field,
        _heading(kind, field, words),
        words.text("template.required" if required else "template.optional", note=note),
        required,
        choices,
        words.text("template.example", text=example) if first else example,
    )


def _heading(kind: str, field: str, words: Words) -> str:
    try:
        return words.text(f"template.heading_of.{kind}.{field}")
    except MissingWord:
        return words.text(f"template.heading.{field}")


def _choices(field: str, words: Words) -> tuple[str, ...]:
    if field == "level":
        return ("A", "B", "C")
    if field in ("is_key", "discontinued"):
        return words.text("sheet.yes"), words.text("sheet.no")
    if field == "status":
        return tuple(words.text(f"account.status.{status}") for status in AccountStatus)
    return _CURRENCIES if field == "currency" else ()


def _example(field: str, choices: Sequence[str], words: Words) -> Any:
    if field in DAYS:
        return _EXAMPLE_DAY
    if field in _NUMBERS:
        return _NUMBERS[field]
    if field in _FIXED:
        return _FIXED[field]
    if field == "status":
        return words.text(f"account.status.{AccountStatus.ACTIVE}")
    return choices[-1] if choices else words.text(f"template.value.{field}")


def write_template(path: Path, *, words: Words, kinds: Sequence[str] = KINDS) -> None:
    """Writes the sheets of ``kinds``; a file at ``path`` is replaced once the new one is whole. Raises OSError."""
    from openpyxl import Workbook

    book = Workbook()
    about: Any = book.active
    about.title = sheet_title(words.text("template.title"))
    about.column_dimensions["A"].width = 100
    for number, part in enumerate(("how_one", "how_two", "how_three", "how_four"), start=1):
        about.cell(number, 1, words.text(f"template.{part}"))
    for kind in kinds:
        _fill(
            book.create_sheet(sheet_title(words.text(f"template.sheet.{kind}"))),
            template_columns(kind, words),
        )
    book.active = 1
    with whole_file(path, ".xlsx") as name:
        book.save(name)


def _fill(sheet: Any, columns: Sequence[TemplateColumn]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        head, example = sheet.cell(1, number, column.heading), sheet.cell(2, number, column.example)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FDE9D9" if column.required else "EDEDED")
        head.comment = Comment(column.note, "kamdesk", height=90, width=260)
        example.font = Font(italic=True, color="808080")
        form = _FORMS.get(column.field) or ("yyyy-mm-dd" if column.field in DAYS else "")
        form = form or ("General" if column.field in _NUMBERS else "@")
        sheet.column_dimensions[letter].width = (
            max(_width(column.heading), _width(str(column.example)), 10) + 2
        )
        sheet.column_dimensions[letter].number_format = form
        example.number_format = form
        if column.choices:
            listed = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            listed.add(f"{letter}3:{letter}{ROWS}")
            sheet.add_data_validation(listed)


def _width(text: str) -> int:
    return min(sum(1 if letter.isascii() else 2 for letter in text), 44)
