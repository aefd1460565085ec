"""What every section of an account's page has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.page import Density

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole


class Section(QWidget):
    """``asked`` gives what is to be done (``add_contact``, ``edit_promise`` …) and about which row."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.whole: AccountWhole | None = None
        self.density = Density()

    def show_account(self, whole: AccountWhole) -> None:
        """Another account, or the same one read anew."""
        self.whole = whole

    def leave(self) -> None:
        """Another account is about to be shown: nothing of this one stays."""
        self.whole = None

    def arrive(self) -> None:
        """The section comes into view."""

    def begin_new(self) -> None:
        """Insert was pressed: record one more of what the section lists."""

    def aside(self) -> QWidget | None:
        """What is known of the entry chosen, to stand beside the section; None where it has nothing such."""
        return None

    def take_aside(self) -> None:
        """In a narrow window the section has it under its list."""

    def set_density(self, density: Density) -> None:
        self.density = density

    def focus_first(self) -> None:
        """The keys go to where the work is."""
        self.setFocus()

    def retranslate(self) -> None:
        """Say every word anew."""
