"""Opens the forms for what is found out, whoever asks for them; carries out and tells what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.recording.check_dialog import CheckDialog
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.recording.grounds import TABLES
from kamdesk.qt.recording.stage_dialog import StageDialog

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow
    from kamdesk.reads.record_subject import Subject


class RecordDesk(QObject):
    """``then`` is called once the row is written."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def record(
        self,
        kind: str,
        about: Mapping[str, object],
        *,
        start: Mapping[str, object] | None = None,
        sentence: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """A new row. ``about`` is not asked (``account_id``, the row it belongs to), ``start`` is in the fields."""
        self._open(kind, "", dict(about), start or {}, sentence, then)

    def amend(
        self, kind: str, row_id: str, *, sentence: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """The row, with all that it holds."""
        self._open(kind, row_id, {}, {}, sentence, then)

    def take_back(self, kind: str, row_id: str, *, then: Callable[[], None] | None = None) -> None:
        """The row is gone, with what belongs to it; undo brings it back."""

        def done(changes: Any) -> None:
            self._tell(kind, "take_back")
            if then is not None:
                then()

        self._desk.runner.run(jobs.take_back, done=done, table=kind, record_id=row_id)

    def judge_stage(self, account_id: str, name: str, stage: str | None, seen: Mapping[str, bool]) -> None:
        """The stage of an account, with the signs by which it is known."""
        dialog = StageDialog(self._desk, self._window, account_id, name, stage, seen)
        dialog.accepted.connect(lambda: self._tell("stage_assessment", "record"))
        open_dialog(dialog)

    def check(self, question: str, ask: str, outcome: str, account_id: str | None = None) -> None:
        """That a question was looked into: there is none, or (``not_applicable``) it does not arise."""
        dialog = CheckDialog(self._desk, self._window, question, ask, outcome, account_id)
        dialog.accepted.connect(lambda: self._tell("checked", "record"))
        open_dialog(dialog)

    def _open(
        self,
        kind: str,
        row_id: str,
        about: dict[str, object],
        start: Mapping[str, object],
        sentence: str,
        then: Callable[[], None] | None,
    ) -> None:
        tables = {field.link for field in described(KINDS[kind]) if field.link} | set(TABLES)
        if about.get("account_id"):
            tables.discard("account")
        self._desk.runner.read(
            jobs.record_subject,
            done=partial(self._show, kind, about, start, sentence, then, bool(row_id)),
            kind=kind,
            row_id=row_id,
            account_id=about.get("account_id"),
            tables=tuple(sorted(tables)),
        )

    def _show(
        self,
        kind: str,
        about: dict[str, object],
        start: Mapping[str, object],
        sentence: str,
        then: Callable[[], None] | None,
        amends: bool,
        found: Subject,
    ) -> None:
        if amends and found.row is None:
            return
        for field in described(KINDS[kind]) if found.row is not None else ():
            if field.part and found.row is not None and found.row.get(field.name):
                about[field.name] = found.row.get(field.name)
        about.setdefault("account_id", found.account_id)
        if about["account_id"] is None:
            del about["account_id"]
        dialog = RecordDialog(
            self._desk, self._window, kind, about=about, start=start, found=found, sentence=sentence
        )

        def done() -> None:
            self._tell(kind, "amend" if amends else "record")
            if then is not None:
                then()

        dialog.accepted.connect(done)
        open_dialog(dialog)

    def _tell(self, kind: str, did: str) -> None:
        speech = self._desk.speech
        what = speech.text(f"operation.{kind}.{did}")
        self._window.teller.tell(speech.raised(speech.text("operation_done", what=what)))
