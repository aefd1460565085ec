"""Run as a program: the window at a scale, page after page; says as JSON what is cut off or lies outside."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolButton, QWidget

from kamdesk.assets import folder
from kamdesk.db.opening import open_book
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import RAIL, MainWindow
from kamdesk.qt.shelf import Shelf
from kamdesk.qt.widgets.labels import Elided
from kamdesk.settings import Settings
from tests.books import NOW


def cut_off(widget: QWidget) -> bool:
    """Whether a label or button is smaller than its words need; those that give way say the rest in a tooltip."""
    if isinstance(widget, Elided):
        return False
    if isinstance(widget, QLabel):
        if not widget.text():
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
    hint = widget.sizeHint()
    return hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1


def scrolls(widget: QWidget) -> bool:
    """Whether it lies in something that can be scrolled to it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def faults(window: MainWindow) -> list[str]:
    """The labels and buttons in view that are cut off, and whatever lies outside the window."""
    found: list[str] = []
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            # Qt's own, inside its line edits: without words.
            if not widget.isVisible() or isinstance(widget, QToolButton):
                continue
            named = f"{type(widget).__name__} {widget.text() or widget.accessibleName()}"
            if cut_off(widget):
                hint = widget.sizeHint()
                found.append(f"{named}: {widget.width()}×{widget.height()} of {hint.width()}×{hint.height()}")
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not scrolls(widget) and not window.rect().contains(place):
                found.append(f"{named}: outside, {place.getRect()}")
    return found


def idle(window: MainWindow) -> None:
    """Everything asked has come, and what grew by it has its place."""
    while not window.desk.runner.is_idle():
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()


def main(book: Path, width: int, height: int, language: str) -> None:
    here = book.parent
    shelf = Shelf(
        open_book=lambda path, passphrase: open_book(path, None, backups=here, now=NOW),
        make_book=None,  # type: ignore[arg-type]
        demo_book=None,  # type: ignore[arg-type]
        book=book,
        demo=here / "demo.kam",
        exports=here,
        backups=here,
        settings=Settings(language=language),  # type: ignore[arg-type]
        keep_settings=lambda settings: None,
        layout_file=here / "window.ini",
    )
    app = make_app()
    window = make_window(app, shelf, folder("resources"), lambda: NOW)
    ratio = window.devicePixelRatioF()
    window.resize(int(width / ratio), int(height / ratio))
    window.show()
    window.books.start()
    idle(window)
    found: dict[str, list[str]] = {}
    for page in RAIL:
        window.go(page)
        idle(window)
        found[page] = faults(window)
    size = window.size()
    said = {
        "ratio": ratio,
        "size": [round(size.width() * ratio), round(size.height() * ratio)],
        "faults": {page: each for page, each in found.items() if each},
    }
    window.desk.runner.close()
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
