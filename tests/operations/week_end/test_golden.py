"""Packages that an earlier version wrote are read for ever, to the same content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.taking import take_in
from kamdesk.reads.digest import digest
from kamdesk.reads.entrusted import entrusted
from kamdesk.sync.package.keys import read_card
from tests.books import NOW, make_book

GOLDEN = Path(__file__).parent / "golden"
"""One folder a version: the reader's keys (made for this test alone), the sender's card, packages in their order."""


def reader(folder: Path, tmp_path: Path) -> Store:
    told = json.loads((folder / "told.json").read_text("utf-8"))
    store = make_book(tmp_path)
    with store.write_local() as connection:
        for name in ("signing", "opening"):
            connection.exec_driver_sql(
                "INSERT INTO book (name, value) VALUES (?, ?)", (f"identity.{name}", told[name])
            )
    identity(store, rep="Golden", device="reader", role=told.get("role"))
    add_peer(store, card=read_card((folder / "sender.card").read_text("utf-8")), now=NOW)
    return store


@pytest.mark.parametrize("version", sorted(path.name for path in GOLDEN.iterdir()))
def test_a_package_of_an_earlier_version_is_read(version: str, tmp_path: Path) -> None:
    folder = GOLDEN / version
    told = json.loads((folder / "told.json").read_text("utf-8"))
    store = reader(folder, tmp_path)
    before = content_of(store)
    for path in sorted(folder.glob("*.kamweek")):
        taken = take_in(store, path=path, now=NOW)
        assert not taken.gap
    assert content_of(store) - before == set(map(tuple, told["rows"]))
    assert [(each.id, each.field, len(each.choices)) for each in open_conflicts(store)] == [
        tuple(each) for each in told["conflicts"]
    ]
    assert [[each.rep, each.contact, each.told] for each in entrusted(store)] == told.get("entrusted", [])
    assert digest(store)
    store.close()


def content_of(store: Store) -> set[tuple[str, str, str]]:
    """Every row of an account as text: id, name, city; who was taken back is not there."""
    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT 'account', id, name || '/' || coalesce(city, '') FROM account WHERE deleted_at IS NULL"
            " UNION ALL SELECT 'account_tag', id, tag FROM account_tag WHERE deleted_at IS NULL"
        )
        return {tuple(map(str, row)) for row in rows}
