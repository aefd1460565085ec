"""The page of a visit report: written, kept as a draft while it is written, saved; or why the visit did not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from kamdesk.qt import jobs
from kamdesk.qt.pages.page import Density
from kamdesk.qt.pages.report.beside import ReportBeside
from kamdesk.qt.pages.report.drafts import ReportDrafts
from kamdesk.qt.pages.report.head import ReportHead
from kamdesk.qt.pages.report.saved import SavedPage
from kamdesk.qt.pages.report.saving import ReportSaving
from kamdesk.qt.pages.report.sheet import CLOSED, MISSED, TOOK_PLACE, ReportSheet, SheetAndBeside
from kamdesk.qt.pages.report.subject import Subject
from kamdesk.qt.pages.report.typing import Typing
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import ReportView


class ReportPage(SavedPage):
    """``asked`` wants a dialog about the account."""

    asked = Signal(str, str, str)
    """Deed, account, key."""

    def build(self) -> Iterator[None]:
        desk = self.desk
        self._subject: Subject | None = None
        self._view: ReportView | None = None
        self._amending, self.head = False, ReportHead(desk)
        self.sheet = ReportSheet()
        yield from self.sheet.build(desk)
        self.form, self.missed, self.closed = self.sheet.form, self.sheet.missed, self.sheet.closed
        self.took_place, self.note, self.early = self.sheet.took_place, self.sheet.note, self.sheet.early
        self.save_button = self.sheet.save_button
        self.saving = ReportSaving(desk, self)
        self.older = self.sheet.older
        self.typing = Typing(self.form, self.older, self)
        self.beside = ReportBeside(desk)
        self._body = SheetAndBeside(self.sheet, self.beside)
        self.setLayout(column(self.head, (self._body, 1), gap=12, margins=self.density.margins()))
        self.drafts = ReportDrafts(desk, self, self._typed, self.head.show_draft)
        yield
        self._connect()
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.left)
        self.sheet.left.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.note.textEdited.connect(self._edited)
        self.took_place.picked.connect(self._show_part)
        self.form.edited.connect(self._edited)
        self.form.asked.connect(lambda deed: self._ask(deed, ""))
        self.beside.kept.connect(lambda key: self._ask("keep_promise", key))
        self.beside.settle.connect(lambda key: self._ask("break_promise", key))
        self.missed.chosen.connect(lambda: self.sheet.say_error(""))
        self.missed.edited.connect(self._edited)
        self.early.answered.connect(self._save_as)
        self.older.answered.connect(self._settle_older)
        self.saving.begun.connect(self.drafts.begin)
        self.saving.saved.connect(self._finished)
        self.saving.refused.connect(self._refused)
        deeds: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self.save,
            "Ctrl+Enter": self.save,
            "F2": self.form.times.stamp,
            "Esc": self.left.emit,
        }
        for keys, act in deeds.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _ask(self, deed: str, key: str) -> None:
        if self._subject is not None:
            self.asked.emit(deed, self._subject.account_id, key)

    # reading

    def show_visit(self, subject: Subject) -> None:
        self._subject, self._view = subject, None
        self._amending = False
        self.drafts.begin()
        self.sheet.clear()
        self.head.show_draft(None)
        self.took_place.set_choice(MISSED if subject.missed else TOOK_PLACE)
        self._show_part(self.took_place.choice())
        self.sheet.parts.setFocus()  # until the visit is read no key may press a button, Back least of all
        self._read(self._show)

    def _read(self, done: Callable[[ReportView], None]) -> None:
        subject = self._subject
        if subject is not None:
            self.desk.runner.read(
                jobs.report_view,
                done=done,
                account_id=subject.account_id,
                ref=subject.ref(),
                day=subject.day,
                unplanned=subject.unplanned,
                today=self.desk.today(),
                now=self.desk.now(),
            )

    def take_changes(self, changes: Changes) -> None:
        """People and promises may have changed; what is being written stays."""
        self._read(self._show_again)

    def _show(self, view: ReportView) -> None:
        self._view = view
        subject, past, today = view.subject, view.subject.past, self.desk.today()
        day = past.visited_on if past and past.visited_on else subject.day
        people = view.view.page.people
        self.form.show_visit(people, view.form.counts, view.form.products, min(day, today), past, view.form)
        self.closed.show_view(view)
        self.typing.begin(view.form.recorded)
        typed = self.drafts.resume(subject.key, view.form.draft)
        kept = self.typing.weigh(typed, view.form.recorded) if typed is not None else None
        if typed is not None and kept is None and self.older.kept is None:
            self.drafts.give_up(subject.key)
        if kept is not None:
            self.form.restore(kept)
            self.note.setText(str(kept.get("amendment", "")))
            if "missed" in kept and subject.ref is not None:
                self.missed.restore(kept["missed"])
                self.took_place.set_choice(MISSED)
            self._amending = self.is_closed()
            self.head.show_draft(view.form.draft.saved_at if view.form.draft else None)
        elif past is None or past.state != "done":
            self._begin()
        self.typing.settle()
        self.beside.show_view(view, today)
        self.took_place.setVisible(subject.ref is not None and (past is None or past.state != "done"))
        self._say_head()
        self._show_part(self.took_place.choice())
        self._say_save()
        if self.is_closed():
            (self.note if self._amending else self.save_button).setFocus()
        elif self.took_place.choice() == TOOK_PLACE:
            self.form.focus_first()
        else:
            next(iter(self.missed.reasons.values())).setFocus()

    def _begin(self) -> None:
        """A new report: what is known at the door is written down at once, and kept."""
        subject = self._subject
        if subject is None or subject.missed:
            return
        self.form.begin(subject.arrived, subject.companions, now=subject.start)
        if subject.start or subject.arrived is not None or subject.companions:
            self.drafts.keep_at_once()

    def _show_again(self, view: ReportView) -> None:
        if self._subject is None:
            return
        if self.typing.is_other(view.form.recorded):
            self._show_other(view)
            return
        self._view = view
        self.closed.show_view(view)
        self.form.show_people(view.view.page.people, view.form.products)
        self.beside.show_view(view, self.desk.today())

    def _show_other(self, view: ReportView) -> None:
        """Something else is recorded now: what is typed is weighed against it, as a draft is."""
        typed = self._typed() if self.typing.is_typed() else None
        if typed is not None:
            self.drafts.hold(view.subject.key, typed[1])
        self._show(view)

    def _settle_older(self, take: bool) -> None:
        """What becomes of the draft that was begun before the report was saved."""
        view = self._view
        if view is None:
            return
        if take and self.is_closed() and not self._amending:
            self.amend()
        self.typing.answer(take)
        self.sheet.say_error("")
        if take or self.typing.is_typed():
            self._edited()
            self.form.points.setFocus()
        else:
            self.drafts.give_up(view.subject.key)
            self.head.show_draft(None)
            self.form.focus_first()

    # writing

    def turn(self, *, again: bool) -> bool:
        """Take the last change in the form back, or bring it ``again``; False where there is none."""
        turned = self.typing.turn(again=again)
        if turned:
            self._edited()
        return turned

    def has_typed(self) -> bool:
        """Whether what stands in the form is not recorded, and it is written in right now."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return (
            inside and self._view is not None and self.sheet.part() == TOOK_PLACE and self.typing.is_typed()
        )

    def _edited(self) -> None:
        self.typing.step()
        self.drafts.edited()
        self.early.forget()
        self.sheet.forgive()
        self._say_head()

    def keep_draft(self) -> None:
        """Write down what has been typed so far; a crash loses nothing."""
        self.drafts.keep()

    def _typed(self) -> tuple[str, dict[str, object] | None] | None:
        """The report in view and all that stands in it, None for nothing that is not recorded."""
        if self._view is None:
            return None
        missed = self.sheet.part() == MISSED and any(self.missed.snapshot().values())
        if not (self.typing.is_typed() or missed or (self._amending and self.note.text())):
            return self._view.subject.key, None
        typed: dict[str, object] = self.typing.content()
        if self._amending:
            typed["amendment"] = self.note.text()
        if self.sheet.part() == MISSED:
            typed["missed"] = self.missed.snapshot()
        return self._view.subject.key, typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose the outcome, letters the reason, wherever nothing is being typed."""
        if event.text().isdigit() and self.sheet.part() == TOOK_PLACE:
            self.form.outcomes.choose_number(int(event.text()))
        elif self.sheet.part() == MISSED and self.missed.choose_letter(event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    # its looks and words

    def _show_part(self, part: int) -> None:
        if part == TOOK_PLACE and self.is_closed() and not self._amending:
            part = CLOSED
        self.sheet.show_part(part, amending=self._amending)
        self.beside.setVisible(part != MISSED and self.beside.tells())
        self._say_head()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._body.set_dense(down=density.narrow, compact=density.compact)

    def _say_head(self) -> None:
        if self._view is None:
            return
        took_place = self.sheet.part() != MISSED
        self.head.show_view(self._view, *(self.form.times.came() if took_place else (None, None)))

    def retranslate(self) -> None:
        self.sheet.retranslate()
        self._say_save()
        self.head.retranslate()
        self._say_head()
        if self._view is not None:
            self.beside.show_view(self._view, self.desk.today())
