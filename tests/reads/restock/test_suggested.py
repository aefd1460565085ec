"""The suggested order from a book: what was counted, sent and ordered there, and nothing of another account's."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

from kamdesk.db.store import Store
from kamdesk.domain.knowledge.delivery import Delivery, SeasonFactor, SupplySetting
from kamdesk.domain.restock.suggest import Basis, Blank, Note
from kamdesk.domain.selling.facts import by_kind, months_of
from kamdesk.domain.selling.trend import season
from kamdesk.domain.supply import ListedStock, Transit
from kamdesk.domain.trade import Order, OrderLine, Product, SalesHistory
from kamdesk.operations.accounts import add_account, join_accounts
from kamdesk.operations.visits import Counted, Report, report_unplanned
from kamdesk.reads.restock.suggested import SuggestedOrder, season_of_all, suggested_order
from kamdesk.reads.selling import read_sales
from tests.books import NOW, TODAY, only


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(book: Store, kind, /, **fields) -> str:
    with book.write("trade", now=NOW) as tx:
        row = kind(id=tx.new_id(), **fields)
        tx.add(row)
    return row.id


def product(book: Store, name: str = "瓷砖胶", **fields) -> str:
    return add(book, Product, name=name, unit="包", **({"pack": 50} | fields))


def account(book: Store, name: str = "岩屿建材") -> str:
    return only(add_account(book, name=name, now=NOW), "account")


def counted(
    book: Store, account_id: str, product_id: str, days: int, units: int, unit: str | None = "包"
) -> None:
    report = Report(visited_on=ago(days), arrived=600, stock=(Counted(product_id, units * 1000, unit),))
    report_unplanned(book, account_id=account_id, report=report, now=NOW)


def ordered(
    book: Store, account_id: str, product_id: str, days: int, units: int, shipped: int | None = None
) -> str:
    order = add(
        book,
        Order,
        account_id=account_id,
        ordered_on=ago(days),
        shipped_on=None if shipped is None else ago(shipped),
    )
    add(book, OrderLine, order_id=order, product_id=product_id, quantity=units * 1000, unit="包")
    return order


def suggested(book: Store, account_id: str, now: datetime = NOW) -> SuggestedOrder:
    return suggested_order(book, account_id=account_id, now=now)


def test_counts_shipments_and_goods_on_their_way(book: Store) -> None:
    shop, glue = account(book), product(book)
    counted(book, shop, glue, 14, 300)
    ordered(book, shop, glue, 12, 80, shipped=9)
    counted(book, shop, glue, 0, 180)
    ordered(book, shop, glue, 1, 30)
    (line,) = suggested(book, shop).lines
    told = line.suggestion
    assert told.rate.weekly == 100_000
    assert (told.stock, told.coming, told.basis) == (180_000, 30_000, Basis.COUNTS)
    # four days from order to arrival, then two weeks
    assert (told.plan.lead, told.plan.cover, told.plan.lead_from) == (Fraction(4, 7), 2, "orders")
    assert told.quantity == 50_000, "257.1 − 180 − 30 = 47.1"
    assert Note.RECEIVED_BY_SHIPPING in told.notes


def test_a_listed_delivery_is_not_counted_beside_its_order(book: Store) -> None:
    shop, glue = account(book), product(book)
    counted(book, shop, glue, 14, 100)
    counted(book, shop, glue, 0, 50)
    ordered(book, shop, glue, 4, 40, shipped=0)
    assert suggested(book, shop).lines[0].suggestion.coming == 40_000
    way = add(
        book,
        Transit,
        account_id=shop,
        product_id=glue,
        quantity=40_000,
        shipped_on=ago(1),
        expected_on=ago(-2),
    )
    told = suggested(book, shop).lines[0].suggestion
    assert told.coming == 40_000
    assert way in told.sources


def test_what_a_list_says_is_stock_until_two_visits_counted(book: Store) -> None:
    shop, glue = account(book), product(book)
    add(book, ListedStock, account_id=shop, product_id=glue, quantity=70_000, counted_on=ago(7))
    add(book, ListedStock, account_id=shop, product_id=glue, quantity=30_000, counted_on=ago(7))
    counted(book, shop, glue, 0, 60)
    (told,) = (line.suggestion for line in suggested(book, shop).lines)
    assert [(each.before, each.sold) for each in told.intervals] == [(100_000, 40_000)], "two lots of one day"
    counted(book, shop, glue, 14, 90)
    (told,) = (line.suggestion for line in suggested(book, shop).lines)
    assert [(each.before, each.sold) for each in told.intervals] == [(90_000, 30_000)]


def test_another_unit_is_not_reckoned_with(book: Store) -> None:
    shop, glue = account(book), product(book)
    counted(book, shop, glue, 14, 3, unit="吨")
    counted(book, shop, glue, 0, 2, unit="吨")
    (line,) = suggested(book, shop).lines
    assert (line.suggestion.quantity, line.suggestion.blank) == (None, Blank.UNITS_DIFFER)


def test_a_merged_account_and_its_sites(book: Store) -> None:
    shop, old, other, glue = account(book), account(book, "岩屿"), account(book, "别家"), product(book)
    counted(book, old, glue, 7, 100)
    counted(book, shop, glue, 0, 40)
    counted(book, other, glue, 0, 999)
    join_accounts(book, account_id=old, into_id=shop, now=NOW)
    assert suggested(book, old) == suggested(book, shop)
    (line,) = suggested(book, shop).lines
    assert line.suggestion.rate.weekly == 60_000
    site = only(add_account(book, name="岩屿一店", parent_id=shop, level="site", now=NOW), "account")
    counted(book, site, glue, 0, 7)
    assert suggested(book, shop).sites == ((site, "岩屿一店"),)
    assert suggested(book, shop).lines[0].suggestion.stock == 40_000


def test_what_lies_ahead_is_not_known_yet(book: Store) -> None:
    shop, glue = account(book), product(book)
    counted(book, shop, glue, 14, 300)
    counted(book, shop, glue, 0, 180)
    ordered(book, shop, glue, 0, 500)
    before = suggested(book, shop, now=NOW - timedelta(days=3))
    assert before.lines[0].suggestion.blank == Blank.NO_BASELINE
    assert before.lines[0].suggestion.coming == 0
    assert suggested(book, account(book, "新客户")).lines == ()


def test_what_the_rep_set_goes_before_what_is_reckoned(book: Store) -> None:
    shop, glue, dust = account(book), product(book), product(book, "腻子")
    for one in (glue, dust):
        counted(book, shop, one, 14, 300)
        counted(book, shop, one, 0, 200)
    add(book, SupplySetting, known_on=ago(9), lead_weeks=3, cover_weeks=4)
    add(book, SupplySetting, known_on=ago(8), account_id=shop, cover_weeks=1)
    add(book, SupplySetting, known_on=ago(90), account_id=shop, product_id=glue, lead_weeks=0)
    add(book, SeasonFactor, known_on=ago(9), month=11, factor=10_000)
    add(book, SeasonFactor, known_on=ago(9), month=12, factor=20_000, product_id=glue)
    found = {line.product.id: line.suggestion for line in suggested(book, shop).lines}
    assert (found[glue].plan.lead, found[glue].plan.cover, found[glue].plan.lead_from) == (0, 1, "setting")
    assert (found[dust].plan.lead, found[dust].plan.cover) == (3, 1)
    # 25 November to 1 December: six days of 1 and one of 2
    assert found[glue].season == Fraction(8, 7)
    assert found[glue].seasons.told_by == "setting"
    assert found[dust].season == 1


def test_a_delivery_says_when_the_goods_came(book: Store) -> None:
    shop, glue = account(book), product(book)
    counted(book, shop, glue, 14, 100)
    counted(book, shop, glue, 0, 50)
    came = ordered(book, shop, glue, 20, 40, shipped=18)
    late = ordered(book, shop, glue, 13, 60, shipped=10)
    add(
        book,
        Delivery,
        known_on=ago(9),
        account_id=shop,
        order_id=came,
        promised_on=ago(12),
        arrived_on=ago(6),
    )
    add(book, Delivery, known_on=ago(9), account_id=shop, order_id=late, promised_on=ago(8))
    told = suggested(book, shop).lines[0].suggestion
    assert [(each.received, each.told, each.sold) for each in told.intervals] == [
        (40_000, "recorded", 90_000)
    ]
    assert told.coming == 60_000, "shipped long ago, and still not there"
    assert (told.plan.lead, told.plan.lead_from) == (2, "deliveries")


def test_the_season_added_up_in_the_database_is_that_of_the_sales(book: Store) -> None:
    shop, told, glue = account(book), account(book, "名单"), product(book)
    for n in range(27):
        order = add(
            book, Order, account_id=(shop, told)[n % 4 == 0], ordered_on=ago(10 + 30 * n), currency="CNY"
        )
        line = {"quantity": 1500 + n * 777, "price": 333 + n, "discount": 125 * (n % 3)}
        add(book, OrderLine, order_id=order, product_id=glue, **line)
    add(book, Order, account_id=shop, ordered_on=ago(200), currency="CNY", amount=55_500)
    month = {"first_day": date(2026, 3, 1), "last_day": date(2026, 3, 31)}
    add(book, SalesHistory, account_id=told, amount=99_900, currency="CNY", **month)
    with book.read() as connection:
        whole = read_sales(connection, today=TODAY)
        sales = next(iter(by_kind(whole.sales).values()))
        slow = season(*months_of(sales), TODAY, whole.known_from)
        assert season_of_all(connection, TODAY) == slow
    assert slow.years == 2
