"""Files dragged onto the window, wherever they are let go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

PACKAGE, CARD = ".kamweek", ".card"
SEALED = b"age-encryption.org/v1"
_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def files_in(mime: QMimeData | None) -> list[Path]:
    """The files of this machine that are dragged or copied."""
    if mime is None or not mime.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def is_week_package(path: Path) -> bool:
    """Whether a file is sealed as a week package is, or called one."""
    if path.suffix.lower() == PACKAGE:
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(SEALED)) == SEALED
    except OSError:
        return False


class DroppedFiles(QObject):
    """Looks at what is dragged over the window before any field in it does: a field would write the path down."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)
                handle.installEventFilter(self)
        if event.type() in _DRAGGING and isinstance(event, QDropEvent):
            return self._take(event)
        return False

    def _take(self, event: QDropEvent) -> bool:
        paths = files_in(event.mimeData())
        if not paths or QApplication.activeModalWidget() is not None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
