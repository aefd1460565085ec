"""The first page: books made and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page, books = window.welcome, window.books
    page.new_asked.connect(books.new_book)
    page.open_asked.connect(books.choose_book)
    page.demo_asked.connect(books.open_demo)
    page.again_asked.connect(books.open_again)
    page.restore_asked.connect(lambda: window.restoring.ask())
    page.stop_asked.connect(window.teller.stop)
