"""A product as its form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class ProductCard:
    """``price`` in minor units of ``currency``."""

    id: str
    name: str
    code: str | None
    specification: str | None
    unit: str | None
    price: int | None
    currency: str | None
    discontinued: bool


def product_card(store: Store, *, product_id: str) -> ProductCard:
    """Raises NotFound where there is none."""
    p = t.product.c
    columns = [p[name] for name in ProductCard.__dataclass_fields__]
    with store.read() as connection:
        row = connection.execute(
            select(*columns).where(p.id == product_id, p.deleted_at.is_(None))
        ).one_or_none()
    if row is None:
        raise NotFound("row_missing", kind="Product", id=product_id)
    return ProductCard(*row)
