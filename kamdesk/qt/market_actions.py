"""The actions of the page of the market: their words and keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

MARKET_KEYS = {
    "confirm_rule": "Alt+Shift+C",
    "mark_by_rule": "Alt+Shift+M",
    "add_exception": "Alt+Shift+E",
    "add_policy": "Alt+Shift+S",
    "add_prospect": "Alt+Shift+N",
    "edit_prospect": "Alt+Shift+I",
    "pass_lead": "Alt+Shift+P",
    "add_move": "Alt+Shift+V",
    "add_competitor": "Alt+Shift+K",
    "add_share": "Alt+Shift+A",
    "add_member": "Alt+Shift+T",
    "add_duty": "Alt+Shift+D",
}


def market_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "confirm_rule": translate("Action", "Confirm the rule of key accounts…"),
        "mark_by_rule": translate("Action", "Mark accounts as the rule has them"),
        "add_exception": translate("Action", "An exception of the rule…"),
        "add_policy": translate("Action", "What a class is to get…"),
        "add_prospect": translate("Action", "New prospect…"),
        "edit_prospect": translate("Action", "Put down more of the prospect…"),
        "pass_lead": translate("Action", "Pass the lead on…"),
        "add_move": translate("Action", "A rival's move…"),
        "add_competitor": translate("Action", "A rival…"),
        "add_share": translate("Action", "Who supplies an account…"),
        "add_member": translate("Action", "A member of the team…"),
        "add_duty": translate("Action", "A duty of a member…"),
    }
