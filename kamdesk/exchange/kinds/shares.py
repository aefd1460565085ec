"""Rows of supply shares: a supplier a row, or a column for each supplier."""

from __future__ import annotations

from datetime import date

from kamdesk.exchange.accounts import Context
from kamdesk.exchange.columns import Column
from kamdesk.exchange.headers import header_key
from kamdesk.exchange.kinds.cells import list_day, listed, read_account_name, refuse
from kamdesk.exchange.kinds.periods import read_period
from kamdesk.exchange.kinds.wide import supplier_of
from kamdesk.exchange.records import Listed, ListedRecord, Rejected
from kamdesk.exchange.row import Reading
from kamdesk.exchange.values.amounts import is_approximate, read_part, whole
from kamdesk.exchange.values.doubt import Doubt

OURS = frozenset(
    [
        "我司",
        "我方",
        "我们",
        "本公司",
        "我公司",
        "本司",
        "自己",
        "己方",
        "us",
        "we",
        "our",
        "ours",
        "own",
        "ourcompany",
    ]
)
"""What lists call the firm whose list it is."""
_US = {True: "我司", False: "us"}


def read_shares(reading: Reading, context: Context) -> ListedRecord | Rejected:
    """Which part of an account's supply is whose."""
    account = read_account_name(reading, context)
    if account is None:
        return reading.refuse("shares", "whose")
    as_of = _day(reading, context)
    if as_of is None:
        return refuse(reading, "no_day")
    category = reading.text("category")
    named = reading.text("supplier")
    things: list[Listed] = []
    for column in (
        *reading.columns("our_share"),
        *reading.columns("supplier_share"),
        *reading.columns("share"),
    ):
        supplier = _supplier(column, named)
        if supplier is None:
            return reading.refuse("shares", "no_supplier")
        try:
            share = _share(reading, column, context)
        except Doubt as doubt:
            reading.doubt(column, reading.text_in(column), doubt, "quantities")
            continue
        ours = column.field == "our_share" or header_key(supplier) in OURS
        things.append(
            {"supplier": supplier, "share": share, "ours": ours, "category": category, "as_of": as_of}
        )
    return listed(reading, account, None, things) if things else refuse(reading, "no_share")


def _day(reading: Reading, context: Context) -> date | None:
    """The row's day, the last of the period that it names, or the list's."""
    column = reading.column("as_of")
    period = read_period(reading.text_in(column)) if column else None
    days = period.days() if period else None
    return days[1] if days else list_day(reading, "as_of", context)


def _supplier(column: Column, named: str | None) -> str | None:
    if column.field == "share":
        return named
    if column.field == "our_share":
        return _US[not column.title.isascii()]
    return supplier_of(column.title, column.group, told=True)


def _share(reading: Reading, column: Column, context: Context) -> int:
    number, unit = read_part(reading.cell_in(column))
    if is_approximate(reading.text_in(column)):
        reading.remark(column, "amount_approximate")
    if unit not in ("", "%"):
        raise Doubt("number_unreadable")
    # A spreadsheet keeps 35 % as 0.35, also under a header that says %.
    percent = bool(unit) or context.about.percent
    if percent and not unit and 0 < number < 1:
        raise Doubt("share_unclear", undecided=True)
    share = number / 100 if percent else number
    if not 0 <= share <= 1:
        raise Doubt("share_range")
    return whole(share, 10_000, "share_range")
