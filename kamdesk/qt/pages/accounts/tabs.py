"""The views above the table: tabs with counts, what does not fit in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button

GAP = 14
HEIGHT = 36


@dataclass(frozen=True, slots=True)
class Tab:
    """``key`` is a built-in view's code or the id of the rep's own."""

    key: str
    name: str
    count: int
    own: bool


class ViewTabs(QWidget):
    """``picked`` gives the key of a view; ``deed`` what the menu asks to be done with the view that is shown."""

    picked = Signal(str)
    deed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tabs: list[Tab] = []
        self._current = ""
        self._changed = False
        self._buttons: dict[str, Button] = {}
        self._beyond: list[Tab] = []
        self.save = Button(theme, kind="link", icon="bookmark-plus")
        self.more = Button(theme, kind="ghost", icon="ellipsis", small=True)
        for button in (self.save, self.more):
            button.setParent(self)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.clicked.connect(
            lambda: self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        )
        self.save.clicked.connect(lambda: self.deed.emit("save_as"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def show_tabs(self, tabs: Sequence[Tab], current: str, *, changed: bool) -> None:
        """The views with their counts; ``changed``: what is shown is no longer what the view says."""
        if (list(tabs), current, changed) == (self._tabs, self._current, self._changed):
            return
        keys = [tab.key for tab in tabs]
        for key in [key for key in self._buttons if key not in keys]:
            self._buttons.pop(key).deleteLater()
        self._tabs, self._current, self._changed = list(tabs), current, changed
        for tab in tabs:
            button = self._buttons.get(tab.key) or self._make(tab.key)
            mark = " •" if changed and tab.key == current else ""
            text = f"{tab.name}  {tab.count:,}{mark}"
            if text != button.text():
                button.set_label(text)
            said = [tab.name, f"{tab.count:,}", *([self.tr("changed")] if mark else [])]
            button.setAccessibleName(", ".join(said))
            button.setChecked(tab.key == current)
        self._fit()

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def menu(self) -> QMenu:
        return self._menu

    def beyond(self) -> list[str]:
        """The keys of the views that are in the menu only."""
        return [tab.key for tab in self._beyond]

    def _make(self, key: str) -> Button:
        button = Button(self._theme, kind="view")
        button.setParent(self)
        button.clicked.connect(lambda checked=False: self._pick(key))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: self._context(key, button.mapToGlobal(at)))
        self._buttons[key] = button
        return button

    def _pick(self, key: str) -> None:
        self._buttons[key].setChecked(key == self._current)
        self.picked.emit(key)

    def _context(self, key: str, at: QPoint) -> None:
        if key != self._current:
            self.picked.emit(key)
        self._menu.popup(at)

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.clear()
        for tab in self._beyond:
            action = menu.addAction(f"{tab.name}  {tab.count:,}")
            action.triggered.connect(lambda checked=False, key=tab.key: self.picked.emit(key))
        if self._beyond:
            menu.addSeparator()
        own = [tab for tab in self._tabs if tab.own]
        place = next((n for n, tab in enumerate(own) if tab.key == self._current), None)
        words = {
            "save_as": self.tr("Save what is shown as a view…"),
            "save": self.tr("Save the changes in this view"),
            "reset": self.tr("Back to the view as it was saved"),
            "rename": self.tr("Rename the view…"),
            "left": self.tr("Move the view to the left"),
            "right": self.tr("Move the view to the right"),
            "remove": self.tr("Remove the view"),
        }
        possible = {
            "save_as": True,
            "save": place is not None and self._changed,
            "reset": self._changed and bool(self._current),
            "rename": place is not None,
            "left": place is not None and place > 0,
            "right": place is not None and place < len(own) - 1,
            "remove": place is not None,
        }
        for name, text in words.items():
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setEnabled(possible[name])
            action.triggered.connect(lambda checked=False, name=name: self.deed.emit(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many tabs as there is room for; the current one is always among them."""
        widths = {key: button.sizeHint().width() for key, button in self._buttons.items()}
        end = self.more.sizeHint().width() + GAP
        self.save.setVisible(self.width() > 520)
        if self.width() > 520:
            end += self.save.sizeHint().width() + GAP
        room = self.width() - end
        need = widths.get(self._current, 0)
        shown: list[Tab] = []
        used = 0
        for tab in self._tabs:
            width = widths[tab.key] + GAP
            held = 0 if tab.key == self._current or self._current in [t.key for t in shown] else need + GAP
            if used + width + held <= room or tab.key == self._current:
                shown.append(tab)
                used += width
        self._beyond = [tab for tab in self._tabs if tab not in shown]
        x = 0
        previous: QWidget | None = None
        for tab in self._tabs:
            button = self._buttons[tab.key]
            button.setVisible(tab in shown)
            if tab not in shown:
                continue
            button.setGeometry(x, 0, widths[tab.key], HEIGHT)
            x += widths[tab.key] + GAP
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = button
        for button in (self.save, self.more):
            if button is self.save and self.width() <= 520:
                continue
            size = button.sizeHint()
            button.setGeometry(x, (HEIGHT - size.height()) // 2, size.width(), size.height())
            x += size.width() + GAP
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.save.set_label(self.tr("Save as a view"))
        self.more.set_hint(self.tr("Views: more, save, rename, order, remove"))
        self._fit()
