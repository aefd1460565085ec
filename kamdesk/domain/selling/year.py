"""Which twelve months stand for "a year" of sales: a sum over days of which nothing is recorded is no sum."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from kamdesk.domain.facts import Period
from kamdesk.domain.selling.facts import Sale
from kamdesk.domain.selling.months import twelve_months, years_before

HOLE = timedelta(days=60)
"""So many days without an order after the lists' period don't say yet that nobody recorded them."""
NEARLY_A_YEAR = timedelta(days=335)


def year_told(sales: Collection[Sale], today: date) -> Period:
    """The twelve months up to ``today`` or, where these are not recorded, the twelve with which the lists end.

    They are not where the newest sale is a list's sum that only ends in them, nor where, after lists of a year, the
    first order ever is recorded in them only long after the lists' end.
    """
    usual = twelve_months(today)
    listed = [sale for sale in sales if sale.listed]
    newest = max(listed, key=lambda sale: (sale.last, sale.first), default=None)
    if newest is None or newest.last >= today:
        return usual
    until = newest.last
    ordered = [sale.first for sale in sales if not sale.listed]
    if max(ordered, default=until) <= until:
        return twelve_months(until) if newest.first < usual.first <= until else usual
    begun = min(ordered)
    of_a_year = until - min(sale.first for sale in listed) >= NEARLY_A_YEAR
    lately = until >= years_before(usual.first) and begun > usual.first
    return twelve_months(until) if of_a_year and lately and begun - until > HOLE else usual


def listed_year(sales: Collection[Sale], period: Period) -> bool:
    """Whether what was sold in the period is told by lists alone, which end with it."""
    inside = [sale for sale in sales if sale.first <= period.last and sale.last >= period.first]
    return bool(inside) and all(sale.listed and sale.last <= period.last for sale in inside)
