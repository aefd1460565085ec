"""A card saved whole: one operation, one undo, the same content after it."""

from __future__ import annotations

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.account import Datum
from kamdesk.domain.errors import RuleError
from kamdesk.operations import line
from kamdesk.operations.cards import save_account, save_contact
from kamdesk.operations.undo import last_done, undo
from kamdesk.reads.account import account_page
from tests.books import NOW, TODAY, only


def save(book: Store, account_id: str | None = None, **more):
    given = {"fields": {"name": " 海川建材 ", "city": "台州"}, "phones": (), "tags": (), **more}
    return save_account(book, account_id=account_id, now=NOW, **given)


def page(book: Store, account_id: str):
    return account_page(book, account_id=account_id, today=TODAY)


def test_a_new_account_with_all_that_belongs_to_it(book: Store) -> None:
    changes = save(
        book,
        phones=[("0576-88536114", "801", "office"), ("13905760001", None, "mobile")],
        tags=["经销商", " ", "经销商", "防水"],
        place=(28.66, 121.42, "wgs84"),
    )
    account_id = only(changes, "account")
    shown = page(book, account_id)
    assert (shown.name, shown.city, shown.tags) == ("海川建材", "台州", ("经销商", "防水"))
    assert [(p.number, p.extension) for p in shown.phones] == [
        ("0576-88536114", "801"),
        ("13905760001", None),
    ]
    assert (shown.latitude, shown.longitude, shown.datum) == (28.66, 121.42, "wgs84")
    assert changes.operation == "account.add"


def test_one_undo_takes_the_whole_card_back(book: Store) -> None:
    account_id = only(save(book, phones=[("1", None, "office")], tags=["a"]), "account")
    before = page(book, account_id)
    changes = save(
        book, account_id, fields={"name": "海川", "city": None}, phones=[("2", None, "fax")], tags=["b", "a"],
        place=(30.0, 120.0, "wgs84"),
    )  # fmt: skip
    assert changes.operation == "account.change"
    assert page(book, account_id).name == "海川"
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert page(book, account_id) == before


def test_coordinates_of_a_chinese_map_are_turned_round_once(book: Store) -> None:
    account_id = only(save(book, place=(28.66, 121.42, Datum.GCJ02)), "account")
    shown = page(book, account_id)
    assert shown.latitude is not None
    assert 0.0005 < abs(shown.latitude - 28.66) < 0.01
    save(book, account_id)
    assert page(book, account_id).latitude == shown.latitude, "saved again without a place, it stays"


def test_a_card_saved_as_it_is_changes_nothing(book: Store) -> None:
    account_id = only(save(book, phones=[("1", None, "office")], tags=["a"]), "account")
    assert not save(book, account_id, phones=[("1", None, "office")], tags=["a"])


@pytest.mark.parametrize("name", ["", "   ", None])
def test_an_account_needs_a_name(book: Store, name: str | None) -> None:
    with pytest.raises(RuleError):
        save(book, fields={"name": name})


def test_leaving_active_needs_its_reason_and_ends_the_slots(book: Store) -> None:
    account_id = only(save(book), "account")
    line.add_slot(book, account_id=account_id, weekday=2, start=540, minutes=60, valid_from=TODAY, now=NOW)
    with pytest.raises(RuleError, match="status_needs_reason"):
        save(book, account_id, fields={"name": "海川", "status": "lost"})
    assert page(book, account_id).status == "active"
    save(book, account_id, fields={"name": "海川", "status": "lost", "status_reason": "转向竞品"})
    assert page(book, account_id).slots == ()


def test_a_point_off_the_earth_saves_nothing(book: Store) -> None:
    account_id = only(save(book), "account")
    with pytest.raises(RuleError, match="point_off_earth"):
        save(book, account_id, fields={"name": "X"}, place=(121.42, 28.66, "wgs84"))
    assert page(book, account_id).name == "海川建材"


def person(book: Store, account_id: str, contact_id: str | None = None, post_id: str | None = None, **more):
    given = {"person": {"name": "黄建平"}, "post": {"title": "采购经理"}, "phones": (), "roles": {}, **more}
    return save_contact(book, account_id=account_id, contact_id=contact_id, post_id=post_id, now=NOW, **given)


def people(book: Store, account_id: str):
    return {p.name: p for p in page(book, account_id).people}


def test_a_person_with_post_telephones_and_roles(book: Store) -> None:
    account_id = only(save(book), "account")
    person(
        book, account_id, phones=[("13905760001", None, "mobile")], post={"title": "经理", "support": "mentor"},
        roles={"purchaser": "confirmed", "influencer": "assumed"},
    )  # fmt: skip
    who = people(book, account_id)["黄建平"]
    assert (who.title, who.support, who.since) == ("经理", "mentor", None)
    assert {r.role: (r.standing, r.since) for r in who.roles} == {
        "purchaser": ("confirmed", TODAY),
        "influencer": ("assumed", TODAY),
    }


def test_roles_that_are_gone_end_and_their_history_stays(book: Store) -> None:
    account_id = only(save(book), "account")
    person(book, account_id, roles={"purchaser": "assumed"})
    who = people(book, account_id)["黄建平"]
    from kamdesk.operations.contacts import give_role

    give_role(
        book,
        contact_id=who.id,
        account_id=account_id,
        role="gatekeeper",
        now=NOW,
        since=TODAY.replace(year=2025),
    )
    before = people(book, account_id)["黄建平"]
    changes = person(book, account_id, who.id, who.post_id, roles={"purchaser": "confirmed"})
    after = {r.role: (r.standing, r.until) for r in people(book, account_id)["黄建平"].roles}
    assert after == {"purchaser": ("confirmed", None), "gatekeeper": ("assumed", TODAY)}
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert people(book, account_id)["黄建平"] == before


def test_the_confidential_role_is_kept_apart(book: Store) -> None:
    account_id = only(save(book), "account")
    with pytest.raises(RuleError, match="informant_apart"):
        person(book, account_id, roles={"informant": "confirmed"})
    assert people(book, account_id) == {}


def test_undo_is_offered_for_the_last_card(book: Store) -> None:
    save(book)
    with book.read() as connection:
        done = last_done(connection)
    assert done is not None
    assert (done.name, done.summary) == ("account.add", "海川建材")
