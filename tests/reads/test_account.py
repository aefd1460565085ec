"""One account: its page, its people, its history."""

from datetime import date

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound
from kamdesk.operations import accounts, confidential, contacts, line, promises, visits
from kamdesk.reads.account import account_page
from kamdesk.reads.confidential import informants
from kamdesk.reads.history import account_history
from tests.books import NOW, TODAY, only


def test_the_page_shows_what_was_recorded(book: Store) -> None:
    group = only(accounts.add_account(book, name="恒邦集团", level="group", now=NOW), "account")
    account = only(
        accounts.add_account(book, name="路桥恒邦", parent_id=group, address="银安街 218 号", now=NOW),
        "account",
    )
    accounts.set_phones(book, account_id=account, phones=[("0576-82451107", "2", "office")], now=NOW)
    accounts.set_tags(book, account_id=account, tags=["仓库靠海", " ", "老客户", "老客户"], now=NOW)
    accounts.set_hours(book, account_id=account, hours=[(1, 540, 690), (0, 540, 690)], now=NOW)
    who = only(
        contacts.add_contact(book, account_id=account, name="陈国梁", title="总经理", now=NOW), "contact"
    )
    contacts.give_role(book, contact_id=who, account_id=account, role="decision_maker", now=NOW)
    contacts.give_role(
        book, contact_id=who, account_id=account, role="decision_maker", standing="confirmed", now=NOW
    )
    line.add_slot(
        book,
        account_id=account,
        weekday=1,
        start=510,
        minutes=60,
        every_weeks=2,
        valid_from=date(2026, 11, 23),
        now=NOW,
    )
    page = account_page(book, account_id=account, today=TODAY)
    assert page.parent == (group, "恒邦集团")
    assert page.address == "银安街 218 号"
    assert [(phone.number, phone.extension) for phone in page.phones] == [("0576-82451107", "2")]
    assert page.tags == ("仓库靠海", "老客户")
    assert [hours.weekday for hours in page.hours] == [0, 1]
    (person,) = page.people
    assert [(role.role, role.standing) for role in person.roles] == [("decision_maker", "confirmed")]
    (slot,) = page.slots
    assert slot.dots == (True, False, True, False)
    assert slot.next_due == TODAY
    assert account_page(book, account_id=group, today=TODAY).children == ((account, "路桥恒邦"),)


def test_an_account_visited_at_another_of_its_unit_says_where(book: Store) -> None:
    company = only(accounts.add_account(book, name="岩屿建材", level="company", now=NOW), "account")
    site = only(
        accounts.add_account(book, name="岩屿仓库", level="site", parent_id=company, now=NOW), "account"
    )
    other = only(accounts.add_account(book, name="下沙五金", now=NOW), "account")
    assert account_page(book, account_id=company, today=TODAY).visited_at == ()
    line.add_slot(
        book, account_id=site, weekday=2, start=600, minutes=30, every_weeks=1, valid_from=TODAY, now=NOW
    )
    assert account_page(book, account_id=company, today=TODAY).visited_at == ((site, "岩屿仓库"),)
    assert account_page(book, account_id=site, today=TODAY).visited_at == ()
    assert account_page(book, account_id=other, today=TODAY).visited_at == ()


def test_an_account_that_is_not_there_says_so(book: Store) -> None:
    with pytest.raises(NotFound):
        account_page(book, account_id="nobody", today=TODAY)


def test_the_history_tells_promises_visits_and_notes_of_the_account_and_its_aliases(book: Store) -> None:
    account = only(accounts.add_account(book, name="甲", now=NOW), "account")
    alias = only(accounts.add_account(book, name="甲(旧)", now=NOW), "account")
    accounts.join_accounts(book, account_id=alias, into_id=account, now=NOW)
    who = only(contacts.add_contact(book, account_id=account, name="周敏", now=NOW), "contact")
    reported = visits.report_unplanned(
        book,
        account_id=alias,
        report=visits.Report(
            visited_on=TODAY,
            arrived=520,
            left=560,
            met=[who],
            outcome="order",
            companions=["张工"],
            promises=[visits.NewPromise("补发破包", date(2026, 11, 27))],
            order=visits.Taken(216_000_00),
        ),
        now=NOW,
    )
    promises.add_note(book, account_id=account, text="门口修路", noted_on=TODAY, now=NOW)
    promises.add_action(book, what="带样板", account_id=account, due_on=TODAY, now=NOW)
    history = account_history(book, account_id=account, today=date(2026, 11, 30))
    (visit,) = history.visits
    assert visit.id == only(reported, "visit")
    assert visit.met == ((who, "周敏"),)
    assert visit.companions == ("张工",)
    assert (visit.origin, visit.state, visit.outcome) == ("ad_hoc", "done", "order")
    (promise,) = history.promises
    assert (promise.what, promise.overdue) == ("补发破包", True)
    assert [(order.amount, order.visit_id) for order in history.orders] == [(216_000_00, visit.id)]
    assert promise.visit_id == visit.id
    assert [note.text for note in history.notes] == ["门口修路"]
    assert [action.what for action in history.actions] == ["带样板"]
    assert account_page(book, account_id=account, today=TODAY).people[0].last_met == TODAY


def test_an_informant_is_in_the_confidential_read_and_nowhere_else(book: Store) -> None:
    account = only(accounts.add_account(book, name="甲", now=NOW), "account")
    who = only(contacts.add_contact(book, account_id=account, name="周敏", now=NOW), "contact")
    page, history = (
        account_page(book, account_id=account, today=TODAY),
        account_history(book, account_id=account, today=TODAY),
    )
    confidential.record_informant(book, contact_id=who, account_id=account, told="下月换仓库", now=NOW)
    assert [row.name for row in informants(book, account_id=account)] == ["周敏"]
    assert account_page(book, account_id=account, today=TODAY) == page
    assert account_history(book, account_id=account, today=TODAY) == history
