"""Under the table: its keys, or what is selected; the totals of what is shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.table import AccountsTable
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.worth import sums_text

STAY_MS = 6000


class Foot(QWidget):
    def __init__(self, desk: Desk, model: AccountsModel, table: AccountsTable) -> None:
        super().__init__()
        self._desk, self._model, self._table = desk, model, table
        self._narrow = False
        theme = desk.theme
        self._keys = Elided(theme, "caption", "text3")
        self._total = Elided(theme, "caption", "text2")
        self._chosen = label(theme, "captionStrong", "accentText")
        self.change = Button(theme, icon="pencil", small=True)
        self.give = Button(theme, icon="handshake", small=True)
        self.copy = Button(theme, icon="copy", small=True)
        self.stop = Button(theme, icon="x", small=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._said = label(theme, "caption", "text2")
        self._done = Elided(theme, "caption", "good")
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAY_MS)
        self._timer.timeout.connect(self._rest)
        self._left = QStackedWidget()
        parts = (
            row((self._keys, 1)),
            row(self._chosen, self.change, self.give, self.copy, None),
            row(self._said, self._bar, self.stop, None),
            row((self._done, 1)),
        )
        for part in parts:
            side = QWidget()
            side.setLayout(part)
            self._left.addWidget(side)
        self._left.setFixedHeight(34)
        self.setLayout(row((self._left, 1), self._total, margins=(18, 0, 18, 4), gap=12))

    def set_narrow(self, on: bool) -> None:
        self._narrow = on
        self._say_keys()

    def chosen(self) -> str:
        """What is said of the selected rows; empty where it is one."""
        return self._chosen.text() if self._table.selected_number() > 1 else ""

    def total(self) -> str:
        return self._total.text()

    def say_chosen(self) -> None:
        if not self._writing:
            self._timer.stop()
            self._rest()

    def _rest(self) -> None:
        number = self._table.selected_number()
        self._left.setCurrentIndex(1 if number > 1 else 0)
        if number > 1:
            self._chosen.setText(self.tr("%Ln selected", "", number))

    def say_writing(self, number: int, total: int) -> None:
        """How far the writing of a workbook is; a total of nothing: it has ended."""
        self._writing = total > 0
        if self._writing:
            self._bar.setMaximum(total)
            self._bar.setValue(number)
            self._said.setText(self.tr("Writing {n} of {all}").format(n=f"{number:,}", all=f"{total:,}"))
            self._left.setCurrentIndex(2)
        else:
            self._rest()

    def say_done(self, said: str) -> None:
        """Something was done that needs no undo; it is said for a while."""
        self._done.setText(said)
        self._left.setCurrentIndex(3)
        self._timer.start()

    def done(self) -> str:
        return self._done.text() if self._left.currentIndex() == 3 else ""

    def say(self) -> None:
        if self._model.pending() or not self._model.rows():
            self._total.setText("")
            return
        sums, unknown = self._model.totals()
        known = sums_text(sums, self._desk.speech.language)
        said = self.tr("12-month orders: {sum}").replace("{sum}", known) if known else ""
        missing = self.tr("%Ln without orders", "", unknown) if unknown else ""
        self._total.setText(self._desk.speech.joined((said, missing)))
        self.say_chosen()

    def _say_keys(self) -> None:
        said = [self.tr("↑↓ choose"), self.tr("Enter open"), self.tr("V visit"), self.tr("/ filter")]
        said += (
            [self.tr("Space mark")]
            if self._narrow
            else [
                self.tr("Space or Shift+↑↓ mark"),
                self.tr("Ctrl+C copy"),
                self.tr("Ctrl+Shift+E Excel"),
            ]
        )
        self._keys.setText("    ".join(said))

    def retranslate(self) -> None:
        self._say_keys()
        self.change.set_label(self.tr("Change together"), "Ctrl+Alt+E")
        self.give.set_label(self.tr("Hand over…"), "Ctrl+Alt+H")
        self.copy.set_label(self.tr("Copy"), "Ctrl+C")
        self.stop.set_label(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Rows written"))
        self.say()
