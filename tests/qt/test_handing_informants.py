"""A hand-over asks for each informant behind the lock, tells nothing while it is locked; the next one takes over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.confidential import record_informant, set_lock
from kamdesk.operations.entrusting import end_informant_share
from kamdesk.operations.knowledge.handing_over import hand_over
from kamdesk.operations.week_end.identity import identity
from kamdesk.operations.week_end.peers import add_peer
from kamdesk.operations.week_end.sharing import share_account
from kamdesk.qt.chart.plan import LOCK
from kamdesk.qt.dialogs.card_role import CardRoleDialog
from kamdesk.qt.dialogs.contents import fields
from kamdesk.qt.dialogs.entrusted import EntrustedDialog
from kamdesk.qt.dialogs.hand_over import HandOverDialog
from kamdesk.qt.dialogs.unlock import UnlockDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.widgets.buttons import Button
from kamdesk.reads.confidential import informants
from tests.books import NOW, TODAY, make_book
from tests.operations.week_end.books import hand
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened
from tests.qt.test_account_known import dialog, step
from tests.qt.test_entrusted import link
from tests.qt.test_secrecy import SECRET, TOLD, said, unlock

pytestmark = pytest.mark.opens("today")

QIN = "秦川"


@pytest.fixture
def colleague(filled: Filled, tmp_path: Path) -> Path:
    """A colleague's book; either knows the other. Who informs the rep is recorded at one account."""
    one = open_book(filled.path, backups=tmp_path / "b", now=NOW)
    qin = make_book(tmp_path / QIN, rep=QIN)
    for store in (one, qin):
        set_lock(store, passphrase=SECRET, now=NOW, cost=2)
    mine, theirs = identity(one, rep="林岚", device="laptop"), identity(qin, rep=QIN, device="laptop")
    add_peer(one, card=theirs.card, now=NOW)
    add_peer(qin, card=mine.card, now=NOW)
    record_informant(one, contact_id=filled.zheng, account_id=filled.nanyu, told=TOLD, now=NOW)
    share_account(one, account_id=filled.nanyu, colleague=QIN, since=TODAY, now=NOW)
    one.close()
    qin.close()
    return tmp_path / QIN / "book.kam"


def ask(qtbot: QtBot, window: MainWindow, account_id: str) -> HandOverDialog:
    window.open_account(account_id)
    settle(qtbot, window)
    step(qtbot, window, "give_accounts")
    form = dialog(HandOverDialog)
    form.reason_field.set_value("region")
    return form


def taught(path: Path, account_id: str) -> list[str]:
    """Whom the entries of an account were handed on to."""
    store = open_book(path, None, backups=path.parent / "look", now=NOW)
    try:
        return [share.manager for each in informants(store, account_id=account_id) for share in each.shared]
    finally:
        store.close()


def test_locked_it_says_the_same_whether_there_are_any_or_not(
    qtbot: QtBot, open_window: Open, colleague: Path, filled: Filled
) -> None:
    window = open_window(filled.path)
    looks = []
    for account_id in (filled.nanyu, filled.haichuan):
        form = ask(qtbot, window, account_id)
        form.taken_by.setEditText("陈涛")
        entries = form.entries
        entries.resize(500, 120)
        looks.append((said(entries), entries.grab().toImage(), form.height(), entries.missing.isVisible()))
        assert (entries.boxes, entries.ticked()) == ({}, ())
        if account_id == filled.nanyu:
            form.primary.click()
            settle(qtbot, window)
            assert taught(filled.path, account_id) == []
        else:
            form.reject()
    assert looks[0] == looks[1]
    assert TOLD not in looks[0][0]


