"""The people of an account as its buying centre, or department by department, with the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from kamdesk.domain.contact import BuyingRole
from kamdesk.domain.departments import Gap
from kamdesk.domain.people import missing_roles
from kamdesk.qt.chart.legend import Legend
from kamdesk.qt.chart.plan import GAP, LOCK
from kamdesk.qt.chart.view import ChartView
from kamdesk.qt.chart.words import gap_words, lock_words, person_words
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.known_sections import TeamSection
from kamdesk.qt.pages.account.listed import put_below
from kamdesk.qt.pages.account.matrix import DepartmentsView
from kamdesk.qt.pages.account.missing_panel import MissingPanel
from kamdesk.qt.pages.account.person_panel import PersonPanel
from kamdesk.qt.pages.account.secret_panel import SecretPanel
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.account import Person

NEEDED = (BuyingRole.DECISION_MAKER, BuyingRole.TECHNICAL_BUYER, BuyingRole.PURCHASER, BuyingRole.USER)
"""The roles without which a sale has a hole; who influences or guards may well not exist."""
CHART, MATRIX, TEAM = 0, 1, 2


class PeopleSection(Section):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.chart = ChartView(theme)
        self.matrix = DepartmentsView(desk)
        self.panel = PersonPanel(desk)
        self.secret = SecretPanel(desk)
        self.missing = MissingPanel(desk)
        self.looks = Segments(theme, 3)
        self.team = TeamSection(desk)
        self.add = Button(theme, icon="user-plus")
        self._title = label(theme, "heading")
        self._said = Elided(theme, "caption", "text2")
        self._zoom = [
            Button(theme, kind="ghost", icon=i, small=True) for i in ("zoom-out", "maximize", "zoom-in")
        ]
        self._legend = Legend(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.team.list)
        top = row(self._title, (self._said, 1), self.looks, self.add, gap=6)
        foot = row((self._legend, 1), *self._zoom, gap=2)
        self._card = frame(column(top, (self._stack, 1), foot, gap=4), "card", (14, 10, 12, 10))
        self._beside = QStackedWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(self._card, 1)
        self.setLayout(self._box)
        for part in (self.panel, self.secret, self.missing, self.team.pane):
            self._beside.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        for button, act in zip(
            self._zoom,
            (lambda: self.chart.zoom(1 / 1.2), self.chart.fit, lambda: self.chart.zoom(1.2)),
            strict=True,
        ):
            button.clicked.connect(act)
        self.looks.picked.connect(self.look)
        self.add.clicked.connect(lambda: self.asked.emit("add_contact", ""))
        self.chart.chosen.connect(self._show_chosen)
        self.chart.opened.connect(self._open)
        self.matrix.chosen.connect(self._show_chosen)
        self.matrix.opened.connect(self._open)
        self.panel.asked.connect(self.asked)
        self.secret.asked.connect(self.asked)
        self.missing.asked.connect(self.asked)
        self.team.asked.connect(self.asked)
        self.team.list.chosen.connect(self._show_chosen)
        self.desk.secrecy.changed.connect(self._say_lock)
        self.desk.secrecy.ticked.connect(self._say_lock)

    # what it shows

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        self.secret.show_account(whole.view.page.id)
        self.team.show_account(whole)
        speech, people = self.desk.speech, whole.view.page.people
        present = _once(people)
        here = [person for person in present if person.until is None]
        held = {role.role for person in here for role in person.roles if role.until is None}
        missing = [role.value for role in missing_roles(held) if role in NEEDED]
        words = [
            *(person_words(person, speech) for person in present),
            *(gap_words(f"{GAP}{role}", role, speech) for role in missing),
            lock_words(LOCK, speech, self.desk.secrecy.left()),
        ]
        labels = {"alone": self.tr("Reports to: not recorded"), "gone": self.tr("No longer here")}
        gone = [person.id for person in present if person.until is not None]
        self.chart.show_chart(words, present, gone, missing, _decider(here), labels)
        self.matrix.rows.set_people(tuple(present))
        self._say_sub(here, missing)
        self._show_chosen()

    def _say_sub(self, here: list[Person], missing: list[str]) -> None:
        single = sum(gap is Gap.SINGLE for gap in self.matrix.rows.gaps)
        parts = [
            self.tr("%n people", "", len(here)),
            self.tr("%n roles missing", "", len(missing)) if missing else "",
            self.tr("%n departments hang on one contact", "", single) if single else "",
            self.tr("reporting runs in a ring") if self.chart.plan().rings else "",
        ]
        self._said.setText(self.desk.speech.joined(parts))

    def leave(self) -> None:
        super().leave()
        self.panel.leave()
        self.team.leave()
        self.secret.leave()

    def key(self) -> str:
        """The id of the chosen person; of a gap or the lock what the chart calls it."""
        if self.looks.choice() == TEAM:
            return self.team.list.key()
        return self.chart.key() if self.looks.choice() == CHART else self.matrix.key()

    def choose(self, key: str) -> None:
        if key in self.team.kinds():
            self.look(TEAM)
        self.chart.choose(key)
        self.matrix.choose(key)
        self.team.choose(key)

    def look(self, number: int) -> None:
        """The chart, or the departments; whoever is chosen stays so."""
        key = self.key()
        self.looks.set_choice(number)
        self._stack.setCurrentIndex(number)
        self._legend.setVisible(number == CHART and not self.density.compact)
        for button in self._zoom:
            button.setVisible(number == CHART)
        self.choose(key)
        if number == MATRIX and not self.matrix.currentIndex().isValid():
            self.matrix.setCurrentIndex(self.matrix.rows.index(0, 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        key, whole = self.key(), self.whole
        if whole is None:
            return
        if self.looks.choice() == TEAM:
            self._beside.setCurrentWidget(self.team.pane)
            return
        person = next((p for p in whole.view.page.people if p.id == key), None)
        if person is not None:
            self.panel.show_person(person, whole)
        else:
            self.missing.show_role(key.removeprefix(GAP) if key.startswith(GAP) else "")
        beside = self.panel if person is not None else self.secret if key == LOCK else self.missing
        self._beside.setCurrentWidget(beside)

    def _open(self, key: str) -> None:
        if key == LOCK:
            self.asked.emit("add_informant" if self.desk.secrecy.is_open() else "unlock", "")
        elif key.startswith(GAP) or not key:
            self.asked.emit("add_contact", key.removeprefix(GAP))
        else:
            self.asked.emit("open_people", key)

    def begin_new(self) -> None:
        """Behind the lock where its tile is chosen; a contact for the role that is missing where that is."""
        key = self.key()
        if self.looks.choice() != TEAM:
            self._open(key if key == LOCK or key.startswith(GAP) else "")

    def _say_lock(self) -> None:
        self.chart.say(lock_words(LOCK, self.desk.speech, self.desk.secrecy.left()))

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._card.setMinimumHeight(420 if density.narrow else 230)
        self.chart.set_compact(density.compact)
        self._legend.setVisible(self.looks.choice() == CHART and not density.compact)

    def aside(self) -> QWidget | None:
        return self._beside

    def take_aside(self) -> None:
        put_below(self._box, self._beside, 230)

    def focus_first(self) -> None:
        if self.looks.choice() == TEAM:
            self.team.focus_first()
            return
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Buying centre"))
        self.looks.set_labels(self.tr("Reporting"), self.tr("Departments"), self.tr("Our people"))
        self.looks.setAccessibleName(self.tr("How the people are shown"))
        self.add.set_label(self.tr("Add a contact"))
        hints = (self.tr("Smaller (Ctrl+−)"), self.tr("All of it (Ctrl+0)"), self.tr("Larger (Ctrl++)"))
        for button, hint in zip(self._zoom, hints, strict=True):
            button.set_hint(hint)
        self.chart.setAccessibleName(self.tr("Who reports to whom; arrow keys go from one to the next"))
        self.matrix.setAccessibleName(self.tr("Their departments and our counterparts"))
        self._legend.retranslate()
        self.panel.retranslate()
        self.secret.retranslate()
        self.missing.retranslate()
        self.team.retranslate()


def _once(people: tuple[Person, ...]) -> list[Person]:
    """Everybody once: who has a post here and left another one is here."""
    found: dict[str, Person] = {}
    for person in people:
        found.setdefault(person.id, person)
    return list(found.values())


def _decider(people: list[Person]) -> str | None:
    def decides(person: Person) -> bool:
        return any(role.role == BuyingRole.DECISION_MAKER and role.until is None for role in person.roles)

    return next((person.id for person in people if decides(person)), None)
