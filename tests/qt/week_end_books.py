"""A book whose rep meets an office and a colleague, and packages that lie ready to be taken into it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.account import Account
from kamdesk.domain.note import Note
from kamdesk.domain.promise import Promise
from kamdesk.operations.week_end.identity import identity, own_card, write_card
from kamdesk.operations.week_end.packing import Order, pack
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.taking import take_in
from tests.books import NOW, make_book
from tests.qt.desk_books import Filled


@dataclass(frozen=True)
class Meeting:
    """``back`` is the office's package: three conflicts (a name, a day, an account taken back) and two new notes.

    ``stranger`` is sealed for the book by somebody it does not know (``card``); ``secret`` by a passphrase.
    """

    book: Path
    filled: Filled
    back: Path
    stranger: Path
    secret: Path
    card: Path
    passphrase: str = "GUT-GEHEIM-4711"


def meet(filled: Filled, folder: Path) -> Meeting:
    """The filled book has handed over everything, was changed since, and the office changed the same."""
    folder.mkdir()
    book = folder / "book.kam"
    shutil.copy(filled.path, book)
    store = open_book(book, backups=folder / "backups", now=NOW)
    office, other = make_book(folder / "office", rep="赵一鸣"), make_book(folder / "other", rep="王磊")
    mine = identity(store, rep="林岚", device="ThinkPad")
    theirs = identity(office, rep="总部", device="server", role="office")
    identity(other, rep="王磊", device="Surface")
    add_peer(store, card=theirs.card, now=NOW)
    for one in (office, other):
        add_peer(one, card=mine.card, now=NOW)
    card = folder / "wang.card"
    write_card(own_card(other), card)
    first = folder / "first.kamweek"
    pack(store, order=Order(first, NOW, week="2026-W48"), to=[theirs.card.key])
    take_in(office, path=first, now=NOW)
    change(office, filled.haichuan, name="海川建材集团")
    change(store, filled.haichuan, name="海川建材有限公司")
    change(store, filled.yanshi, city="杭州市")
    with office.write("test.gone", now=NOW) as tx:
        tx.take_back(tx.get(Account, filled.yanshi))
    settle_due(office, filled.promise, "2026-12-04")
    settle_due(store, filled.promise, "2026-12-11")
    for text in ("下周一起拜访", "报价单已寄"):
        with office.write("test.new", now=NOW) as tx:
            tx.add(Note(id=tx.new_id(), account_id=filled.haichuan, text=text, noted_on=date(2026, 11, 24)))
    back, secret, strange = (folder / f"{name}.kamweek" for name in ("back", "secret", "strange"))
    pack(office, order=Order(back, NOW, week="2026-W47"))
    pack(other, order=Order(strange, NOW))
    meeting = Meeting(book, filled, back, strange, secret, card)
    pack(other, order=Order(secret, NOW, passphrase=meeting.passphrase))
    for one in (store, office, other):
        one.close()
    return meeting


def change(store: Store, row: str, **fields: object) -> None:
    """Fields of an account, as an edit writes them."""
    with store.write("test.change", now=NOW) as tx:
        account = tx.get(Account, row)
        for name, value in fields.items():
            setattr(account, name, value)


def settle_due(store: Store, promise_id: str, day: str) -> None:

    with store.write("test.due", now=NOW) as tx:
        tx.get(Promise, promise_id).due_on = date.fromisoformat(day)
