"""The last steps in the book: what was done when about whom, and each undone by itself where that is still possible."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.steps import last_steps
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label, set_tone
from kamdesk.qt.widgets.layouts import row

if TYPE_CHECKING:
    from kamdesk.operations.steps import Step


class LastSteps(QDialog):
    """Reads again whenever the book changes; ``undo`` takes back the step that is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._steps: tuple[Step, ...] = ()
        self._failure = ""
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.steps = EntriesModel(self)
        self.list = EntriesView(theme, self.steps)
        self._why = label(theme, "caption", "text2", wrap=True)
        self._why.setMinimumHeight(36)
        self.undo = Button(theme, icon="undo-2", kind="primary")
        self.close_button = Button(theme)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        for part in (self._heading, self._sentence, self.list, self._why):
            box.addWidget(part, 1 if part is self.list else 0)
        box.addLayout(row(None, self.close_button, self.undo))
        self.resize(560, 520)
        self.undo.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        desk.runner.changed.connect(self._read)
        self.retranslate()
        self._read()
        self.list.setFocus()

    def _read(self) -> None:
        self._desk.runner.read(last_steps, done=self._show, latest=True)

    def _show(self, steps: tuple[Step, ...]) -> None:
        chosen = self.chosen()
        self._steps = steps
        self.list.show_rows([self._entry(step) for step in steps])
        place = next(
            (n for n, step in enumerate(steps) if chosen and step.operation_id == chosen.operation_id), 0
        )
        if steps:
            self.list.setCurrentIndex(self.steps.index(place, 0))
        self._say_possible()

    def chosen(self) -> Step | None:
        """The step that undo would take back."""
        place = self.list.currentIndex().row()
        return self._steps[place] if 0 <= place < len(self._steps) else None

    def _on_chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        self._failure = ""
        self._say_possible()

    def _take_back(self) -> None:
        step = self.chosen()
        if step is not None:
            self._desk.runner.run(jobs.undo, operation_id=step.operation_id, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._failure = self._desk.speech.error(error)
        self._say_possible()

    def _entry(self, step: Step) -> Entry:
        speech = self._desk.speech
        at = step.at.astimezone(ZoneInfo(self._desk.zone))
        day = speech.day_or_year(at.date(), self._desk.today())
        when = f"{at:%H:%M}" if at.date() == self._desk.today() else f"{day} {at:%H:%M}"
        undone = step.why_not == "undo_done_already"
        return Entry(
            step.operation_id,
            speech.raised(speech.choice("operation", step.name)),
            speech.joined((step.account or "", (step.summary or "").replace("\n", " "))),
            side=when,
            chip=self.tr("undone") if undone else "",
        )

    def _say_possible(self) -> None:
        step = self.chosen()
        self.undo.setEnabled(step is not None and step.why_not is None)
        said = self._failure
        if not said and step is not None and step.why_not is not None:
            said = self._desk.speech.text(f"error.{step.why_not}")
        if not self._steps:
            said = self.tr("No step has been taken here that could be undone by itself.")
        self._why.setText(said)
        set_tone(self._why, "bad" if self._failure else "text2")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show(self._steps)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Last steps"))
        self._heading.setText(self.tr("Last steps"))
        self._sentence.setText(
            self.tr("Any of them can be undone by itself, as long as nothing newer was written over it.")
        )
        self.list.setAccessibleName(self.tr("Last steps"))
        self.undo.set_label(self.tr("Undo this step"))
        self.close_button.set_label(self.tr("Close"))
