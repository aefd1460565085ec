"""Everything that happened with the account in one row of events: by month, chosen by kind, searched by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.haystack import initials, matches
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.account.listed import stand_by
from kamdesk.qt.pages.account.past_details import PastDetails
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.telling import event_entry, key_of, kind_words, known_entry
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import DetailPane
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import FlowLayout, column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.timeline import Event, Timeline

AT_ONCE = 2000


class HistorySection(Section):
    """Read when it is looked at, not before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._details = PastDetails(desk, self.asked.emit, self)
        self._events: dict[str, Event] = {}
        self._entries: list[tuple[Event, Entry, str]] = []
        self._limit, self._account, self._stale = AT_ONCE, "", True
        self.view = EntriesView(theme, EntriesModel(self))
        self.view.setUniformItemSizes(False)
        self.pane = DetailPane(theme)
        self.typed = QLineEdit()
        self.typed.setClearButtonEnabled(True)
        self.typed.setMaximumWidth(260)
        self.typed.textChanged.connect(self._filter)
        self.typed.installEventFilter(self)
        self.view.installEventFilter(self)
        self.chips: dict[str, Button] = {}
        flow = FlowLayout(6)
        for kind in kind_words():
            chip = Button(theme, kind="toggle", small=True)
            chip.toggled.connect(self._filter)
            self.chips[kind] = chip
            flow.addWidget(chip)
        chips = QWidget()
        chips.setLayout(flow)
        self.add = Button(theme, icon="plus")
        self.add.clicked.connect(lambda: self.asked.emit("add_note", ""))
        self.more = Button(theme, kind="link", icon="history")
        self.more.clicked.connect(self._read_more)
        self.more.hide()
        self._title = label(theme, "heading")
        self._said = Elided(theme, "caption", "text2")
        self.empty = EmptyState(theme, "history")
        self.empty.first.clicked.connect(lambda: self.asked.emit("write_report", ""))
        self._none = label(theme, "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        for part in (self.view, self.empty, self._none):
            self._stack.addWidget(part)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = row(self._title, (self._said, 1), self.typed, self.add)
        card = frame(
            column(top, chips, (self._stack, 1), row(self.more, None), gap=8), "card", (14, 10, 12, 10)
        )
        self._card = card
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(card, 1)
        self._box.addWidget(self.pane)
        self.setLayout(self._box)
        self.view.chosen.connect(self._show_details)
        self.view.opened.connect(self._open)

    # reading

    def begin_new(self) -> None:
        self.asked.emit("add_note", "")

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        if whole.view.page.id != self._account:
            self._account, self._limit = whole.view.page.id, AT_ONCE
        self._stale = True
        if self.isVisible():
            self.arrive()

    def leave(self) -> None:
        super().leave()
        self._events, self._entries, self._stale, self._account = {}, [], True, ""
        self.typed.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.view.show_rows([])
        self.pane.hide()

    def arrive(self) -> None:
        if self._stale and self._account:
            self._stale = False
            account = self._account
            self.desk.runner.read(
                jobs.timeline,
                done=lambda past: self._show(account, past),
                label=self.tr("Reading the dealings…"),
                account_id=account,
                limit=self._limit,
            )

    def _read_more(self) -> None:
        self._limit += AT_ONCE
        self._stale = True
        self.arrive()

    def _show(self, account: str, past: Timeline) -> None:
        if account != self._account:
            return
        today, speech = self.desk.today(), self.desk.speech
        self._entries = []
        self._details.names = past.names
        for event in past.events:
            known = event.known is not None
            entry = known_entry(event, past.names, self.desk) if known else event_entry(event, today, speech)
            said = "\n".join(
                (entry.title, entry.quiet, entry.detail, entry.chip, event.who, event.day.isoformat())
            )
            self._entries.append(
                (
                    event,
                    entry,
                    f"{said}\n{initials(event.title or entry.title)}\n{initials(event.who)}".casefold(),
                )
            )
        self._events = {key_of(event): event for event, *_ in self._entries}
        self.more.setVisible(past.more)
        self._say_counts()
        self._filter()

    # choosing

    def search(self, text: str) -> None:
        """Show only what ``text`` is found in."""
        self.typed.setText(text)
        self.arrive()

    def _filter(self) -> None:
        kinds = {kind for kind, chip in self.chips.items() if chip.isChecked()}
        typed = self.typed.text()
        shown: list[Entry] = []
        month = None
        count = 0
        for event, entry, hay in self._entries:
            if (kinds and event.kind not in kinds) or not matches(typed, hay):
                continue
            count += 1
            if (event.day.year, event.day.month) != month:
                month = event.day.year, event.day.month
                shown.append(Entry("", self._month(event.day.year, event.day.month), heading=True))
            shown.append(entry)
        self.view.show_rows(shown)
        self._stack.setCurrentIndex(0 if shown else 2 if self._entries else 1)
        whole = len(self._entries)
        some = self.tr("{n} of {all}").format(n=count, all=whole)
        self._said.setText(some if count < whole else self.tr("%n entries", "", whole) if whole else "")
        self._show_details()

    def _month(self, year: int, month: int) -> str:
        speech = self.desk.speech
        return speech.text("date.month", year=year, month=speech.text(f"month_long.{month}"))

    def _show_details(self) -> None:
        event = self._events.get(self.view.key())
        found = None
        if event is not None and self.whole is not None:
            found = self._details.of(event, self.whole, self.desk.today())
        self.pane.setVisible(found is not None)
        if found is not None:
            self.pane.show_facts(*found)

    def _open(self, key: str) -> None:
        event = self._events.get(key)
        deed = self._details.opens(event) if event is not None else ""
        if event is not None and deed:
            self.asked.emit(deed, self._details.key(event))

    def shown(self) -> list[Event]:
        """The events in the list, in order."""
        model = self.view.model()
        assert isinstance(model, EntriesModel)
        return [self._events[entry.key] for entry in model.entries() if not entry.heading]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed on the list go to the search, Down or Enter in the search to the list, Esc clears it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape and self.typed.text():
            self.typed.clear()
            return True
        if watched is self.typed and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.setFocus()
            return True
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if watched is self.view and not control and text.isprintable() and text.strip():
            self.typed.setFocus()
            self.typed.insert(text)
            return True
        return False

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        stand_by(self._box, self.pane, density)
        self._card.setMinimumHeight(330 if density.narrow else 230)

    def focus_first(self) -> None:
        target = self.empty.first if self._stack.currentIndex() == 1 else self.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_counts(self) -> None:
        numbers = dict.fromkeys(self.chips, 0)
        for event, *_ in self._entries:
            numbers[event.kind] += 1
        for kind, text in kind_words().items():
            self.chips[kind].set_label(f"{text} {numbers[kind]}" if numbers[kind] else text)
            self.chips[kind].setVisible(numbers[kind] > 0 or self.chips[kind].isChecked())

    def retranslate(self) -> None:
        self._title.setText(self.tr("Dealings"))
        self.add.set_label(self.tr("Add a note"))
        self.more.set_label(self.tr("Show earlier ones"))
        self.typed.setPlaceholderText(self.tr("Type to filter"))
        self.typed.setAccessibleName(self.tr("Filter the dealings"))
        self.view.setAccessibleName(self.tr("Dealings"))
        self._none.setText(self.tr("Nothing fits. Take a filter off, or clear what is typed."))
        self.empty.say(
            self.tr("Nothing has passed yet"),
            self.tr("Visits, promises, orders, notes: whatever you record appears here, the newest first."),
            self.tr("Write the visit report"),
        )
        self._say_counts()
