"""What a package brings, before and after it is taken in: from whom, which week, how many rows, what conflicts."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from kamdesk.qt.models.arrivals import ArrivalsModel, Column
from kamdesk.qt.pages.week_end.names import sender_name, week_name
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.header import HEIGHT, SortHeader
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.operations.week_end.taking import Taken
    from kamdesk.qt.desk import Desk

ROW_HEIGHT = 28
LEAST = 2


class ArrivalsTable(QTableView):
    """As high as its rows where there is room for them; where there is less it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        rows = self.verticalHeader().length()
        return QSize(super().sizeHint().width(), HEIGHT + rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        least = min(self.sizeHint().height(), HEIGHT + LEAST * ROW_HEIGHT)
        return QSize(super().minimumSizeHint().width(), least)


class Arrival(QWidget):
    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self._desk: Desk = panel.desk
        self._panel = panel
        self._taken: Taken | None = None
        self._own_rep, self._done = "", False
        theme = self._desk.theme
        self.model = ArrivalsModel(self._desk.speech, self)
        self.table = ArrivalsTable()
        self.table.setHorizontalHeader(SortHeader(theme, self.table))
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for section in Column:
            self.table.setColumnWidth(section, 104)
        header.setSectionResizeMode(Column.KIND, QHeaderView.ResizeMode.Stretch)
        self._who = label(theme, "heading", wrap=True)
        self._when = label(theme, "caption", "text2", wrap=True)
        self.said = label(theme, "body", wrap=True)
        self.setLayout(column(self._who, self._when, self.said, self.table, gap=6))

    def show_taken(self, taken: Taken, own_rep: str, *, done: bool) -> None:
        self._taken, self._own_rep, self._done = taken, own_rep, done
        self.model.set_counts(taken.fresh, taken.altered, taken.gone)
        self.table.updateGeometry()
        self.retranslate()

    def retranslate(self) -> None:
        taken = self._taken
        self.table.setAccessibleName(self.tr("What the package brings"))
        if taken is None:
            return
        speech = self._desk.speech
        name = sender_name(taken.sender, taken.role, self._own_rep)
        self._who.setText(self.tr("From {name}").format(name=name))
        self._when.setText(speech.joined(self._facts(taken)))
        self.said.setText("\n".join(self._sentences(taken)))
        self.table.setVisible(self.model.rowCount() > 0)

    def _facts(self, taken: Taken) -> list[str]:
        week = week_name(taken.week, self._desk.speech)
        if week:
            closed = self.tr("{week}, closed") if taken.closed else self.tr("{week}, not closed yet")
            week = closed.format(week=week)
        made = ""
        with suppress(ValueError):  # a clock that nobody can read keeps nobody from reading the rest
            at = datetime.fromisoformat(taken.made_at)
            made = self.tr("made {when}").format(when=self._panel.moment(at))
        return [week, made, self.tr("%n rows", "", taken.rows)]

    def _sentences(self, taken: Taken) -> list[str]:
        if taken.before:
            return [self.tr("This package was taken in before. There is nothing to do.")]
        new = sum(taken.fresh.values()) + taken.changed
        lines = []
        if self._done:
            lines.append(
                self.tr("It is in the book. A copy of the book as it was before lies with the backups.")
            )
        if not new and not self._done:
            lines.append(
                self.tr("All of it is in the book already. Taking it in confirms that to the sender.")
            )
        if taken.known and new:
            lines.append(self.tr("%n rows in it are known already.", "", taken.known))
        if taken.conflicts:
            lines.append(
                self.tr(
                    "%n values were written differently here and there. Both are kept until you choose.",
                    "",
                    taken.conflicts,
                )
            )
        if taken.waiting:
            lines.append(self.tr("%n rows wait for others that have not come yet.", "", taken.waiting))
        if taken.refused:
            lines.append(
                self.tr(
                    "%n rows are not the sender's to write; they are kept and shown apart.", "", taken.refused
                )
            )
        if taken.aside:
            lines.append(
                self.tr(
                    "%n rows wait for another rep's package, which tells whether they fit.", "", taken.aside
                )
            )
        if taken.evicted:
            lines.append(
                self.tr(
                    "%n accounts are no longer yours to look after and leave the book.", "", taken.evicted
                )
            )
        if taken.moved:
            lines.append(
                self.tr("%n records were moved to other accounts and leave the book.", "", taken.moved)
            )
        if taken.staying:
            lines.append(
                self.tr("%n accounts stay until what you wrote on them is confirmed.", "", taken.staying)
            )
        if taken.gap:
            lines.append(
                self.tr(
                    "A package before this one has not arrived. What is here is right; hand over yours, and their "
                    "next one brings the rest."
                )
            )
        if taken.several:
            lines.append(
                self.tr(
                    "Two copies of the sender's book seem to be in use side by side. Nothing is lost, but every "
                    "package holds the whole book from now on: give one of them new keys and add its new card. If only "
                    "one is in use, add its card once more."
                )
            )
        return lines
