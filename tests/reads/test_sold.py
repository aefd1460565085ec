"""Last year's sales: a year told once and again by its months counts once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.db.store import Store
from kamdesk.domain.trade import Product, SalesHistory
from kamdesk.operations.accounts import add_account
from kamdesk.reads.account_sheet import account_sheet
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.sold import sum_without_overlap
from tests.books import NOW, TODAY, make_book, only

DAYS = st.integers(0, 60).map(lambda n: date(2025, 1, 1) + timedelta(n))
LAST = TODAY.year - 1


def test_the_year_and_its_months_count_once(tmp_path: Path) -> None:
    store = make_book(tmp_path)
    one = only(add_account(store, name="甲", now=NOW), "account")
    two = only(add_account(store, name="乙", now=NOW), "account")
    old = only(add_account(store, name="丙", now=NOW), "account")
    year = (date(LAST, 1, 1), date(LAST, 12, 31))
    with store.write("import.lists", now=NOW) as tx:
        glue = Product(id=tx.new_id(), name="胶")
        tx.add(glue)
        for account, span, amount, product in (
            (one, year, 900_00, None),
            (one, (date(LAST, 1, 1), date(LAST, 1, 31)), 80_00, None),
            (one, year, 500_00, glue.id),
            (two, (date(LAST, 1, 1), date(LAST, 1, 31)), 30_00, None),
            (two, (date(LAST, 2, 1), date(LAST, 2, 28)), 20_00, None),
            (old, (date(LAST - 1, 1, 1), date(LAST - 1, 12, 31)), 70_00, None),
        ):
            tx.add(
                SalesHistory(
                    id=tx.new_id(), account_id=account, first_day=span[0], last_day=span[1], amount=amount,
                    currency="CNY", product_id=product, source="名单.xlsx",
                )
            )  # fmt: skip
    sold = {row.id: (row.sold, row.sold_currency) for row in account_rows(store, today=TODAY)}
    assert sold == {one: (900_00, "CNY"), two: (50_00, "CNY"), old: (None, None)}
    assert year_of(store, old) == (70_00, date(LAST - 1, 1, 1), "名单.xlsx")
    assert year_of(store, two) == (50_00, date(LAST, 1, 1), "名单.xlsx")
    store.close()


def year_of(store: Store, account_id: str) -> tuple[int, date, str | None]:
    year = account_sheet(store, account_id=account_id, now=NOW).lists.year
    assert year is not None
    return year.amount, year.first_day, year.source


@given(
    st.lists(st.tuples(DAYS, DAYS, st.integers(0, 99)).filter(lambda each: each[0] <= each[1]), max_size=9)
)
def test_a_period_told_twice_adds_nothing(told: list[tuple[date, date, int]]) -> None:
    whole = (date(2025, 1, 1), date(2025, 12, 31), 777)
    assert sum_without_overlap([*told, whole]) == 777
    assert sum_without_overlap([*told, *told]) == sum_without_overlap(told)
