"""Every change of the line: who asked, when, from where to where; those that count as exceptions are counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.line.stop_card import event_words
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.reads.slots import LineEvent

ALL, BY_CUSTOMER, BY_US = range(3)


class LineHistoryDialog(QDialog):
    """``account_asked`` leads to the account of the chosen change. Typing filters by account, person or reason."""

    account_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, events: Sequence[LineEvent]) -> None:
        super().__init__(parent)
        self._desk, self._events = desk, tuple(events)
        theme = desk.theme
        self._heading = label(theme, "heading")
        self._counts = Elided(theme, "caption", "text2")
        self._filter = QLineEdit()
        self._filter.setClearButtonEnabled(True)
        self._who = Segments(theme, 3)
        self._list = EntriesView(theme, EntriesModel(self))
        self._none = label(theme, "body", "text2", wrap=True)
        self._close = Button(theme)
        self._open = Button(theme, icon="store")
        self.setLayout(
            column(
                row(self._heading, (self._counts, 1)), row((self._filter, 1), self._who), (self._list, 1),
                self._none, row(self._open, None, self._close), gap=10, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(720, 560)
        self._filter.textChanged.connect(self._show)
        self._who.picked.connect(self._show)
        self._list.opened.connect(self._go)
        self._open.clicked.connect(lambda: self._go(self._list.key()))
        self._close.clicked.connect(self.reject)
        self.retranslate()
        self._filter.setFocus()

    def shown(self) -> tuple[LineEvent, ...]:
        """The changes that the filter lets through."""
        return tuple(event for event in self._events if self._fits(event))

    def filter(self, text: str, who: int = ALL) -> None:
        self._filter.setText(text)
        self._who.set_choice(who)
        self._show()

    def _fits(self, each: LineEvent) -> bool:
        who = self._who.choice()
        if who == BY_CUSTOMER and each.event.asked_by != "customer":
            return False
        if who == BY_US and not each.exception:
            return False
        words = self._filter.text().casefold().split()
        said = " ".join(
            filter(None, (each.account.name, each.account.short_name, each.event.contact, each.event.reason))
        ).casefold()
        return all(word in said for word in words)

    def _show(self) -> None:
        shown = self.shown()
        self._list.show_rows([self._entry(number, each) for number, each in enumerate(shown)])
        self._list.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._open.setEnabled(bool(shown))
        asked = [each for each in shown if each.event.asked_by is not None]
        ours = sum(each.exception for each in asked)
        self._counts.setText(
            self._desk.speech.joined(
                (
                    self.tr("%n changes", "", len(asked)),
                    self.tr("%n asked for by the customer", "", len(asked) - ours),
                    self.tr("%n exceptions", "", ours),
                )
            )
        )

    def _entry(self, number: int, each: LineEvent) -> Entry:
        account, speech = each.account, self._desk.speech
        icon, said, why = event_words(each.event, speech)
        return Entry(
            f"{number} {account.id}",
            account.called,
            said,
            quiet=why,
            badge=(account.value_class, bool(account.is_key)),
            icon=icon,
            chip=self.tr("exception") if each.exception else "",
            chip_tone="warn",
            chip_ground="warnSoft",
        )

    def _go(self, key: str) -> None:
        if key:
            self.accept()
            self.account_asked.emit(key.split(" ", 1)[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if event.key() in down and self._filter.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Changes of the line"))
        self._heading.setText(self.tr("Changes of the line"))
        self._filter.setPlaceholderText(self.tr("account, person or reason"))
        self._filter.setAccessibleName(self.tr("Filter the changes"))
        self._who.set_labels(self.tr("All"), self.tr("Customer asked"), self.tr("We asked"))
        self._list.setAccessibleName(self.tr("Changes of the line, the newest first"))
        self._none.setText(
            self.tr("Nothing here fits.")
            if self._events
            else self.tr("Nothing has been changed yet: the line begins with its first fixed visit.")
        )
        self._close.set_label(self.tr("Close"), "Esc")
        self._open.set_label(self.tr("Open the account"))
        self._show()
