"""What lists say was sold to an account in the calendar year before this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from kamdesk.db import tables as t
from kamdesk.reads.aliases import Aliases
from kamdesk.reads.pace import gently

Told = tuple[date, date, int]
"""First day, last day, minor units."""


def sum_without_overlap(told: Iterable[Told]) -> int:
    """A year told once and again by its months counts once: the longest period first, then what it leaves open."""
    taken: list[Told] = []
    for first, last, amount in sorted(told, key=lambda each: (each[0] - each[1], each[0], -each[2])):
        if all(last < other[0] or first > other[1] for other in taken):
            taken.append((first, last, amount))
    return sum(amount for _, _, amount in taken)


def sum_of_year(told: Iterable[tuple[str | None, Told]]) -> int:
    """Of (product, told): what is told of everything or, where nothing is, of the products together."""
    by_product: dict[str | None, list[Told]] = defaultdict(list)
    for product, each in told:
        by_product[product].append(each)
    parts = [by_product[None]] if None in by_product else list(by_product.values())
    return sum(map(sum_without_overlap, parts))


def sold_last_year(connection: Connection, aliases: Aliases, today: date) -> dict[str, tuple[int, str]]:
    """Last year's sales in the currency that most of it is in, by account."""
    sale, year = t.sales_history.c, today.year - 1
    rows = connection.execute(
        select(
            sale.account_id, sale.currency, sale.product_id, sale.first_day, sale.last_day, sale.amount
        ).where(
            sale.deleted_at.is_(None),
            sale.first_day >= date(year, 1, 1),
            sale.last_day <= date(year, 12, 31),
        )
    )
    told: dict[tuple[str, str], list[tuple[str | None, Told]]] = defaultdict(list)
    for account_id, currency, product_id, *each in gently(rows):
        first, last, amount = each
        told[aliases.of(account_id), currency].append((product_id, (first, last, amount)))
    best: dict[str, tuple[int, str]] = {}
    for (account_id, currency), each_told in told.items():
        amount = sum_of_year(each_told)
        best[account_id] = max(best.get(account_id, (amount, currency)), (amount, currency))
    return best
