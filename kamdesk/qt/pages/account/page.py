"""The page of one account: head, sections, the list of a section, and beside it what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QStackedWidget, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.account import entries
from kamdesk.qt.pages.account.details import Details
from kamdesk.qt.pages.account.head import AccountHead
from kamdesk.qt.pages.account.people import PeopleView
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import DetailPane
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import AccountView

SECTIONS = {
    "people": ("users", "user-plus"),
    "promises": ("handshake", "plus"),
    "visits": ("history", "pencil"),
    "notes": ("message-square", "plus"),
    "line": ("route", "calendar-plus"),
}


@dataclass(slots=True)
class _Section:
    """A section's button, its list (none for people) and what stands there while it is empty."""

    button: Button
    stack: QStackedWidget
    view: EntriesView | None
    empty: EmptyState


class AccountPage(Page):
    """``asked`` gives what is to be done (``add_contact``, ``edit_promise`` …) and to which row."""

    back_asked = Signal()
    briefing_asked = Signal(str)
    report_asked = Signal(str)
    asked = Signal(str, str)
    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = AccountHead(desk)
        self.people = PeopleView(desk)
        self.details = DetailPane(desk.theme)
        self._details = Details(desk, self.asked.emit, self)
        self._view: AccountView | None = None
        self._id = ""
        self._name = "people"
        self._fresh = False
        self._sections: dict[str, _Section] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        for name, (icon, _) in SECTIONS.items():
            self._add_section(name, icon)
        self._title = label(desk.theme, "heading")
        self._sub = Elided(desk.theme, "caption", "text2")
        self._act = Button(desk.theme, icon="plus")
        self._nav = QWidget()
        self._nav.setFixedWidth(158)
        self._nav.setLayout(
            column(*(s.button for s in self._sections.values()), None, gap=3, margins=(0, 4, 0, 0))
        )
        self._list = frame(
            column(row(self._title, (self._sub, 1), self._act), (self._stack, 1), gap=8),
            "card",
            (14, 10, 12, 10),
        )
        self._list.setMinimumHeight(230)
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right.setSpacing(14)
        self._right.addWidget(self._list, 1)
        self._right.addWidget(self.details)
        self.setLayout(column(self.head, (row(self._nav, (self._right, 1), gap=12), 1), gap=12))
        self._connect()
        self.set_density(Density())
        self.retranslate()
        self._show_section("people")

    def _add_section(self, name: str, icon: str) -> None:
        button = Button(self.desk.theme, kind="section", icon=icon)
        self._group.addButton(button)
        button.clicked.connect(lambda: self._show_section(name))
        view = None if name == "people" else EntriesView(self.desk.theme, EntriesModel(self))
        empty = EmptyState(self.desk.theme, icon)
        empty.first.clicked.connect(self._do)
        stack = QStackedWidget()
        stack.addWidget(self.people if view is None else view)
        stack.addWidget(empty)
        self._stack.addWidget(stack)
        self._sections[name] = _Section(button, stack, view, empty)
        if view is not None:
            view.chosen.connect(self._show_details)
            view.opened.connect(lambda key: self.asked.emit(f"open_{name}", key))

    def _connect(self) -> None:
        self.head.back_asked.connect(self.back_asked)
        self.head.edit_asked.connect(lambda: self.asked.emit("edit_account", self._id))
        self.head.briefing_asked.connect(lambda: self.briefing_asked.emit(self._id))
        self.head.report_asked.connect(lambda: self.report_asked.emit(self._id))
        self.people.chosen.connect(self._show_details)
        self.people.opened.connect(lambda key: self.asked.emit("open_people", key))
        self._act.clicked.connect(self._do)

    def _do(self) -> None:
        deeds = {"people": "add_contact", "promises": "add_promise", "notes": "add_note", "line": "add_slot"}
        if self._name == "visits":
            self.report_asked.emit(self._id)
        else:
            self.asked.emit(deeds[self._name], "")

    # what is shown

    def account_id(self) -> str:
        return self._id

    def view(self) -> AccountView | None:
        """What the page shows; None before anything was read."""
        return self._view

    def show_account(self, account_id: str, section: str = "") -> None:
        if account_id != self._id:
            self._view = None
            self._fresh = True
        self._id = account_id
        if section:
            self._show_section(section)
        self.read()

    def read(self) -> None:
        if self._id:
            self.desk.runner.read(
                jobs.account_view, done=self._show, latest=True, account_id=self._id, today=self.desk.today()
            )

    def take_changes(self, changes: Changes) -> None:
        self.read()

    def _show(self, view: AccountView) -> None:
        if view.page.id != self._id and self._id not in dict(view.page.aliases):
            return
        self._id = view.page.id
        self._view = view
        today, speech = self.desk.today(), self.desk.speech
        self.head.show_account(view, today)
        self.people.show_people(view.page.people)
        past = view.history
        made = {
            "promises": [entries.promise_entry(row, today, speech) for row in past.promises],
            "visits": [entries.visit_entry(row, today, speech) for row in past.visits],
            "notes": [entries.note_entry(row, today, speech) for row in past.notes],
            "line": [entries.slot_entry(row, today, speech) for row in view.page.slots],
        }
        for name, rows in made.items():
            section = self._sections[name]
            assert section.view is not None
            section.view.show_rows(rows)
            section.stack.setCurrentIndex(0 if rows else 1)
        self._sections["people"].stack.setCurrentIndex(0 if view.page.people else 1)
        self._say_counts()
        self._show_details()
        self.shown.emit()
        if self._fresh:
            self._fresh = False
            self.focus_list()

    def _show_section(self, name: str) -> None:
        self._name = name
        self._sections[name].button.setChecked(True)
        self._stack.setCurrentIndex(list(SECTIONS).index(name))
        self._act.set_icon(SECTIONS[name][1])
        self._say_section()
        self._show_details()

    def section(self) -> str:
        return self._name

    def chosen(self) -> str:
        """The key of what is chosen in the section."""
        view = self._sections[self._name].view
        return self.people.key() if view is None else view.key()

    def _show_details(self) -> None:
        """Beside the list, what is known of the entry that is chosen, and what can be done about it."""
        key = self.chosen()
        found = None
        if self._view is not None and key:
            found = self._details.of(self._name, key, self._view, self.desk.today())
        self.details.setVisible(found is not None)
        if found is not None:
            self.details.show_facts(*found)

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self.head.set_compact(density.compact)
        self._nav.setFixedWidth(128 if density.narrow else 158)
        self._list.setMinimumHeight(300 if density.narrow else 230)
        if density.narrow:
            self._right.setDirection(QBoxLayout.Direction.TopToBottom)
            self.details.setMinimumWidth(0)
            self.details.setMaximumWidth(16777215)
            self.details.setFixedHeight(210)
        else:
            self._right.setDirection(QBoxLayout.Direction.LeftToRight)
            self.details.setMinimumHeight(0)
            self.details.setMaximumHeight(16777215)
            self.details.setFixedWidth(290)

    def _section_words(self) -> dict[str, tuple[str, str, str, str]]:
        """For each section: its name, its deed, and what an empty one says: heading and sentence."""
        return {
            "people": (
                self.tr("People"),
                self.tr("Add a contact"),
                self.tr("Nobody recorded yet"),
                self.tr("Begin with the one you meet there: name, title, telephone. Roles come with time."),
            ),
            "promises": (
                self.tr("Promises"),
                self.tr("Record a promise"),
                self.tr("No promise recorded"),
                self.tr("What you promise a customer is written down here, so that it is kept."),
            ),
            "visits": (
                self.tr("Visits"),
                self.tr("Write the visit report"),
                self.tr("No visit recorded"),
                self.tr("After a visit, write down when, whom you met and what came of it."),
            ),
            "notes": (
                self.tr("Notes"),
                self.tr("Add a note"),
                self.tr("No notes yet"),
                self.tr("Whatever is worth remembering and has no field of its own."),
            ),
            "line": (
                self.tr("Fixed visits"),
                self.tr("Put on the line"),
                self.tr("Not on the line"),
                self.tr("Give the account a fixed day and time, and keep to it."),
            ),
        }

    def _say_section(self) -> None:
        name, deed, *_ = self._section_words()[self._name]
        self._title.setText(name)
        self._act.set_label(deed)
        self._say_sub()

    def _say_sub(self) -> None:
        view = self._view
        said = ""
        if view is not None and self._name == "promises":
            late = sum(promise.overdue for promise in view.history.promises)
            still = sum(promise.state == "open" for promise in view.history.promises)
            said = self.desk.speech.joined(
                (self.tr("%n open", "", still), self.tr("%n overdue", "", late) if late else "")
            )
        self._sub.setText(said)

    def _say_counts(self) -> None:
        view = self._view
        past = view.history if view else None
        counts = {
            "people": len(view.page.people) if view else 0,
            "promises": sum(promise.state == "open" for promise in past.promises) if past else 0,
            "visits": len(past.visits) if past else 0,
            "notes": len(past.notes) if past else 0,
            "line": len(view.page.slots) if view else 0,
        }
        for name, (text, *_) in self._section_words().items():
            number = counts[name]
            self._sections[name].button.set_label(f"{text}  {number}" if number else text)
        self._say_sub()

    def retranslate(self) -> None:
        for name, (text, deed, heading, sentence) in self._section_words().items():
            section = self._sections[name]
            section.empty.say(heading, sentence, deed)
            if section.view is not None:
                section.view.setAccessibleName(text)
        self.head.retranslate()
        self._say_section()
        self._say_counts()
        if self._view is not None:
            self._show(self._view)

    def focus_list(self) -> None:
        """The keyboard goes to the section's list."""
        view = self._sections[self._name].view
        if view is None:
            self.people.focus_chosen()
        else:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
