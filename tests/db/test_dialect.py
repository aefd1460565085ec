"""A statement is compiled once for the process, whichever of its books it goes to."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.dialect import compiled
from tests.books import make_book


def test_what_was_compiled_for_one_book_serves_the_next(tmp_path: Path) -> None:
    question = select(t.account.c.name).where(t.account.c.name == "compiled for one book")
    for name, more in (("one", 1), ("another", 0)):
        store = make_book(tmp_path / name)
        before = set(compiled())
        with store.read() as connection:
            assert connection.execute(question).fetchall() == []
        assert len(set(compiled()) - before) == more
        store.close()
