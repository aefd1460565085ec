"""What ways are reckoned with besides the estimate: the rep's own driving times, a file of ways."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from kamdesk.domain.errors import InputError
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import row

if TYPE_CHECKING:
    from kamdesk.reads.line_problem import Roads


@dataclass
class Ways:
    """What was chosen: ``own`` driving times or not, the ``file`` of ways (empty: none)."""

    own: bool = True
    file: str = ""

    def path(self) -> Path | None:
        return Path(self.file) if self.file else None

    def leave_file(self, error: Exception) -> bool:
        """Whether the file could not be read, as one that is kept but has gone: from now on it is done without."""
        if not isinstance(error, InputError) or not self.file:
            return False
        self.file = ""
        return True


class WaysChoice(QWidget):
    """``changed``: the ways are to be reckoned anew."""

    changed = Signal()

    def __init__(self, theme: Theme, ways: Ways) -> None:
        super().__init__()
        self._ways = ways
        self._roads: Roads | None = None
        self.own = QCheckBox()
        self.own.setChecked(ways.own)
        self.file = Button(theme, kind="link", icon="file-down", small=True)
        self.clear = Button(theme, kind="ghost", icon="x", small=True)
        for button in (self.file, self.clear):
            button.setAutoDefault(False)
        self.setLayout(row(self.own, 8, self.file, self.clear, None, gap=4))
        self.own.toggled.connect(self._take_own)
        self.file.clicked.connect(self._choose)
        self.clear.clicked.connect(lambda: self.take_file(""))
        self.retranslate()

    def show_roads(self, roads: Roads | None) -> None:
        """On how many drives the own times rest."""
        self._roads = roads
        self.retranslate()

    def _take_own(self, on: bool) -> None:
        if on != self._ways.own:
            self._ways.own = on
            self.changed.emit()

    def _choose(self) -> None:
        kinds = self.tr("Ways (*.json *.csv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Minutes between accounts"), "", kinds)
        if chosen:
            self.take_file(chosen)

    def take_file(self, path: str) -> None:
        """The ways of this file; empty for none."""
        self._ways.file = path
        self.retranslate()
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        roads = self._roads
        said = self.tr("My own driving times")
        if self._ways.own and roads is not None and roads.drives:
            told = self.tr("My own driving times ({drives} drives: {factor} × the estimate)")
            said = told.format(drives=roads.drives, factor=f"{roads.factor:.2f}")
        elif self._ways.own:
            said = self.tr("My own driving times (too few are recorded yet: the estimate)")
        self.own.setText(said)
        self.own.setToolTip(
            self.tr(
                "From the end of one report to the beginning of the next: of 30 drives and more the quickest quarter's "
                "mark, by hour from 15 on, for a single way from 5 on."
            )
        )
        name = Path(self._ways.file).name
        self.file.set_label(name or self.tr("Ways from a file…"))
        self.file.setToolTip(self.tr("A table from, to, minutes (CSV), or a matrix (JSON)"))
        self.clear.set_hint(self.tr("Without the file"))
        self.clear.setVisible(bool(name))
