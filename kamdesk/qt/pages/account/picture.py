"""An attached picture, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.painted import Painted


class Picture(Painted):
    """Hidden where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def expect(self, name: str) -> None:
        """The picture is being read: its place is kept."""
        self._pixmap = QPixmap()
        self.setAccessibleName(name)
        self.show()
        self.update()

    def show_image(self, pixmap: QPixmap, name: str) -> None:
        self._pixmap = pixmap
        self.setAccessibleName(name)
        self.setVisible(not pixmap.isNull())
        self.update()

    def show_nothing(self) -> None:
        self._pixmap = QPixmap()
        self.hide()

    def has_image(self) -> bool:
        return not self._pixmap.isNull()

    def draw(self, ink: Ink, rect: QRectF) -> None:
        ink.box(rect, "surface", "line", 10)
        if self._pixmap.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = rect.adjusted(8, 8, -8, -8)
        scaled = self._pixmap.scaled(
            int(room.width() * ratio),
            int(room.height() * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        if scaled.width() > self._pixmap.width():
            scaled = self._pixmap
        width, height = scaled.width() / ratio, scaled.height() / ratio
        place = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
        ink.painter.drawPixmap(place, scaled, QRectF(scaled.rect()))
