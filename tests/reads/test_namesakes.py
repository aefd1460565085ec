"""Which accounts share a name, and what is said beside it."""

from __future__ import annotations

from pathlib import Path

from kamdesk.domain.account import AccountCode
from kamdesk.operations.accounts import add_account
from kamdesk.operations.merging import merge_accounts
from kamdesk.reads.namesakes import namesakes
from tests.books import NOW, make_book, only


def test_namesakes_are_told_apart_by_place_else_by_code(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    ids = [
        only(add_account(store, name=name, city=city, address=address, now=NOW), "account")
        for name, city, address in (
            ("海川建材", "台州", "江南大道 1 号"),
            ("海川建材", "台州", "桐杨路 8 号"),
            ("锦茂装饰", "宁波", None),
            ("锦茂装饰", "宁波", None),
            ("南屿涂料", "温州", None),
        )
    ]
    with store.write("import.lists", now=NOW) as tx:
        for account_id, code in zip(ids[2:4], ("K-17", "K-18"), strict=True):
            tx.add(AccountCode(id=tx.new_id(), account_id=account_id, system="office_list", code=code))
    assert namesakes(store) == {
        ids[0]: "江南大道 1 号",
        ids[1]: "桐杨路 8 号",
        ids[2]: "K-17",
        ids[3]: "K-18",
    }
    merge_accounts(store, keep_id=ids[0], gone_id=ids[1], fields={}, now=NOW)
    assert set(namesakes(store)) == {ids[2], ids[3]}
    store.close()
