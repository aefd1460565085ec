"""What the Help menu opens: the user guide, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from kamdesk import __version__, assets
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog

if TYPE_CHECKING:
    from kamdesk.qt.dialogs.guide import GuideDialog
    from kamdesk.qt.main_window import MainWindow


class HelpDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._guide: GuideDialog | None = None
        window.actions_.on("guide", self.guide)
        window.actions_.on("about", self.about)

    def guide(self) -> None:
        """The user guide, beside the window; asked for again, the one that is open comes to the front."""
        from kamdesk.qt.dialogs.guide import GuideDialog

        if self._guide is None or not isValid(self._guide):
            self._guide = GuideDialog(self._desk, self._window, assets.guide)
            self._guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def about(self) -> None:
        """Version, licences and keys."""
        from kamdesk.qt.dialogs.about import AboutDialog

        dialog = AboutDialog(self._desk, self._window, __version__)
        open_dialog(dialog)
