"""A chosen paper on its way: its data are read, it is made part by part, older ones are dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.papers.choice import Choice, Kind, Whose
from kamdesk.qt.press import Press
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.papers.briefing import Briefing
    from kamdesk.papers.picture import DrawnPaper
    from kamdesk.papers.plan import WeekPlan


@dataclass(frozen=True)
class Part:
    """A document of its own within the paper: the whole plan, or one briefing of a pack."""

    title: str
    content: bytes
    drawn: DrawnPaper


@dataclass(frozen=True)
class Order:
    """What was asked for, in which words, and how many parts it has."""

    choice: Choice
    words: Words
    asked_at: datetime


class Making(QObject):
    """``make`` a choice: `began`, `part_made` for each part in order, at last `finished`; or `nothing`, or `failed`.

    A pack is read and made briefing by briefing, so that the first is seen at once and nobody waits for the book
    behind a long one. Signals of a choice that has been replaced do not come any more.
    """

    began = Signal(int)
    """So many parts are on the way."""
    part_made = Signal(object)
    finished = Signal()
    nothing = Signal()
    """There is nothing to print: no stop, no account."""
    failed = Signal(object)

    def __init__(self, desk: Desk, press: Press) -> None:
        super().__init__()
        self._desk, self._press = desk, press
        press.at_end(self._close)
        self._turn = 0
        self._parts: list[Part] = []
        self._old: list[Part] = []
        self._data: list[Briefing] = []
        self._plan: WeekPlan | None = None
        self._local: datetime | None = None
        self.order: Order | None = None
        self.whole = False
        """Whether all parts of the order are made."""

    def make(self, choice: Choice) -> None:
        """Begin anew; what was under way is dropped."""
        self._turn += 1
        words = (
            Words("en" if choice.language == "en" else "zh") if choice.language else self._desk.speech.words
        )
        self.order = order = Order(choice, words, self._desk.now())
        self.whole = False
        self._old += self._parts
        self._parts, self._data, self._plan, self._local = [], [], None, None
        if choice.kind is not Kind.BRIEFING:
            self.began.emit(1)
            self._read(jobs.plan_for_paper, self._take_plan, monday=_monday(choice), now=order.asked_at)
        elif choice.whose is Whose.PICKED:
            self._briefings(choice.accounts)
        else:
            first, last = choice.span
            self._read(jobs.accounts_called_on, self._briefings, first=first, last=last, now=order.asked_at)

    def parts(self) -> tuple[Part, ...]:
        return tuple(self._parts)

    def save(self, path: Path, done: Callable[[Path], None], failed: Callable[[Exception], None]) -> None:
        """The whole paper in one file, as it was seen."""
        assert self.order is not None
        assert self.whole
        order, plan, data, local = self.order, self._plan, tuple(self._data), self._local
        assert local is not None

        def work() -> Path:
            from kamdesk.papers.kit.output import write_safely

            write_safely(path, _content(order, plan, data, local))
            return path

        self._press.ask(work, done, failed)

    def forget(self) -> None:
        """The book is another one: nothing of this one is kept."""
        self._turn += 1
        self.order, self.whole, self._plan, self._data = None, False, None, []
        self._old += self._parts
        self._parts = []
        self.retire()

    def _close(self) -> None:
        for part in (*self._old, *self._parts):
            part.drawn.close()

    def retire(self) -> None:
        """Close the documents that were seen before; whoever shows them has let go of them."""
        old, self._old = self._old, []
        for part in old:
            self._press.ask(part.drawn.close, _ignore)

    def _read(self, job: Callable[..., Any], take: Callable[[Any], None], **arguments: Any) -> None:
        turn = self._turn
        self._desk.runner.read(
            job,
            done=lambda result: take(result) if turn == self._turn else None,
            failed=lambda error: self.failed.emit(error) if turn == self._turn else None,
            label=self.tr("Making the paper…"),
            holidays=self._desk.holidays,
            **arguments,
        )

    def _take_plan(self, found: tuple[WeekPlan, datetime]) -> None:
        assert self.order is not None
        self._plan, self._local = found
        choice = self.order.choice
        stops = [stop for day in self._plan.days if day.day == choice.day for stop in day.stops]
        if choice.kind is Kind.DAY and not stops:
            self.nothing.emit()
            return
        self._compose("", last=True)

    def _briefings(self, accounts: tuple[jobs.PaperAccount, ...]) -> None:
        if not accounts:
            self.nothing.emit()
            return
        self.began.emit(len(accounts))
        self._brief(accounts)

    def _brief(self, accounts: tuple[jobs.PaperAccount, ...]) -> None:
        """Read the first of the accounts, then the others."""
        assert self.order is not None
        first, *rest = accounts

        def take(found: tuple[Briefing, datetime]) -> None:
            briefing, self._local = found
            self._data.append(briefing)
            self._compose(first.name, last=not rest, in_pack=len(accounts) + len(self._data) > 2)
            if rest:
                self._brief(tuple(rest))

        self._read(jobs.briefing_for_paper, take, account_id=first.id, now=self.order.asked_at)

    def _compose(self, title: str, *, last: bool, in_pack: bool = False) -> None:
        order, plan, local, turn = self.order, self._plan, self._local, self._turn
        assert order is not None
        assert local is not None
        data = self._data[-1:]

        def work() -> Part | None:
            from kamdesk.papers.picture import DrawnPaper

            if turn != self._turn:
                return None
            content = _content(order, plan, data, local, in_pack=in_pack)
            return Part(title, content, DrawnPaper(content))

        def take(part: Part | None) -> None:
            if part is None:
                return
            if turn != self._turn:
                self._press.ask(part.drawn.close, _ignore)
                return
            self._parts.append(part)
            self.whole = last
            self.part_made.emit(part)
            if last:
                self.finished.emit()

        self._press.ask(work, take, lambda error: self.failed.emit(error) if turn == self._turn else None)


def _monday(choice: Choice) -> Any:
    from kamdesk.domain.schedule import monday_of

    return choice.monday if choice.kind is Kind.WEEK else monday_of(choice.day)


def _content(order: Order, plan: Any, data: Any, local: datetime, in_pack: bool | None = None) -> bytes:
    """The paper as a PDF; imported here, since it brings reportlab."""
    from kamdesk.papers.write import briefings_content, day_plan_content, week_plan_content

    choice, words = order.choice, order.words
    if choice.kind is Kind.WEEK:
        return week_plan_content(plan, words, local, choice.sides)
    if choice.kind is Kind.DAY:
        return day_plan_content(plan, choice.day, words, local, choice.sides)
    return briefings_content(data, words, local, choice.sides, in_pack=in_pack)


def load_all() -> None:
    """Load what papers are made and drawn with: it takes longer than to make one."""
    import kamdesk.papers.picture
    import kamdesk.papers.write  # noqa: F401
    from kamdesk.papers.kit.fonts import faces

    faces()


def _ignore(result: object) -> None:
    """Nobody waits for it."""
