"""A section that is a list with, beside it, what is known of the chosen entry: promises, fixed visits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.account.details import Details
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import DetailPane
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

Words = tuple[str, str, str, str]


class ListedSection(Section):
    """``name`` is what `Details` and the deeds call it; ``entries`` makes the list out of what was read."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        name: str,
        icons: tuple[str, str],
        deed: str,
        entries: Callable[[AccountWhole], list[Entry]],
        words: Callable[[], Words],
        sub: Callable[[AccountWhole], str],
    ) -> None:
        super().__init__(desk, parent)
        self._name, self._deed, self._entries, self._words, self._sub = name, deed, entries, words, sub
        self._details = Details(desk, self.asked.emit, self)
        self.view = EntriesView(desk.theme, EntriesModel(self))
        self.empty = EmptyState(desk.theme, icons[0])
        self.pane = DetailPane(desk.theme)
        self._title = label(desk.theme, "heading")
        self._said = Elided(desk.theme, "caption", "text2")
        self.act = Button(desk.theme, icon=icons[1])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._card = frame(
            column(row(self._title, (self._said, 1), self.act), (self._stack, 1), gap=8),
            "card",
            (14, 10, 12, 10),
        )
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(self._card, 1)
        self.setLayout(self._box)
        for button in (self.act, self.empty.first):
            button.clicked.connect(lambda: self.asked.emit(self._deed, ""))
        self.view.chosen.connect(self._show_details)
        self.view.opened.connect(lambda key: self.asked.emit(f"open_{name}", key))

    def begin_new(self) -> None:
        self.asked.emit(self._deed, "")

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        rows = self._entries(whole)
        self.view.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.act.setVisible(bool(rows))
        self._said.setText(self._sub(whole))
        self._show_details()

    def leave(self) -> None:
        super().leave()
        self.view.show_rows([])

    def _show_details(self) -> None:
        """Beside the list, what is known of the entry that is chosen, and what can be done about it."""
        key = self.view.key()
        found = None
        if self.whole is not None and key:
            found = self._details.of(self._name, key, self.whole.view, self.desk.today())
        self.pane.setVisible(found is not None)
        if found is not None:
            self.pane.show_facts(*found)

    def choose(self, key: str) -> None:
        self.view.choose(key)

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._card.setMinimumHeight(300 if density.narrow else 230)

    def aside(self) -> QWidget | None:
        return self.pane

    def take_aside(self) -> None:
        put_below(self._box, self.pane)

    def focus_first(self) -> None:
        target = self.view if self._stack.currentIndex() == 0 else self.empty.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        name, deed, heading, sentence = self._words()
        self._title.setText(name)
        self.act.set_label(deed)
        self.empty.say(heading, sentence, deed)
        self.view.setAccessibleName(name)


def put_below(box: QBoxLayout, pane: QWidget, height: int = 210) -> None:
    """The details under the list, in a narrow window."""
    box.setDirection(QBoxLayout.Direction.TopToBottom)
    box.addWidget(pane)
    pane.setMinimumSize(0, 0)
    pane.setMaximumSize(16777215, 16777215)
    pane.setFixedHeight(height)


def stand_by(box: QBoxLayout, pane: object, density: Density, width: int = 290, height: int = 210) -> None:
    """The details beside the list, or where the window is narrow below it."""
    pane.setMinimumSize(0, 0)  # type: ignore[attr-defined]
    pane.setMaximumSize(16777215, 16777215)  # type: ignore[attr-defined]
    if density.narrow:
        box.setDirection(QBoxLayout.Direction.TopToBottom)
        pane.setFixedHeight(height)  # type: ignore[attr-defined]
    else:
        box.setDirection(QBoxLayout.Direction.LeftToRight)
        pane.setFixedWidth(width)  # type: ignore[attr-defined]
