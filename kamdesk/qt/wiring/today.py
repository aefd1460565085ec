"""Today: its stops lead to the visit, its lists to the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    window.today.line_asked.connect(lambda: window.go("line"))
