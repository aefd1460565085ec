"""The visit report: left for the page before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    report = window.report
    report.left.connect(window.go_back)
    report.asked.connect(window.cards.carry_out)
    report.told.connect(window.teller.tell)
