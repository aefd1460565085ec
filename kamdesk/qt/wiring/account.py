"""The page of an account: what it asks for is a deed about that account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.exchange.spreadsheets.folders import sweep as sweep_lists
from kamdesk.qt.chart.plan import LOCK
from kamdesk.qt.market_answers import ask_share
from kamdesk.qt.wiring.known import known_deed

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

MORE = (
    "edit_account", "", "add_contact", "add_promise", "add_note", "attach_files", "add_slot", "", "record_answer",
    "give_accounts", "secrecy",
)  # fmt: skip
"""What stands in the menu of the account's head, beside the buttons."""


def wire(window: MainWindow) -> None:
    from kamdesk.qt.pages.account.people import CHART

    account, deeds, secrecy = window.account, window.deeds, window.desk.secrecy

    def asked(name: str, key: str) -> None:
        if name == "open_account":
            window.open_account(key)
        elif name == "open_file":
            account.files.open_file(key)
        elif name in ("attach_promise", "attach_report"):
            account.files.choose_files("promise" if name == "attach_promise" else "visit_report", key)
        elif name == "handover_sheet":
            window.handing.show_sheet([account.account_id()])
        elif name == "give_accounts" or (name == "record" and key == "handover"):
            window.handing.ask([account.account_id()])
        elif name == "add_share":
            ask_share(window, account.account_id())
        elif name == "record" and key == "stage_assessment":
            known_deed(window, "judge_stage", "")
        elif not known_deed(window, name, key):
            deeds.account_deed(name, key)

    def turned(on: bool) -> None:
        """Undo shows what was done behind the lock only while it is open; no message is left that tells of it."""
        window.notice.hide()
        if on and window.page() == "account":
            account.people.look(CHART)
            account.show_section("people", LOCK)
        deeds.read_history()
        deeds.say_possible()

    account.back_asked.connect(window.go_back)
    account.briefing_asked.connect(window.paper_desk.show_briefing_in_view)
    account.report_asked.connect(deeds.report_account)
    account.asked.connect(asked)
    account.elsewhere_asked.connect(window.open_account)
    account.head.apart_asked.connect(lambda alias_id, name: window.accounts.acts.part(alias_id, name))
    account.shown.connect(deeds.say_possible)
    account.shown.connect(window.title.say)
    account.head.set_actions([window.actions_[name] if name else None for name in MORE])
    window.actions_.on("attach_files", lambda: account.files.choose_files())
    window.actions_.on("record_answer", account.answering.record_next)
    window.actions_.on("secrecy", window.cards.people.turn_lock)
    secrecy.setParent(window)  # it ends with the window: its clock must not reach one that is gone
    secrecy.changed.connect(turned)
    window.books.closed.connect(secrecy.lock)
    window.books.closed.connect(account.opened.clear)
    account.opened.sweep()
    sweep_lists()
    kept = str(window.kept("account/section") or "")
    account.show_section(kept)
