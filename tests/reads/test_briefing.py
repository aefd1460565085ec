"""The briefing's data: what was recorded, nothing of informants, the next visit with what to heed."""

from datetime import date

from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.debt import Receivable
from kamdesk.operations import accounts, confidential, contacts, line, promises, visits
from kamdesk.operations.knowledge.records import record
from kamdesk.papers.briefing import Owed
from kamdesk.reads.briefing import briefing
from tests.books import NOW, TODAY, only


def a_customer(book: Store) -> tuple[str, str]:
    account = only(
        accounts.add_account(book, name="路桥恒邦", value_class="A", is_key=True, now=NOW), "account"
    )
    who = only(
        contacts.add_contact(
            book,
            account_id=account,
            name="陈国梁",
            title="总经理",
            phones=[("13812345678", None, "mobile")],
            now=NOW,
        ),
        "contact",
    )
    contacts.give_role(book, contact_id=who, account_id=account, role="decision_maker", now=NOW)
    return account, who


def test_an_empty_account_has_nothing_invented(book: Store) -> None:
    account = only(accounts.add_account(book, name="甲", now=NOW), "account")
    paper = briefing(book, account_id=account, now=NOW)
    assert (paper.visit, paper.people, paper.promises, paper.visits, paper.sales) == (None, (), (), (), ())
    assert paper.promise_kept is not None
    assert paper.promise_kept.value is None
    assert paper.account.is_key is None
    assert paper.imprint.rep == "林岚"


def test_the_next_visit_is_the_first_still_planned_and_carries_objective_and_cautions(book: Store) -> None:
    account, _ = a_customer(book)
    slot = only(
        line.add_slot(
            book, account_id=account, weekday=1, start=11 * 60 + 40, minutes=60, valid_from=TODAY, now=NOW
        ),
        "visit_slot",
    )
    at_today = visits.Occurrence(slot_id=slot, due_on=TODAY)
    visits.set_objective(book, visit=at_today, objective="签铁路发运确认书", now=NOW)
    visit = briefing(book, account_id=account, now=NOW).visit
    assert visit is not None
    assert (visit.day, visit.start, visit.objective) == (TODAY, 700, "签铁路发运确认书")
    assert "over_lunch" in [caution.code for caution in visit.cautions]
    visits.report_visit(book, visit=at_today, report=visits.Report(visited_on=TODAY), now=NOW)
    visit = briefing(book, account_id=account, now=NOW).visit
    assert visit is not None
    assert visit.day == date(2026, 12, 1)


def test_promises_lately_settled_stand_beside_the_open_ones_and_the_rate_counts_all(book: Store) -> None:
    account, who = a_customer(book)
    old = date(2025, 1, 10)
    for made, state in ((old, "kept"), (date(2026, 11, 2), "kept"), (date(2026, 11, 3), "open")):
        added = promises.add_promise(
            book,
            account_id=account,
            what=f"{made} {state}",
            made_on=made,
            due_on=made,
            contact_id=who,
            now=NOW,
        )
        if state != "open":
            promises.settle_promise(
                book, promise_id=only(added, "promise"), state=state, settled_on=made, now=NOW
            )
    paper = briefing(book, account_id=account, now=NOW)
    assert [promise.what for promise in paper.promises] == ["2026-11-03 open", "2026-11-02 kept"]
    assert paper.promise_kept is not None
    assert (paper.promise_kept.numerator, paper.promise_kept.denominator) == (2, 3)
    assert paper.promises[0].to_whom == "陈国梁"


def test_an_informant_leaves_the_briefing_as_it_is(book: Store) -> None:
    account, who = a_customer(book)
    before = briefing(book, account_id=account, now=NOW)
    confidential.record_informant(book, contact_id=who, account_id=account, told="下月换仓库", now=NOW)
    after = briefing(book, account_id=account, now=NOW)
    assert after == before
    assert "informant" not in {role.value for role in after.missing_roles}


def test_a_move_is_told_with_who_asked(book: Store) -> None:
    account, who = a_customer(book)
    slot = only(
        line.add_slot(
            book, account_id=account, weekday=1, start=510, minutes=60, valid_from=date(2026, 9, 1), now=NOW
        ),
        "visit_slot",
    )
    line.move_slot(
        book,
        slot_id=slot,
        asked_by="customer",
        contact_id=who,
        asked_on=TODAY,
        effective_from=date(2026, 11, 30),
        weekday=2,
        now=NOW,
    )
    (change,) = briefing(book, account_id=account, now=NOW).line_changes
    assert (change.asked_by, change.contact) == ("customer", "陈国梁")
    assert change.was is not None
    assert change.now is not None
    assert (change.was.weekday, change.now.weekday) == (1, 2)


def test_the_area_says_what_the_address_leaves_out(book: Store) -> None:
    for fields, area in (
        (
            {"province": "浙江", "city": "宁波", "district": "鄞州区", "address": "鄞州区人民路841号"},
            "浙江宁波",
        ),
        ({"city": "Berlin", "country": "Germany", "address": "Obere Str. 57"}, "Berlin, Germany"),
        ({"address": "银安街 218 号"}, None),
    ):
        account = only(accounts.add_account(book, name="甲", now=NOW, **fields), "account")
        assert briefing(book, account_id=account, now=NOW).account.area == area


def test_what_is_overdue_stands_on_the_paper_with_its_oldest_day(book: Store) -> None:
    with book.write("test.debt", now=NOW) as tx:
        account = Account(id=tx.new_id(), name="岩屿建材")
        tx.add(account)
        for number, due, open_amount in (
            ("F1", date(2026, 10, 20), 5_000_00),
            ("F2", date(2026, 11, 20), 2_000_00),
            ("F3", date(2026, 12, 20), 1_000_00),
        ):
            tx.add(
                Receivable(
                    id=tx.new_id(),
                    account_id=account.id,
                    number=number,
                    due_on=due,
                    open_amount=open_amount,
                    as_of=date(2026, 11, 23),
                    currency="CNY",
                )
            )
    assert briefing(book, account_id=account.id, now=NOW).owed == (
        Owed("CNY", date(2026, 11, 23), 8_000_00, 7_000_00, 35),
    )
    with book.write("test.paid", now=NOW) as tx:
        for row in tx.every(Receivable):
            tx.take_back(row)
    assert briefing(book, account_id=account.id, now=NOW).owed == ()


def test_requests_inside_the_house_stand_with_the_actions_until_they_are_answered(book: Store) -> None:
    account_id, _ = a_customer(book)
    for what, state in (("改走铁路", "open"), ("多给两天账期", "granted")):
        record(
            book, table="internal_request", now=NOW, account_id=account_id, what=what, department="logistics",
            asked_of="周部长", due_on=TODAY, state=state, answered_on=None if state == "open" else TODAY,
        )  # fmt: skip
    told = [each for each in briefing(book, account_id=account_id, now=NOW).actions if each.inside]
    assert [(each.what, each.owner, each.due_on, each.inside) for each in told] == [
        ("改走铁路", "周部长", TODAY, "logistics")
    ]
