from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from tests.books import make_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Store]:
    store = make_book(tmp_path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def book_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One book for all examples of a property, which only add to it."""
    store = make_book(tmp_path_factory.mktemp("book"))
    yield store
    store.close()
