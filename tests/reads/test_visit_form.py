"""What a report's form offers: products counted or ordered lately, with what came since."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.db.store import Store
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.operations import accounts, visits
from kamdesk.operations.visits import Counted, NewPromise, Ordered, Report, Taken
from kamdesk.reads.visit_form import OrderTaken, visit_form
from tests.books import NOW, TODAY, only

LAST = TODAY - timedelta(days=7)


def product(book: Store, name: str, **fields) -> str:
    with book.write("test", now=NOW) as tx:
        made = Product(id=tx.new_id(), name=name, unit="包", **fields)
        tx.add(made)
    return made.id


def order(book: Store, account_id: str, product_id: str, day: date, quantity: int) -> None:
    with book.write("test", now=NOW) as tx:
        made = Order(id=tx.new_id(), account_id=account_id, ordered_on=day)
        tx.add(made, OrderLine(id=tx.new_id(), order_id=made.id, product_id=product_id, quantity=quantity))


def count(book: Store, account_id: str, product_id: str, day: date, quantity: int) -> None:
    report = Report(visited_on=day, stock=[Counted(product_id, quantity)])
    visits.report_unplanned(book, account_id=account_id, report=report, now=NOW)


def lines(book: Store, account_id: str) -> dict[str, tuple[int | None, date | None, int]]:
    form = visit_form(book, account_id=account_id, on=TODAY, subject="x")
    return {line.product.name: (line.last, line.counted_on, line.received) for line in form.counts}


def test_the_last_count_and_what_was_ordered_since(book: Store) -> None:
    account_id = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    glue, paint = product(book, "瓷砖胶"), product(book, "涂料")
    count(book, account_id, glue, LAST - timedelta(days=7), 50_000)
    order(book, account_id, glue, LAST - timedelta(days=1), 10_000)
    count(book, account_id, glue, LAST, 120_000)
    order(book, account_id, glue, LAST + timedelta(days=2), 200_000)
    order(book, account_id, paint, LAST, 40_000)
    assert lines(book, account_id) == {"瓷砖胶": (120_000, LAST, 200_000), "涂料": (None, None, 40_000)}


def test_another_accounts_goods_old_ones_and_ended_ones_are_left_out(book: Store) -> None:
    mine, other = (only(accounts.add_account(book, name=n, now=NOW), "account") for n in ("甲", "乙"))
    glue, gone = product(book, "瓷砖胶"), product(book, "旧品", discontinued=True)
    count(book, other, glue, LAST, 1_000)
    count(book, mine, glue, TODAY - timedelta(days=200), 1_000)
    count(book, mine, gone, LAST, 1_000)
    assert lines(book, mine) == {}
    form = visit_form(book, account_id=mine, on=TODAY, subject="x")
    assert [choice.name for choice in form.products] == ["瓷砖胶"]


def test_a_count_of_the_same_day_is_no_baseline(book: Store) -> None:
    account_id = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    count(book, account_id, product(book, "瓷砖胶"), TODAY, 1_000)
    assert lines(book, account_id) == {}


def test_a_new_visit_has_nothing_of_another(book: Store) -> None:
    account_id = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    order(book, account_id, product(book, "瓷砖胶"), LAST, 10_000)
    form = visit_form(book, account_id=account_id, on=TODAY, subject="x")
    assert (form.order, form.promised, form.next_due, form.amendments) == (None, (), None, ())


def test_what_was_written_down_of_a_visit_comes_back(book: Store) -> None:
    account_id = only(accounts.add_account(book, name="海川建材", now=NOW), "account")
    glue = product(book, "瓷砖胶")
    report = Report(
        visited_on=TODAY,
        next_step="带合同",
        next_due=TODAY + timedelta(days=2),
        companions=["孙倩"],
        promises=[NewPromise("寄样板")],
        order=Taken(number="A-1", lines=[Ordered(glue, 20_000, "包", 2850)]),
    )
    visit = only(visits.report_unplanned(book, account_id=account_id, report=report, now=NOW), "visit")
    form = visit_form(book, account_id=account_id, on=TODAY, subject=visit, visit_id=visit)
    assert form.order == OrderTaken("A-1", None, ((glue, 20_000, "包", 2850),))
    assert (form.promised, form.next_due, form.companions) == (
        ("寄样板",),
        TODAY + timedelta(days=2),
        ("孙倩",),
    )
