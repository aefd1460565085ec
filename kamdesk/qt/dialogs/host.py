"""Dialogs left with something typed in them: the window says that it is kept, and leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


class Dialogs(QObject):
    """One dialog at a time lies aside, as it was left, until something else is written or another book is opened."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._aside: QDialog | None = None
        desk.runner.changed.connect(self._let_go)
        desk.runner.opened.connect(self._let_go)

    def keep_aside(self, dialog: QDialog) -> None:
        """The dialog is being closed unsaved; what was typed is a draft by now."""
        self._let_go()
        self._aside = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        said = self.tr("“{what}” is not saved. What you typed is kept and offered the next time.")
        self._window.notice.tell(
            said.format(what=dialog.windowTitle()), self.tr("Go on with it"), self.take_up_again
        )

    def opens(self) -> None:
        """A dialog is opened: what was said about the one before is over."""
        if self._aside is not None:
            self._window.notice.hide()

    def take_up_again(self) -> None:
        """Back to the dialog that was left last."""
        dialog, self._aside = self._aside, None
        if dialog is not None and isValid(dialog):
            open_dialog(dialog)

    def _let_go(self) -> None:
        dialog, self._aside = self._aside, None
        if dialog is not None and isValid(dialog):
            dialog.deleteLater()
