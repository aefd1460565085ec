"""From an open question about the market to where it is answered: its dialog, or the field that comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs import market as jobs

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.qt.market_desk import MarketDesk

DEEDS = {"W8": "add_prospect", "W9": "add_policy", "W10": "add_move", "W11": "add_share"}
"""Questions that one form answers."""


class MarketAnswers(QObject):
    def __init__(self, desk: Desk, window: MainWindow, hands: MarketDesk) -> None:
        super().__init__(hands)
        self._desk, self._window, self._hands = desk, window, hands

    def record(self, question_id: str) -> None:
        """Open what answers the question, ready to be typed into."""
        if question_id in DEEDS:
            self._hands.carry_out(DEEDS[question_id], "")
        elif question_id == "W5":
            self._window.go("settings")
            self._window.settings.show_section("rule")
            self._window.settings.counting.begin()
        elif question_id in ("W1", "W6"):
            self._keys_or_sales(question_id)
        elif question_id == "W7" and self._ruled():
            self._window.records.record("potential", {})
        else:
            self._rule()

    def _ruled(self) -> bool:
        view = self._window.market.view()
        return view is not None and view.card is not None and not view.card.proposal

    def _rule(self) -> None:
        """The rule is confirmed; where it has no criterion yet, that comes first."""
        page = self._window.market
        page.show_section("rule")
        if page.rule.card.can_confirm():
            self._hands.carry_out("confirm_rule", "")
            return
        page.rule.card.editor.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.teller.tell_plainly(self.tr("Add the first criterion here, then confirm the rule."))

    def _keys_or_sales(self, question_id: str) -> None:
        """Key accounts are marked: as the rule has them, or by hand among the accounts; then sales are wanted."""
        window = self._window
        view = window.market.view()
        if view is None:
            return
        if not view.units:
            window.deeds.add_account()
        elif question_id == "W1" and any(unit.is_key for unit in view.units.values()):
            window.lists.choose()
        elif window.market.rule.differing():
            window.market.show_section("rule")
            window.market.rule.mark.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            window.go("accounts")
            window.accounts.viewing.pick("all")
            window.accounts.table.setFocus(Qt.FocusReason.OtherFocusReason)
            said = self.tr("Choose your key accounts, several with Ctrl or Shift, and mark them together.")
            window.notice.tell(said, self.tr("Change together…"), window.accounts.acts.change)


def ask_share(window: MainWindow, account_id: str = "") -> None:
    """Who supplies an account is put down; without ``account_id`` the account is asked for too."""

    def show(found: tuple[tuple[tuple[str, str], ...], tuple[str, ...]]) -> None:
        from kamdesk.qt.dialogs.share import ShareDialog

        dialog = ShareDialog(window.desk, window, *found, account_id)
        said = QCoreApplication.translate("MarketAnswers", "The share is put down.")
        dialog.accepted.connect(lambda: window.teller.tell(said))
        open_dialog(dialog)

    window.desk.runner.read(jobs.share_subject, done=show)
