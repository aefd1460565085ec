"""The page of one account: its head, and the sections among which the rep chooses at the left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence

from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.opened_files import OpenedFiles
from kamdesk.qt.pages.account.answering import Answering
from kamdesk.qt.pages.account.asked_page import AskedPage
from kamdesk.qt.pages.account.beside import Beside
from kamdesk.qt.pages.account.files import FilesSection
from kamdesk.qt.pages.account.head import AccountHead
from kamdesk.qt.pages.account.nav import SectionNav
from kamdesk.qt.pages.account.questions import QuestionsSection
from kamdesk.qt.pages.account.section_plan import PLANS
from kamdesk.qt.pages.account.stack import SectionStack
from kamdesk.qt.pages.account.unit_bar import UnitBar
from kamdesk.qt.pages.page import Density, step_with_keys
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import AccountView
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.qt.pages.account.history import HistorySection
    from kamdesk.qt.pages.account.known_sections import RivalsSection
    from kamdesk.qt.pages.account.people import PeopleSection
    from kamdesk.reads.account import Person

FIRST = "overview"
INSIDE = {"visits": "history", "notes": "history"}
"""Where what has no section of its own is shown."""


class AccountPage(AskedPage):
    """``asked`` gives what is to be done (``add_contact``, ``edit_promise`` …) and to which row."""

    back_asked = Signal()
    briefing_asked = Signal(str)
    report_asked = Signal(str)
    asked = Signal(str, str)
    elsewhere_asked = Signal(str, str)
    """Another account is asked for, and a section of its page."""
    shown = Signal()

    def build(self) -> Iterator[None]:
        desk = self.desk
        self.head = AccountHead(desk)
        self._stack = SectionStack(desk)
        self.of_unit = UnitBar(desk)
        self._row = row((self._stack, 1), gap=12)
        self.setLayout(column(self.head, self.of_unit, (self._row, 1), gap=12))
        self._sections = self._stack.sections
        self.opened = OpenedFiles()
        yield
        self.nav = SectionNav(desk.theme, {name: plan.icon for name, plan in PLANS.items()})
        self.beside = Beside(desk.theme)
        self.drawer = Button(desk.theme, icon="circle-help", small=True)
        self.drawer.clicked.connect(self.open_drawer)
        self.nav.add_below(self.drawer)
        self._row.insertWidget(0, self.nav)
        self._row.addWidget(self.beside)
        yield
        self.answering = Answering(self)
        self.setAcceptDrops(True)
        self._whole: AccountWhole | None = None
        self._id = ""
        self._name = FIRST
        self._fresh = False
        self._stack.made.connect(self._on_made)
        self.nav.picked.connect(self.show_section)
        self.of_unit.opened.connect(lambda unit: self.asked.emit("open_account", unit))
        self.beside.panel.asked.connect(self.answering.carry_out)
        self.head.back_asked.connect(self.back_asked)
        self.head.briefing_asked.connect(lambda: self.briefing_asked.emit(self._id))
        self.head.report_asked.connect(lambda: self.report_asked.emit(self._id))
        self.head.questions_asked.connect(self.show_urgent)
        self.desk.secrecy.changed.connect(self.on_secrecy)
        step_with_keys(self, self.step)
        self.set_density(Density())
        self.retranslate()
        yield
        self.show_section(FIRST)

    def build_ahead(self) -> Iterator[None]:
        for name in self._sections:
            self._sections[name]  # made by being asked for
            yield

    def _on_made(self, name: str) -> None:
        """A section takes its part in the page."""
        section = self._sections[name]
        section.asked.connect(self._ask)
        self.beside.take_in(name, section)
        section.set_density(self.density)
        section.retranslate()
        if isinstance(section, FilesSection):
            section.opened = self.opened
        elif isinstance(section, QuestionsSection):
            section.take_questions(self._asked)

    # its sections, each as it stands for the account in view

    @property
    def people(self) -> PeopleSection:
        return self._stack.catch_up("people")  # type: ignore[return-value]

    @property
    def rivals(self) -> RivalsSection:
        return self._stack.catch_up("rivals")  # type: ignore[return-value]

    @property
    def files(self) -> FilesSection:
        return self._stack.catch_up("files")  # type: ignore[return-value]

    @property
    def history(self) -> HistorySection:
        return self._stack.catch_up("history")  # type: ignore[return-value]

    @property
    def questions(self) -> QuestionsSection:
        return self._stack.catch_up("questions")  # type: ignore[return-value]

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
        elif name == "records_of":
            self.answering.show_records(key.split(","))
        elif name.startswith("question_"):
            self.answering.carry_out(name.removeprefix("question_"), key)
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
            self._stack.leave()
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
                unlocked=self.desk.secrecy.is_open(),
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
        self.say_questions()
        self._stack.show_account(whole, self._name)
        self._sections[self._name].arrive()
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
        self.nav.choose(name)
        section = self._stack.catch_up(name)
        self._stack.setCurrentWidget(section)
        if self._whole is not None:
            section.arrive()
        choose = getattr(section, "choose", None)
        if key and choose is not None:
            choose(key)
        self.show_beside()

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
        if event.key() == Qt.Key.Key_Insert and self._whole is not None:
            self._sections[self._name].begin_new()
            return
        super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """To the section after the one in view, or before it; the keys go along."""
        names = list(self._sections)
        self.show_section(names[(names.index(self._name) + by) % len(names)])
        self.focus_list()

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
        self.nav.setFixedWidth(152 if density.narrow else 164)
        self.nav.set_compact(density.compact or not self.of_unit.isHidden())
        for section in self._sections.made.values():
            section.set_density(density)
        self.drawer.setVisible(density.narrow)
        self.beside.set_narrow(density.narrow)
        self.beside.setParent(self)
        if density.narrow:
            self._row.removeWidget(self.beside)
            self.beside.hide()
        elif self._row.indexOf(self.beside) < 0:
            self._row.addWidget(self.beside)
        self.show_beside()

    def names(self) -> dict[str, str]:
        return {
            "overview": self.tr("Overview"),
            "people": self.tr("People"),
            "needs": self.tr("Needs, value"),
            "promises": self.tr("Promises"),
            "rivals": self.tr("Competition"),
            "stage": self.tr("Stage"),
            "risks": self.tr("Risks, days"),
            "trade": self.tr("Stock, orders"),
            "line": self.tr("Fixed visits"),
            "files": self.tr("Attachments"),
            "history": self.tr("Dealings"),
            "questions": self.tr("Questions"),
        }

    def retranslate(self) -> None:
        self.head.retranslate()
        self.of_unit.retranslate()
        for section in self._sections.made.values():
            section.retranslate()
        self.say_counts()
        if self._whole is not None:
            self._show(self._whole)
