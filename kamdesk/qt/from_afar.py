"""What begins something new on the page of goals or of the market stands in the menus everywhere, and leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kamdesk.qt.rival_mention import mention_meant, record_mention

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

FROM_AFAR = {
    "set_target": ("goals", ""),
    "add_plan": ("goals", ""),
    "add_exception": ("market", "rule"),
    "add_policy": ("market", "rule"),
    "add_prospect": ("market", "prospects"),
    "add_move": ("market", "rivals"),
    "add_competitor": ("market", "rivals"),
    "add_share": ("market", "rivals"),
    "add_member": ("market", "own"),
}
"""The page of each such action, and the page's section."""


def lead_from_afar(window: MainWindow) -> None:
    """Connect each of `FROM_AFAR`: on its own page it is done at once, else once that page is there and read."""
    for name in FROM_AFAR:
        window.actions_.on(name, partial(_begin, window, name))


def _begin(window: MainWindow, name: str) -> None:
    page, section = FROM_AFAR[name]
    mention = mention_meant(window) if name == "add_move" else None
    if mention is not None:
        record_mention(window, mention)
        return
    if window.page() == page:
        getattr(window, page).asked.emit(name, "")
        return
    window.go(page)
    if window.page() != page:
        return
    there = getattr(window, page)
    if section:
        there.show_section(section)
    there.rows_shown.connect(partial(_ask, window, name), Qt.ConnectionType.SingleShotConnection)


def _ask(window: MainWindow, name: str) -> None:
    """Unless somebody has gone on to another page meanwhile."""
    page, _ = FROM_AFAR[name]
    if window.page() == page:
        getattr(window, page).asked.emit(name, "")
