"""What stands beside the judgement of an account, gathered from a book; rivals, their moves and services."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from kamdesk.db.store import Store
from kamdesk.domain.contact import Contact, ContactPost, ContactRole, InformantAssignment
from kamdesk.domain.judging.component import Speaks
from kamdesk.domain.judging.stages import Met
from kamdesk.domain.knowledge.benefit import Terms
from kamdesk.domain.knowledge.evidence import Checked
from kamdesk.domain.knowledge.retention import LoyaltyJudgement, RetentionMeasure
from kamdesk.domain.knowledge.rival import Competitor, CompetitorMove, RivalReason, WinCondition
from kamdesk.domain.knowledge.service import ServiceItem, ServiceMark
from kamdesk.domain.knowledge.stage import AlliancePoint, StageAssessment, StageSign
from kamdesk.domain.promise import Promise
from kamdesk.domain.supply import SupplyShare
from kamdesk.domain.trade import Order, OrderLine, Product
from kamdesk.operations.accounts import add_account, join_accounts
from kamdesk.operations.visits import Counted, Report, report_unplanned
from kamdesk.reads.judging.relationships import Judging, judgings
from kamdesk.reads.judging.rivals import rivals
from tests.books import NOW, TODAY, only


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(book: Store, kind: type[Any], /, **fields: Any) -> str:
    with book.write("figures", now=NOW) as tx:
        row = kind(id=tx.new_id(), **fields)
        tx.add(row)
    return row.id


def account(book: Store, name: str = "甲", **fields: Any) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")


def judged(book: Store, of: str) -> Judging:
    (found,) = judgings(book, now=NOW, account_id=of)
    return found


def test_people_count_once_met_or_not(book: Store) -> None:
    a = account(book)
    people = {}
    for name, title, role in (
        ("刘", "采购经理", "decision_maker"),
        ("王", "技术员", "user"),
        ("郑", "财务", None),
        ("吴", "司机", None),
    ):
        people[name] = add(book, Contact, name=name)
        until = ago(30) if name == "吴" else None
        add(book, ContactPost, contact_id=people[name], account_id=a, title=title, until=until)
        if role:
            add(book, ContactRole, contact_id=people[name], account_id=a, role=role)
    add(book, InformantAssignment, contact_id=people["王"], account_id=a)
    report = Report(visited_on=ago(5), arrived=600, met=[people["刘"], people["王"]])
    report_unplanned(book, account_id=a, report=report, now=NOW)
    found = judged(book, a)
    known = {person.id: person for person in found.relationship.people}
    assert people["吴"] not in known, "holds no post any more"
    assert known[people["刘"]].department == "buying"
    assert known[people["王"]].roles == {"user"}, "what is confidential appears nowhere"
    signs = {sign.sign: sign for hint in found.hints for sign in hint.signs}
    assert (signs["technical_heard"].met, signs["technical_heard"].evidence) == (Met.MET, (people["王"],))
    assert signs["finance_heard"].met == Met.MISSING
    assert signs["several_levels"].met == Met.MET


def test_stage_signs_and_what_is_missing(book: Store) -> None:
    a, twin = account(book), account(book, "甲（旧）")
    add(book, StageAssessment, known_on=ago(300), account_id=a, stage="incubation")
    newest = add(book, StageAssessment, known_on=ago(9), account_id=twin, stage="initial")
    add(book, StageSign, known_on=ago(9), assessment_id=newest, sign="trust", seen=True)
    join_accounts(book, account_id=twin, into_id=a, now=NOW)
    found = judged(book, twin)
    assert (found.unit.id, found.relationship.stage, found.following.stage) == (a, "initial", "intermediate")
    assert "trust" not in found.following.missing
    assert "others_supply" in found.following.missing


def test_prices_shares_promises_and_terms(book: Store) -> None:
    a, glue = account(book), add(book, Product, name="胶")
    for days, price in ((300, 1000), (10, 1010)):
        order = add(book, Order, account_id=a, ordered_on=ago(days), currency="CNY", tax_included=True)
        add(book, OrderLine, order_id=order, product_id=glue, quantity=2500, price=price, unit="包")
    for day, ours in ((200, 5000), (20, 4000)):
        add(book, SupplyShare, account_id=a, supplier="我司", ours=True, share=ours, as_of=ago(day))
        add(book, SupplyShare, account_id=a, supplier="德铂", share=10_000 - ours, as_of=ago(day))
    broken = add(
        book,
        Promise,
        account_id=a,
        what="样品",
        made_on=ago(60),
        due_on=ago(30),
        state="broken",
        churn_risk=5,
    )
    add(
        book,
        Promise,
        account_id=a,
        what="样品",
        made_on=ago(60),
        due_on=ago(20),
        state="kept",
        settled_on=ago(25),
    )
    add(
        book,
        Terms,
        known_on=ago(90),
        account_id=a,
        what="年返",
        kind="rebate",
        since=ago(300),
        until=ago(-40),
    )
    add(book, RetentionMeasure, known_on=ago(9), account_id=a, what="培训", kind="technical", state="planned")
    add(book, LoyaltyJudgement, known_on=ago(3), account_id=a, judgement="wavering")
    found = judged(book, a)
    loyalty = {each.id: each for each in found.loyalty}
    assert (loyalty["share_trend"].value, loyalty["share_trend"].speaks) == (-10, Speaks.AGAINST)
    assert loyalty["promises_kept"].value == Fraction(1, 2)
    assert loyalty["price_alone"].speaks == Speaks.AGAINST, "a measure that is only planned binds nobody"
    assert found.relationship.judgement.kind == "wavering"
    present = {each.id: each for each in found.churn if each.speaks == Speaks.AGAINST}
    assert present.keys() == {"promises_broken", "share_falling", "price_alone", "terms_ending"}
    assert present["promises_broken"].evidence == (broken,)
    assert present["terms_ending"].value == 40
    signs = {sign.sign: sign for hint in found.hints for sign in hint.signs}
    assert (signs["price_stable"].met, signs["price_stable"].figures["moved"]) == (Met.MET, Fraction(1, 100))


def test_nobody_looked_is_not_nothing_there(book: Store) -> None:
    a = account(book)

    def moves() -> Any:
        return next(each for each in judged(book, a).churn if each.id == "rival_moves")

    assert (moves().value, moves().speaks) == (None, None)
    seen = add(book, Checked, known_on=ago(3), question="W14", outcome="none", account_id=a)
    assert (moves().value, moves().speaks, moves().evidence) == (0, Speaks.FOR, (seen,))


def test_counts_of_stock_are_information_shared(book: Store) -> None:
    a, glue = account(book), add(book, Product, name="胶")
    for days in (3, 17, 31):
        report = Report(visited_on=ago(days), arrived=600, stock=(Counted(glue, 1000, None),))
        report_unplanned(book, account_id=a, report=report, now=NOW)
    signs = {sign.sign: sign for hint in judged(book, a).hints for sign in hint.signs}
    assert signs["information_shared"].met == Met.MET


def test_points_of_an_alliance(book: Store) -> None:
    a = account(book)
    add(book, AlliancePoint, known_on=ago(9), point="endorsed", score=2)
    own = add(book, AlliancePoint, known_on=ago(90), point="endorsed", score=0, account_id=a)
    first = judged(book, a).alliance[0]
    assert (first.score, first.own, first.evidence) == (0, True, (own,))
    assert judged(book, account(book, "乙")).alliance[0].score == 2


def test_rivals(book: Store) -> None:
    a, b = account(book), account(book, "乙")
    rival = add(book, Competitor, known_on=ago(90), name="德铂建材", short_name="德铂")
    for unit, share in ((a, 6000), (b, 3000)):
        add(book, SupplyShare, account_id=unit, supplier="德铂", share=share, as_of=ago(9))
        add(
            book, SupplyShare, account_id=unit, supplier="我司", ours=True, share=10_000 - share, as_of=ago(9)
        )
    add(book, SupplyShare, account_id=b, supplier="散户", share=1000, as_of=ago(9))
    move = {
        "competitor_id": rival,
        "purpose": "take_account",
        "motive": "sales_target",
        "behaviour": "price_cut",
    }
    now = add(book, CompetitorMove, known_on=ago(9), account_id=a, **move)
    add(book, CompetitorMove, known_on=ago(99), account_id=a, until=ago(50), **move)
    add(book, CompetitorMove, known_on=ago(9), region="温岭", **move)
    add(book, RivalReason, known_on=ago(9), account_id=a, reason="price", competitor_id=rival, weight=4)
    add(book, WinCondition, known_on=ago(9), account_id=a, what="送货到工地", kind="delivery")
    item = add(book, ServiceItem, known_on=ago(9), name="技术服务")
    for provider, given, rating in ((None, "yes", 5), (rival, "no", None)):
        add(
            book,
            ServiceMark,
            known_on=ago(9),
            account_id=a,
            item_id=item,
            competitor_id=provider,
            given=given,
            rating=rating,
        )
    found = rivals(book, now=NOW)
    named = {each.name: each for each in found.rivals}
    assert list(named) == ["德铂建材", "散户"]
    assert [(each.account_id, each.share, each.ours) for each in named["德铂建材"].supplies] == [
        (a, Fraction(3, 5), Fraction(2, 5)),
        (b, Fraction(3, 10), Fraction(7, 10)),
    ]
    assert [each.account_id for each in named["德铂建材"].key_accounts] == [a]
    assert [each.under_way for each in named["德铂建材"].moves] == [True, True, False]
    assert named["散户"].id is None
    (here,) = rivals(book, now=NOW, account_id=a).rivals
    assert [each.id for each in here.moves if each.under_way] == [now]
    one = rivals(book, now=NOW, account_id=a)
    assert [each.fields["what"] for each in one.unnamed] == ["送货到工地"]
    assert [(row.item_id, row.only_ours) for row in one.matrix] == [(item, (rival,))]
    assert found.matrix == ()