def test_what_is_ticked_goes_along_and_undo_takes_it_back(
    qtbot: QtBot, open_window: Open, colleague: Path, filled: Filled
) -> None:
    window = open_window(filled.path)
    form = ask(qtbot, window, filled.nanyu)
    form.entries.unlock.click()
    settle(qtbot, window)
    asking = opened(UnlockDialog)
    asking.passphrase.setText(SECRET)
    asking.primary.click()
    settle(qtbot, window)
    entries = form.entries
    ((entry_id, box),) = entries.boxes.items()
    assert form.focusWidget() is box
    assert [form.taken_by.itemText(n) for n in range(form.taken_by.count())] == [QIN], "known by card"
    assert box.text().startswith("郑海潮")
    assert TOLD in said(entries)
    assert not box.isChecked()
    assert "stays with you alone" in entries.said.text()
    assert not [name for name in fields(form) if "CheckBox" in name], "no draft tells what is ticked"
    box.click()
    assert entries.ticked() == (entry_id,)

    form.taken_by.setEditText("陈涛")
    assert "陈涛's card is not known" in entries.missing.text()
    assert entries.missing.isVisible()
    form.primary.click()
    settle(qtbot, window)
    assert "no entry can go to 陈涛" in form.reason()
    assert entries.missing.isVisible()
    window.desk.secrecy.lock()
    QApplication.sendPostedEvents(None, 52)
    assert TOLD not in said(form)
    assert "陈涛" not in said(form), "nor does a fault that was told remain"
    assert form.taken_by.toolTip() == ""
    form.taken_by.setEditText(QIN)
    assert not entries.missing.isVisible()
    assert entries.ticked() == ()
    window.desk.secrecy.open()
    settle(qtbot, window)
    (box,) = entries.boxes.values()
    assert not box.isChecked(), "what was ticked was forgotten when it locked"
    box.click()
    form.accounts.item(0).setCheckState(form.accounts.item(0).checkState().Unchecked)
    assert entries.boxes == {}
    form.accounts.item(0).setCheckState(form.accounts.item(0).checkState().Checked)
    form.primary.click()
    settle(qtbot, window)
    assert taught(filled.path, filled.nanyu) == [QIN]
    window.open_account(filled.nanyu, "people")
    settle(qtbot, window)
    window.account.people.choose(LOCK)
    assert f"Handed on to {QIN}" in said(window.account.people.secret)
    window.desk.secrecy.lock()
    settle(qtbot, window)
    step(qtbot, window, "undo")
    assert taught(filled.path, filled.nanyu) == []


def test_with_more_in_it_the_dialog_stays_within_the_screen(
    qtbot: QtBot, open_window: Open, colleague: Path, filled: Filled
) -> None:
    window = open_window(filled.path)
    window.desk.secrecy.open()
    form = ask(qtbot, window, filled.nanyu)
    room = form.screen().availableGeometry()
    assert form.testAttribute(Qt.WidgetAttribute.WA_Moved), (
        "it stands where it is put, not where it happens to"
    )
    form.move(room.x() + 20, room.y() + room.height() - form.height())
    form.make_room()
    form.fail("No.")
    assert room.contains(form.frameGeometry())


def test_without_informants_it_says_so_once_unlocked(
    qtbot: QtBot, open_window: Open, colleague: Path, filled: Filled
) -> None:
    window = open_window(filled.path)
    window.desk.secrecy.open()
    form = ask(qtbot, window, filled.haichuan)
    settle(qtbot, window)
    assert "Nobody is recorded" in form.entries.said.text()
    form.taken_by.setEditText("陈涛")
    assert not form.entries.missing.isVisible()
    form.reject()


@pytest.fixture
def received(colleague: Path, filled: Filled, tmp_path: Path) -> Path:
    """The colleague's book once the package of the hand-over was taken in."""
    one = open_book(filled.path, backups=tmp_path / "b", now=NOW)
    qin = open_book(colleague, None, backups=tmp_path / "b2", now=NOW)
    (known,) = informants(one, account_id=filled.nanyu)
    hand_over(
        one,
        account_ids=[filled.nanyu],
        given_by="林岚",
        taken_by=QIN,
        reason="region",
        handed_on=TODAY,
        now=NOW,
        entries=[known.id],
    )
    hand(one, qin, tmp_path, QIN)
    one.close()
    qin.close()
    return colleague


