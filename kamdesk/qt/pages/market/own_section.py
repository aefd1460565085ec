"""Our own side: the six points that an alliance asks for, and the team that keeps this book with its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import HEIGHT, EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.reads.market_page.own import Duty, Member, Readiness
    from kamdesk.reads.market_page.view import MarketView

LOOKS = {0: ("bad", "badSoft"), 1: ("warn", "warnSoft"), 2: ("good", "goodSoft")}
MOST = 12


class OwnSection(QWidget):
    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self.title = label(theme, "heading")
        self.said = label(theme, "caption", "text2", wrap=True)
        self.points = EntriesView(theme, EntriesModel(self))
        self.points.setMinimumHeight(HEIGHT * 6 + 6)
        self.team_title = label(theme, "heading")
        self.team_said = label(theme, "caption", "text2", wrap=True)
        self.add_member = Button(theme, icon="user-plus", small=True)
        self.add_duty = Button(theme, icon="plus", small=True)
        self.give = Button(theme, icon="handshake", small=True)
        self.team = EntriesView(theme, EntriesModel(self))
        self.team.setMinimumHeight(HEIGHT * 3)
        left = column(self.title, self.said, (self.points, 1), gap=6)
        right = column(
            row(self.team_title, None, self.give, self.add_duty, self.add_member),
            self.team_said,
            (self.team, 1),
            gap=6,
        )
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(frame(left, "card", (14, 10, 8, 8)), 1)
        self._box.addWidget(frame(right, "card", (14, 10, 8, 8)), 1)
        self.setLayout(self._box)
        self.points.opened.connect(lambda key: self.asked.emit("score_point", key))
        self.team.opened.connect(self._open)
        self.add_member.clicked.connect(lambda: self.asked.emit("add_member", ""))
        self.give.clicked.connect(lambda: self.asked.emit("give_all", self.member()))
        self.add_duty.clicked.connect(lambda: self.asked.emit("add_duty", self.member()))

    def set_narrow(self, narrow: bool) -> None:
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def member(self) -> str:
        """The id of the member in view; empty for none."""
        key = self.team.key()
        if key.startswith("duty:"):
            return key.split(":")[2]
        return key.removeprefix("member:")

    def _open(self, key: str) -> None:
        kind, _, rest = key.partition(":")
        self.asked.emit(f"edit_{kind}", rest.partition(":")[0])

    def show_view(self, view: MarketView) -> None:
        self._view = view
        self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        self.points.show_rows([self._point(each) for each in view.readiness])
        judged = [each.score for each in view.readiness if each.score is not None]
        full = 2 * len(view.readiness)
        if judged:
            self.said.setText(
                self.tr("{sum} of {full}; {n} of {all} points judged. Enter judges one.").format(
                    sum=sum(judged), full=full, n=len(judged), all=len(view.readiness)
                )
            )
        else:
            self.said.setText(
                self.tr("How ready are we ourselves for an alliance? Judge each point 0 to 2: Enter.")
            )
        entries: list[Entry] = []
        for member in view.team:
            entries.append(self._member(member))
            entries += [self._duty(member, duty) for duty in member.duties[:MOST]]
        self.team.show_rows(entries)
        self.team.setVisible(bool(entries))
        self.add_duty.setEnabled(bool(entries))
        self.give.setEnabled(bool(entries))
        self.team_said.setText(
            self.tr("The administrator says who changes which records and who may let them out.")
            if entries
            else self.tr("Nobody is named yet: a dealer's own book has its team, each member with duties.")
        )

    def _point(self, each: Readiness) -> Entry:
        speech = self._desk.speech
        name = speech.raised(speech.choice("alliance_point.point", each.point))
        if each.score is None:
            return Entry(each.point, name, self.tr("not judged yet"), chip="—")
        day = speech.day_or_year(each.judged_on, self._desk.today()) if each.judged_on else ""
        tone, ground = LOOKS.get(each.score, ("text2", "sunken"))
        return Entry(
            each.point, name, speech.joined((each.said or "", day)), chip=self.tr("{n} of 2").format(n=each.score),
            chip_tone=tone, chip_ground=ground,
        )  # fmt: skip

    def _member(self, member: Member) -> Entry:
        speech = self._desk.speech
        since = self.tr("since {day}").format(day=speech.full_day(member.since))
        role = self.tr("administrator") if member.administrator else ""
        return Entry(
            f"member:{member.id}",
            member.name,
            speech.joined((member.title or "", since)),
            chip=role,
            icon="user",
        )

    def _duty(self, member: Member, duty: Duty) -> Entry:
        speech = self._desk.speech
        whom = duty.account or self.tr("all accounts")
        what = speech.raised(speech.choice("member_duty.record", duty.record))
        change = self.tr("may change") if duty.may_change else self.tr("may read only")
        export = self.tr("may let out") if duty.may_export else self.tr("may not let out")
        return Entry(
            f"duty:{duty.id}:{member.id}", what, speech.joined((whom, change, export)), icon="arrow-right"
        )

    def retranslate(self) -> None:
        self.title.setText(self.tr("Ready for an alliance?"))
        self.team_title.setText(self.tr("Team and duties"))
        self.add_member.set_label(self.tr("Add a member"))
        self.add_duty.set_label(self.tr("Add a duty"))
        self.give.set_label(self.tr("Hand over accounts…"))
        self.give.setToolTip(self.tr("All accounts that this member looks after pass to another"))
        self.points.setAccessibleName(self.title.text())
        self.team.setAccessibleName(self.team_title.text())
        self._say()
