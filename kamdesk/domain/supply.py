"""What the office's lists say of goods: stock at an account, goods on their way, prices, who supplies how much.

Quantities are thousandths of the unit, money is minor units, shares are 1/10,000. ``source`` is the list's file name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class ListedStock(Row):
    """Stock of a product at an account as a list tells it; what is counted at a visit is `visit.StockCount`.

    Several rows of one day are several lots or stores.
    """

    account_id: str
    product_id: str
    quantity: int
    counted_on: date | None = None
    unit: str | None = None
    source: str | None = None


@dataclass(kw_only=True, eq=False)
class Transit(Row):
    """Goods on their way to an account, until ``arrived_on``. ``number`` is the delivery's."""

    account_id: str
    product_id: str
    quantity: int
    number: str | None = None
    unit: str | None = None
    shipped_on: date | None = None
    expected_on: date | None = None
    arrived_on: date | None = None
    source: str | None = None


@dataclass(kw_only=True, eq=False)
class ProductPrice(Row):
    """A price of a product for one account, or (``account_id`` None) for all of a ``level``; without one for everybody.

    It holds from ``first_day`` to ``last_day`` where they are known, from the quantity ``minimum`` on.
    """

    product_id: str
    amount: int
    account_id: str | None = None
    level: str | None = None
    currency: str | None = None
    tax_included: bool | None = None
    unit: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    minimum: int | None = None
    source: str | None = None


@dataclass(kw_only=True, eq=False)
class SupplyShare(Row):
    """How much of what an account buys comes from one supplier; ``ours``: from us. No ``category``: of all it buys."""

    account_id: str
    supplier: str
    share: int
    ours: bool = False
    category: str | None = None
    as_of: date | None = None
    source: str | None = None
