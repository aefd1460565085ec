"""Product, Order and sales history: what the account buys. Money is integer minor units; quantities are thousandths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.domain.row import Row


@dataclass(kw_only=True, eq=False)
class Product(Row):
    """Something we sell. ``price`` in minor units of ``currency``, with tax or not; ``pack`` is units in a pack."""

    name: str
    code: str | None = None
    specification: str | None = None
    unit: str | None = None
    pack: int | None = None
    price: int | None = None
    currency: str | None = None
    tax_included: bool | None = None
    discontinued: bool = False


@dataclass(kw_only=True, eq=False)
class Order(Row):
    """An order. ``number`` is the office's, ``visit_id`` the visit it was taken on, ``amount`` if it has no lines."""

    account_id: str
    ordered_on: date
    number: str | None = None
    visit_id: str | None = None
    required_on: date | None = None
    shipped_on: date | None = None
    amount: int | None = None
    freight: int | None = None
    currency: str | None = None
    tax_included: bool | None = None


@dataclass(kw_only=True, eq=False)
class OrderLine(Row):
    """One product of an order: ``quantity`` in thousandths, ``price`` in minor units, ``discount`` in 1/10,000."""

    order_id: str
    product_id: str
    quantity: int
    unit: str | None = None
    price: int | None = None
    discount: int = 0
    rank: int = 0


@dataclass(kw_only=True, eq=False)
class SalesHistory(Row):
    """What an account bought in a period, as the office's list says it, where single orders are not known.

    ``product_id``: of that product alone; None: of all. A list may tell both, so the two are never added up.
    """

    account_id: str
    first_day: date
    last_day: date
    amount: int
    currency: str
    tax_included: bool | None = None
    product_id: str | None = None
    source: str | None = None
