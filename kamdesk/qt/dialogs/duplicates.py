"""Accounts that look like one, pair by pair: compared and merged, or told to be two for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.account_table import account_pairs, admit_pair, refuse_pair
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.duplicates import Pair

_PAIR = int(Qt.ItemDataRole.UserRole)


class DuplicatesDialog(QDialog):
    """``merge_asked`` gives the two accounts of the current pair."""

    merge_asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._refused: list[Pair] = []
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("edge", "true")
        self.list.setAlternatingRowColors(False)
        self.list.setSpacing(2)
        self.compare = Button(theme, kind="primary", icon="merge")
        self.refuse = Button(theme, icon="x")
        self.back = Button(theme, kind="link", icon="undo-2")
        self._close = Button(theme)
        self.setLayout(
            column(
                self._heading,
                self._sentence,
                (self.list, 1),
                row(self.back, None, self._close, self.refuse, self.compare),
                gap=10,
                margins=(20, 16, 20, 16),
            )
        )
        self.compare.clicked.connect(self._compare)
        self.refuse.clicked.connect(self._refuse)
        self.back.clicked.connect(self._take_back)
        self._close.clicked.connect(self.reject)
        self.list.itemActivated.connect(self._compare)
        self.list.currentItemChanged.connect(self._say_possible)
        self.list.installEventFilter(self)
        desk.runner.changed.connect(self._on_changed)
        self.resize(720, 480)
        self.retranslate()
        self._read()

    def pairs(self) -> list[Pair]:
        return [self.list.item(place).data(_PAIR) for place in range(self.list.count())]

    def _read(self) -> None:
        self._desk.runner.read(account_pairs, done=self._show, label=self.tr("Looking for duplicates…"))

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("account"):
            self._read()

    def _show(self, pairs: tuple[Pair, ...]) -> None:
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        for pair in pairs:
            item = QListWidgetItem(self._text(pair))
            item.setData(_PAIR, pair)
            self.list.addItem(item)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._say()
        self.list.setFocus()

    def _text(self, pair: Pair) -> str:
        names = "  ⇄  ".join(
            f"{name}（{where}）" if where else name for _, name, where in (pair.first, pair.second)
        )
        why = self._desk.speech.joined(self._why(reason) for reason in pair.reasons)
        return f"{names}\n{why}"

    def _why(self, reason: str) -> str:
        return {
            "name": self.tr("one name, written differently"),
            "prefix": self.tr("one name but for the place before it"),
            "phone": self.tr("the same telephone"),
            "place": self.tr("the same place and a similar name"),
        }[reason]

    def _current(self) -> Pair | None:
        item = self.list.currentItem()
        return item.data(_PAIR) if item is not None else None

    def _compare(self) -> None:
        pair = self._current()
        if pair is not None:
            self.merge_asked.emit(pair.first[0], pair.second[0])

    def _refuse(self) -> None:
        pair = self._current()
        if pair is not None:
            self._refused.append(pair)
            self._desk.runner.run(
                refuse_pair, done=lambda _: self._read(), first=pair.first[0], second=pair.second[0]
            )

    def _take_back(self) -> None:
        if self._refused:
            pair = self._refused.pop()
            self._desk.runner.run(
                admit_pair, done=lambda _: self._read(), first=pair.first[0], second=pair.second[0]
            )

    def _say_possible(self) -> None:
        on = self._current() is not None
        self.compare.setEnabled(on)
        self.refuse.setEnabled(on)
        self.back.setVisible(bool(self._refused))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.list:
            if event.key() == Qt.Key.Key_Delete:
                self._refuse()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._compare()
                return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        number = self.list.count()
        self._heading.setText(
            self.tr("%n pairs may be one account", "", number) if number else self.tr("No duplicates found")
        )
        self._sentence.setText(
            self.tr("Enter shows both side by side; nothing is merged before you say so. Del: not the same.")
            if number
            else self.tr(
                "Two accounts that you know to be one: select both in the table and merge them there."
            )
        )
        self._say_possible()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Duplicates"))
        self.list.setAccessibleName(self.tr("Pairs that look like one account"))
        self.compare.set_label(self.tr("Compare and merge"))
        self.refuse.set_label(self.tr("Not the same"))
        self.back.set_label(self.tr("They may be the same after all"))
        self._close.set_label(self.tr("Close"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
