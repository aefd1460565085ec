"""Accounts handed over to a colleague from their table, their page and the team; what the next one must know."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kamdesk.db import tables as t
from kamdesk.db.opening import open_book
from kamdesk.operations.accounts import change_account, set_phones
from kamdesk.operations.confidential import record_informant
from kamdesk.operations.contacts import set_contact_phones
from kamdesk.qt.dialogs.hand_over import HandOverDialog
from kamdesk.qt.dialogs.handover_sheet import HandoverSheet
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.models.account_filter import Condition, Kind, choices
from kamdesk.qt.models.account_filter import test_of as filtering
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.reads.account import account_page
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.account_table import owners as owner_names
from tests.books import NOW, TODAY
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled
from tests.qt.goal_books import know
from tests.qt.test_account_known import dialog, step

pytestmark = pytest.mark.opens("today")


def owners(window: MainWindow) -> list[tuple[str, bool]]:
    """The account's owners, each with whether it is so still."""
    rows = window.account.whole().known.of("account_team")
    return [(row.get("name"), row.get("until") is None) for row in rows if row.get("part") == "owner"]


def named(path: Path, account_id: str) -> tuple[str | None, str | None]:
    """Whom the table and the account's page say to look after it."""
    store = open_book(path, None, backups=path.parent / "owners", now=NOW)
    try:
        (row,) = [each for each in account_rows(store, today=TODAY) if each.id == account_id]
        return row.owner, account_page(store, account_id=account_id, today=TODAY).owner
    finally:
        store.close()


def by_owner(path: Path) -> dict[str, object]:
    """What the filter by owner offers, and whom it lets through for the colleague."""
    store = open_book(path, None, backups=path.parent / "filter", now=NOW)
    try:
        rows, reps = account_rows(store, today=TODAY), dict(owner_names(store))
    finally:
        store.close()
    offered = {reps.get(value, value): number for value, number in choices(Kind.OWNER, rows, TODAY)}
    fits = filtering(Condition(Kind.OWNER, ("陈涛",)), TODAY)
    return offered | {"陈涛": [row.short_name or row.name for row in rows if fits(row)]}


