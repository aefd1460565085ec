"""What we sell, product by product, where no list tells it."""

from __future__ import annotations

from datetime import datetime

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.trade import Product
from kamdesk.operations.fields import assign, require

HOME = "CNY"


def save_product(
    store: Store, *, name: str, now: datetime, product_id: str | None = None, **fields: object
) -> Changes:
    """A new product, or other values of the one that is there; ``fields`` are those of Product.

    A price without a currency is in yuan. Raises RuleError where the name is empty, and where another product that is
    still sold has name, specification and code in common with it.
    """
    with store.write("product.change" if product_id else "product.add", now=now, summary=name) as tx:
        row = tx.get(Product, product_id) if product_id else Product(id=tx.new_id(), name="")
        assign(row, {**fields, "name": require(name, "name")})
        if row.price is not None and row.currency is None:
            row.currency = HOME
        like = {key: getattr(row, key) for key in ("name", "specification", "code")}
        if any(other.id != row.id and not other.discontinued for other in tx.every(Product, **like)):
            raise RuleError("product_known", name=row.name)
        if not product_id:
            tx.add(row)
    return tx.changes()
