"""What the parts of the page have in common: a heading, a quiet sentence beside it, words said anew."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import row


class Panel(QWidget):
    """One part of the page. A sub-class lays itself out below ``head`` and says its words in `retranslate`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heading = label(desk.theme, "title")
        self.quiet = Elided(desk.theme, "caption", "text2")

    def head(self, *more: QWidget) -> QHBoxLayout:
        return row(self.heading, 10, (self.quiet, 1), *more)

    def begin(self) -> None:
        """The part comes into view: the keys go to where the work is."""

    def moment(self, at: datetime) -> str:
        """``11月22日 08:05``, in the rep's zone; today only the time."""
        local = at.astimezone(ZoneInfo(self.desk.zone))
        day = "" if local.date() == self.desk.today() else self.desk.speech.day_or_year(
            local.date(), self.desk.today()
        )  # fmt: skip
        return f"{day} {local:%H:%M}".strip()

    def retranslate(self) -> None:
        """Say every word of the part in the language of the moment."""


class Filling(QStackedWidget):
    """Takes the room there is: its parts scroll in themselves, so that a wrapped text never makes the page higher."""

    def hasHeightForWidth(self) -> bool:
        return False


def scrolled(panel: Panel) -> QScrollArea:
    """A part that is higher than a low window, in an area of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setObjectName("formBody")
    panel.setObjectName("formBody")
    area.setWidget(panel)
    return area
