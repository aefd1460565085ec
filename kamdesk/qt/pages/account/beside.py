"""What stands at the right of a section: its questions, and what is chosen in it; in a narrow window a drawer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.qt.asked import Asked
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.question_panel import QuestionPanel

WIDTH, DRAWER, LEAST = 264, 320, 150
SHARE = 0.5
"""Of the height the questions get no more, where something is chosen."""


class Beside(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.panel = QuestionPanel(theme)
        self.panel.grown.connect(self.share)
        self._stack = QStackedWidget()
        self._holders: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._sections: dict[str, Section] = {}
        self._name = ""
        self._narrow = False
        self.setFixedWidth(WIDTH)
        self.setLayout(column(self.panel, (self._stack, 1), gap=12))

    def take_in(self, name: str, section: Section) -> None:
        """A section that was just made: its details stand here, or where the window is narrow under its list."""
        self._sections[name] = section
        if (aside := section.aside()) is not None:
            self._holders[name] = self._hold(name)
            aside.installEventFilter(self)
            self._place(name)

    def _hold(self, name: str) -> QWidget:
        """Where the details of a section stand; they scroll where the questions leave them little room."""
        holder, area = QWidget(), QScrollArea()
        holder.setLayout(QVBoxLayout())
        holder.layout().setContentsMargins(0, 0, 0, 0)
        holder.setObjectName("page")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        self._areas[name] = area
        self._stack.addWidget(area)
        return holder

    def set_narrow(self, narrow: bool) -> None:
        """Where the window is narrow, what is chosen stands under its list and the questions come as a drawer."""
        self._narrow = narrow
        for name in self._holders:
            self._place(name)
        self.share()

    def _place(self, name: str) -> None:
        section, aside = self._sections[name], self._sections[name].aside()
        if aside is None:
            return
        if self._narrow:
            section.take_aside()
        else:
            aside.setMinimumSize(0, LEAST)
            aside.setMaximumSize(16777215, 16777215)
            self._holders[name].layout().addWidget(aside)

    def show_section(self, name: str, questions: tuple[Asked, ...], heading: str = "") -> None:
        self._name = name
        self.panel.show_questions(questions, heading)
        if name in self._holders:
            self._stack.setCurrentWidget(self._areas[name])
        self.share()

    def share(self) -> None:
        """The questions take what they need, up to their share; who has nothing to show has no room."""
        section = self._sections.get(self._name)
        aside = section.aside() if section is not None else None
        chosen = aside is not None and not aside.isHidden() and not self._narrow
        asks = bool(self.panel.questions())
        self._stack.setVisible(chosen)
        if self.panel.isHidden() == asks and not self._narrow:
            self.panel.setVisible(asks)
        if not self._narrow:
            self.setVisible(asks or chosen)
            high = min(self.panel.height_wanted(), int(self.height() * SHARE))
            bounds = (high if asks else 0, high) if chosen else (0, 16777215)
            if bounds != (self.panel.minimumHeight(), self.panel.maximumHeight()):
                self.panel.setMinimumHeight(bounds[0])
                self.panel.setMaximumHeight(bounds[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.share()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._narrow and event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
