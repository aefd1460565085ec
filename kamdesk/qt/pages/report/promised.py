"""New promises: a row each; another one when it is asked for, so that Tab goes on to what comes after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.report.reading import read_day
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, DayField
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.account import Person

MOST = 8


@dataclass(slots=True)
class PromiseRow:
    """``chosen``: to whom it was made was said by hand."""

    what: QLineEdit
    to: Combo
    due: DayField
    whole: QWidget
    chosen: bool = False


class PromisePart(QWidget):
    """``rows[0]`` is always there; the button and Enter bring one more."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people: tuple[Person, ...] = ()
        self._likely: str | None = None
        self.rows: list[PromiseRow] = []
        self._box = column(gap=6)
        self._already = label(desk.theme, "caption", "text2", wrap=True)
        self._already.hide()
        self.more = Button(desk.theme, kind="ghost", icon="plus")
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more.clicked.connect(self._one_more)
        beside = row((self._box, 1), gap=4)
        beside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(beside, self._already, gap=4))
        self._grow()

    def _grow(self) -> None:
        what, to, due, whole = QLineEdit(), Combo(), DayField(), QWidget()
        to.setMinimumWidth(130)
        whole.setLayout(row((what, 3), (to, 1), due))
        due.set_today(self._desk.today())
        self.rows.append(PromiseRow(what, to, due, whole))
        self._box.addWidget(whole)
        what.textChanged.connect(self._tell)
        due.textChanged.connect(self._tell)
        for field in (what, due):
            field.returnPressed.connect(self._one_more)
        to.activated.connect(lambda index, one=self.rows[-1]: self._choose(one))
        for before, after in pairwise((*(one.due for one in self.rows[-2:-1]), what, to, due)):
            QWidget.setTabOrder(before, after)
        self._fill(self.rows[-1])
        self._suppose(self.rows[-1])
        self.more.setVisible(len(self.rows) < MOST)
        self.retranslate()

    def _one_more(self) -> None:
        """On to an empty row; a new one where all have words."""
        if self.rows[-1].what.text().strip() and len(self.rows) < MOST:
            self._grow()
            self.rows[-1].whole.show()
        self.rows[-1].what.setFocus()

    def _tell(self) -> None:
        self.edited.emit()

    def _choose(self, one: PromiseRow) -> None:
        one.chosen = True
        self._tell()

    def suppose(self, contact_id: str | None) -> None:
        """To whom a promise was made most likely, wherever that was not said by hand."""
        self._likely = contact_id
        for one in self.rows:
            self._suppose(one)

    def _suppose(self, one: PromiseRow) -> None:
        if not one.chosen:
            one.to.setCurrentIndex(max(one.to.findData(self._likely), 0))

    # filling

    def clear(self, already: Sequence[str]) -> None:
        """Nothing typed; ``already`` was promised on this visit before."""
        for one in self.rows[1:]:
            one.whole.hide()
            one.whole.deleteLater()
        del self.rows[1:]
        first = self.rows[0]
        first.what.clear()
        first.due.set_today(self._desk.today())
        first.due.clear()
        first.chosen = False
        first.to.setCurrentIndex(0)
        self._likely = None
        self.more.show()
        said = self.tr("Promised on this visit already: {what}").format(what="; ".join(already))
        self._already.setText(said if already else "")
        self._already.setVisible(bool(already))

    def show_people(self, people: Sequence[Person]) -> None:
        """To whom something may have been promised."""
        self._people = tuple(person for person in people if person.until is None)
        for one in self.rows:
            self._fill(one)
            self._suppose(one)

    def _fill(self, one: PromiseRow) -> None:
        to = one.to.currentData()
        one.to.clear()
        one.to.addItem(self.tr("to whom"), None)
        for person in self._people:
            one.to.addItem(person.name, person.id)
        one.to.choose(to)

    # what stands in it

    def promises(self) -> tuple[tuple[str, date | None, str | None], ...]:
        """(what, due, to whom) of each row with words. Raises Unreadable."""
        return tuple(
            (one.what.text().strip(), read_day(one.due), one.to.currentData())
            for one in self.rows
            if one.what.text().strip()
        )

    def snapshot(self) -> list[list[Any]]:
        """Everything typed, for a draft."""
        return [
            [one.what.text(), one.due.text(), one.to.currentData()]
            for one in self.rows
            if one.what.text() or one.due.text()
        ]

    def restore(self, kept: Sequence[Sequence[Any]]) -> None:
        """What `snapshot` gave."""
        for place, (what, due, to) in enumerate(kept[:MOST]):
            if place == len(self.rows):
                self._grow()
            one = self.rows[place]
            one.chosen = True
            one.what.setText(str(what))
            one.due.setText(str(due))
            one.to.choose(to)
        for one in self.rows[len(kept) :]:
            one.what.clear()
            one.due.clear()

    def retranslate(self) -> None:
        self.more.set_hint(self.tr("Another promise (Enter)"))
        for number, one in enumerate(self.rows, 1):
            one.what.setAccessibleName(self.tr("New promise {n}").format(n=number))
            one.what.setPlaceholderText(
                self.tr("what you promised") if number == 1 else self.tr("and what else")
            )
            one.to.setAccessibleName(self.tr("To whom promise {n} was made").format(n=number))
            one.due.setAccessibleName(self.tr("Promise {n} is due on").format(n=number))
            one.due.setPlaceholderText(self.tr("due"))
            if one.to.count():
                one.to.setItemText(0, self.tr("to whom"))
