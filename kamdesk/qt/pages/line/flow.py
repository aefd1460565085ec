"""How the line is changed: a stop is put somewhere else, priced, the question is answered, the change is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.schedule import monday_of
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.ask import AskPopover
from kamdesk.qt.pages.line.asked import Answer, Place, Question
from kamdesk.qt.pages.line.changes import Change, effective_from
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

    @cached_property
    def ask(self) -> AskPopover:
        ask = AskPopover(self._desk, self._page)
        ask.answered.connect(self._answered)
        ask.place_changed.connect(self._replaced)
        ask.put_back.connect(self._put_back)
        return ask

    def retranslate(self) -> None:
        if "ask" in vars(self):
            self.ask.retranslate()

    def move_chosen(self) -> None:
        """Ask for another place for the chosen stop."""
        block = self._page.block(self._page.chosen())
        if block is not None and not block.fixed:
            was = self._place(block)
            self._begin(block, was, self._page.week_of(block.key))

    def end_chosen(self) -> None:
        """Ask who wants the chosen stop off the line."""
        block = self._page.block(self._page.chosen())
        if block is not None and self.slot_of(block.key) is not None:
            self._begin(block, None, self._page.week_of(block.key))

    def dragged(self, key: str, day: int, start: int, minutes: int) -> None:
        """A stop was put elsewhere in its week."""
        block = self._page.block(key)
        if block is not None:
            to = replace(self._place(block), weekday=day, start=start, minutes=minutes)
            self._begin(block, to, self._page.week_of(key))

    def carried(self, key: str, week: int, day: int) -> None:
        """A stop was put into another week of the cycle, or on another weekday there."""
        block, cycle = self._page.block(key), self._page.cycle()
        if block is None or cycle is None:
            return
        was, target = self._place(block), cycle.weeks[week]
        to = replace(was, weekday=day)
        if was.every_weeks:
            to = replace(to, week_offset=target.cycle_week % was.every_weeks)
        if to == was and was.every_weeks:
            self._refuse(
                self.tr("{name} is visited in that week anyway: nothing would change.").format(
                    name=block.name
                )
            )
            return
        self._begin(block, to, target.monday)

    def slot_of(self, key: str) -> StopSlot | None:
        stop, rest = self._page.stop(key), self._page.looks.resting(key)
        return stop.slot if stop else rest.slot if rest else None

    def _place(self, block: StopBlock) -> Place:
        """Where a stop is now."""
        slot = self.slot_of(block.key)
        rhythm = (slot.every_weeks, slot.week_offset) if slot else (0, 0)
        return Place(block.day, block.start, block.minutes, *rhythm)

    def _refuse(self, why: str) -> None:
        self._put_back()
        self._page.refused.emit(why)

    def _begin(self, block: StopBlock, to: Place | None, target: date) -> None:
        """``target`` is the Monday of the week to which the stop is carried."""
        page, today = self._page, self._desk.today()
        stop, slot, source = page.stop(block.key), self.slot_of(block.key), page.week_of(block.key)
        if to is not None and min(source, target) < monday_of(today):
            self._refuse(
                self.tr(
                    "A week that has passed stays as it was planned. Nothing was changed; "
                    "change the line in this week or a later one."
                )
            )
            return
        was = self._place(block)
        planned = stop is not None and stop.state == "planned"
        old = source + timedelta(days=block.day)
        new = target + timedelta(days=to.weekday if to else block.day)
        first_day = None
        if slot is not None:
            settled = stop is not None and not planned
            first_day = effective_from(today, old, new, slot.valid_from, settled=settled)
        single = planned and to is not None and min(old, new) >= today
        if first_day is None and not single:
            self._refuse(
                self.tr("That day has passed. Nothing was changed; put the visit on today or a later day.")
            )
            return
        question = Question(
            name=block.name,
            was=was,
            to=to,
            first_day=first_day,
            visit_day=new if single else None,
            promised=bool(slot and slot.promised),
            cycle_weeks=len(slot.dots) if slot else 4,
        )
        slot_id = slot.id if slot else None
        self._change = Change(block.key, block.account_id, slot_id, stop, question, source, target)
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
            monday=change.target,
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
        self.ask.open_at(self._page.looks.anchor(change.key, self._page))
        self.ask.focus_first()

    def _replaced(self, question: Question) -> None:
        """Another place was typed into the question."""
        change, to = self._change, question.to
        if change is None or to is None:
            return
        self._change = replace(change, question=question)
        self._page.looks.hold(change.key, change.target, to)
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
            **change.arguments(answer),
        )

    def _done(self, change: Change, answer: Answer) -> None:
        self._change = None
        self.ask.close_up()
        self._page.focus_line()
        if change.question.to is not None:
            self._page.going.follow(change.account_id, change.question.to)
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
        self._page.looks.put_back()
