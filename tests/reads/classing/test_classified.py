"""Who is a key account, from what stands in a book: the rule's criteria with their figures, service, time, what if."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.knowledge.rule import KeyRule, RuleCriterion, RuleException, ServicePolicy
from kamdesk.domain.knowledge.stage import StageAssessment
from kamdesk.domain.knowledge.worth import Margin, Potential, Worth
from kamdesk.domain.supply import SupplyShare
from kamdesk.domain.trade import Order, SalesHistory
from kamdesk.operations.accounts import add_account, join_accounts
from kamdesk.operations.visits import Report, report_unplanned
from kamdesk.reads.classing.classified import Classification, classification
from kamdesk.reads.market_page.view import suggested_rule
from kamdesk.reads.questions.answers import account_answers
from kamdesk.reads.questions.saying import answer_text
from kamdesk.words import Words
from tests.books import NOW, TODAY, only


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(book: Store, kind: type[Any], /, **fields: Any) -> str:
    with book.write("figures", now=NOW) as tx:
        row = kind(id=tx.new_id(), **fields)
        tx.add(row)
    return row.id


def account(book: Store, name: str, **fields: Any) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")


def sold(
    book: Store, unit: str, yuan: int | None, days: int = 10, currency: str = "CNY", tax: bool | None = True
) -> str:
    amount = None if yuan is None else yuan * 100
    return add(
        book, Order, account_id=unit, ordered_on=ago(days), amount=amount, currency=currency, tax_included=tax
    )


def rule(book: Store, *criteria: dict[str, Any], confirmed: bool = True, **fields: Any) -> str:
    made = add(
        book,
        KeyRule,
        known_on=ago(30),
        valid_from=ago(30),
        confirmed_on=ago(29) if confirmed else None,
        **fields,
    )
    for each in criteria:
        add(book, RuleCriterion, known_on=ago(30), rule_id=made, **each)
    return made


def classed(book: Store, **options: Any) -> Classification:
    return classification(book, now=NOW, **options)


def sides(found: Classification) -> dict[str, bool | None]:
    return {found.portfolio.units[each.unit_id].name: each.is_key for each in found.judged}


REVENUE = {"criterion": "revenue", "amount": 1_000_00, "currency": "CNY"}


def test_currencies_and_taxes_are_never_added_up(book: Store) -> None:
    a = account(book, "甲")
    sold(book, a, 900)
    sold(book, a, 500, currency="USD")
    sold(book, a, 300, tax=False)
    sold(book, a, 200, tax=None)
    found = classed(book)
    assert {
        (each.kind.currency, each.kind.tax_included): each.amounts for each in found.portfolio.selling
    } == {
        ("CNY", True): {a: 900_00},
        ("USD", True): {a: 500_00},
        ("CNY", False): {a: 300_00},
        ("CNY", None): {a: 200_00},
    }


def test_merged_accounts_and_sites_are_one_unit(book: Store) -> None:
    a, twin = account(book, "甲"), account(book, "甲（旧）")
    site = account(book, "甲一店", parent_id=a, level="site")
    for unit, yuan in ((a, 100), (twin, 20), (site, 3)):
        sold(book, unit, yuan)
    join_accounts(book, account_id=twin, into_id=a, now=NOW)
    found = classed(book)
    assert found.portfolio.main.amounts == {a: 123_00}
    assert [unit.name for unit in found.portfolio.units.values()] == ["甲"]


def test_an_order_of_unknown_worth_is_a_purchase_that_brings_nothing_known(book: Store) -> None:
    a = account(book, "甲")
    order = sold(book, a, None)
    sold(book, a, 50)
    found = classed(book)
    assert found.portfolio.book.unpriced == (order,)
    assert found.portfolio.main.amounts == {a: 50_00}
    assert found.portfolio.cycles[a].purchases == 1, "one day"


def test_an_empty_book(book: Store) -> None:
    found = classed(book)
    assert (found.portfolio.main, found.rule, found.judged, found.time) == (None, None, (), ())


def test_the_rule_with_the_figure_of_each_account(book: Store) -> None:
    big, small, silent = account(book, "大"), account(book, "小"), account(book, "无")
    order = sold(book, big, 1500)
    sold(book, small, 950)
    made = rule(book, REVENUE, name="2026")
    found = classed(book)
    assert found.rule.rule.id == made
    assert sides(found) == {"大": True, "小": False, "无": False}
    checks = {each.unit_id: each.checks[0].known for each in found.judged}
    assert (checks[big].value, checks[big].sources) == (150_000, (order,))
    assert checks[silent].value == 0, "sales are known, and none was to it"
    assert [found.portfolio.units[each.unit_id].name for each in found.near] == ["小"]


def test_what_would_be_if(book: Store) -> None:
    for name, yuan in (("大", 1500), ("中", 900), ("小", 10)):
        sold(book, account(book, name), yuan)
    rule(book, REVENUE)
    found = classed(book, tried={"revenue": Fraction(800_00)})
    named = {unit.id: unit.name for unit in found.portfolio.units.values()}
    moves = found.what_if.moves
    lists = (moves.comes_in, moves.drops_out, moves.stays_in, moves.stays_out)
    assert [[named[unit] for unit in each] for each in lists] == [["中"], [], ["大"], ["小"]]
    assert sides(found)["中"] is False, "nothing is saved"
    assert classed(book, tried={"orders": Fraction(5)}).what_if.moves.drops_out == (
        next(k for k, v in named.items() if v == "大"),
    )


def test_without_a_rule_what_was_recorded_is_compared(book: Store) -> None:
    was = account(book, "老", is_key=True)
    sold(book, was, 5)
    sold(book, account(book, "新"), 5000)
    moves = classed(book, tried={"revenue": Fraction(1000_00)}).what_if.moves
    assert moves.drops_out == (was,)
    assert len(moves.open) == 1, "nobody judged it before"


def test_an_exception_and_a_proposal(book: Store) -> None:
    small = account(book, "小")
    sold(book, small, 5)
    rule(book, REVENUE, confirmed=False, name="草案")
    add(book, RuleException, known_on=ago(5), account_id=small, is_key=True, why="样板工程", until=ago(-5))
    found = classed(book)
    assert found.rule.proposal
    assert (found.judged[0].by_rule, found.judged[0].is_key) == (False, True)
    older = rule(book, {**REVENUE, "amount": 1}, name="已确认")
    assert classed(book).rule.rule.id == older, "what somebody stands for goes before a proposal"


@pytest.mark.parametrize(
    ("criterion", "value"),
    [
        ("growth", Fraction(-50)),
        ("orders", Fraction(2)),
        ("tenure", Fraction(800, 365)),
        ("margin", Fraction(30_00)),
        ("potential", Fraction(400_00)),
        ("share_of_wallet", Fraction(35)),
        ("strategic", Fraction(4)),
        ("reference", None),
    ],
)
def test_every_criterion_has_its_figure(book: Store, criterion: str, value: Fraction | None) -> None:
    a = account(book, "甲")
    sold(book, a, 60, days=20)
    sold(book, a, 40, days=30)
    sold(book, a, 200, days=400)
    sold(book, a, 1, days=800)
    add(
        book,
        Margin,
        known_on=ago(1),
        account_id=a,
        first_day=ago(60),
        last_day=ago(20),
        amount=30_00,
        currency="CNY",
        tax_included=True,
    )
    add(book, Potential, known_on=ago(90), account_id=a, amount=999_00, currency="CNY")
    add(book, Potential, known_on=ago(9), account_id=a, amount=400_00, currency="CNY")
    add(book, SupplyShare, account_id=a, supplier="我司", share=3500, ours=True, as_of=ago(20))
    add(book, SupplyShare, account_id=a, supplier="我司", share=9000, ours=True, as_of=ago(200))
    add(book, Worth, known_on=ago(3), account_id=a, aspect="strategic", score=4)
    rule(book, {"criterion": criterion, "quantity": 1000})
    (judged,) = classed(book).judged
    known = judged.checks[0].known
    assert known.value == value
    assert (known.reason is not None) == (value is None)


def test_share_of_wallet_from_potential_and_of_several_categories(book: Store) -> None:
    a, b = account(book, "甲"), account(book, "乙")
    sold(book, a, 100)
    add(book, Potential, known_on=ago(9), account_id=a, amount=400_00, currency="CNY")
    for category in ("胶", "粉"):
        add(
            book,
            SupplyShare,
            account_id=b,
            supplier="我司",
            share=5000,
            ours=True,
            as_of=ago(20),
            category=category,
        )
    rule(book, {"criterion": "share_of_wallet", "quantity": 20_000})
    known = {each.unit_id: each.checks[0].known for each in classed(book).judged}
    assert known[a].value == 25
    assert (known[b].value, known[b].reason) == (None, "several_categories")


def test_service_time_and_the_map(book: Store) -> None:
    a, b = account(book, "甲"), account(book, "乙")
    sold(book, a, 900)
    sold(book, b, 10)
    for unit, arrived, left in ((a, 600, 630), (b, 600, 690), (b, None, None)):
        report = Report(visited_on=ago(8 if arrived else 7), arrived=arrived, left=left)
        report_unplanned(book, account_id=unit, report=report, now=NOW)
    add(
        book,
        ServicePolicy,
        known_on=ago(60),
        value_class="A",
        visits=6,
        contacts=0,
        reports=1,
        valid_from=ago(60),
        confirmed_on=ago(60),
    )
    add(book, StageAssessment, known_on=ago(9), account_id=a, stage="initial")
    add(book, StageAssessment, known_on=ago(2), account_id=a, stage="intermediate")
    found = classed(book)
    served = {each.unit_id: each for each in found.served}
    assert (
        served[a].done_short,
        served[a].planned_short,
        served[a].contacts_short,
        served[a].reports_short,
    ) == (5, 6, 0, 1)
    assert served[b].policy is None
    shares = {each.of: each for each in found.time}
    assert (shares[a].time, shares[b].time, found.spent.untimed) == (Fraction(1, 4), Fraction(3, 4), 1)
    assert {(cell.value_class, cell.stage): cell.units for cell in found.cells} == {
        ("A", "intermediate"): (a,),
        ("C", None): (b,),
    }


def test_a_list_of_months_and_orders_of_them(book: Store) -> None:
    a = account(book, "甲")
    add(
        book,
        SalesHistory,
        account_id=a,
        first_day=date(2026, 9, 1),
        last_day=date(2026, 9, 30),
        amount=700_00,
        currency="CNY",
        tax_included=True,
    )
    sold(book, a, 123, days=(TODAY - date(2026, 9, 10)).days)
    sold(book, a, 5, days=10)
    assert classed(book).portfolio.main.amounts == {a: 705_00}


def listed(book: Store, unit: str, yuan: int) -> None:
    """Last year's sum of a list."""
    add(
        book, SalesHistory, account_id=unit, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31),
        amount=yuan * 100, currency="CNY", tax_included=None,
    )  # fmt: skip


