"""What a list says, as frozen records, each with the row it came from and what was wrong in its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.birthdays import Birthday
from kamdesk.exchange.values.phones import Phone
from kamdesk.exchange.values.text import as_text


class Verdict(StrEnum):
    """What happens to a cell or row that is not taken as it stands."""

    REJECTED = "rejected"
    TO_DECIDE = "to_decide"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of a sheet of a file, counted from 1 as a spreadsheet shows it; ``sheet`` is empty for a text file."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt. ``kind`` is what it is counted under, ``column`` the header of its cell (None: the whole row).

    ``place`` is that column's index, where the doubt is about a cell of the list itself.
    """

    origin: Origin
    kind: str
    reason: str
    verdict: Verdict
    column: str | None = None
    value: str = ""
    place: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RawRecord:
    """What all records carry: where they came from, the row's own cells, what was wrong in them.

    ``cell`` is the place of the one cell that it is about, where others of its row are records of their own; the cells
    of these are left out.
    """

    origin: Origin
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...] = ()
    cell: int | None = None

    def problem(self, kind: str, reason: str, verdict: Verdict, headers: Sequence[str]) -> Problem:
        """What is wrong with all of it: with the row, or with the one cell that it is about."""
        if self.cell is None:
            return Problem(self.origin, kind, reason, verdict)
        value = as_text(self.cells[self.cell])
        return Problem(self.origin, kind, reason, verdict, headers[self.cell], value, self.cell)


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A person named in an account's row. ``ditto``: the list says 同上, so ``name`` is None."""

    name: str | None
    ditto: bool = False
    latin_name: str | None = None
    salutation: str | None = None
    title: str | None = None
    department: str | None = None
    email: str | None = None
    wechat: str | None = None
    birthday: Birthday | None = None
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class SalesRecord:
    """What an account bought in a period: minor units of ``currency``."""

    first_day: date
    last_day: date
    amount: int
    currency: str
    tax_included: bool | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A name as a row tells it, under the header of its column."""

    title: str
    name: str

    @property
    def line(self) -> str:
        """Both, as a line of a note."""
        return f"{self.title}: {self.name}" if self.title else self.name


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account as a row tells it. ``fields`` are those of `domain.account.Account` that the row fills.

    ``parent`` and ``owner`` name the account above it and the rep who looks after it, under the header of their column.
    ``above`` is the person named in the row directly above if that row is of the same account. ``card``: an
    address card tells it, which is about a person; whose person that is may be unknown, and then is asked.
    ``if_new`` is told where the book has no such account.
    """

    raw: RawRecord
    name: str | None
    code: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)
    phones: tuple[Phone, ...] = ()
    tags: tuple[str, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    sales: tuple[SalesRecord, ...] = ()
    notes: tuple[str, ...] = ()
    above: str | None = None
    card: bool = False
    parent: Told | None = None
    owner: Told | None = None
    if_new: Problem | None = None


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A product; ``fields`` are those of `domain.trade.Product` that the row fills."""

    raw: RawRecord
    name: str | None
    code: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order; ``fields`` are those of `domain.trade.Order` that the row fills besides account, number and day."""

    raw: RawRecord
    number: str
    account_code: str | None
    account_name: str | None
    ordered_on: date
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineRecord:
    """A line of an order. ``order`` is the order itself where the row says enough to make it."""

    raw: RawRecord
    number: str
    product_code: str | None
    product_name: str | None
    quantity: int
    fields: Mapping[str, object] = field(default_factory=dict)
    order: OrderRecord | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An account or a product as a list names it: by name, by a system's number, or by both.

    ``also`` are names that its column may mean as well, where the one finds nothing.
    """

    name: str | None
    code: str | None = None
    also: tuple[str, ...] = ()


Listed = Mapping[str, object]
"""The fields of one thing of the domain that a row tells, without whose it is."""


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """What a row of a list about known accounts tells; several things where a table has a column for each.

    ``fields`` are those of a product that a price list tells besides. ``parts`` are the cells of a matrix, each with
    whom and what it counts; the row itself then says only one of both, and is of no thing.
    """

    raw: RawRecord
    kind: str
    account: Named | None
    product: Named | None
    things: tuple[Listed, ...]
    fields: Mapping[str, object] = field(default_factory=dict)
    parts: tuple[ListedRecord, ...] = ()


Record = AccountRecord | ProductRecord | OrderRecord | LineRecord | ListedRecord


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no record because of what its problem says; nothing of it goes in."""

    raw: RawRecord
    problem: Problem


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row below the header that was never meant to be a record: blank, total, header, remark."""

    origin: Origin
    reason: str
    text: str = ""


Entry = Record | Rejected | Skipped
