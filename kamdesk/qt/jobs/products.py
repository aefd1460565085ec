"""Products: one looked up, one saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.products import ProductCard


def product_card(store: Store, *, product_id: str) -> ProductCard:
    from kamdesk.reads.products import product_card

    return product_card(store, product_id=product_id)


def save_product(store: Store, **arguments: Any) -> Changes:
    from kamdesk.operations.products import save_product

    return save_product(store, **arguments)
