"""What lists left to be decided: one question after the other, each with what may be answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.cell_answer import CellAnswer
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.dialogs.question_answers import Answer, is_typed, possible, value_in
from kamdesk.qt.dialogs.question_words import in_words, pair, title
from kamdesk.qt.jobs.questions import Question, ask_again, leave_out, questions
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes


class QuestionsDialog(QDialog):
    """Reads again whenever the book changes. ``account_asked`` leads to the account that a question is about."""

    account_asked = Signal(str)
    answered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._questions: tuple[Question, ...] = ()
        self._answers: list[Answer] = []
        self._last: Answer | None = None
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.entries = EntriesModel(self)
        self.list = EntriesView(theme, self.entries)
        self._says = label(theme, "body", wrap=True)
        self._why = label(theme, "strong", wrap=True)
        self._group = QButtonGroup(self)
        self._choices = QWidget()
        self._choices.setLayout(QVBoxLayout())
        self._choices.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.value = CellAnswer(desk)
        self._box = frame(column(self._why, self._says, self._choices, gap=6), "card", (12, 10, 12, 10))
        self._told = label(theme, "caption", "text2", wrap=True)
        self.open_account = Button(theme, icon="store")
        self.undo = Button(theme, icon="undo-2")
        self.close_button = Button(theme)
        self.answer = Button(theme, kind="primary", icon="check")
        self.setLayout(
            column(
                self._heading,
                self._sentence,
                (self.list, 1),
                self._box,
                self._told,
                row(self.open_account, self.undo, None, self.close_button, self.answer),
                gap=8,
                margins=(20, 16, 20, 16),
            )
        )
        room = self.screen().availableGeometry().height() - 60
        self.resize(720, min(640, room))
        self.list.setMinimumHeight(96)
        self.list.viewport().installEventFilter(self)
        self.answer.setDefault(True)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.list.opened.connect(lambda key: self._first_choice())
        self.answer.clicked.connect(self._carry_out)
        self.undo.clicked.connect(self._take_back)
        self._group.idToggled.connect(self._on_answer)
        self.value.entered.connect(self._carry_out)
        self.open_account.clicked.connect(self._go)
        self.close_button.clicked.connect(self.accept)
        desk.runner.changed.connect(self._read)
        self.undo.hide()
        self.retranslate()
        self._read()
        self.list.setFocus()

    def _read(self) -> None:
        self._desk.runner.read(questions, done=self._show, latest=True, words=self._desk.speech.words)

    def _show(self, found: tuple[Question, ...]) -> None:
        place = max(self.list.currentIndex().row(), 0)
        before = self.chosen()
        self._questions = found
        self.list.show_rows([self._entry(each) for each in found])
        ids = [each.item.id for each in found]
        if before is not None and before.item.id in ids:
            place = ids.index(before.item.id)
        if found:
            self.list.setCurrentIndex(self.entries.index(min(place, len(found) - 1), 0))
        self._show_chosen()
        self._say_what()

    def chosen(self) -> Question | None:
        place = self.list.currentIndex().row()
        return self._questions[place] if 0 <= place < len(self._questions) else None

    def choices(self) -> list[QRadioButton]:
        """What the chosen question may be answered with."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def _on_chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        question = self.chosen()
        self._box.setVisible(question is not None)
        self.answer.setEnabled(question is not None)
        self.open_account.setVisible(question is not None and question.item.account_id is not None)
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.value.hide()
        if question is None:
            self._answers = []
            return
        self.value.show_value(value_in(question))
        self._why.setText(self._desk.speech.raised(question.reason))
        self._says.setText(in_words(question))
        self._answers = possible(question)
        box = self._choices.layout()
        assert box is not None
        first = self._first_answer(question)
        for number, answer in enumerate(self._answers):
            button = QRadioButton(answer[0])
            self._group.addButton(button, number)
            box.addWidget(button)
            if is_typed(answer):
                box.addWidget(self.value)
            button.setChecked(number == first)

    def _first_answer(self, question: Question) -> int:
        """The first, but no account that lies somewhere else than the row says."""
        new = (n for n, answer in enumerate(self._answers) if answer[2].get("account_id", "") is None)
        return next(new, 0) if question.item.elsewhere else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The question asked below takes room from the list: the row it is about stays in sight."""
        if watched is self.list.viewport() and event.type() == QEvent.Type.Resize:
            self.list.scrollTo(self.list.currentIndex())
        return super().eventFilter(watched, event)

    def _first_choice(self) -> None:
        if self.value.isVisible():
            self.value.begin()
        elif self.choices():
            self._group.checkedButton().setFocus()

    def _on_answer(self, number: int, on: bool) -> None:
        """The field for the value itself stands where that is the answer."""
        if on and 0 <= number < len(self._answers):
            self.value.setVisible(is_typed(self._answers[number]))

    # answering

    def _carry_out(self) -> None:
        question, number = self.chosen(), self._group.checkedId()
        if question is None or not 0 <= number < len(self._answers):
            return
        text, job, arguments = self._answers[number]
        if arguments.get("account_id") == "":
            then = partial(self._answer_with, job, arguments, text)
            open_dialog(PickAccountDialog(self._desk, self, then))
        else:
            typed = {"text": self.value.text()} if is_typed(self._answers[number]) else {}
            self._answer_with(job, arguments | typed, typed.get("text", text))

    def _answer_with(self, job: Any, arguments: dict[str, Any], text: str, account: str = "") -> None:
        question = self.chosen()
        if question is None or question.item.id != arguments["pending_id"]:
            return
        arguments = arguments | {"account_id": account} if account else arguments
        self.answer.setEnabled(False)

        def done(changes: Changes) -> None:
            self._finished(changes, pair(title(question), text), arguments["pending_id"], job)
            self.list.setFocus()

        given: dict[str, Any] = arguments
        self._desk.runner.run(job, done=done, failed=self._failed, **given)

    def _finished(self, changes: Changes, said: str, pending_id: str, job: object) -> None:
        self._last = None
        if changes.operation_id:
            self._last = ("", jobs.undo, {"operation_id": changes.operation_id})
        elif job is leave_out:
            self._last = ("", ask_again, {"pending_id": pending_id})
        self._tell(said)

    def _tell(self, said: str, tone: str = "text2") -> None:
        self._told.setText(said)
        set_tone(self._told, tone)
        self.undo.setVisible(self._last is not None)
        self.answered.emit()
        self._read()

    def _failed(self, error: Exception) -> None:
        self._last = None
        if self.value.isVisible():
            self.answer.setEnabled(True)
            self.value.refuse(error)
            return
        self._tell(self._desk.speech.error(error), "bad")

    def _take_back(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            done = self.tr("Taken back: the question is open again.")
            self._desk.runner.run(
                last[1], done=lambda changes: self._tell(done), failed=self._failed, **last[2]
            )

    def _go(self) -> None:
        question = self.chosen()
        if question is not None and question.item.account_id is not None:
            self.accept()
            self.account_asked.emit(question.item.account_id)

    # words

    def _entry(self, question: Question) -> Entry:
        kind = self._desk.speech.choice("import.kind", question.item.kind)
        left = question.item.left_out
        return Entry(
            question.item.id,
            title(question),
            self._desk.speech.joined((question.reason, question.place)),
            quiet=kind,
            chip=self.tr("left out") if left else "",
        )

    def _say_what(self) -> None:
        some = self.tr("What lists left open. Each answer is one step in the book and can be undone.")
        none = self.tr("Nothing is open: every list that came in is settled.")
        self._sentence.setText(some if self._questions else none)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._read()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Questions to decide"))
        self._heading.setText(self.tr("Questions to decide"))
        self._say_what()
        self.list.setAccessibleName(self.tr("Questions to decide"))
        self._choices.setAccessibleName(self.tr("Answers"))
        self.value.field.setAccessibleName(self.tr("The right value"))
        self.open_account.set_label(self.tr("Open the account"))
        self.undo.set_label(self.tr("Undo"))
        self.close_button.set_label(self.tr("Close"))
        self.answer.set_label(self.tr("Answer"))
