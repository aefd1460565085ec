"""How the line is changed: a stop is put somewhere else, priced, the question is answered, the change is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.ask import Answer, AskPopover, Place, Question
from kamdesk.qt.pages.line.changes import Change, effective_from
from kamdesk.qt.weekgrid.grid import Lift
from kamdesk.qt.weekgrid.rows import StopBlock

if TYPE_CHECKING:
    from kamdesk.qt.pages.line.page import LinePage
    from kamdesk.reads.move_preview import MovePreview
    from kamdesk.reads.stops import StopSlot


class ChangeFlow(QObject):
    """One change at a time. Until it is answered, nothing is written; put back, nothing has happened."""

    def __init__(self, desk: Desk, page: LinePage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._change: Change | None = None
        self.ask = AskPopover(desk, page)
        self.ask.answered.connect(self._answered)
        self.ask.place_changed.connect(self._replaced)
        self.ask.put_back.connect(self._put_back)

    def move_chosen(self) -> None:
        """Ask for another place for the chosen stop."""
        block = self._page.grid.sheet().block(self._page.grid.selected())
        if block is not None and not block.fixed:
            self._begin(block, Place(block.day, block.start, block.minutes, self._every(block.key)))

    def end_chosen(self) -> None:
        """Ask who wants the chosen stop off the line."""
        block = self._page.grid.sheet().block(self._page.grid.selected())
        if block is not None and self.slot_of(block.key) is not None:
            self._begin(block, None)

    def dragged(self, key: str, day: int, start: int, minutes: int) -> None:
        block = self._page.grid.sheet().block(key)
        if block is not None:
            self._begin(block, Place(day, start, minutes, self._every(key)))

    def slot_of(self, key: str) -> StopSlot | None:
        stop, rest = self._page.stop(key), self._page.resting(key)
        return stop.slot if stop else rest.slot if rest else None

    def _every(self, key: str) -> int:
        slot = self.slot_of(key)
        return slot.every_weeks if slot else 0

    def _begin(self, block: StopBlock, to: Place | None) -> None:
        stop, slot, today = self._page.stop(block.key), self.slot_of(block.key), self._desk.today()
        was = Place(block.day, block.start, block.minutes, self._every(block.key))
        planned = stop is not None and stop.state == "planned"
        first_day = None
        if slot is not None:
            new_day = to.weekday if to else block.day
            first_day = effective_from(
                today,
                self._page.monday,
                block.day,
                new_day,
                slot.valid_from,
                settled=stop is not None and not planned,
            )
        single = planned and to is not None and self._page.monday + timedelta(days=block.day) >= today
        question = Question(block.name, was, to, first_day, self._page.monday if single else None)
        self._change = Change(block.key, block.account_id, slot.id if slot else None, stop, question)
        if to is None:
            self._open_question(None)
        else:
            self._price(self._open_question)

    def _price(self, done: Callable[[MovePreview], None]) -> None:
        change = self._change
        assert change is not None
        to = change.question.to
        assert to is not None
        self._desk.runner.read(
            jobs.move_preview,
            done=done,
            failed=self._price_failed,
            monday=self._page.monday,
            now=self._desk.now(),
            account_id=change.account_id,
            weekday=to.weekday,
            start=to.start,
            minutes=to.minutes,
            key=change.key,
            holidays=self._desk.holidays,
        )

    def _price_failed(self, error: Exception) -> None:
        self._put_back()
        self._desk.runner.failed.emit(error)

    def _open_question(self, preview: MovePreview | None) -> None:
        change = self._change
        if change is None:
            return
        view = self._page.view()
        figures = view.figures if view else ()
        stability = next((figure for figure in figures if figure.id == "slot_stability"), None)
        self.ask.ask(change.question, preview, stability)
        self.ask.open_at(self._page.anchor(change.key))
        self.ask.focus_first()

    def _replaced(self, question: Question) -> None:
        """Another place was typed into the question."""
        change, to = self._change, question.to
        if change is None or to is None:
            return
        self._change = replace(change, question=question)
        block = self._page.grid.sheet().block(change.key)
        if block is not None and to.weekday < len(self._page.grid.sheet().days):
            held = replace(block, day=to.weekday, start=to.start, minutes=to.minutes, here=True, warning="")
            self._page.grid.hold(Lift(held, block))
        self._price(self._show_price)

    def _show_price(self, preview: MovePreview) -> None:
        if self._change is not None:
            self.ask.show_price(self._change.question, preview)

    def _answered(self) -> None:
        change, answer = self._change, self.ask.answer()
        if change is None or answer is None:
            return
        self._desk.runner.run(
            change.operation(answer),
            done=lambda result: self._done(change, answer),
            failed=lambda error: self.ask.show_error(self._desk.speech.error(error)),
            **change.arguments(answer, self._page.monday),
        )

    def _done(self, change: Change, answer: Answer) -> None:
        self._change = None
        self.ask.close_up()
        self._page.grid.setFocus()
        speech = self._desk.speech
        if answer.once:
            said = self.tr("{name}: this one visit has been moved.")
        elif change.question.to is None:
            said = self.tr("{name} is off the line from {day} on.")
        else:
            said = self.tr("{name} has its new time from {day} on.")
        day = speech.full_day(answer.first_day) if answer.first_day else ""
        self._page.told.emit(said.format(name=change.question.name, day=day))

    def _put_back(self) -> None:
        self._change = None
        self._page.grid.put_back()
