"""Promises kept, or open again: carried out, and said as the book then has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kamdesk.domain.promise import PromiseState
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.promises import promise_states

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


class Settling(QObject):
    """Whether a promise was kept late is for the book to say: its due day may have been moved."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def keep(self, ids: Sequence[str], what: str) -> None:
        """``what`` is the first one's text. One step, whatever their number."""

        def told(states: tuple[str, ...]) -> None:
            self._window.teller.tell(self._kept(states, what))

        def ask(_: object) -> None:
            self._desk.runner.read(promise_states, done=told, ids=tuple(ids))

        self._settle(
            ids,
            PromiseState.KEPT,
            ask,
        )

    def reopen(self, ids: Sequence[str], what: str) -> None:
        said = self.tr("%n promises open again", "", len(ids))
        if len(ids) == 1:
            said = self.tr("Open again: {what}").format(what=what)
        self._settle(ids, PromiseState.OPEN, lambda _: self._window.teller.tell(said))

    def _settle(self, ids: Sequence[str], state: PromiseState, done: Callable[[Any], None]) -> None:
        self._desk.runner.run(
            jobs.settle_promises,
            done=done,
            promise_ids=tuple(ids),
            state=state.value,
            settled_on=self._desk.today(),
        )

    def _kept(self, states: tuple[str, ...], what: str) -> str:
        late = states.count(PromiseState.KEPT_LATE)
        if len(states) == 1:
            said = self.tr("Kept late: {what}") if late else self.tr("Kept: {what}")
            return said.format(what=what)
        said = self.tr("%n promises kept", "", len(states))
        if not late:
            return said
        of_them = self.tr("%n of them late", "", late)
        return self._desk.speech.joined((said, of_them))
