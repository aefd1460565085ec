"""Under the table: its keys, or what is selected; the totals of what is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.table import AccountsTable
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import row
from kamdesk.qt.worth import sums_text


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
        self.copy = Button(theme, icon="copy", small=True)
        self._left = QStackedWidget()
        for part in (row((self._keys, 1)), row(self._chosen, self.change, self.copy, None)):
            side = QWidget()
            side.setLayout(part)
            self._left.addWidget(side)
        self._left.setFixedHeight(30)
        self.setLayout(row((self._left, 1), self._total, margins=(18, 0, 18, 6), gap=12))

    def set_narrow(self, on: bool) -> None:
        self._narrow = on
        self._say_keys()

    def chosen(self) -> str:
        """What is said of the selected rows; empty where it is one."""
        return self._chosen.text() if self._left.currentIndex() else ""

    def total(self) -> str:
        return self._total.text()

    def say_chosen(self) -> None:
        number = self._table.selected_number()
        self._left.setCurrentIndex(1 if number > 1 else 0)
        if number > 1:
            self._chosen.setText(self.tr("%n selected", "", number))

    def say(self) -> None:
        if self._model.pending() or not self._model.rows():
            self._total.setText("")
            return
        sums, unknown = self._model.totals()
        known = sums_text(sums, self._desk.speech.language)
        said = self.tr("12 months: {sum}").replace("{sum}", known) if known else ""
        missing = self.tr("%n without orders", "", unknown) if unknown else ""
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
        self.copy.set_label(self.tr("Copy"), "Ctrl+C")
        self.say()
        self.say_chosen()
