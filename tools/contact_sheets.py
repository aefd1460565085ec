"""Every page of the window as a picture, on sheets to be looked at: two languages, light and dark, three books.

    python tools/contact_sheets.py OUT [--book empty|usual|huge …] [--page today …] [--size 1366x768] [--accounts N]
                                   [--dialogs [NAME …]] [--look zh-light …]

The books are made once under OUT/books. Each picture stands alone in OUT/<book>/ as well; a sheet shows one page of
one book in both languages, light and dark. With --dialogs the dialogs of tests/qt/every_dialog.py stand on the sheets
instead of the pages. Runs without a display; the real window is looked at besides.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

import shiboken6
from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from kamdesk.assets import folder
from kamdesk.bootstrap import clock, make_shelf
from kamdesk.places import find_places
from kamdesk.qt.launch import make_app, make_window
from kamdesk.qt.main_window import RAIL, MainWindow
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.pages.settings.page import SECTIONS
from kamdesk.settings import Settings
from tests.qt.every_dialog import DIALOGS, in_view, put_away

NOW = "2026-11-25T10:02:00+08:00"
LOOKS = [f"{language}-{theme}" for language in ("zh", "en") for theme in ("light", "dark")]


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
    for _ in range(5):  # what came last is laid out, and what stands in it
        QApplication.processEvents()


def pages(window: MainWindow, wanted: list[str]) -> Iterator[tuple[str, QWidget]]:
    """Each page in view with its name: the parts of promises, line and settings, the sections of the account too."""
    for name in RAIL:
        if wanted and name not in wanted:
            continue
        window.go(name)
        settle(window, 2 if name == "papers" else 0.3)
        parts = {
            "line": [
                (look, partial(window.line.look, number))
                for number, look in enumerate(("week", "cycle", "list"))
            ],
            "promises": [(str(part), partial(window.promises.beside.show_part, part)) for part in range(3)],
            "settings": [(section, partial(window.settings.show_section, section)) for section in SECTIONS],
        }.get(name, [("", lambda: None)])
        for part, show in parts:
            show()
            settle(window)
            yield f"{name}-{part}".rstrip("-"), window
        if name == "line":
            window.line.look(0)
    if (wanted and "account" not in wanted) or not open_account(window):
        return
    for section in tuple(window.account._sections):
        window.account.show_section(section)
        settle(window)
        yield f"account-{section}", window
    window.actions_["write_report"].trigger()
    settle(window)
    yield "report", window
    account_id = window.account.view().page.id  # type: ignore[union-attr]
    window.deeds.open_report(Subject(account_id, missed=True))
    settle(window)
    yield "report-missed", window


def open_account(window: MainWindow) -> bool:
    """The first of the table; False where there is none."""
    window.go("accounts")
    settle(window)
    account = window.accounts.table.account()
    if account:
        window.open_account(account)
        settle(window)
    return bool(account)


def dialogs(window: MainWindow, wanted: list[str]) -> Iterator[tuple[str, QWidget]]:
    """Each dialog by itself; popovers with the window that they lie over."""
    for name, opens in DIALOGS.items():
        if wanted and name not in wanted:
            continue
        open_account(window)
        for _ in opens(window):
            settle(window)
        shown = in_view(window)
        if shown is not None:
            yield f"dialog-{name}", shown if isinstance(shown, QDialog | QMenu) else window
        put_away(window)
        settle(window)


def photograph(
    app: QApplication,
    book: Path,
    out: Path,
    size: QSize,
    looks: list[str],
    views: Callable[[MainWindow], Iterator[tuple[str, QWidget]]],
) -> dict[str, list[Path]]:
    """The pictures of one book by what they show, in the order of ``looks``. Each look has a copy of the book."""
    taken: dict[str, list[Path]] = {}
    for look in looks:
        language, theme = look.split("-")
        copy = shutil.copy(book, book.with_name(f"{book.stem}-copy.kam"))
        places = find_places()
        settings = Settings(language=language, theme=theme)  # type: ignore[arg-type]
        ask = clock(datetime.fromisoformat(NOW))
        shelf = make_shelf(copy, None, places=places, settings=settings, ask=ask, hold=False)
        window = make_window(app, shelf, folder("resources"), ask)
        window.resize(size)
        window.show()
        window.activateWindow()
        window.books.start()
        settle(window)
        window.resize(size)
        for name, shown in views(window):
            path = out / f"{name}-{look}.png"
            shown.grab().save(str(path))
            taken.setdefault(name, []).append(path)
        window.desk.runner.close()
        window.close()
        speech = window.desk.speech
        shiboken6.delete(window)  # at once: the next window's language is told to all that still are
        speech.quiet(app)
    return taken


def make_sheet(pictures: list[Path], path: Path) -> None:
    """Two beside two, each at its own size."""
    images = [QImage(str(picture)) for picture in pictures]
    width, height = max(image.width() for image in images), max(image.height() for image in images)
    sheet = QImage(2 * width + 12, (len(images) + 1) // 2 * (height + 12), QImage.Format.Format_RGB32)
    sheet.fill(0x808080)
    painter = QPainter(sheet)
    for number, image in enumerate(images):
        painter.drawImage(number % 2 * (width + 12), number // 2 * (height + 12), image)
    painter.end()
    sheet.save(str(path))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--book", nargs="+", default=["empty", "usual", "huge"], choices=["empty", "usual", "huge"]
    )
    parser.add_argument("--page", nargs="+", default=[])
    parser.add_argument("--dialogs", nargs="*", choices=DIALOGS, help="these, or all, instead of pages")
    parser.add_argument("--look", nargs="+", default=LOOKS, choices=LOOKS)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--accounts", type=int, default=10_000, help="of the huge book")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    home = (options.out / "books").resolve()
    home.mkdir(parents=True, exist_ok=True)
    os.environ["KAMDESK_HOME"] = str(home / "home")
    app = make_app()
    views = partial(pages, wanted=options.page)
    if options.dialogs is not None:
        views = partial(dialogs, wanted=options.dialogs)
    for name, book in make_books(home, options.book, options.accounts).items():
        out = options.out / name
        out.mkdir(exist_ok=True)
        for page, pictures in photograph(app, book, out, QSize(width, height), options.look, views).items():
            make_sheet(pictures, options.out / f"{name}-{page}.png")
            print(options.out / f"{name}-{page}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
