"""What the sales figures are counted from: orders' lines, and sums that the office's lists tell of a period.

Money of different currencies, or with tax and without, is never added up: every figure is of one `Kind`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.months import month_number, month_period

DAY = timedelta(days=1)


class Kind(NamedTuple):
    """A currency (ISO 4217; None: nobody said) with tax, without, or not said."""

    currency: str | None
    tax_included: bool | None


class Sale(NamedTuple):
    """``amount`` minor units sold to a managed unit: one line of an order, or a period's sum as a list tells it.

    Where nobody asks for products, all ``lines`` of an order are one sale.

    ``record_id`` is the order's or the list row's. ``quantity`` is in thousandths of ``unit``. ``listed``: a list
    tells it; its goods are then known only where it names a product. A return has a negative amount.
    """

    unit_id: str
    record_id: str
    first: date
    last: date
    kind: Kind
    amount: int
    product_id: str | None = None
    quantity: int | None = None
    unit: str | None = None
    listed: bool = False
    lines: int = 1

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def told_once(sales: Iterable[Sale]) -> tuple[Sale, ...]:
    """The sales without those that are told twice, by unit and kind.

    What a list says of a period counts for that period: the orders in it are the same goods (a list of one product
    stands for the orders of that product alone). Of lists that overlap, a longer period that shorter ones tell day by
    day without a gap gives way to them, since they say more; else the longer one counts and the shorter ones are in
    it. Lists of everything go before lists of single products.
    """
    sales = list(sales)
    told = {(sale.unit_id, sale.kind) for sale in sales if sale.listed}
    if not told:
        return tuple(sorted(sales, key=_order))
    kept: list[Sale] = []
    groups: dict[tuple[str, Kind], list[Sale]] = defaultdict(list)
    for sale in sales:
        if (sale.unit_id, sale.kind) in told:
            groups[sale.unit_id, sale.kind].append(sale)
        else:
            kept.append(sale)
    for group in groups.values():
        listed = [sale for sale in group if sale.listed]
        whole = _without_overlap([sale for sale in listed if sale.product_id is None])
        taken = [(sale.first, sale.last) for sale in whole]
        by_product: dict[str, list[Sale]] = defaultdict(list)
        for sale in listed:
            if sale.product_id is not None and not _touches(sale, taken):
                by_product[sale.product_id].append(sale)
        single = {product: _without_overlap(told) for product, told in by_product.items()}
        kept += [*whole, *(sale for told in single.values() for sale in told)]
        for sale in group:
            if sale.listed or _touches(sale, taken):
                continue
            of_product = single.get(sale.product_id, ()) if sale.product_id else ()
            if not any(told.first <= sale.first <= told.last for told in of_product):
                kept.append(sale)
    return tuple(sorted(kept, key=_order))


def _order(sale: Sale) -> tuple[object, ...]:
    return sale.first, sale.last, sale.unit_id, sale.record_id, sale.product_id or "", sale.amount


def _touches(sale: Sale, periods: Collection[tuple[date, date]]) -> bool:
    return any(sale.first <= last and sale.last >= first for first, last in periods)


def _without_overlap(told: list[Sale]) -> list[Sale]:
    """The periods that count, of lists about one thing."""
    ordered = sorted(told, key=lambda sale: (sale.days, sale.first, -sale.amount, sale.record_id))
    shorter: list[Sale] = []
    kept: list[Sale] = []
    for sale in ordered:
        inside = [one for one in shorter if one.first >= sale.first and one.last <= sale.last]
        if inside and _tiles(inside, sale):
            continue
        shorter.append(sale)
    for sale in sorted(shorter, key=lambda sale: (-sale.days, sale.first, -sale.amount, sale.record_id)):
        if not _touches(sale, [(one.first, one.last) for one in kept]):
            kept.append(sale)
    return kept


def _tiles(parts: list[Sale], whole: Sale) -> bool:
    reached = whole.first - DAY
    for part in sorted(parts, key=lambda sale: (sale.first, sale.last)):
        if part.first > reached + DAY:
            return False
        reached = max(reached, part.last)
    return reached >= whole.last


def within(sales: Iterable[Sale], period: Period) -> tuple[Sale, ...]:
    """What of the sales falls into the period.

    A list's sum whose days lie only partly in it is shared out by days; the parts of neighbouring periods add up to
    the whole sum exactly. `estimated` says how much was shared out.
    """
    begin, end = period.first, period.last
    found = []
    for sale in sales:
        if begin <= sale.first and sale.last <= end:
            found.append(sale)
        elif sale.last >= begin and sale.first <= end:
            first, last = max(sale.first, begin), min(sale.last, end)
            before, until = (first - sale.first).days, (last - sale.first).days + 1
            amount = sale.amount * until // sale.days - sale.amount * before // sale.days
            found.append(sale._replace(first=first, last=last, amount=amount))
    return tuple(found)


def estimated(sales: Iterable[Sale], period: Period) -> int:
    """How many minor units of `within` were shared out by days, without their sign."""
    straddling = [
        s
        for s in sales
        if s.first is not s.last and (s.first < period.first <= s.last or s.first <= period.last < s.last)
    ]
    return sum(abs(sale.amount) for sale in within(straddling, period))


def sums_by_unit(sales: Iterable[Sale]) -> dict[str, int]:
    """Minor units by managed unit; the sales must be of one kind."""
    sums: dict[str, int] = defaultdict(int)
    for sale in sales:
        sums[sale.unit_id] += sale.amount
    return dict(sums)


def by_kind(sales: Iterable[Sale]) -> dict[Kind, tuple[Sale, ...]]:
    """The sales of each kind, the kind with the most sales first."""
    groups: dict[Kind, list[Sale]] = defaultdict(list)
    for sale in sales:
        groups[sale.kind].append(sale)
    ranked = sorted(groups.items(), key=lambda item: (-sum(s.lines for s in item[1]), str(item[0])))
    return {kind: tuple(group) for kind, group in ranked}


def months_of(sales: Iterable[Sale]) -> tuple[dict[int, int], frozenset[int]]:
    """Minor units by month (`months.month_number`), and the months that hold a sum shared out by days."""
    sums: dict[int, int] = defaultdict(int)
    shared: set[int] = set()
    of_day: dict[date, int] = defaultdict(int)
    spread: list[Sale] = []
    for sale in sales:
        if sale.first is sale.last:
            of_day[sale.first] += sale.amount
        else:
            spread.append(sale)
    for day, amount in of_day.items():
        sums[month_number(day)] += amount
    for sale in spread:
        begins, ends = month_number(sale.first), month_number(sale.last)
        if begins == ends:
            sums[begins] += sale.amount
            continue
        for month in range(begins, ends + 1):
            shared.add(month)
            sums[month] += sum(part.amount for part in within((sale,), month_period(month)))
    return dict(sums), frozenset(shared)
