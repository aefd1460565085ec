"""Papers: previewed, printed, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    papers, desk = window.papers, window.paper_desk
    papers.told.connect(window.teller.tell_plainly)
    papers.warned.connect(window.notice.warn)
    papers.print_asked.connect(desk.print_paper)
    papers.save_asked.connect(desk.save_paper)
    papers.written.connect(desk.saved)
    papers.opened.connect(desk.open)
    papers.empty.first.clicked.connect(lambda: window.go("line"))
    papers.restore({name: window.kept(f"papers/{name}") for name in papers.to_keep()})
