"""The window on a real book, without a display."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.assets import folder
from kamdesk.db.opening import new_book, open_book
from kamdesk.db.store import Store
from kamdesk.operations.book import set_up
from kamdesk.operations.copies import make_copy
from kamdesk.operations.demo import make_demo
from kamdesk.qt.launch import make_window
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.shelf import NewRep, Shelf
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme, load_fonts
from kamdesk.settings import Settings
from tests.books import NOW
from tests.qt.desk_books import Filled, fill

Open = Callable[..., MainWindow]
LEFT_STANDING = 60


@dataclass
class Kept:
    """What the window asked to be kept of the settings."""

    settings: list[Settings] = field(default_factory=list)


@pytest.fixture(autouse=True)
def nothing_left_standing() -> Iterator[None]:
    """Widgets that a test makes without a parent and forgets are dressed anew for each window of the tests after it: a
    few thousand of them once made each of those ten times as slow."""
    before = _standing()
    yield
    if _standing() - before > LEFT_STANDING:
        gc.collect()
        assert _standing() - before <= LEFT_STANDING, "widgets without a parent are left behind"


def _standing() -> int:
    return len(QApplication.topLevelWidgets()) if QApplication.instance() is not None else 0


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts(folder("resources") / "fonts")
    made = Theme(folder("resources"))
    made.apply(qapp)
    return made


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(folder("resources") / "translations")
    made.set_language("en", qapp)
    yield made
    made.quiet(qapp)
    QLocale.setDefault(QLocale.c())


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The filled book, made once."""
    return fill(tmp_path_factory.mktemp("filled"))


@pytest.fixture(scope="session")
def backup(template: Filled) -> Path:
    """A copy of it as the window makes one of a book that has none, made once."""
    with closing(_opened(template.path, None)) as store:
        return make_copy(store, folder=template.path.parent / "copies", now=NOW)


@pytest.fixture
def filled(template: Filled, backup: Path, tmp_path: Path) -> Filled:
    """The book for one test, backed up today: a window makes no further copy of its own accord."""
    path = tmp_path / template.path.name
    shutil.copy(template.path, path)
    (tmp_path / "backups").mkdir()
    shutil.copy(backup, tmp_path / "backups")
    return replace(template, path=path)


@pytest.fixture
def kept() -> Kept:
    return Kept()


def _opened(path: Path, passphrase: Any) -> Store:
    from kamdesk.db.key import Passphrase

    secret = Passphrase(passphrase) if isinstance(passphrase, str) and passphrase else passphrase or None
    return open_book(path, secret, backups=path.parent / "backups", now=NOW)


def _made(path: Path, rep: NewRep) -> Store:
    from kamdesk.db.key import Passphrase

    store = new_book(path, Passphrase(rep.passphrase) if rep.passphrase else None, now=NOW)
    set_up(store, rep_name=rep.name, company=rep.company, phone=rep.phone, now=NOW)
    return store


def _demo(path: Path, language: str, *, progress: Callable[[int, int], None]) -> Store:
    return make_demo(
        path,
        accounts=12,
        weeks=2,
        now=NOW,
        language="en" if language == "en" else "zh",
        progress=lambda share: progress(round(share * 100), 100),
    )


def shut(window: MainWindow, qapp: QApplication) -> None:
    """Closes a window for good: one that is hidden alone may keep the next from becoming the active one."""
    window.desk.runner.close()
    window.close()
    desk = window.desk
    shiboken6.delete(window)
    desk.speech.quiet(qapp)
    # What they hold for their listeners no collector sees: the next window would stand on top of this one.
    for part in (desk.theme, desk.runner):
        shiboken6.delete(part)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, kept: Kept, request: pytest.FixtureRequest
) -> Iterator[Open]:
    """``open_window(book)`` gives a shown window whose page has been read; no book is a first run.

    Where nothing was kept of a run before, it goes on to ``page``: the line, or what the mark ``opens`` says. ``more``
    is of the Shelf.
    """
    windows: list[MainWindow] = []
    mark = request.node.get_closest_marker("opens")
    first: str = mark.args[0] if mark else "line"

    def open_it(
        book: Path | None = None, language: str = "en", theme: str = "light", page: str = first, **more: Any
    ) -> MainWindow:
        shelf = Shelf(
            open_book=_opened,
            make_book=_made,
            demo_book=_demo,
            book=book or tmp_path / "new" / "book.kam",
            demo=tmp_path / "demo.kam",
            exports=tmp_path,
            backups=tmp_path / "backups",
            settings=Settings(language=language, theme=theme),  # type: ignore[arg-type]
            keep_settings=kept.settings.append,
            layout_file=tmp_path / "window.ini",
            **more,
        )
        window = make_window(qapp, shelf, folder("resources"), lambda: NOW)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.books.start()
        settle(qtbot, window)
        if window.page() == "today" != page:
            window.go(page)
            settle(qtbot, window)
        return window

    yield open_it
    for window in filter(shiboken6.isValid, windows):
        shut(window, qapp)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def window(open_window: Open, filled: Filled) -> MainWindow:
    return open_window(filled.path)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything asked of the book, and all that is reckoned beside it, has been delivered."""
    runner = window.desk.runner

    def idle() -> bool:
        return runner.is_idle() and runner.thinker.is_idle()

    qtbot.waitUntil(idle, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(idle, timeout=20_000)
