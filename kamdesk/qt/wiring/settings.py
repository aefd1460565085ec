"""Settings: what the rep sets for the book and for this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page, looks, shelf = window.settings, window.looks, window.shelf()
    page.told.connect(lambda said: window.notice.tell(said))
    page.safety.passphrase_asked.connect(lambda: window.keys.ask())
    page.backup_asked.connect(window.books.back_up)
    page.restore(lambda name: window.kept(f"settings/{name}"))
    page.counting.market_asked.connect(lambda: window.show_market("rule"))
    page.use_files(shelf.holidays_file)

    def show() -> None:
        page.show_settings(looks.settings(), shelf.backups)

    def keep(chosen: dict[str, Any]) -> None:
        looks.keep(**chosen)
        window.books.read_state()

    page.kept.connect(keep)
    page.look.spoken.connect(looks.speak)
    page.look.looked.connect(looks.look)
    page.look.scaled.connect(lambda scale: looks.keep(scale=scale))
    looks.kept.connect(show)
    show()
