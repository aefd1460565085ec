"""All the questions of an account: how each stands, what it rests on, where it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kamdesk.qt.asked import MARKS, Asked, count_of
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.account.listed import put_below
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.details import Deed, DetailPane, Fact
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from kamdesk.qt.jobs.account import AccountWhole

FILTERS: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"open"}),
    frozenset({"stale"}),
    frozenset({"answered"}),
    frozenset({"n/a"}),
)
GROUNDS = {"open": "sunken", "stale": "warnSoft", "answered": "goodSoft", "n/a": "sunken", "locked": "sunken"}
TONES = {"open": "text2", "stale": "warn", "answered": "good", "n/a": "text2", "locked": "text2"}


class QuestionsSection(Section):
    """``asked`` gives ``question_record`` and so on with the question's id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked: tuple[Asked, ...] = ()
        self.view = EntriesView(desk.theme, EntriesModel(self))
        self.pane = DetailPane(desk.theme)
        self.filter = Segments(desk.theme, len(FILTERS))
        self._title = label(desk.theme, "heading")
        self._said = Elided(desk.theme, "caption", "text2")
        self._none = label(desk.theme, "body", "text2")
        top = row(self._title, (self._said, 1), self.filter)
        self._card = frame(column(top, self._none, (self.view, 1), gap=8), "card", (14, 10, 12, 10))
        self._box: QBoxLayout = column((self._card, 1), gap=12)
        self.setLayout(self._box)
        self.filter.picked.connect(lambda number: self._show())
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self._open)

    def aside(self) -> QWidget | None:
        return self.pane

    def take_aside(self) -> None:
        put_below(self._box, self.pane)

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        self._show()

    def take_questions(self, asked: tuple[Asked, ...]) -> None:
        """What `show_account` is going to show."""
        self._asked = asked

    def show_questions(self, asked: tuple[Asked, ...]) -> None:
        self._asked = asked
        self._show()

    def leave(self) -> None:
        super().leave()
        self.show_questions(())

    def chosen(self) -> Asked | None:
        key = self.view.key()
        return next((each for each in self._asked if each.id == key), None)

    def choose(self, key: str) -> None:
        self.filter.set_choice(0)
        self._show()
        self.view.choose(key)

    def look(self, number: int) -> None:
        """All, the open, the stale, the answered, or what does not arise."""
        self.filter.set_choice(number)
        self._show()

    def _show(self) -> None:
        wanted = FILTERS[self.filter.choice()]
        shown = [each for each in self._asked if not wanted or each.state in wanted]
        self.view.show_rows([self._entry(each) for each in shown])
        self.view.setVisible(bool(shown))
        self._none.setVisible(not shown)
        count = count_of(self._asked)
        said = self.tr("{answered} of {of} answered, {stale} stale, {open} open; one more behind the lock")
        self._said.setText(
            said.format(answered=count.answered + count.away, of=count.of, stale=count.stale, open=count.open)
            if self._asked
            else ""
        )
        self._show_chosen()

    def _entry(self, each: Asked) -> Entry:
        icon, tone = MARKS.get(each.state, ("circle", "text3"))
        chip = self.desk.speech.text(f"question.state.{each.state}")
        return Entry(
            each.id, each.ask, each.said, chip=chip, chip_tone=TONES.get(each.state, "text2"),
            chip_ground=GROUNDS.get(each.state, "sunken"), icon=icon, icon_tone=tone,
            detail_tone="warn" if each.wants() else "text2",
        )  # fmt: skip

    def _show_chosen(self) -> None:
        each = self.chosen()
        self.pane.setVisible(each is not None)
        if each is None:
            return
        state = self.desk.speech.raised(self.desk.speech.text(f"question.state.{each.state}"))
        facts = [
            Fact("", f"{each.id}·{state}", "text2"),
            Fact("", each.said, "warn" if each.wants() else "text"),
        ]
        deeds: list[Deed] = []
        if each.state == "locked":
            deeds.append(self._deed(self.tr("Enter the passphrase"), "lock", "unlock", each))
        else:
            text = self.tr("Record it") if each.state == "open" else self.tr("To its place")
            deeds.append(self._deed(text, "pencil", "record", each, primary=each.wants()))
        if each.may_be_none and each.wants():
            deeds.append(self._deed(self.tr("Checked: none"), "check", "none", each))
        if each.state == "open" and not each.secret:
            deeds.append(self._deed(self.tr("Not applicable"), "ban", "not_applicable", each))
        if each.evidence:
            deeds.append(
                self._deed(self.tr("Evidence %n", "", len(each.evidence)), "search", "evidence", each)
            )
        self.pane.show_facts(each.ask, facts, deeds)

    def _deed(self, text: str, icon: str, name: str, each: Asked, *, primary: bool = False) -> Deed:
        return Deed(text, icon, lambda: self.asked.emit(f"question_{name}", each.id), primary)

    def _open(self, key: str) -> None:
        each = self.chosen()
        if each is not None:
            locked = each.state == "locked"
            deed = "unlock" if locked else "record" if each.wants() or not each.evidence else "evidence"
            self.asked.emit(f"question_{deed}", key)

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._card.setMinimumHeight(300 if density.narrow else 230)

    def focus_first(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("The questions"))
        self.filter.set_labels(
            self.tr("All"), self.tr("Open"), self.tr("Stale"), self.tr("Answered"), self.tr("N/A")
        )
        self.filter.setAccessibleName(self.tr("Which questions are shown"))
        self.view.setAccessibleName(self.tr("The questions of this account"))
        self._none.setText(self.tr("None of this kind."))
        self._show()
