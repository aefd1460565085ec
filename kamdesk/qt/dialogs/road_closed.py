"""A road that takes longer for a while: between whom and by how much, to be planned around."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import fill_choices
from kamdesk.qt.jobs.line_plan import Detour
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, Number
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

MINUTES, MOST_MINUTES = 60, 600
START = "start"


class RoadClosed(QWidget):
    """``wanted`` gives the Detour around which a line is to be proposed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._accounts: tuple[tuple[str, str], ...] = ()
        self._between, self._and = label(theme, "body", "text2"), label(theme, "body", "text2")
        self._longer = label(theme, "body", "text2")
        self.one, self.two = Combo(), Combo()
        for choice in (self.one, self.two):
            choice.setMinimumWidth(180)
        self.minutes = Number()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setValue(MINUTES)
        self.minutes.setFixedWidth(110)
        self.plan = Button(theme, kind="primary", icon="route")
        self.plan.setAutoDefault(False)
        for name, field in ((self._between, self.one), (self._and, self.two), (self._longer, self.minutes)):
            name.setBuddy(field)
        form = row(self._between, self.one, self._and, self.two, self._longer, self.minutes, None, gap=8)
        self.setLayout(column(form, 4, row(self.plan, None), None, gap=8))
        self.plan.clicked.connect(self._want)
        for choice in (self.one, self.two):
            choice.currentIndexChanged.connect(lambda number: self._say())
        self.retranslate()

    def show_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Id and name of those to which a way leads."""
        if tuple(accounts) == self._accounts:
            return
        self._accounts = tuple(accounts)
        named = [(name, key) for key, name in self._accounts]
        fill_choices(self.one, [(self.tr("where your day begins"), START), *named])
        fill_choices(self.two, named)
        self._say()

    def _say(self) -> None:
        self.plan.setEnabled(bool(self._accounts) and self.one.currentData() != self.two.currentData())

    def _want(self) -> None:
        said = self.tr("{one} – {two}: {minutes} min longer")
        told = said.format(
            one=self.one.currentText(), two=self.two.currentText(), minutes=self.minutes.value()
        )
        self.wanted.emit(
            Detour(self.one.currentData(), self.two.currentData(), float(self.minutes.value()), told)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._between.setText(self.tr("The way between"))
        self._and.setText(self.tr("and"))
        self._longer.setText(self.tr("takes longer by"))
        self.minutes.setSuffix(self.tr(" min"))
        self.one.setAccessibleName(self.tr("One end of the road"))
        self.two.setAccessibleName(self.tr("The other end of the road"))
        self.minutes.setAccessibleName(self.tr("Minutes longer"))
        self.plan.set_label(self.tr("Propose a line around it…"))
        accounts, self._accounts = self._accounts, ()
        self.show_accounts(accounts)
