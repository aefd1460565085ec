"""Every page of the window as a picture, on sheets to be looked at: two languages, light and dark, three books.

    python tools/contact_sheets.py OUT [--book empty|usual|huge …] [--page today …] [--size 1366x768] [--accounts N]

The books are made once under OUT/books. Each picture stands alone in OUT/<book>/ as well; a sheet shows one page of
one book in both languages, light and dark. Runs without a display; the real window is looked at besides.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kamdesk.assets import folder
from kamdesk.bootstrap import clock, make_shelf
from kamdesk.places import find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import RAIL, MainWindow
from kamdesk.settings import Settings

NOW = "2026-11-25T10:02:00+08:00"
LOOKS = [(language, theme) for language in ("zh", "en") for theme in ("light", "dark")]


def make_books(home: Path, wanted: list[str], accounts: int) -> dict[str, Path]:
    """The books that are wanted, each in Chinese, by the command a user has."""
    commands = {
        "empty": ["new"],
        "usual": ["demo"],
        "huge": ["demo", "--accounts", str(accounts)],
    }
    books = {}
    for name in wanted:
        books[name] = home / f"{name}.kam"
        if not books[name].exists():
            command, *more = commands[name]
            words = [sys.executable, "-m", "kamdesk", command, str(books[name]), *more, "--now", NOW]
            words += ["--language", "zh"]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return books


def settle(window: MainWindow, seconds: float = 0.3) -> None:
    """Until all that was asked of the book has come and is painted."""
    end = time.monotonic() + seconds  # a preview follows what was chosen a moment later
    while time.monotonic() < end or not window.desk.runner.is_idle():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def views(window: MainWindow, wanted: list[str]) -> Iterator[str]:
    """Brings each page into view and gives its name; of the account each section, of settings too."""
    for name in RAIL:
        if not wanted or name in wanted:
            window.go(name)
            settle(window, 2 if name == "papers" else 0.3)
            yield name
    window.go("accounts")
    settle(window)
    account = window.accounts.table.account()
    if not account or (wanted and "account" not in wanted):
        return
    window.open_account(account)
    settle(window)
    for section in tuple(window.account._sections):
        window.account.show_section(section)
        settle(window)
        yield f"account-{section}"
    window.actions_["write_report"].trigger()
    settle(window)
    yield "report"


def photograph(app: QApplication, book: Path, out: Path, size: QSize, wanted: list[str]) -> dict[str, list[Path]]:
    """The pictures of one book by page, in the order of `LOOKS`."""
    taken: dict[str, list[Path]] = {}
    for language, theme in LOOKS:
        places = find_places()
        settings = Settings(language=language, theme=theme)  # type: ignore[arg-type]
        ask = clock(datetime.fromisoformat(NOW))
        shelf = make_shelf(book, None, places=places, settings=settings, ask=ask, hold=False)
        window = make_window(app, shelf, folder("resources"), ask)
        window.resize(size)
        window.show()
        window.books.start()
        settle(window)
        window.resize(size)
        for name in views(window, wanted):
            path = out / f"{name}-{language}-{theme}.png"
            window.grab().save(str(path))
            taken.setdefault(name, []).append(path)
        window.desk.runner.close()
        window.close()
        window.desk.speech.quiet(app)
        window.deleteLater()
        QApplication.processEvents()
    return taken


def make_sheet(pictures: list[Path], path: Path) -> None:
    """Two beside two, each at its own size."""
    images = [QImage(str(picture)) for picture in pictures]
    width, height = images[0].width(), images[0].height()
    sheet = QImage(2 * width + 12, (len(images) + 1) // 2 * (height + 12), QImage.Format.Format_RGB32)
    sheet.fill(0x808080)
    painter = QPainter(sheet)
    for number, image in enumerate(images):
        painter.drawImage(number % 2 * (width + 12), number // 2 * (height + 12), image)
    painter.end()
    sheet.save(str(path))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--book", nargs="+", default=["empty", "usual", "huge"], choices=["empty", "usual", "huge"])
    parser.add_argument("--page", nargs="+", default=[])
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--accounts", type=int, default=10_000, help="of the huge book")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    home = (options.out / "books").resolve()
    home.mkdir(parents=True, exist_ok=True)
    os.environ["KAMDESK_HOME"] = str(home / "home")
    app = make_app()
    for name, book in make_books(home, options.book, options.accounts).items():
        out = options.out / name
        out.mkdir(exist_ok=True)
        for page, pictures in photograph(app, book, out, QSize(width, height), options.page).items():
            make_sheet(pictures, options.out / f"{name}-{page}.png")
            print(options.out / f"{name}-{page}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
