"""The sections of an account's page that are plain lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.pages.account import entries
from kamdesk.qt.pages.account.listed import ListedSection, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kamdesk.qt.jobs.account import AccountWhole

translate = QCoreApplication.translate


def promises_section(desk: Desk, parent: QWidget) -> ListedSection:
    def made(whole: AccountWhole) -> list[Entry]:
        return [entries.promise_entry(p, desk.today(), desk.speech) for p in whole.view.history.promises]

    def words() -> Words:
        return (
            translate("Lists", "Promises"),
            translate("Lists", "Record a promise"),
            translate("Lists", "No promise recorded"),
            translate("Lists", "What you promise a customer is written down here, so that it is kept."),
        )

    def sub(whole: AccountWhole) -> str:
        past = whole.view.history.promises
        late = sum(promise.overdue for promise in past)
        still = sum(promise.state == "open" for promise in past)
        overdue = translate("Lists", "%n overdue", "", late) if late else ""
        return desk.speech.joined((translate("Lists", "%n open", "", still), overdue))

    return ListedSection(desk, parent, "promises", ("handshake", "plus"), "add_promise", made, words, sub)


def line_section(desk: Desk, parent: QWidget) -> ListedSection:
    def made(whole: AccountWhole) -> list[Entry]:
        return [entries.slot_entry(slot, desk.today(), desk.speech) for slot in whole.view.page.slots]

    def words() -> Words:
        return (
            translate("Lists", "Fixed visits"),
            translate("Lists", "Add a fixed visit"),
            translate("Lists", "Not on the line"),
            translate("Lists", "Give the account a fixed day and time, and keep to it."),
        )

    def sub(whole: AccountWhole) -> str:
        weeks = max(whole.sheet.weeks.values(), default=0)
        return translate("Lists", "kept %n weeks in a row", "", weeks) if weeks else ""

    return ListedSection(desk, parent, "line", ("route", "calendar-plus"), "add_slot", made, words, sub)
