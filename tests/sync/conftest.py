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
