"""Close the week, and open it again. Nothing depends on it but what the others are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kamdesk.domain.schedule import week_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.week_end.left import MOST
from kamdesk.qt.pages.week_end.names import week_name
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.week_end.closings import Closing
    from kamdesk.reads.week_end.missing import WeekMissing


class ClosePanel(Panel):
    """``told`` says what was done, to be undone; ``gaps_asked`` and ``on_asked`` lead to the step before and after;
    ``week_asked`` gives the Monday of another week."""

    told = Signal(str)
    gaps_asked = Signal()
    on_asked = Signal()
    week_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._missing: WeekMissing | None = None
        self._closings: tuple[Closing, ...] = ()
        self._just_done = False
        self._icon = Icon(theme, "circle", "text2")
        self._state = label(theme, "strong", wrap=True)
        self._facts = label(theme, "body", "text2", wrap=True)
        self.gaps = Button(theme, icon="list-todo", small=True)
        self._box = frame(
            column(row(self._icon, (self._state, 1), self.gaps), self._facts, gap=6),
            "sunken",
            (14, 12, 14, 12),
        )
        self._means = label(theme, "body", "text2", wrap=True)
        self.close_it = Button(theme, kind="primary", icon="check")
        self.reopen, self.on = Button(theme, icon="lock-open"), Button(theme, icon="chevron-right")
        self._before = label(theme, "heading")
        self.model = EntriesModel(self)
        self.list = EntriesView(theme, self.model)
        self.setLayout(
            column(
                self.head(), self._box, self._means, row(self.close_it, self.reopen, self.on, None), 8,
                self._before, (self.list, MOST), None, gap=10,
            )
        )  # fmt: skip
        self.close_it.clicked.connect(self.close_week)
        self.reopen.clicked.connect(self.reopen_week)
        self.gaps.clicked.connect(self.gaps_asked)
        self.on.clicked.connect(self.on_asked)
        self.list.opened.connect(lambda key: self.week_asked.emit(date.fromisoformat(key)))
        self.retranslate()

    def begin(self) -> None:
        (self.on if self.is_closed() else self.close_it).setFocus()

    def show_missing(self, missing: WeekMissing) -> None:
        self._missing = missing
        self._say_state()

    def show_closings(self, closings: tuple[Closing, ...]) -> None:
        self._closings = closings
        self._say_state()
        self._fill()
        if self._just_done:
            self._just_done = False
            self.begin()

    def closing(self) -> Closing | None:
        """The closing of this week that holds."""
        monday = self._missing.monday if self._missing is not None else None
        return next((c for c in self._closings if c.monday == monday and c.reopened_at is None), None)

    def is_closed(self) -> bool:
        return self.closing() is not None

    # closing and opening

    def close_week(self) -> None:
        if self._missing is not None and not self.is_closed():
            self.desk.runner.run(
                jobs.close_week, done=lambda changes: self._done(changes, closed=True),
                monday=self._missing.monday, local=self.desk.local_now(),
            )  # fmt: skip

    def reopen_week(self) -> None:
        if self._missing is not None and self.is_closed():
            self.desk.runner.run(
                jobs.reopen_week, done=lambda changes: self._done(changes, closed=False),
                monday=self._missing.monday,
            )  # fmt: skip

    def _done(self, changes: Changes, *, closed: bool) -> None:
        said = self.tr("{week} is closed.") if closed else self.tr("{week} is open again.")
        self.told.emit(said.format(week=self._week()))
        self._just_done = True  # the button that was pressed goes: the keys go on with the one that comes

    # words

    def _week(self) -> str:
        assert self._missing is not None
        return week_name(week_text(self._missing.monday), self.desk.speech)

    def _say_state(self) -> None:
        missing = self._missing
        if missing is None:
            return
        closing = self.closing()
        ahead = missing.monday > self.desk.today()
        self.close_it.setVisible(closing is None)
        self.close_it.setEnabled(not ahead)
        self.reopen.setVisible(closing is not None)
        self.on.setVisible(closing is not None)
        self.gaps.setVisible(bool(missing.items) and closing is None)
        if closing is not None:
            self._icon.set_icon("circle-check", "good")
            said = self.tr("{week} was closed {when} by {name}")
            self._state.setText(
                said.format(
                    week=self._week(), when=self.moment(closing.closed_at), name=closing.closed_by or ""
                )
            )
        elif ahead:
            self._icon.set_icon("clock", "text2")
            self._state.setText(self.tr("{week} has not begun yet").format(week=self._week()))
        elif missing.items:
            self._icon.set_icon("circle-alert", "warn")
            self._state.setText(self.tr("%n things are still missing", "", len(missing.items)))
        else:
            self._icon.set_icon("circle-check", "good")
            self._state.setText(self.tr("Nothing is missing: {week} can be closed").format(week=self._week()))
        self._facts.setText(
            self.desk.speech.joined(
                (
                    self.tr("%n visits", "", missing.visits),
                    self.tr("%n recorded", "", missing.recorded),
                    self.tr("%n missed", "", missing.missed),
                    self.tr("%n visits are still to come", "", missing.ahead) if missing.ahead else "",
                )
            )
        )
        self.close_it.set_label(self.tr("Close {week}").format(week=self._week()))
        self.gaps.set_label(self.tr("Fill the gaps"))

    def _fill(self) -> None:
        seen: set[date] = set()
        entries = []
        for closing in self._closings:
            if closing.monday in seen:
                continue
            seen.add(closing.monday)
            entries.append(self._entry(closing))
        self.list.show_rows(entries)
        for part in (self.list, self._before):
            part.setVisible(bool(entries))

    def _entry(self, closing: Closing) -> Entry:
        speech = self.desk.speech
        reopened = closing.reopened_at is not None
        said = self.tr("closed {when} by {name}").format(
            when=self.moment(closing.closed_at), name=closing.closed_by or ""
        )
        again = ""
        if closing.reopened_at is not None:
            again = self.tr("opened again {when}").format(when=self.moment(closing.reopened_at))
        return Entry(
            closing.monday.isoformat(),
            week_name(week_text(closing.monday), speech),
            speech.joined((said, again)),
            quiet=speech.day_or_year(closing.monday, self.desk.today()),
            icon="circle" if reopened else "circle-check",
            icon_tone="text2" if reopened else "good",
        )

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Close the week"))
        self.quiet.setText(self.tr("It tells the office that the week is complete"))
        self._means.setText(
            self.tr(
                "A closed week can still be mended, and opened again. One that is not closed can be handed over all "
                "the same."
            )
        )
        self.reopen.set_label(self.tr("Open it again"))
        self.on.set_label(self.tr("Hand over"))
        self._before.setText(self.tr("Weeks closed"))
        self.list.setAccessibleName(self._before.text())
        self._say_state()
        self._fill()
