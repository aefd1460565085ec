"""The actions of the page of goals: their words and keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

GOAL_KEYS = {
    "set_target": "Ctrl+Shift+G",
    "edit_target": "Ctrl+Alt+G",
    "remove_target": "Ctrl+Alt+Del",
    "explain_gap": "Ctrl+G",
    "add_goal_action": "Ctrl+Shift+T",
    "add_goal_reason": "Ctrl+Alt+W",
    "add_plan": "Ctrl+Shift+Y",
}


def goal_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "set_target": translate("Action", "A new goal…"),
        "edit_target": translate("Action", "Change and break down the goal…"),
        "remove_target": translate("Action", "Take the goal back"),
        "explain_gap": translate("Action", "Explain the gap…"),
        "add_goal_action": translate("Action", "An action for the goal…"),
        "add_goal_reason": translate("Action", "Why the goal must be reached…"),
        "add_plan": translate("Action", "A step of my development plan…"),
    }
