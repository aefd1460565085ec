"""What the marks of the chart mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import Ink
from kamdesk.qt.widgets.painted import Painted

HEIGHT = 22


class Legend(Painted):
    """One line: what has no room is left out from the end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def retranslate(self) -> None:
        self.setAccessibleName(", ".join(text for _, text in self._entries()))
        self.update()

    def _entries(self) -> list[tuple[str, str]]:
        speech = self._desk.speech
        support = [
            (value, f"{sign} {speech.choice('support', value)}")
            for value, sign in marks.SUPPORT_SIGNS.items()
        ]
        return [
            *support,
            ("inner", speech.choice("influence", "inner_circle")),
            ("assumed", self.tr("role assumed")),
            ("gap", self.tr("nobody known")),
        ]

    def draw(self, ink: Ink, rect: QRectF) -> None:
        x, y = 2.0, rect.center().y()
        for code, text in self._entries():
            width = 26 + ink.theme.width(text, "caption")
            if x + width > rect.right():
                return
            if code in marks.SUPPORT_TONES:
                ink.box(QRectF(x, y - 2, 14, 4), marks.SUPPORT_TONES[code], None, 2)
            elif code == "inner":
                ink.box(QRectF(x - 1, y - 7, 17, 14), None, "control", 5, 1)
                ink.box(QRectF(x + 2, y - 4, 11, 8), None, "control", 3, 1)
            else:
                edge = "control" if code == "assumed" else "warnMark"
                ink.box(QRectF(x - 1, y - 6, 17, 12), None, edge, 4, 1, Qt.PenStyle.DashLine)
            ink.text(QRectF(x + 21, y - 10, width, 20), text, "caption", "text2", elide=False)
            x += width + 12
