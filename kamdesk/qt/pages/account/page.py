"""The page of one account: its head, and the sections among which the rep chooses at the left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.pages.account.files import FilesSection
from kamdesk.qt.pages.account.head import AccountHead
from kamdesk.qt.pages.account.history import HistorySection
from kamdesk.qt.pages.account.lists import line_section, promises_section
from kamdesk.qt.pages.account.overview import OverviewSection
from kamdesk.qt.pages.account.people import PeopleSection
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.trade import TradeSection
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import AccountView
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.account import Person

FIRST = "overview"
INSIDE = {"visits": "history", "notes": "history"}
"""Where what has no section of its own is shown."""


class _Sections(QStackedWidget):
    """Takes the room there is: each section scrolls in itself, so that the page never has to. Only the section in view
    says how much room is needed at least.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        section = self.currentWidget()
        return section.minimumSizeHint() if section is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False


class AccountPage(Page):
    """``asked`` gives what is to be done (``add_contact``, ``edit_promise`` …) and to which row."""

    back_asked = Signal()
    briefing_asked = Signal(str)
    report_asked = Signal(str)
    asked = Signal(str, str)
    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = AccountHead(desk)
        self._stack = _Sections()
        self._nav = QWidget()
        self.setLayout(column(self.head, (row(self._nav, (self._stack, 1), gap=12), 1), gap=12))
        self.people = PeopleSection(desk, self._stack)
        self.history = HistorySection(desk, self._stack)
        self.files = FilesSection(desk, self._stack)
        self.overview = OverviewSection(desk, self._stack)
        self._sections: dict[str, Section] = {
            "overview": self.overview,
            "people": self.people,
            "promises": promises_section(desk),
            "line": line_section(desk),
            "trade": TradeSection(desk, self._stack),
            "files": self.files,
            "history": self.history,
        }
        self.setAcceptDrops(True)
        self._whole: AccountWhole | None = None
        self._id = ""
        self._name = FIRST
        self._fresh = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        buttons = column(gap=3, margins=(0, 4, 0, 0))
        self._nav.setLayout(buttons)
        for name, section in self._sections.items():
            button = Button(desk.theme, kind="section", icon=section.icon)
            button.clicked.connect(partial(self.show_section, name))
            self._group.addButton(button)
            self._buttons[name] = button
            buttons.addWidget(button)
            self._stack.addWidget(section)
            section.asked.connect(self._ask)
        buttons.addStretch(1)
        self.head.back_asked.connect(self.back_asked)
        self.head.briefing_asked.connect(lambda: self.briefing_asked.emit(self._id))
        self.head.report_asked.connect(lambda: self.report_asked.emit(self._id))
        self.set_density(Density())
        self.retranslate()
        self.show_section(FIRST)

    def _ask(self, name: str, key: str) -> None:
        """What the page answers itself it does not pass on."""
        if name.startswith("show_"):
            self.show_section(name.removeprefix("show_"), key)
        elif name == "contact_record":
            person = next((p for p in self._people() if p.id == key), None)
            self.show_section("history")
            self.history.search(person.name if person else "")
        elif name == "write_report":
            self.report_asked.emit(self._id)
        else:
            self.asked.emit(name, key)

    def _people(self) -> tuple[Person, ...]:
        return self._whole.view.page.people if self._whole is not None else ()

    # what is shown

    def account_id(self) -> str:
        return self._id

    def view(self) -> AccountView | None:
        """What the page shows; None before anything was read."""
        return self._whole.view if self._whole is not None else None

    def whole(self) -> AccountWhole | None:
        return self._whole

    def show_account(self, account_id: str, section: str = "") -> None:
        if account_id != self._id:
            self._whole = None
            self._fresh = True
            for each in self._sections.values():
                each.leave()
        self._id = account_id
        if section:
            self.show_section(section)
        self.read()

    def read(self) -> None:
        if self._id:
            self.desk.runner.read(
                jobs.account_whole,
                done=self._show,
                latest=True,
                account_id=self._id,
                today=self.desk.today(),
                now=self.desk.now(),
            )

    def to_keep(self) -> dict[str, object]:
        return {"section": self._name}

    def take_changes(self, changes: Changes) -> None:
        self.read()

    def _show(self, whole: AccountWhole) -> None:
        page = whole.view.page
        if page.id != self._id and self._id not in dict(page.aliases):
            return
        self._id = page.id
        self._whole = whole
        self.head.show_account(whole, self.desk.today())
        for section in self._sections.values():
            section.show_account(whole)
        self._sections[self._name].arrive()
        self._say_counts()
        self.shown.emit()
        if self._fresh:
            self._fresh = False
            self.focus_list()
        self.rows_shown.emit()

    def show_section(self, name: str, key: str = "") -> None:
        """Bring a section to the front, and in it perhaps one entry."""
        name = INSIDE.get(name, name)
        if name not in self._sections:
            return
        self._name = name
        self._buttons[name].setChecked(True)
        section = self._sections[name]
        self._stack.setCurrentWidget(section)
        if self._whole is not None:
            section.arrive()
        choose = getattr(section, "choose", None)
        if key and choose is not None:
            choose(key)

    def section(self) -> str:
        return self._name

    def focus_list(self) -> None:
        """The keyboard goes to the section's list."""
        self._sections[self._name].focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An image pasted anywhere on the page is kept with the account."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._whole is not None and self.files.paste():
            self.show_section("files")
            event.accept()
            return
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            names = list(self._sections)
            self.show_section(names[(names.index(self._name) + step) % len(names)])
            self.focus_list()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._whole is not None and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped anywhere on the page are kept with the account."""
        if self.files.take(event.mimeData()):
            event.acceptProposedAction()
            self.show_section("files")

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self.head.set_density(density)
        self._nav.setFixedWidth(152 if density.narrow else 158)
        for section in self._sections.values():
            section.set_density(density)

    def _names(self) -> dict[str, str]:
        return {
            "overview": self.tr("Overview"),
            "people": self.tr("People"),
            "promises": self.tr("Promises"),
            "line": self.tr("Fixed visits"),
            "trade": self.tr("Stock, orders"),
            "files": self.tr("Attachments"),
            "history": self.tr("Dealings"),
        }

    def _say_counts(self) -> None:
        for name, text in self._names().items():
            number = self._sections[name].count()
            self._buttons[name].set_label(f"{text}  {number}" if number else text)

    def retranslate(self) -> None:
        self.head.retranslate()
        for section in self._sections.values():
            section.retranslate()
        self._say_counts()
        if self._whole is not None:
            self._show(self._whole)
