"""The packages that went out and came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.week_end.names import joined, party, week_name
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.reads.week_end.packages import PackageLine


class LogPanel(Panel):
    """A list over all of the part, or why there is none."""

    def __init__(self, desk: Desk, icon: str) -> None:
        super().__init__(desk)
        self.model = EntriesModel(self)
        self.list = EntriesView(desk.theme, self.model)
        self.about = label(desk.theme, "body", "text2", wrap=True)
        self.none = EmptyState(desk.theme, icon)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.none)
        self.setLayout(column(self.head(), self.about, (self._stack, 1), gap=10))

    def begin(self) -> None:
        self.list.setFocus()

    def fill(self, entries: Sequence[Entry]) -> None:
        self.list.show_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        self.about.setVisible(bool(entries))


class HistoryPanel(LogPanel):
    """``hand_asked``: nothing has gone out yet, and the first package is wanted."""

    hand_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "history")
        self._lines: tuple[PackageLine, ...] = ()
        self.none.first.clicked.connect(self.hand_asked)
        self.retranslate()

    def show_lines(self, lines: tuple[PackageLine, ...]) -> None:
        self._lines = lines
        self._say_about()
        self.fill([self._entry(line) for line in lines])

    def _say_about(self) -> None:
        """Who has not confirmed which weeks yet, and what confirming means."""
        speech, waits = self.desk.speech, []
        for name, weeks in unconfirmed(self._lines, speech).items():
            said = self.tr("{name} has not confirmed yet: {weeks}.")
            waits.append(speech.raised(said.format(name=name, weeks=joined(weeks, speech))))
        waits.append(
            self.tr(
                "A package counts as confirmed once a later one from the other side says so. What is not confirmed "
                "goes into the next one again: a lost file heals by itself."
            )
        )
        self.about.setText("\n".join(waits))

    def _entry(self, line: PackageLine) -> Entry:
        speech = self.desk.speech
        names = joined((party(p.role, p.rep, p.device, own=p.own) for p in line.parties), speech)
        if line.out:
            title = self.tr("To {names}") if names else self.tr("Sealed with a passphrase")
        elif line.forked:
            title = self.tr("From {names}, contradicting what came before")
        else:
            title = self.tr("From {names}") if names else self.tr("From a book no longer known")
        week = week_name(line.week, speech)
        if week:
            closed = self.tr("{week}, closed") if line.closed else self.tr("{week}, not closed yet")
            week = closed.format(week=week)
        chip, tone, ground = "", "text2", "sunken"
        if line.out and line.confirmed:
            chip, tone, ground = self.tr("confirmed"), "good", "goodSoft"
        elif line.out and line.parties:
            waits = [p for p in line.parties if not p.confirmed]
            some = len(waits) < len(line.parties)
            chip = self.tr("confirmed in part") if some else self.tr("not confirmed yet")
            tone, ground = "warn", "warnSoft"
        elif line.forked:
            chip, tone, ground = self.tr("set aside"), "bad", "badSoft"
        return Entry(
            str(line.number),
            title.format(names=names),
            speech.joined((week, self.tr("%n rows", "", line.rows), line.name)),
            side=self.moment(line.at),
            chip=chip,
            chip_tone=tone,
            chip_ground=ground,
            icon="arrow-right" if line.out else "arrow-left",
            spoken=self.tr("handed over") if line.out else self.tr("taken in"),
        )

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Packages"))
        self.list.setAccessibleName(self.tr("Packages handed over and taken in"))
        self.none.say(
            self.tr("No package yet"),
            self.tr(
                "What is handed over and taken in is written down here, and whether the others confirmed it."
            ),
            self.tr("Hand over the first one"),
        )
        self.show_lines(self._lines)


def unconfirmed(lines: Sequence[PackageLine], speech: Speech) -> dict[str, list[str]]:
    """For whoever has not confirmed the newest package made for them, the weeks since the last that they did."""
    found: dict[str, list[str]] = {}
    done: set[str] = set()
    for line in lines:
        for each in line.parties if line.out else ():
            name = party(each.role, each.rep, each.device, own=each.own)
            if each.confirmed:
                done.add(each.key)
            week = week_name(line.week, speech)
            if each.key not in done and week and week not in found.setdefault(name, []):
                found[name].append(week)
    return {name: weeks[::-1] for name, weeks in found.items() if weeks}
