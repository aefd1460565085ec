"""Undo and redo while a report is written: the form's own steps, never a recorded one of elsewhere behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def in_form(window: MainWindow) -> bool:
    """Whether the keyboard is in a report in which something stands that is not saved."""
    return window.page() == "report" and window.made("report") and window.report.has_typed()


def turn_form(window: MainWindow, *, again: bool) -> bool:
    """Take a step of the form back, or bring it ``again``, where one is being filled in; False where none is."""
    if not in_form(window):
        return False
    if not window.report.turn(again=again):
        translate = QCoreApplication.translate
        said = (
            translate("FormSteps", "There is nothing more to bring back in this report.")
            if again
            else translate(
                "FormSteps", "There is nothing more to take back in this report. What is typed stays."
            )
        )
        window.notice.tell(said)
    return True
