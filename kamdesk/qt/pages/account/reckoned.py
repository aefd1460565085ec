"""What the records say of a relation, beside the rep's own judgement, which it never writes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.judging import account_judging
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.account.reckoned_words import ReckonedWords
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import Deed, DetailPane
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.judging.relationships import Judging

SIGNS, LOYALTY, DANGERS = 1, 2, 3


class Reckoned(QWidget):
    """``asked`` as a section's; ``chosen`` comes with another line."""

    asked = Signal(str, str)
    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._words = ReckonedWords(desk, self)
        self._whole: AccountWhole | None = None
        self._judging: Judging | None = None
        self._asked_for = ""
        self._part = SIGNS
        self.view = EntriesView(theme, EntriesModel(self))
        self.view.setUniformItemSizes(False)
        self.judge = Button(theme, icon="pencil", small=True)
        self._own_title = label(theme, "captionStrong", "text2")
        self._own = Elided(theme, "body")
        self._said = label(theme, "caption", "text2", wrap=True)
        self._waits = label(theme, "body", "text2", wrap=True)
        self._waits.setAlignment(Qt.AlignmentFlag.AlignTop)
        own = frame(row(self._own_title, (self._own, 1), self.judge), "sunken", (12, 6, 8, 6))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._waits)
        self.setLayout(column(own, self._said, (self._stack, 1), gap=6))
        self.judge.clicked.connect(self._judge)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(lambda key: self._open())

    def show_account(self, whole: AccountWhole) -> None:
        """Another account, or the same one read anew: what was reckoned is reckoned again once it is looked at."""
        again = self._whole is not None and self._whole.view.page.id == whole.view.page.id
        self._whole = whole
        self._asked_for = ""
        if not again:
            self._judging = None
        self._show()

    def leave(self) -> None:
        self._whole = self._judging = None
        self._asked_for = ""
        self.view.show_rows([])

    def look(self, part: int) -> None:
        """The signs, loyalty or the dangers; read when they are first looked at."""
        self._part = part
        if self._whole is not None and not self._asked_for:
            self._asked_for = self._whole.view.page.id
            self._desk.runner.read(
                account_judging,
                done=self._take,
                latest=True,
                account_id=self._asked_for,
                now=self._desk.now(),
            )
        self._show()

    def _take(self, found: tuple[str, Judging | None]) -> None:
        if found[0] == self._asked_for:
            self._judging = found[1]
            self._show()

    def _show(self) -> None:
        judging = self._judging
        self._stack.setCurrentIndex(0 if judging is not None else 1)
        if judging is not None:
            entries = {SIGNS: self._words.signs, LOYALTY: self._words.loyalty, DANGERS: self._words.dangers}
            self.view.show_rows(entries[self._part](judging))
        self._say()
        self.chosen.emit()

    def show_details(self, pane: DetailPane) -> bool:
        """All of the line in view, in ``pane``; False where there is none."""
        key = self.view.key()
        found = self._words.facts(self._judging, key) if self._judging is not None and key else None
        if found is None:
            return False
        title, facts, evidence, way = found
        deeds = []
        if evidence:
            said = self.tr("Records %n", "", len(evidence))
            deeds.append(Deed(said, "search", lambda: self.asked.emit("records_of", ",".join(evidence))))
        if way:
            name, _, kind = way.partition("@")
            text = self.tr("Judge the stage") if name == "judge_stage" else self.tr("To where it is recorded")
            deeds.append(Deed(text, "pencil", lambda: self.asked.emit(name, kind)))
        pane.show_facts(title, facts, deeds)
        return True

    def _open(self) -> None:
        """Enter leads to the records, else to where they would be."""
        found = self._words.facts(self._judging, self.view.key()) if self._judging is not None else None
        if found is not None and found[2]:
            self.asked.emit("records_of", ",".join(found[2]))
        elif found is not None and found[3]:
            name, _, kind = found[3].partition("@")
            self.asked.emit(name, kind)

    def _judge(self) -> None:
        if self._part == LOYALTY:
            self.asked.emit("record", "loyalty_judgement")
        elif self._part == SIGNS:
            self.asked.emit("judge_stage", "")
        else:
            self.asked.emit("record", "retention_measure")

    # words

    def _say(self) -> None:
        speech = self._desk.speech
        self._said.setText(speech.text("judging.formula"))
        self._waits.setText(self.tr("Reckoning from the records…"))
        kind, field = {
            SIGNS: ("stage_assessment", "stage"),
            LOYALTY: ("loyalty_judgement", "judgement"),
            DANGERS: ("retention_measure", "what"),
        }[self._part]
        rows = self._whole.known.of(kind) if self._whole is not None else ()
        said = ""
        if rows:
            first = rows[0]
            value = first.get(field)
            code = {"stage": "stage", "judgement": "loyalty_judgement.judgement"}.get(field)
            text = speech.raised(speech.choice(code, value)) if code else str(value)
            day = first.get("known_on")
            day = speech.day_or_year(day, self._desk.today()) if day else ""
            said = speech.joined((text, day, first.get("why") or ""))
        self._own.setText(said or self.tr("nothing yet"))
        own = self._part != DANGERS
        self._own_title.setText(self.tr("Your judgement") if own else self.tr("How we keep it"))
        self.judge.set_label(
            self.tr("Judge the stage")
            if self._part == SIGNS
            else self.tr("Put down your judgement")
            if own
            else self.tr("Record a measure")
        )
        names = {
            SIGNS: self.tr("Signs of the stages"),
            LOYALTY: self.tr("What loyalty is made of"),
            DANGERS: self.tr("What may cost us the account"),
        }
        self.view.setAccessibleName(names[self._part])

    def retranslate(self) -> None:
        self._show()
