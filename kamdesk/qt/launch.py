"""The window on its way: application, look, language, runner and window, put together from what the root hands over."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kamdesk.qt.desk import Desk
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.runner import Runner
from kamdesk.qt.shelf import Shelf
from kamdesk.qt.speech import Speech
from kamdesk.qt.theme import Theme, load_fonts, mode_of
from kamdesk.words import Language


def make_app() -> QApplication:
    """The one QApplication of the process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("kamdesk")
    app.setDesktopFileName("kamdesk")
    return app


def language_of(chosen: str) -> Language:
    """The language that was chosen, else the system's; English where it is neither Chinese nor English."""
    if chosen in ("zh", "en"):
        return chosen  # type: ignore[return-value]
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def make_bare_window(
    app: QApplication, shelf: Shelf, resources: Path, now: Callable[[], datetime]
) -> MainWindow:
    """The window's frame alone: it can be shown at once, and `furnish` fills it."""
    theme = Theme(resources)
    load_fonts(resources / "fonts")
    choice = shelf.settings.theme
    mode = mode_of(app.styleHints().colorScheme()) if choice == "system" else choice
    theme.apply(app)
    theme.set_mode(mode, app)
    speech = Speech(resources / "translations")
    speech.set_language(language_of(shelf.settings.language), app)
    return MainWindow(Desk(theme, speech, Runner(now)), shelf)


def make_window(app: QApplication, shelf: Shelf, resources: Path, now: Callable[[], datetime]) -> MainWindow:
    """The window with everything in it, not shown yet and without its book: ``window.books.start()`` opens that."""
    window = make_bare_window(app, shelf, resources, now)
    deque(window.furnish(), maxlen=0)
    return window


def furnish(window: MainWindow) -> None:
    """Fill a bare window step by step, each in a turn of the event loop of its own."""
    steps = window.furnish()

    def step() -> None:
        if isValid(window) and next(steps, steps) is None:
            QTimer.singleShot(0, step)

    step()


def launch(shelf: Shelf, resources: Path, now: Callable[[], datetime], picture: Path | None = None) -> int:
    """Show the window until it is closed; with ``picture``, save a picture of it once its page is read, and end.

    Returns the exit code: 1 where the picture could not be written.
    """
    app = make_app()
    window = make_bare_window(app, shelf, resources, now)
    sys.excepthook = partial(_mistake, window)
    window.show()
    window.ready.connect(lambda: app.setWindowIcon(QIcon(window.rail.mark(64))))
    window.ready.connect(lambda: window.books.start())
    try:
        if picture is None:
            furnish(window)
        else:
            deque(window.furnish(), maxlen=0)
        if picture is not None:
            return 0 if take_picture(window, picture) else 1
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        window.desk.runner.close()


def _mistake(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A fault of the program in the window's own thread: told in words, its place written to the log."""
    logging.getLogger("kamdesk").error("unforeseen", exc_info=(kind, error, trace))
    if isinstance(error, Exception):
        window.notice.warn(window.desk.speech.error(error))


def take_picture(window: MainWindow, path: Path) -> bool:
    """Save a picture of the window as it stands once all it asked for has come; says whether it was written."""
    runner = window.desk.runner
    while not runner.is_idle():
        loop = QEventLoop()
        runner.idle.connect(loop.quit)
        loop.exec()
    QApplication.processEvents()
    return window.grab().save(str(path))
