"""Of each kind of list about known accounts: its table, and when two things that lists tell are one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Table

from kamdesk.db import tables as t
from kamdesk.domain.debt import Payment, Receivable
from kamdesk.domain.row import Row
from kamdesk.domain.supply import ListedStock, ProductPrice, SupplyShare, Transit
from kamdesk.domain.trade import SalesHistory

_OWN = frozenset({"id", "recorded_at", "deleted_at", "account_id", "product_id", "source"})
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ListedKind:
    """``same`` says whether a row held and a thing told are one, ``many`` whether an account may have several alike.

    Two that are one agree in all fields of one of ``places``, by which they are looked up.
    """

    kind: type[Row]
    table: Table
    same: Callable[[Told, Told], bool]
    many: Callable[[Told], bool]
    places: tuple[tuple[str, ...], ...]

    def keys(self, told: Told) -> list[tuple[Any, ...]]:
        """Where a thing is looked up; a thing without a number has no place by it."""
        return [
            (number, *(_plain(told.get(name)) for name in place))
            for number, place in enumerate(self.places)
            if place != ("number",) or told.get("number") is not None
        ]

    @property
    def fields(self) -> tuple[str, ...]:
        """What lists tell of it, besides whose it is and where it stood."""
        return tuple(each.name for each in fields(self.kind) if each.name not in _OWN)

    def told(self, account: str | None, product: str | None, thing: Told, source: str) -> dict[str, Any]:
        """The fields of a new row, without its id."""
        links = {"account_id": account, "product_id": product}
        owned = {name: links[name] for name in links if name in self.table.c}
        return {**owned, **thing, "source": source}


def _equal(held: Told, told: Told, *names: str) -> bool:
    return all(_plain(held.get(name)) == _plain(told.get(name)) for name in names)


def _agree(held: Told, told: Told, *names: str) -> bool:
    """Whether nothing is said that differs; what one side leaves open agrees."""
    return all(
        held.get(name) is None or told.get(name) is None or _plain(held[name]) == _plain(told[name])
        for name in names
    )


def _plain(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _one_number(held: Told, told: Told) -> bool:
    return held.get("number") is not None and told.get("number") is not None


def _receivable(held: Told, told: Told) -> bool:
    return _equal(held, told, "number", "as_of") and _agree(held, told, "currency")


def _payment(held: Told, told: Told) -> bool:
    if _one_number(held, told):
        return _equal(held, told, "number")
    return _equal(held, told, "paid_on", "amount") and _agree(held, told, "currency")


def _stock(held: Told, told: Told) -> bool:
    return _equal(held, told, "counted_on") and _agree(held, told, "unit")


def _transit(held: Told, told: Told) -> bool:
    if _one_number(held, told):
        return _equal(held, told, "number") and _agree(held, told, "unit")
    return _equal(held, told, "shipped_on", "expected_on") and _agree(held, told, "unit")


def _price(held: Told, told: Told) -> bool:
    return _equal(held, told, "level", "first_day", "minimum") and _agree(held, told, "currency", "unit")


def _sale(held: Told, told: Told) -> bool:
    return _equal(held, told, "first_day", "last_day", "currency")


def _supply(held: Told, told: Told) -> bool:
    return _equal(held, told, "supplier", "category", "as_of")


def _unnumbered(told: Told) -> bool:
    return told.get("number") is None


def _always(told: Told) -> bool:
    return True


def _never(told: Told) -> bool:
    return False


KINDS: Mapping[str, ListedKind] = {
    "receivables": ListedKind(Receivable, t.receivable, _receivable, _never, (("number", "as_of"),)),
    "payments": ListedKind(Payment, t.payment, _payment, _unnumbered, (("number",), ("paid_on", "amount"))),
    "stock": ListedKind(ListedStock, t.listed_stock, _stock, _always, (("counted_on",),)),
    "transit": ListedKind(
        Transit, t.transit, _transit, _unnumbered, (("number",), ("shipped_on", "expected_on"))
    ),
    "prices": ListedKind(ProductPrice, t.product_price, _price, _never, (("level", "first_day", "minimum"),)),
    "sales": ListedKind(SalesHistory, t.sales_history, _sale, _never, (("first_day", "last_day"),)),
    "shares": ListedKind(SupplyShare, t.supply_share, _supply, _never, (("supplier", "category", "as_of"),)),
}
"""By the name of the kind in `exchange.synonyms`."""
