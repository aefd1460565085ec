"""What one program writes, the book holds: accounts and people through text and workbook and back."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.db.opening import open_book
from kamdesk.exchange.values.names import near_key
from kamdesk.reads.accounts import account_list
from tests.books import NOW, make_book
from tests.exchange.lists import csv_bytes
from tests.exchange.workbooks import book_of
from tests.operations.importing.books import bring

HEADERS = ["序号", "客户名称", "客户级别", "城市", "纬度", "经度", "联系人", "职务", "手机"]
WORDS = st.text(
    st.sampled_from("鑫盛正泰金诚嘉禾瑞源天兴长达安永东通恒利海丰喆堃镕翀é"), min_size=2, max_size=6
)


@dataclass(frozen=True)
class Customer:
    name: str
    value_class: str | None
    city: str | None
    place: tuple[float, float] | None
    contact: str | None
    title: str | None
    phones: tuple[str, ...]


customers = st.builds(
    Customer,
    name=WORDS.map(lambda word: f"{word}建材有限公司"),
    value_class=st.sampled_from(["A", "B", "C", None]),
    city=st.sampled_from(["宁波", "杭州", None]),
    place=st.none()
    | st.tuples(st.integers(20_000_000, 50_000_000), st.integers(80_000_000, 130_000_000)).map(
        lambda place: (place[0] / 1e6, place[1] / 1e6)
    ),
    contact=WORDS | st.none(),
    title=st.sampled_from(["经理", "老板", None]),
    phones=st.lists(st.integers(13_000_000_000, 19_999_999_999).map(str), max_size=2, unique=True).map(tuple),
)
lists = st.lists(customers, min_size=1, max_size=8, unique_by=lambda customer: near_key(customer.name))


@pytest.fixture(scope="module")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    make_book(folder).close()
    return folder / "book.kam"


def row(number: int, customer: Customer) -> list[str]:
    latitude, longitude = customer.place or ("", "")
    return [
        str(number),
        customer.name,
        customer.value_class or "",
        customer.city or "",
        str(latitude),
        str(longitude),
        customer.contact or "",
        customer.title or "",
        "/".join(customer.phones),
    ]


def written(table: list[list[str]], form: str) -> bytes:
    if form == "xlsx":
        return book_of([["客户名单"], [], *([cell or None for cell in line] for line in table)], ["A1:I1"])
    encoding, delimiter = form.split()
    return csv_bytes(table, encoding, {"comma": ",", "tab": "\t", "semicolon": ";"}[delimiter])


@settings(max_examples=20)
@given(lists, st.sampled_from(["gb18030 comma", "utf-8-sig semicolon", "utf-8 tab", "utf-16 comma", "xlsx"]))
def test_accounts_and_people_come_back(empty_book: Path, table: list[Customer], form: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(empty_book, folder / "book.kam")
        source = folder / "名单"
        source.write_bytes(written([HEADERS, *(row(n, each) for n, each in enumerate(table, start=1))], form))
        store = open_book(folder / "book.kam", backups=folder, now=NOW)
        try:
            bring(store, source)
            found = {account.name: account for account in account_list(store)}
        finally:
            store.close()
    assert set(found) == {customer.name for customer in table}
    for customer in table:
        account = found[customer.name]
        assert (account.value_class, account.city) == (customer.value_class, customer.city)
        assert (account.latitude, account.longitude) == (customer.place or (None, None))
        people = [(each.name, each.title, each.phones) for each in account.contacts]
        wanted = (customer.contact, customer.title, customer.phones)
        assert people == ([wanted] if customer.contact else [])
