"""What holds for all rows of a list: its day and months, the unit of its money, whose it is, how shares are written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median
from typing import get_args

from kamdesk.exchange.kinds.titles import Titles
from kamdesk.exchange.layout import Table, cell_at, data_rows
from kamdesk.exchange.mapping import ListMapping
from kamdesk.exchange.profile import Profile
from kamdesk.exchange.source import Cell
from kamdesk.exchange.values.amounts import CURRENCIES, UNITS, read_amount, read_part
from kamdesk.exchange.values.dates import Order, read_date
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.exchange.values.text import as_text, folded, is_empty

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    r"(?<!\d)(?:20\d{2}\s*[-/.年_]\s*\d{1,2}\s*[-/.月_]\s*\d{1,2}(?!\d)\s*日?|20\d{6}(?!\d))"
    rf"|(?<![a-z]){_MONTHS}\s+\d{{1,2}},?\s+20\d{{2}}|(?<!\d)\d{{1,2}}[\s-]{_MONTHS}[\s-]20\d{{2}}"
    r"|(?<!\d)\d{1,2}[/.]\d{1,2}[/.]20\d{2}(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|[-/._])?\s*(0[1-9]|1[0-2]|[1-9](?=月))(?:月份?|(?!\d))")
_OF_THE_LIST = re.compile(
    r"截止|截至|统计|盘点|账龄|生效|执行|as\s+(?:of|at)|effective|valid from|stock\s*date", re.IGNORECASE
)
_UNIT = re.compile(
    r"单位\s*[:：]\s*(?:人民币)?\s*([^\s,，;；)）]{1,6})|\bin ((?:us|hk)?\$|[a-z]{3,8})\b", re.IGNORECASE
)
# From here on nobody writes 万元 without saying so: ten million a month.
_SURELY_WHOLE = 1_000
SUMS = ("amount", "open_amount", "overdue_amount", "received", "bucket")


@dataclass(frozen=True, slots=True)
class About:
    """``day`` is the list's own, or the day it first came where it names none (``day_said`` False).

    ``unit`` is what a bare number counts in whole currency (None: nobody says), ``unsure`` whether it may be 万元 as
    well, ``percent`` whether shares are written as 35 for 35 %.
    """

    day: date = date.min
    day_said: bool = False
    first_day: date | None = None
    last_day: date | None = None
    unit: int | None = None
    currency: str | None = None
    account: str | None = None
    percent: bool = False
    order: Order | None = None
    unsure: bool = False

    @property
    def span(self) -> tuple[date, date] | None:
        """The months that the titles speak of."""
        return (self.first_day, self.last_day) if self.first_day and self.last_day else None

    def kept(self) -> dict[str, str]:
        """As texts, for a question that is answered later without the list."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) for name, value in values.items() if value not in (None, False)}

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> About:
        """What `kept` wrote."""
        days = {
            name: date.fromisoformat(kept[name]) for name in ("day", "first_day", "last_day") if name in kept
        }
        order = kept.get("order")
        return cls(
            **days,
            day_said="day_said" in kept,
            unit=int(kept["unit"]) if "unit" in kept else None,
            currency=kept.get("currency"),
            account=kept.get("account"),
            percent="percent" in kept,
            unsure="unsure" in kept,
            order=next((each for each in get_args(Order) if each == order), None),
        )


def read_about(table: Table, mapping: ListMapping, profile: Profile, *, today: date) -> About:
    """Looks at the titles, and at the columns of a kind whose numbers could count two things; ``today`` is the day on
    which the list first came.
    """
    titles = table.titles
    order = mapping.date_order or next(iter(profile.orders.values()), None)
    said = _day(titles, order, today)
    span = titles.span
    unit, currency = _unit(titles, table)
    about = About(
        day=said or today,
        day_said=said is not None,
        first_day=span[0] if span else None,
        last_day=span[1] if span else None,
        unit=unit,
        currency=currency or mapping.currency or (None if not table.is_chinese else "CNY"),
        account=titles.account,
        order=order,
    )
    if table.kind == "sales" and unit is None:
        return replace(about, unit=_whole(table, ("sold", "amount")))
    if table.kind in ("receivables", "payments") and unit is None:
        return replace(about, unsure=_whole(table, SUMS) is None)
    if table.kind == "shares":
        return replace(about, percent=_in_percent(table))
    return about


def _day(titles: Titles, order: Order | None, today: date) -> date | None:
    """The day that the list is of: one that a word for it stands beside, then any; of a month its last day."""
    texts = [folded(text) for text in titles.where()]
    marked = [text for text in texts if _OF_THE_LIST.search(text)]
    # A title and its day may stand in neighbouring cells.
    marked += [after for text, after in pairwise(texts) if text in marked]
    for text in (*marked, *texts):
        for found in _DAY.finditer(text):
            try:
                return read_date(re.sub(r"[\s_]*([-/.年月_])[\s_]*", _dash, found.group()), order)
            except Doubt:
                continue
    for text in (*marked, *texts):
        month = _MONTH.search(text)
        if month:
            year, number = int(month[1]), int(month[2])
            return min(date(year, number, monthrange(year, number)[1]), today)
    return None


def _dash(found: re.Match[str]) -> str:
    return "-" if found[1] == "_" else found[1]


def _unit(titles: Titles, table: Table) -> tuple[int | None, str | None]:
    for text in titles.where():
        for found in _UNIT.finditer(folded(text)):
            word = (found[1] or found[2]).casefold()
            if word in UNITS:
                return UNITS[word], "CNY" if word.endswith("元") else None
            if CURRENCIES.get(word):
                return 1, CURRENCIES[word]
    return None, None


def _whole(table: Table, fields: tuple[str, ...]) -> int | None:
    """1 where the amounts can only be in whole currency: no Chinese list, a column of currencies, cents, large numbers.

    None where they need not be: small numbers, or bare ones among some that say 万.
    """
    if not table.is_chinese or table.columns_of("currency"):
        return 1
    sizes: list[float] = []
    mixed = False
    for text, cell in _cells(table, fields):
        try:
            amount = read_amount(cell)
        except Doubt:
            continue
        mixed = mixed or (amount.unit or 1) > 1
        if amount.unit is not None or not amount.value:
            continue
        if "." in text and amount.value >= _SURELY_WHOLE:
            return 1
        sizes.append(abs(float(amount.value)))
    return 1 if not sizes or (median(sizes) >= _SURELY_WHOLE and not mixed) else None


def _in_percent(table: Table) -> bool:
    for _, cell in _cells(table, ("share", "our_share", "supplier_share")):
        try:
            number, sign = read_part(cell)
        except Doubt:
            continue
        if not sign and number > 1:
            return True
    return False


def _cells(table: Table, fields: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    columns = [column for field in fields for column in table.columns_of(field) if not column.unit]
    for row, word in data_rows(table):
        if word:
            continue
        for column in columns:
            cell = cell_at(row, column)
            text = as_text(cell)
            if not is_empty(text):
                yield text, cell
