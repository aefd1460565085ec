"""The managed units of the book with what they bought: the ground of every classification."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.domain.facts import Period
from kamdesk.domain.selling.cycle import Cycle, cycle
from kamdesk.domain.selling.facts import Kind, Sale, by_kind, estimated, months_of, sums_by_unit, within
from kamdesk.domain.selling.months import twelve_months
from kamdesk.domain.selling.pareto import Concentration, Limits, Ranked, concentration, ranked
from kamdesk.domain.selling.trend import Season, Trend, season, trend
from kamdesk.domain.selling.year import listed_year, year_told
from kamdesk.reads.selling import SalesBook, read_sales
from kamdesk.reads.units import Units, read_units


@dataclass(frozen=True, slots=True)
class Unit:
    """A managed unit as it is recorded; ``value_class`` and ``is_key`` are the rep's judgement, not the figures'."""

    id: str
    name: str
    codes: tuple[str, ...]
    status: str
    value_class: str | None
    is_key: bool | None


@dataclass(frozen=True)
class Selling:
    """What the book's accounts bought in one kind of money. Not all who ask want trend and season: these are reckoned
    when they are first asked for.

    ``period`` is what the curve is drawn of; ``moved``: nothing is known to be sold in the twelve months up to today,
    so it ends with the latest sale. ``listed``: those twelve months are not recorded; it is the year that the lists
    tell of. ``until`` is the day up to which trend and season go, ``known_from`` the first day of which any sale is
    known.
    """

    kind: Kind
    period: Period
    moved: bool
    sales: tuple[Sale, ...]
    amounts: Mapping[str, int]
    curve: tuple[Ranked, ...]
    concentration: Concentration
    until: date
    known_from: date | None
    listed: bool = False

    @cached_property
    def trend(self) -> Trend:
        """Where the purchases of all of them are going."""
        return trend(self.sales, self.until, known_from=self.known_from)

    @cached_property
    def season(self) -> Season:
        """How much of a mean month each month brings."""
        return season(*months_of(self.sales), self.until, self.known_from)

    @cached_property
    def shared_out(self) -> int:
        """Minor units of the period that were told for longer ones and are shared out by days."""
        return estimated(self.sales, self.period)


@dataclass(frozen=True)
class Portfolio:
    """``selling`` begins with the kind of money in which most is sold."""

    today: date
    limits: Limits
    tree: Units
    units: Mapping[str, Unit]
    book: SalesBook
    selling: tuple[Selling, ...]

    @property
    def main(self) -> Selling | None:
        """The sales in the book's own kind of money; None where nothing was ever sold."""
        return self.selling[0] if self.selling else None

    @cached_property
    def cycles(self) -> Mapping[str, Cycle]:
        """How often each unit buys."""
        days: dict[str, list[date]] = defaultdict(list)
        for order in self.book.orders:
            days[order.unit_id].append(order.day)
        return {unit: cycle(each, self.today) for unit, each in days.items()}


def read_portfolio(
    connection: Connection,
    *,
    today: date,
    period: Period | None = None,
    limits: Limits | None = None,
    by_line: bool = False,
    sales: SalesBook | None = None,
) -> Portfolio:
    """All of it; without ``period`` the twelve months up to ``today``. ``by_line``: each line of an order is a sale.

    ``sales`` are the whole book's where they have been read already.
    """
    limits = limits or Limits()
    tree = read_units(connection)
    book = sales or read_sales(connection, today=today, units=tree, by_line=by_line)
    return Portfolio(
        today=today,
        limits=limits,
        tree=tree,
        units=_units(connection, tree),
        book=book,
        selling=tuple(
            _selling(kind, sales, book, today, period, limits) for kind, sales in by_kind(book.sales).items()
        ),
    )


def _selling(
    kind: Kind, sales: tuple[Sale, ...], book: SalesBook, today: date, period: Period | None, limits: Limits
) -> Selling:
    meant = period or year_told(sales, today)
    inside = within(sales, meant)
    moved = not inside and period is None
    if moved:
        meant = twelve_months(max(sale.last for sale in sales))
        inside = within(sales, meant)
    amounts = sums_by_unit(inside)
    return Selling(
        kind=kind,
        period=meant,
        moved=moved,
        sales=sales,
        amounts=amounts,
        curve=ranked(amounts, limits),
        concentration=concentration(amounts),
        until=min(today, meant.last),
        known_from=book.known_from,
        listed=period is None and meant.last < today and listed_year(inside, meant),
    )


def selling_in(portfolio: Portfolio, currency: str | None) -> Selling | None:
    """The sales in a currency, of several kinds the one with most sales; without a currency the book's main one."""
    return next((each for each in portfolio.selling if currency in (None, each.kind.currency)), None)


def unit_trends(portfolio: Portfolio, selling: Selling, meant: str | None = None) -> dict[str, Trend]:
    """The trend of every unit that ever bought in this kind of money, up to the end of the curve's period; or of the
    one that is meant.
    """
    until = min(portfolio.today, selling.period.last)
    of_unit: dict[str, list[Sale]] = defaultdict(list)
    for sale in selling.sales:
        if meant in (None, sale.unit_id):
            of_unit[sale.unit_id].append(sale)
    return {
        unit: trend(sales, until, known_from=portfolio.book.known_from) for unit, sales in of_unit.items()
    }


def _units(connection: Connection, tree: Units) -> dict[str, Unit]:
    """Every account that stands for itself in the figures, by name."""
    code, a = t.account_code.c, t.account.c
    codes: dict[str, list[str]] = defaultdict(list)
    for account_id, number in connection.execute(
        select(code.account_id, code.code).where(code.deleted_at.is_(None)).order_by(code.id)
    ):
        codes[tree.of(account_id)].append(number)
    rows = connection.execute(
        select(a.id, a.name, a.status, a.value_class, a.is_key)
        .where(a.deleted_at.is_(None), a.merged_into.is_(None))
        .order_by(a.name, a.id)
    )
    return {
        row.id: Unit(row.id, row.name, tuple(codes.get(row.id, ())), row.status, row.value_class, row.is_key)
        for row in rows
        if tree.of(row.id) == row.id
    }