@pytest.mark.parametrize("ordered", [False, True])
def test_last_years_sums_of_lists_stand_for_the_year_until_one_is_recorded(
    book: Store, ordered: bool
) -> None:
    a, b = account(book, "甲"), account(book, "乙")
    listed(book, a, 6_600_000)
    listed(book, b, 11_015_000)
    if ordered:
        sold(book, a, 20_000, days=0, tax=None)
    found = classed(book)
    main = found.portfolio.main
    assert (main.amounts, main.listed) == ({a: 6_600_000_00, b: 11_015_000_00}, True)
    assert (main.period.first, main.period.last) == (date(2025, 1, 1), date(2025, 12, 31))
    assert main.shared_out == 0
    assert {found.trends[unit].change for unit in (a, b)} == {None}
    least = suggested_rule(found.portfolio, "CNY").criteria[0].minimum
    assert least >= 6_600_000_00


def test_an_account_says_of_which_year_its_sales_are(book: Store) -> None:
    a = account(book, "甲")
    listed(book, a, 6_600_000)

    def said() -> str:
        every = account_answers(book, account_id=a, today=TODAY).answers
        return answer_text(next(each for each in every if each.question == "H11"), Words("zh"))

    assert said() == "2025 年销售额 660.0 万元（名单所载，毛利未记录）"
    sold(book, a, 20_000, days=(TODAY - date(2026, 1, 5)).days, tax=None)
    assert said().startswith("近十二个月销售额")
    assert "同比" not in said(), "of the year before only a part is told"
