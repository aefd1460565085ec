"""Which lists leave the book, and what their columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kamdesk.exchange.out.shapes import Out, Shape
from kamdesk.reads.export.shape import sheet_shape
from kamdesk.words import Words

TABLES: Mapping[str, tuple[str, str]] = {
    "accounts": (
        "account",
        "name short_name +code parent_id level +class is_key status kind country province city district address "
        "postal_code latitude longitude +company_phone +mobile +fax wechat owner_id visit_minutes +tag",
    ),
    "contacts": (
        "contact",
        "+account +person latin_name salutation +title +department +mobile +phone +fax email wechat +birthday",
    ),
    "visits": (
        "visit",
        "planned_date planned_start planned_minutes account_id origin state state_by reason reason_text moved_to "
        "objective +companions +visited_on +arrived +left +outcome +met +points +rival_note +next_step",
    ),
    "promises": (
        "promise",
        "account_id contact_id what by_whom made_on due_on state settled_on cause cause_text workaround "
        "expected_effect effect_seen churn_risk",
    ),
    "line": (
        "visit_slot",
        "account_id weekday start minutes +rhythm valid_from valid_to promised end_reason +city +address",
    ),
    "actions": ("action", "what account_id owner due_on state done_on"),
    "notes": ("note", "noted_on account_id contact_id text"),
    "products": (
        "product",
        "name code specification unit pack price currency tax_included discontinued",
    ),
    "prices": (
        "product_price",
        "product_id +product_code account_id level amount currency tax_included unit minimum first_day last_day",
    ),
    "orders": (
        "order",
        "number account_id ordered_on required_on shipped_on amount freight currency tax_included",
    ),
    "order_lines": (
        "order_line",
        "order_id +order_account +ordered_on product_id +product_code quantity unit price discount +order_currency",
    ),
    "sales": ("sales_history", "account_id product_id first_day last_day amount currency tax_included"),
    "stock": ("listed_stock", "account_id product_id quantity unit counted_on"),
    "transit": ("transit", "account_id product_id number quantity unit shipped_on expected_on arrived_on"),
    "receivables": (
        "receivable",
        "account_id number invoiced_on due_on amount open_amount overdue_amount currency as_of",
    ),
    "payments": ("payment", "account_id number paid_on amount currency method"),
    "shares": ("supply_share", "account_id supplier ours category share as_of"),
}
"""Kind of list → its table, and its columns: fields of the table, and with + what is gathered from others."""

KINDS = tuple(TABLES)
PHONES = frozenset({"+company_phone", "+phone", "+mobile", "+fax"})
OF_REPORT = frozenset({"visited_on", "arrived", "left", "outcome", "points", "rival_note", "next_step"})
_FORMS = {"+visited_on": Shape.DAY, "+ordered_on": Shape.DAY}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """``phone``: numbers to be dialled, which no spreadsheet may take for a number to count with."""

    name: str
    heading: str
    shape: Shape
    phone: bool = False


@dataclass(frozen=True, slots=True)
class BookList:
    """A list ready to be written."""

    kind: str
    title: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[tuple[Out, ...]]


def list_title(kind: str, words: Words) -> str:
    """What a list is called."""
    return words.text(f"sheet.name.{TABLES[kind][0]}")


def list_columns(kind: str, words: Words) -> tuple[ListColumn, ...]:
    """The columns of a list."""
    table, names = TABLES[kind]
    shape = sheet_shape(table, words)
    made = []
    for name in names.split():
        if name.startswith("+"):
            heading = words.text(f"list.{name[1:]}")
            made.append(ListColumn(name, heading, _FORMS.get(name, Shape.TEXT), name in PHONES))
        else:
            field = shape.field(name)
            heading = (
                words.text("list.account") if name == "account_id" else field.link_heading or field.heading
            )
            made.append(ListColumn(name, heading, Shape.TEXT if field.link else field.shape))
    return tuple(made)
