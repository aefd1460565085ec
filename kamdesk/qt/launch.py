"""The window on its way: application, look, language, runner and window, put together from what the root hands over.

What a bare window does not need is taken from Qt's modules where it is used: the ``Qt`` namespace alone, with all its
enumerations, costs a sixth of what an empty window does.
"""

from __future__ import annotations

import json
import logging
import sys
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kamdesk.qt.main_window import MainWindow

if TYPE_CHECKING:
    from kamdesk.qt.desk import Desk
    from kamdesk.qt.shelf import Shelf
    from kamdesk.qt.theme import Mode
    from kamdesk.words import Language


GIVE_WAY_S = 0.0005
"""After so long whatever works for the window in another thread gives way to it: at Python's usual 5 ms a page that
paints while a pack of papers is made stands still twice as long."""
HALF = 128
"""Of the lightness of a colour: what is darker is a dark ground."""


def make_app() -> QApplication:
    """The one QApplication of the process."""
    sys.setswitchinterval(GIVE_WAY_S)
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


def make_desk(app: QApplication, shelf: Shelf, resources: Path, now: Callable[[], datetime]) -> Desk:
    """Look, language and the way to the book."""
    from kamdesk.qt.desk import Desk
    from kamdesk.qt.holidays import UserHolidays
    from kamdesk.qt.runner import Runner
    from kamdesk.qt.secrecy import Secrecy
    from kamdesk.qt.speech import Speech
    from kamdesk.qt.theme import Theme, load_fonts

    theme = Theme(resources)
    load_fonts(resources / "fonts")
    theme.apply(app)
    theme.set_mode(_mode(app, shelf), app)
    speech = Speech(resources / "translations")
    speech.set_language(language_of(shelf.settings.language), app)
    runner = Runner(now)
    holidays = UserHolidays(shelf.read_holidays)
    return Desk(theme, speech, runner, Secrecy(now, runner), holidays=holidays)


def _mode(app: QApplication, shelf: Shelf) -> Mode:
    choice = shelf.settings.theme
    if choice != "system":
        return choice
    return "dark" if app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark else "light"


def make_bare_window(app: QApplication, shelf: Shelf, resources: Path) -> MainWindow:
    """The window's frame in the colour of its ground: it can be shown at once."""
    tokens = json.loads((resources / "theme" / "tokens.json").read_text("utf-8"))
    window = MainWindow(shelf)
    ground = QPalette(app.palette())
    mode = shelf.settings.theme
    if mode == "system":
        mode = "dark" if ground.window().color().lightness() < HALF else "light"
    ground.setColor(QPalette.ColorRole.Window, QColor(tokens["color"][mode]["canvas"]))
    window.setPalette(ground)
    return window


def make_window(app: QApplication, shelf: Shelf, resources: Path, now: Callable[[], datetime]) -> MainWindow:
    """The window with its first page, not shown yet and without its book: ``window.books.start()`` opens that."""
    window = make_bare_window(app, shelf, resources)
    deque(furnishing(window, app, shelf, resources, now), maxlen=0)
    return window


def furnishing(
    window: MainWindow, app: QApplication, shelf: Shelf, resources: Path, now: Callable[[], datetime]
) -> Iterator[None]:
    """What a bare window lacks, in steps so short that the event loop can turn between them."""
    import kamdesk.qt.theme

    yield
    import kamdesk.qt.desk  # noqa: F401  # each a step of its own

    yield
    desk = make_desk(app, shelf, resources, now)
    window.setPalette(QPalette())
    yield
    yield from window.furnish(desk)


def step_by_step(window: MainWindow, steps: Iterator[None]) -> None:
    """Take each step in a turn of the event loop of its own, for as long as the window is there."""
    if isValid(window) and next(steps, steps) is None:
        QTimer.singleShot(0, partial(step_by_step, window, steps))


def launch(shelf: Shelf, resources: Path, now: Callable[[], datetime], picture: Path | None = None) -> int:
    """Show the window until it is closed; with ``picture``, save a picture of it once its page is read, and end.

    Returns the exit code: 1 where the picture could not be written.
    """
    app = make_app()
    window = make_bare_window(app, shelf, resources)
    sys.excepthook = partial(_mistake, window)
    window.show()
    window.ready.connect(lambda: app.setWindowIcon(QtGui.QIcon(window.rail.mark(64))))
    if picture is None:
        window.ready.connect(partial(_make_others_in_time, window))
    window.ready.connect(lambda: window.books.start())
    try:
        steps = furnishing(window, app, shelf, resources, now)
        if picture is not None:
            deque(steps, maxlen=0)
            return 0 if take_picture(window, picture) else 1
        step_by_step(window, steps)
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        if window.furnished():
            window.desk.runner.close()


def _make_others_in_time(window: MainWindow) -> None:
    """The pages that nobody has asked for yet are made once the first one is read."""
    window.desk.runner.idle.connect(
        lambda: step_by_step(window, window.make_other_pages()), QtCore.Qt.ConnectionType.SingleShotConnection
    )


def _mistake(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A fault of the program in the window's own thread: told in words, its place written to the log."""
    logging.getLogger("kamdesk").error("unforeseen", exc_info=(kind, error, trace))
    if isinstance(error, Exception) and window.furnished():
        window.teller.warn(error)


def take_picture(window: MainWindow, path: Path) -> bool:
    """Save a picture of the window as it stands once all it asked for has come; says whether it was written."""
    runner = window.desk.runner
    while not runner.is_idle():
        loop = QtCore.QEventLoop()
        runner.idle.connect(loop.quit)
        loop.exec()
    # What came last moves what stands around it in the next turn only.
    QApplication.processEvents()
    QApplication.processEvents()
    return window.grab().save(str(path))
