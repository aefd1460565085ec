"""What counts as one customer: the level of the tree on which figures are counted; and the way to the key accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kamdesk.domain.account import AccountLevel
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import fill_choices
from kamdesk.qt.pages.settings.rows import Line, Section, card
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.reads.own import OwnData


class Counting(Section):
    """``market_asked`` leads to the line between key and ordinary."""

    market_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._own: OwnData | None = None
        self.level = Combo()
        self.level.setObjectName("unit_level")
        self.confirm = Button(theme, icon="check")
        self.unit = Line(desk, self.level, self.confirm)
        self._stands = label(theme, "caption", "text2", wrap=True)
        self.market = Button(theme, icon="chart-pie")
        self._said = label(theme, "body", "text2", wrap=True)
        one, self._say_one = card(desk, self.unit, self._stands)
        two, self._say_two = card(desk, self._said, row(self.market, None))
        self.setLayout(column(one, two, None, gap=12))
        self.level.currentIndexChanged.connect(lambda _: self._say())
        self.confirm.clicked.connect(self._confirm)
        self.market.clicked.connect(self.market_asked)
        self.retranslate()

    def show_own(self, own: OwnData) -> None:
        before = self._own
        self._own = own
        if before is None or before.unit.level != own.unit.level:
            self.level.choose(own.unit.level)
        self._say()

    def begin(self) -> None:
        """The keys go to where the level is chosen."""
        self.level.setFocus()

    def _confirm(self) -> None:
        self.ask("set_unit_rule", self.unit, level=self.level.currentData())

    def _say(self) -> None:
        own, speech = self._own, self.desk.speech
        if own is None:
            return
        chosen = str(self.level.currentData())
        count = self.tr(
            "That makes %n accounts that are counted as one each.", "", own.unit.counts.get(chosen, 0)
        )
        self.unit.say(self.tr("Counted as one"), count)
        name = speech.choice("account.level", own.unit.level)
        if own.unit.set_by is None:
            said = self.tr("Nobody has confirmed it yet; the book counts by {level} meanwhile.").format(
                level=name
            )
        else:
            said = self.tr("{level}, confirmed by {name} on {day}.").format(
                level=speech.raised(name), name=own.unit.set_by, day=speech.full_day(own.unit.set_on)
            )
        self._stands.setText(said)

    def retranslate(self) -> None:
        speech = self.desk.speech
        self._say_one(self.tr("The smallest unit of a key account"))
        fill_choices(
            self.level,
            [(speech.raised(speech.choice("account.level", each)), each.value) for each in AccountLevel],
            AccountLevel.COMPANY.value,
        )
        self.confirm.set_label(self.tr("Confirm"))
        self._say_two(self.tr("Key or ordinary"))
        self._said.setText(
            self.tr(
                "The line between key and ordinary accounts is drawn on the page of the market: you see who changes "
                "sides before it is saved."
            )
        )
        self.market.set_label(self.tr("To the line between key and ordinary"))
        self._say()