def test_selected_accounts_pass_to_a_colleague_and_come_back(
    qtbot: QtBot, window: MainWindow, filled: Filled, tmp_path: Path
) -> None:
    def fill(store, now):
        know(store, "team_member", name="陈涛", since=TODAY)
        know(store, "need", account_id=filled.haichuan, what="三天到货", kind="delivery")
        with store.read() as connection:
            person = connection.scalar(select(t.contact.c.id).where(t.contact.c.name == "陈国梁"))
            me = connection.scalar(select(t.rep.c.id))
            every = list(connection.scalars(select(t.account.c.id)))
        record_informant(store, account_id=filled.haichuan, contact_id=person, told="甲固要来谈年框", now=now)
        for account_id in every:
            change_account(store, account_id=account_id, owner_id=me, now=now)

    window.desk.runner.run(fill)
    window.go("accounts")
    settle(qtbot, window)
    window.accounts.table.selectAll()
    before = named(filled.path, filled.haichuan)
    assert "陈涛" not in before
    step(qtbot, window, "give_accounts")
    form = dialog(HandOverDialog)
    assert form.accounts.count() == 4
    for row in range(4):
        item = form.accounts.item(row)
        if item.data(Qt.ItemDataRole.UserRole) != filled.haichuan:
            item.setCheckState(Qt.CheckState.Unchecked)
    form.primary.click()
    assert "Who takes them over" in form.reason()
    assert [form.taken_by.itemText(n) for n in range(form.taken_by.count())] == ["陈涛"]
    form.taken_by.setCurrentIndex(0)
    form.primary.click()
    assert "why" in form.reason()
    form.reason_field.set_value("region")
    form.said.setPlainText("老板爱喝茶")
    assert form.given_by.text() == "林岚"
    form.primary.click()
    settle(qtbot, window)

    sheet = dialog(HandoverSheet)
    said = sheet.text.toPlainText()
    for wanted in (
        "海川建材",
        "陈国梁",
        "补发 20 包破损瓷砖胶",
        "三天到货",
        "返利按季结",
        "From 林岚 to 陈涛",
        "老板爱喝茶",
    ):
        assert wanted in said
    assert "年框" not in said, "who informs us and of what is told by no page"
    assert "nforms" not in said
    sheet.write(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    sheet.write(tmp_path / "none" / "sheet.pdf")
    assert "Nothing was saved" in sheet._said.text()
    sheet.accept()

    window.open_account(filled.haichuan, "people")
    settle(qtbot, window)
    assert owners(window) == [("陈涛", True)]
    assert named(filled.path, filled.haichuan) == ("陈涛", "陈涛")
    assert by_owner(filled.path) == {"陈涛": ["海川建材"], "林岚": 3}
    assert window.account.whole().known.of("handover")[0].get("given_by") == "林岚"
    step(qtbot, window, "undo")
    assert owners(window) == []
    assert named(filled.path, filled.haichuan) == before


def test_all_of_a_member_passes_on_and_an_account_by_its_page(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    def fill(store, now):
        know(store, "team_member", name="陈涛", since=TODAY)
        know(
            store,
            "account_team",
            account_id=filled.yuge,
            name="陈涛",
            function="sales",
            part="owner",
            since=TODAY,
        )

    window.desk.runner.run(fill)
    window.go("market")
    settle(qtbot, window)
    window.market.show_section("own")
    own = window.market.own
    own.team.setCurrentIndex(own.team.model().index(0, 0))
    own.give.click()
    settle(qtbot, window)
    form = dialog(HandOverDialog)
    assert [form.accounts.item(row).text() for row in range(form.accounts.count())] == ["渔歌五金"]
    assert form.given_by.text() == "陈涛"
    form.taken_by.setEditText("陈涛")
    form.reason_field.set_value("left")
    form.primary.click()
    assert "already" in form.reason()
    form.reject()

    window.open_account(filled.yuge, "people")
    settle(qtbot, window)
    window.account.asked.emit("record", "handover")
    settle(qtbot, window)
    form = dialog(HandOverDialog)
    assert form.chosen() == [filled.yuge]
    form.reject()


def test_without_a_team_somebody_is_added_to_it_from_there(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.open_account(filled.haichuan)
    settle(qtbot, window)
    step(qtbot, window, "give_accounts")
    form = dialog(HandOverDialog)
    assert form.taken_by.count() == 0
    assert form.nobody.isVisible()
    form.add_member.click()
    settle(qtbot, window)
    member = dialog(RecordDialog)
    member.form.editors["name"].set_value("陈涛")
    member.primary.click()
    settle(qtbot, window)
    assert form.taker() == "陈涛"
    assert form.focusWidget() is form.taken_by
    assert not form.nobody.isVisible()
    assert not form.add_member.isVisible()
    form.reject()


def test_the_sheet_tells_numbers_whole_with_their_extensions(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    def fill(store, now):
        numbers = [("0576-88536114", "801", "switchboard"), ("0576-88536115", None, "fax")]
        set_phones(store, account_id=filled.haichuan, phones=numbers, now=now)
        with store.read() as connection:
            person = connection.scalar(select(t.contact.c.id).where(t.contact.c.name == "陈国梁"))
        set_contact_phones(store, contact_id=person, phones=[("0576-88536116", "22", "office")], now=now)

    window.desk.runner.run(fill)
    settle(qtbot, window)
    window.handing.show_sheet([filled.haichuan])
    settle(qtbot, window)
    said = dialog(HandoverSheet).text.toPlainText()
    assert "0576-88536114-801, 0576-88536115 (fax)" in said
    assert "0576-88536116-22" in said
