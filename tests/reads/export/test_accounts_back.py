"""The list of accounts, written and taken into another book: nothing that it shows is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.calendars import day_kind
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.operations.demo import make_demo
from kamdesk.operations.importing import import_files
from kamdesk.reads.export.carry_out import export
from kamdesk.reads.rep import read_rep
from kamdesk.words import LANGUAGES, Language, Words
from tests.books import NOW, make_book


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = make_demo(
        tmp_path_factory.mktemp("demo") / "demo.kam", accounts=12, weeks=1, seed=7, now=NOW, language="zh"
    )
    with store.write("test.tree", now=NOW) as tx:
        first, second, third, *_ = tx.every(Account)
        first.level, second.parent_id, third.parent_id = "group", first.id, second.id
        third.level, third.visit_minutes = "site", 35
    yield store
    store.close()


def shown(store: Store, path: Path, language: Language) -> list[dict[str, str]]:
    """The list's rows by header, as the CSV has them."""
    export(store, path, words=Words(language), now=NOW, holidays=day_kind, kind="accounts")
    if path.suffix != ".csv":
        return shown(store, path.with_suffix(".csv"), language)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sorted(csv.DictReader(stream), key=lambda row: next(iter(row.values())))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_the_list_of_accounts_comes_back_as_it_was_shown(
    demo: Store, tmp_path: Path, language: Language, form: str
) -> None:
    path = tmp_path / f"客户{form}"
    rows = shown(demo, path, language)
    with demo.read() as connection:
        rep = read_rep(connection).name
    other = make_book(tmp_path / "other", rep=rep)
    report = import_files(other, files=[path], now=NOW)
    assert [(each.reason, each.value) for each in report.problems] == []
    assert shown(other, tmp_path / "again.csv", language) == rows
    other.close()
