"""A whole book as a workbook, taken into an empty book, gives the same content."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kamdesk.db.opening import new_book
from kamdesk.domain.knowledge import KINDS
from kamdesk.operations.demo import make_demo
from kamdesk.operations.importing import import_files
from kamdesk.operations.undo import undo
from kamdesk.reads.export.book import write_book
from kamdesk.reads.export.shape import ORDER
from kamdesk.words import Language, Words
from tests.books import NOW
from tests.operations.importing.whole.books import content, empty, write, written


@pytest.mark.parametrize(("seed", "language"), [(1, "zh"), pytest.param(7, "en", marks=pytest.mark.long)])
def test_a_demo_book_comes_back_as_it_was(tmp_path: Path, seed: int, language: Language) -> None:
    path = tmp_path / "book.xlsx"
    demo = make_demo(tmp_path / "demo.kam", accounts=6, weeks=3, seed=seed, now=NOW, language="zh")
    write_book(demo, path, words=Words(language), now=NOW)
    other = empty(tmp_path / "other.kam")
    before = content(other)

    report = import_files(other, files=[path], now=NOW)

    assert list(report.problems) == []
    assert content(other) == content(demo)
    again = import_files(other, files=[path], now=NOW)
    assert not again.changes

    undo(other, operation_id=report.changes.operation_id or "", now=NOW)
    assert content(other) == before
    import_files(other, files=[path], now=NOW)
    assert content(other) == content(demo)
    demo.close()
    other.close()


def test_all_that_is_found_out_goes_out_and_comes_back() -> None:
    assert len(KINDS) >= 54
    assert set(KINDS) <= set(ORDER), "each kind is a sheet, and `written` makes rows for every sheet"


# A whole book is too large to be made smaller in reasonable time.
@settings(
    max_examples=2,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(written())
def test_any_book_comes_back_as_it_was(rows: dict[str, list[dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = new_book(Path(folder) / "made.kam", now=NOW)
        write(made, rows)
        path = Path(folder) / "book.xlsx"
        write_book(made, path, words=Words("en"), now=NOW)
        other = empty(Path(folder) / "other.kam")
        report = import_files(other, files=[path], now=NOW)
        assert list(report.problems) == []
        assert content(other) == content(made)
        made.close()
        other.close()
