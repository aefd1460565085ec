"""By what accounts of a like name are told apart."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kamdesk.operations import accounts, contacts
from kamdesk.reads.likeness import like_accounts
from tests.books import NOW, make_book, only


def test_the_number_of_a_contact_is_told_where_the_account_has_none(tmp_path: Path) -> None:
    with closing(make_book(tmp_path)) as store:
        account = only(accounts.add_account(store, name="嘉和水泥制品", now=NOW), "account")
        person = contacts.add_contact(store, account_id=account, name="查磊敏", now=NOW)
        contacts.set_contact_phones(
            store, contact_id=only(person, "contact"), phones=(("13342366712", None, "mobile"),), now=NOW
        )
        with store.read() as connection:
            like = like_accounts(connection, [account])[account]
    assert like.phones == ()
    assert like.people == ("查磊敏",)
    assert like.called == ("13342366712",)
