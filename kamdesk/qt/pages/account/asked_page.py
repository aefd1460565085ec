"""The page of an account as far as its questions go: their counts, the panel beside a section, the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from kamdesk.qt.asked import Asked, asked_of, count_of, most_urgent
from kamdesk.qt.pages.account.beside import DRAWER, Beside
from kamdesk.qt.pages.account.head import AccountHead
from kamdesk.qt.pages.account.nav import SectionNav
from kamdesk.qt.pages.account.section_plan import PLANS
from kamdesk.qt.pages.account.unit_bar import UnitBar
from kamdesk.qt.pages.page import Page
from kamdesk.qt.widgets.buttons import Button

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.qt.pages.account.questions import QuestionsSection
    from kamdesk.qt.pages.account.stack import Sections, SectionStack

OPEN = 1
"""The look of the section of questions that shows what is open."""


class AskedPage(Page):
    """A sub-class makes the parts and calls `say_questions` once an account is read."""

    head: AccountHead
    nav: SectionNav
    beside: Beside
    drawer: Button
    of_unit: UnitBar
    _sections: Sections
    _stack: SectionStack
    _whole: AccountWhole | None = None
    _asked: tuple[Asked, ...] = ()
    _name: str = ""

    def show_section(self, name: str, key: str = "") -> None:
        raise NotImplementedError

    def names(self) -> dict[str, str]:
        """What the sections are called."""
        raise NotImplementedError

    def questions_asked(self) -> tuple[Asked, ...]:
        """The questions of the account in view, as they stand."""
        return self._asked

    def section_of(self, kind: str, otherwise: str = "rivals") -> str:
        """The section in which rows of a kind stand; ``otherwise`` where none lists them."""
        for name, plan in PLANS.items():
            if kind in plan.kinds:
                return name
        return otherwise

    def say_questions(self) -> None:
        """How the questions stand, everywhere on the page."""
        if self._whole is None:
            return
        unlocked = self.desk.secrecy.is_open()
        self._asked = asked_of(self._whole.answers, self.desk.speech, unlocked=unlocked)
        self.head.show_account(self._whole, self.desk.today())
        self.head.answered.show_questions(self._asked)
        if "questions" in self._sections.made:
            self._listed().take_questions(self._asked)
        unit = self._whole.unit
        said = self.tr("Answered for {unit} as a whole").format(unit=unit) if unit else ""
        self.beside.panel.show_note(said)
        self.of_unit.show_unit(unit, self._whole.unit_id)
        self.nav.set_compact(self.density.compact or bool(unit))
        self.say_counts()
        self.show_beside()

    def on_secrecy(self, unlocked: bool) -> None:
        """Locked: what was seen is gone at once; unlocked: it is read."""
        self.say_questions()
        if self._whole is not None and "questions" in self._sections.made:
            self._listed().show_questions(self._asked)
        if unlocked:
            self.read()

    def _listed(self) -> QuestionsSection:
        return self._sections["questions"]  # type: ignore[return-value]

    def _here(self, name: str) -> tuple[Asked, ...]:
        return tuple(each for each in self._asked if each.section == name)

    def show_beside(self) -> None:
        """The section's questions; beside the overview those that are wanted most."""
        if self._name == "overview":
            urgent = most_urgent(self._asked)
            self.beside.show_section(self._name, urgent, self.tr("Most wanted"))
        else:
            self.beside.show_section(self._name, self._here(self._name))
        asked = self.beside.panel.questions()
        count = count_of(asked)
        said = self.tr("Questions here")
        done = f"{count.answered + count.away}/{count.of}"
        self.drawer.set_label(f"{said} {done}" if count.of and self._name != "overview" else said)
        self.drawer.setEnabled(bool(asked))
        if self.density.narrow and not asked:
            self.beside.hide()

    def show_urgent(self) -> None:
        """What is still open, to be filled in."""
        self.show_section("questions")
        self._listed().look(OPEN if any(each.state == "open" for each in self._asked) else 0)
        self._listed().focus_first()

    def say_counts(self) -> None:
        """Beside each section how many of its questions are answered, else how much there is."""
        for name, text in self.names().items():
            asked = self._asked if name == "questions" else self._here(name)
            count = count_of(asked)
            number = PLANS[name].count(self._whole) if self._whole is not None else 0
            button = self.nav.buttons[name]
            if count.of:
                done = count.answered + count.away
                spoken = self.tr("{done} of {of} questions answered").format(done=done, of=count.of)
                button.say(text, f"{done}/{count.of}", spoken, "good" if done == count.of else "text3")
            else:
                button.say(text, str(number) if number else "", "")

    def open_drawer(self) -> None:
        """In a narrow window the questions come over the section, and go again."""
        shown = not self.beside.isHidden()
        self.beside.setVisible(not shown)
        self.beside.panel.setVisible(not shown)
        if not shown:
            self._place_drawer()
            self.beside.raise_()
            self.beside.setFocus()

    def _place_drawer(self) -> None:
        area = self._stack.geometry()
        self.beside.setFixedWidth(DRAWER)
        self.beside.setGeometry(area.right() - DRAWER + 1, area.top(), DRAWER, area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.density.narrow and not self.beside.isHidden():
            self._place_drawer()
