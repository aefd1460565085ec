"""One side of a conflict: its number, the value, who wrote it when and on which device, what stood there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.week_end import odds_words
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.reads.week_end.odds import Odds, Written


class Side(QFrame):
    """``taken`` with its number, counted from 1, when it is chosen by a click or its button."""

    taken = Signal(int)

    def __init__(self, desk: Desk, panel: Panel, odds: Odds, number: int) -> None:
        super().__init__()
        theme = desk.theme
        self._number = number
        written = odds.choices[number - 1]
        shown = odds.shown == number
        self.setProperty("role", "chosen" if shown else "option")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(180)
        self._title = label(theme, "heading", text=odds_words.whose(written))
        state = [Chip(theme, self.tr("shown now"), "accentText", None)] if shown else []
        value = label(theme, "heading" if len(odds_words.value(written)) < 60 else "body", wrap=True)
        value.setText(odds_words.value(written))
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._value = value
        self.take = Button(theme, kind="primary" if shown else "", icon="check")
        self.take.set_label(self._deed(odds, written), str(number))
        self.take.clicked.connect(lambda: self.taken.emit(self._number))
        who = label(theme, "caption", "text2", self._who(panel, written), wrap=True)
        before = label(theme, "caption", "text2", self._before(odds, written), wrap=True)
        before.setVisible(bool(before.text()))
        self.setLayout(
            column(
                row(self._title, None, *state), who, 2, value, before, None, row(self.take, None), gap=6,
                margins=(14, 12, 14, 12),
            )
        )  # fmt: skip
        self.setAccessibleName(
            ", ".join(filter(None, (self._title.text(), value.text(), who.text(), before.text())))
        )
        self.take.setAccessibleDescription(self.accessibleName())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, super().minimumSizeHint().height())

    def _deed(self, odds: Odds, written: Written) -> str:
        if odds.deletion:
            return odds_words.value(written)
        return self.tr("Take this one")

    def _who(self, panel: Panel, written: Written) -> str:
        when = panel.moment(written.at) if written.at else ""
        if written.kept and not written.rep:
            return self.tr("changed elsewhere, after it was taken back or without knowing of that")
        return panel.desk.speech.joined((written.rep, written.device, when))

    def _before(self, odds: Odds, written: Written) -> str:
        if odds.deletion or len({each.before for each in odds.choices}) == 1:
            return ""  # said once, above both
        return self.tr("before: {value}").format(value=written.before or self.tr("(empty)"))
