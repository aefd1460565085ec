"""Products put down by hand."""

from __future__ import annotations

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.products import save_product
from kamdesk.operations.undo import undo
from kamdesk.reads.products import product_card
from tests.books import NOW, only


def test_a_product_is_added_changed_and_undone(book: Store) -> None:
    made = only(save_product(book, name=" 地砖 ", specification="800×800", price=6_800, now=NOW), "product")
    card = product_card(book, product_id=made)
    assert (card.name, card.specification, card.price, card.currency) == ("地砖", "800×800", 6_800, "CNY")
    changed = save_product(
        book, product_id=made, name="地砖", price=7_000, currency="USD", discontinued=True, now=NOW
    )
    card = product_card(book, product_id=made)
    assert (card.price, card.currency, card.discontinued, card.specification) == (
        7_000,
        "USD",
        True,
        "800×800",
    )
    undo(book, operation_id=changed.operation_id or "", now=NOW)
    assert product_card(book, product_id=made).price == 6_800


def test_what_is_sold_already_is_not_put_down_twice(book: Store) -> None:
    made = only(save_product(book, name="地砖", specification="800×800", now=NOW), "product")
    save_product(book, name="地砖", specification="600×600", now=NOW)
    with pytest.raises(RuleError, match="product_known"):
        save_product(book, name="地砖", specification="800×800", now=NOW)
    save_product(book, product_id=made, name="地砖", specification="800×800", discontinued=True, now=NOW)
    save_product(book, name="地砖", specification="800×800", now=NOW)
    with pytest.raises(RuleError, match="name_empty"):
        save_product(book, name=" ", now=NOW)
    with pytest.raises(NotFound):
        product_card(book, product_id="none")