def test_the_next_one_takes_it_over_in_the_list_and_undoes_it(
    qtbot: QtBot, open_window: Open, received: Path, filled: Filled, tmp_path: Path
) -> None:
    window = open_window(received, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    window.week_end.circle.own.entrusted.click()
    settle(qtbot, window)
    shown = opened(EntrustedDialog)
    assert shown.known() == ()
    window.desk.secrecy.open()
    settle(qtbot, window)
    texts = {each.text() for each in shown.findChildren(QLabel)}
    assert {"From 林岚", TOLD} <= texts
    (take,) = [each for each in shown.findChildren(Button) if each.text() == "Take over"]
    take.click()
    settle(qtbot, window)
    QApplication.sendPostedEvents(None, 52)
    assert [each.mine for each in shown.known()] == [True]
    assert "In your own book" in said(shown)
    assert not [each for each in shown.findChildren(Button) if each.text() == "Take over"]
    shown.reject()
    step(qtbot, window, "undo")
    window.open_account(filled.nanyu, "people")
    settle(qtbot, window)
    window.account.people.choose(LOCK)
    assert window.account.people.secret.known() == ()
    assert "From 林岚" in said(window.account.people.secret)


def test_the_next_one_takes_it_over_at_the_account(
    qtbot: QtBot, open_window: Open, received: Path, filled: Filled
) -> None:
    window = open_window(received)
    window.open_account(filled.nanyu, "people")
    settle(qtbot, window)
    secret = window.account.people.secret
    window.account.people.choose(LOCK)
    assert TOLD not in said(window)
    unlock(qtbot, window)
    settle(qtbot, window)
    assert [each.rep for each in secret.given()] == ["林岚"]
    link(window, "Take over").click()
    settle(qtbot, window)
    QApplication.sendPostedEvents(None, 52)
    assert (len(secret.known()), secret.given()) == (1, ())
    assert {"Taken over from 林岚", TOLD} <= set(said(secret).splitlines())
    window.desk.secrecy.lock()
    QApplication.sendPostedEvents(None, 52)
    assert TOLD not in said(window)
    assert secret.given() == ()


def test_what_was_taken_back_meanwhile_is_told(
    qtbot: QtBot, open_window: Open, received: Path, filled: Filled, tmp_path: Path
) -> None:
    window = open_window(received, page="week_end")
    window.desk.secrecy.open()
    window.cards.people.show_entrusted()
    settle(qtbot, window)
    shown = opened(EntrustedDialog)
    (take,) = [each for each in shown.findChildren(Button) if each.text() == "Take over"]
    one = open_book(filled.path, backups=tmp_path / "b", now=NOW)
    (known,) = informants(one, account_id=filled.nanyu)
    end_informant_share(one, share_id=known.shared[0].id, now=NOW)
    window.desk.runner.run(_taking, sender=one, folder=tmp_path)
    take.click()
    settle(qtbot, window)
    assert "taken back by then" in said(shown)
    assert shown.known() == ()
    shown.reject()
    one.close()


def _taking(store, *, sender, folder: Path, now) -> None:
    hand(sender, store, folder, QIN)


def test_my_card_becomes_a_manager_s_and_a_rep_s_again(
    qtbot: QtBot, open_window: Open, filled: Filled
) -> None:
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    circle = window.week_end.circle
    before = circle.own.check.text()
    for said_so, role in (("a manager's", "manager"), ("a rep's", "rep")):
        circle.own.role.click()
        asked = opened(CardRoleDialog)
        assert said_so in asked._heading.text()
        assert "give it to everybody" in asked.sentence.text()
        asked.primary.click()
        settle(qtbot, window)
        assert circle.circle().card.role == role
        assert f'"role":"{role}"' in circle.circle().text.replace(" ", "")
        assert said_so in said(circle.own)
    circle.own.role.click()
    opened(CardRoleDialog).cancel.click()
    settle(qtbot, window)
    assert circle.circle().card.role == "rep"
    assert circle.own.check.text() == before, "the keys stay"


def test_an_office_s_card_is_offered_no_other_role(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    store = open_book(filled.path, None, backups=filled.path.parent / "b", now=NOW)
    identity(store, rep="内勤", device="office", role="office")
    store.close()
    window = open_window(filled.path, page="week_end")
    window.week_end.show_part("circle")
    settle(qtbot, window)
    own = window.week_end.circle.own
    assert not own.role.isVisible()
    assert not own.entrusted.isVisible()
    window.week_end_desk.ask_role("manager")
    opened(CardRoleDialog).primary.click()
    settle(qtbot, window)
    assert "can't become" in window.notice.text()
    assert window.week_end.circle.circle().card.role == "office"
