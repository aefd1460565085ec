"""The dialog of a product, new or known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs import products as jobs

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.products import ProductCard


def add_product(window: MainWindow, then: Callable[[str], object]) -> None:
    """A new product; ``then`` gets its id once it is in the book."""
    from kamdesk.qt.dialogs.product import ProductDialog

    open_dialog(ProductDialog(window.desk, window, then=then))


def amend_product(window: MainWindow, product_id: str) -> None:
    """The form of a product that is there."""
    from kamdesk.qt.dialogs.product import ProductDialog

    def opens(product: ProductCard) -> None:
        open_dialog(ProductDialog(window.desk, window, product))

    window.desk.runner.read(jobs.product_card, done=opens, product_id=product_id)
