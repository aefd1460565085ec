"""The book's tables as sheets: which leave the book, in which order, what their columns are called and hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Table, Text

from kamdesk.db import tables as t
from kamdesk.db.tables.common import Instant
from kamdesk.domain import account, contact, line, promise, visit
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, Described, described
from kamdesk.exchange.out.shapes import Field, Shape
from kamdesk.words import Words, catalogue

ORDER = (
    "account", "account_code", "account_phone", "account_tag", "account_hours", "account_closed",
    "contact", "contact_phone", "contact_post", "contact_role",
    "rep", "working_hours", "leave", "visit_line", "visit_slot", "slot_change",
    "visit", "visit_companion", "visit_report", "report_met", "stock_count", "report_amendment",
    "promise", "action", "note",
    "product", "product_price", "order", "order_line", "sales_history",
    "listed_stock", "transit", "receivable", "payment", "supply_share",
    "unit_rule", *KINDS, "attachment",
)  # fmt: skip
KEPT_BACK = frozenset(
    {"informant_assignment", "informant_share", "saved_view", "week_closing", "account_share"}
)
"""Recorded tables that leave the book in no file."""
TECHNICAL = ("recorded_at", "deleted_at")

_OF_DECLARED = {
    As.TEXT: Shape.TEXT,
    As.WORDS: Shape.TEXT,
    As.DAY: Shape.DAY,
    As.NUMBER: Shape.NUMBER,
    As.MONEY: Shape.MONEY,
    As.QUANTITY: Shape.QUANTITY,
    As.RATE: Shape.RATE,
}
_CLOCKS = frozenset(
    {
        "arrived", "begins", "closes", "ends", "left", "lunch_end", "lunch_start", "opens", "planned_start", "start",
    }
)  # fmt: skip
_MONEY = frozenset({"amount", "freight", "open_amount", "overdue_amount", "price"})
_QUANTITIES = frozenset({"minimum", "quantity"})
_RATES = frozenset({"discount", "share"})
_WEEKDAYS = tuple(str(n) for n in range(7))
_CHOICES: Mapping[tuple[str, str], tuple[str, type[StrEnum] | tuple[str, ...] | None]] = {
    ("account", "status"): ("account.status", account.AccountStatus),
    ("account", "level"): ("account.level", account.AccountLevel),
    ("account", "datum"): ("datum", account.Datum),
    ("unit_rule", "level"): ("account.level", account.AccountLevel),
    ("account_phone", "kind"): ("phone.kind", None),
    ("contact_phone", "kind"): ("phone.kind", None),
    ("contact", "birth_calendar"): ("calendar", contact.Calendar),
    ("contact_role", "role"): ("contact_role", contact.BuyingRole),
    ("contact_role", "standing"): ("standing", contact.Standing),
    ("contact_post", "support"): ("support", contact.Support),
    ("contact_post", "influence"): ("influence", contact.Influence),
    ("slot_change", "asked_by"): ("asker", line.Asker),
    ("visit", "origin"): ("visit.origin", visit.VisitOrigin),
    ("visit", "state"): ("visit.state", visit.VisitState),
    ("visit", "state_by"): ("asker", line.Asker),
    ("visit", "reason"): ("missed_reason", visit.MissedReason),
    ("visit_report", "outcome"): ("visit.outcome", visit.Outcome),
    ("promise", "state"): ("promise.state", promise.PromiseState),
    ("promise", "cause"): ("promise.cause", promise.PromiseCause),
    ("action", "state"): ("action.state", promise.ActionState),
    ("attachment", "subject"): ("sheet.name", ORDER),
    ("evidence", "subject"): ("sheet.name", ORDER),
}


@dataclass(frozen=True, slots=True)
class SheetShape:
    """A table as a sheet. ``fields`` are all of its columns, the id and what only programs need at the end."""

    table: str
    title: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field of a column."""
        return next(each for each in self.fields if each.name == name)


def book_shape(words: Words) -> tuple[SheetShape, ...]:
    """Every sheet of a whole book, in their order."""
    return tuple(sheet_shape(name, words) for name in ORDER)


def sheet_shape(name: str, words: Words) -> SheetShape:
    """The sheet of one table."""
    table = t.metadata.tables[name]
    own = [column for column in table.c if column.name not in ("id", *TECHNICAL)]
    ordered = [*own, table.c.id, *(table.c[each] for each in TECHNICAL)]
    return SheetShape(name, words.text(f"sheet.name.{name}"), tuple(_field(table, c, words) for c in ordered))


def _field(table: Table, column: Column[Any], words: Words) -> Field:
    shape, choices = _shape(table, column, words)
    heading, link, said = _heading(table.name, column.name, words), None, ""
    for key in column.foreign_keys:
        link, said = key.column.table.name, heading
        heading = words.text("sheet.id_of", name=heading)
    return Field(
        name=column.name,
        shape=Shape.LINK if link else shape,
        heading=heading,
        kind=column.type.python_type if not isinstance(column.type, Instant) else object,
        choices=choices,
        link=link,
        link_heading=said,
        required=not column.nullable,
    )


def _shape(table: Table, column: Column[Any], words: Words) -> tuple[Shape, Mapping[str, str]]:
    name = column.name
    listed = _CHOICES.get((table.name, name))
    if listed:
        return Shape.CHOICE, {code: words.text(f"{listed[0]}.{code}") for code in _codes(*listed)}
    declared = _declared(table.name).get(name)
    if declared is not None and declared.shape is As.CHOICE:
        return Shape.CHOICE, {code: words.text(f"{declared.words}.{code}") for code in declared.codes}
    if declared is not None and declared.shape in _OF_DECLARED and name != "subject_id":
        return _OF_DECLARED[declared.shape], {}
    if name == "weekday":
        return Shape.CHOICE, {code: words.text(f"weekday.{code}") for code in _WEEKDAYS}
    if isinstance(column.type, Boolean):
        return Shape.FLAG, {"true": words.text("sheet.yes"), "false": words.text("sheet.no")}
    if isinstance(column.type, Instant):
        return Shape.INSTANT, {}
    if isinstance(column.type, Date):
        return Shape.DAY, {}
    if isinstance(column.type, Float):
        return Shape.DEGREES, {}
    if isinstance(column.type, Text):
        return Shape.LINK if name in ("id", "subject_id") else Shape.TEXT, {}
    if name in _CLOCKS:
        return Shape.CLOCK, {}
    for names, shape in ((_MONEY, Shape.MONEY), (_QUANTITIES, Shape.QUANTITY), (_RATES, Shape.RATE)):
        if name in names:
            return shape, {}
    return Shape.NUMBER, {}


@cache
def _declared(table: str) -> Mapping[str, Described]:
    return {field.name: field for field in described(KINDS[table])} if table in KINDS else {}


@cache
def _codes(prefix: str, kind: type[StrEnum] | tuple[str, ...] | None) -> tuple[str, ...]:
    if kind is not None:
        return tuple(str(code) for code in kind)
    depth = prefix.count(".") + 1
    return tuple(
        code.rpartition(".")[2]
        for code in catalogue()
        if code.startswith(f"{prefix}.") and code.count(".") == depth
    )


def _heading(table: str, name: str, words: Words) -> str:
    if name == "id":
        return words.text("sheet.id")
    return words.heading(table, name)
