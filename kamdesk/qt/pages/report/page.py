"""The page of a visit report: written, kept as a draft while it is written, saved; or why the visit did not happen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QScrollArea, QStackedWidget, QWidget

from kamdesk.domain.visit import MissedReason
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.report.beside import WIDTH, ReportBeside
from kamdesk.qt.pages.report.form import ReportForm, Unreadable
from kamdesk.qt.speech import clock
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import set_wrong
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import FlowLayout, column, frame, row, rule
from kamdesk.qt.widgets.painted import Badge, Chip, Icon
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs import ReportView

DRAFT_MS = 1200


@dataclass(frozen=True, slots=True)
class Subject:
    """Which visit to report: an account's, perhaps a known visit or a slot's due day; ``missed``: it did not happen."""

    account_id: str
    visit_id: str | None = None
    slot_id: str | None = None
    day: date | None = None
    start: int | None = None
    minutes: int | None = None
    missed: bool = False

    def ref(self) -> jobs.VisitRef | None:
        if self.visit_id is None and self.slot_id is None:
            return None
        return jobs.VisitRef(self.visit_id, self.slot_id, self.day)


class ReportPage(Page):
    """``left`` when it is done with, ``told`` says what was saved, ``asked`` wants a dialog about the account."""

    left = Signal()
    told = Signal(str)
    asked = Signal(str, str, str)
    """Deed, account, key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._subject: Subject | None = None
        self._view: ReportView | None = None
        self._dirty = False
        self._saved_at: datetime | None = None
        self._back = Button(theme, kind="ghost", icon="arrow-left")
        self._badge = Badge(theme, 24)
        self._name = Elided(theme, "title")
        self._what = label(theme, "title", "text3")
        self._planned = Chip(theme, height=24)
        self._punctual = Chip(theme, height=24)
        self._draft_icon = Icon(theme, "save", "good", 15)
        self._draft = Elided(theme, "caption", "text2")
        self._took_place = Segments(theme, 2)
        self.form = ReportForm(desk)
        self._reasons: dict[str, Button] = {r.value: Button(theme, kind="toggle") for r in MissedReason}
        self._reason_group = QButtonGroup(self)
        self._reason_text = QLineEdit()
        self._missed_title = label(theme, "heading")
        self._missed_note = label(theme, "caption", "text2", wrap=True)
        self.beside = ReportBeside(desk)
        self._error = label(theme, "caption", "bad", wrap=True)
        self._leave = Button(theme)
        self.save_button = Button(theme, kind="primary", icon="check")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scrolled(self.form))
        self._stack.addWidget(self._missed_part())
        foot = row((self._error, 1), self._leave, self.save_button)
        card = frame(column(row(self._took_place, None), (self._stack, 1), rule(), foot, gap=10), "card", (16, 12, 14, 12))
        head = row(
            self._back, self._badge, self._name, self._what, 4, self._planned, self._punctual, None,
            self._draft_icon, self._draft,
        )  # fmt: skip
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(card, 1)
        self._body.addWidget(self.beside)
        self.setLayout(column(head, (self._body, 1), gap=12, margins=self.density.margins()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._connect()
        self.retranslate()

    def _scrolled(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setObjectName("formBody")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setObjectName("formBody")
        scroll.setWidget(body)
        return scroll

    def _missed_part(self) -> QWidget:
        flow = FlowLayout(6)
        for button in self._reasons.values():
            self._reason_group.addButton(button)
            flow.addWidget(button)
        part = QWidget()
        part.setObjectName("formBody")
        part.setLayout(column(self._missed_title, flow, self._reason_text, self._missed_note, None, gap=10))
        return part

    def _connect(self) -> None:
        self._back.clicked.connect(self._go)
        self._leave.clicked.connect(self._go)
        self.save_button.clicked.connect(self.save)
        self._took_place.picked.connect(self._show_part)
        self.form.edited.connect(self._edited)
        self.form.contact_asked.connect(lambda: self._ask("add_contact", ""))
        self.beside.kept.connect(lambda key: self._ask("keep_promise", key))
        self.beside.settle.connect(lambda key: self._ask("open_promises", key))
        self._timer.timeout.connect(self.keep_draft)
        self._reason_group.buttonToggled.connect(lambda *_: self._error.clear())
        for keys, act in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("F2", self.form.stamp), ("Esc", self._go)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _ask(self, deed: str, key: str) -> None:
        if self._subject is not None:
            self.asked.emit(deed, self._subject.account_id, key)

    # reading

    def show_visit(self, subject: Subject) -> None:
        self._subject, self._view = subject, None
        self._dirty = False
        self._saved_at = None
        self._error.clear()
        self._took_place.set_choice(1 if subject.missed else 0)
        self._show_part(1 if subject.missed else 0)
        self._ask_view(self._show)

    def _ask_view(self, done: Callable[[ReportView], None]) -> None:
        subject = self._subject
        if subject is not None:
            self.desk.runner.read(
                jobs.report_view,
                done=done,
                account_id=subject.account_id,
                ref=subject.ref(),
                day=subject.day,
                today=self.desk.today(),
                now=self.desk.now(),
            )

    def take_changes(self, changes: Changes) -> None:
        """People and promises may have changed; what is being written stays."""
        self._ask_view(self._show_again)

    def _show(self, view: ReportView) -> None:
        self._view = view
        subject = view.subject
        day = subject.past.visited_on if subject.past and subject.past.visited_on else subject.day
        day = min(day, self.desk.today())
        people = view.view.page.people
        self.form.show_visit(people, view.form.counts, view.form.products, day, subject.past)
        if view.form.draft is not None:
            self.form.restore(json.loads(view.form.draft.content))
            self._saved_at = view.form.draft.saved_at
        self.beside.show_view(view, self.desk.today())
        self._took_place.setVisible(subject.ref is not None and (subject.past is None or subject.past.state != "done"))
        self._say_head()
        self._say_draft()
        if self._took_place.choice() == 0:
            self.form.arrived.setFocus()
        else:
            next(iter(self._reasons.values())).setFocus()

    def _show_again(self, view: ReportView) -> None:
        self._view = view
        self.form.show_people(view.view.page.people)
        self.beside.show_view(view, self.desk.today())

    # writing

    def _edited(self) -> None:
        self._dirty = True
        self._timer.start()
        self._say_head()

    def keep_draft(self) -> None:
        """Write down what has been typed so far; a crash loses nothing."""
        self._timer.stop()
        if not self._dirty or self._view is None:
            return
        self._dirty = False
        self.desk.runner.read(
            jobs.keep_draft,
            done=self._draft_kept,
            subject=self._view.subject.key,
            content=json.dumps(self.form.snapshot(), ensure_ascii=False),
            now=self.desk.now(),
        )

    def _draft_kept(self, at: datetime) -> None:
        self._saved_at = at
        self._say_draft()

    def may_leave(self) -> bool:
        """Before the page is left: what was typed is kept."""
        self.keep_draft()
        return True

    def _go(self) -> None:
        self.left.emit()

    def save(self) -> None:
        view = self._view
        if view is None:
            return
        if self._took_place.choice() == 1 and view.subject.ref is not None:
            self._save_missed(view)
            return
        try:
            fields = self.form.fields()
        except Unreadable as wrong:
            self._fail(str(wrong))
            wrong.field.setFocus()
            return
        self._timer.stop()
        self._dirty = False
        self.desk.runner.run(
            jobs.report_visit,
            done=lambda _: self._finished(self.tr("The report on {name} is saved.")),
            failed=self._refused,
            account_id=view.subject.account_id,
            ref=view.subject.ref,
            fields=fields,
            subject=view.subject.key,
        )

    def _save_missed(self, view: ReportView) -> None:
        reason = next((r for r, button in self._reasons.items() if button.isChecked()), None)
        if reason is None:
            self._fail(self.tr("Say why it did not take place. Nothing has been saved yet."))
            return
        assert view.subject.ref is not None
        self.desk.runner.run(
            jobs.miss_visit,
            done=lambda _: self._finished(self.tr("It is recorded why {name} was not visited.")),
            failed=self._refused,
            ref=view.subject.ref,
            reason=reason,
            reason_text=self._reason_text.text().strip() or None,
            subject=view.subject.key,
        )

    def _finished(self, said: str) -> None:
        name = self._view.view.page.name if self._view else ""
        self.left.emit()
        self.told.emit(said.format(name=name))

    def _refused(self, error: Exception) -> None:
        self._fail(self.desk.speech.error(error))

    def _fail(self, why: str) -> None:
        self._error.setText(why)
        self._error.setAccessibleName(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose the outcome wherever nothing is being typed."""
        if event.text().isdigit() and self._took_place.choice() == 0:
            self.form.choose_outcome(int(event.text()))
        else:
            super().keyPressEvent(event)

    # its looks and words

    def _show_part(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.beside.setVisible(part == 0)
        set_wrong(self._reason_text, "")
        self._say_save()

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        down = density.narrow
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
        if down:
            self.beside.setMinimumWidth(0)
            self.beside.setMaximumWidth(16777215)
            self.beside.setFixedHeight(150)
        else:
            self.beside.setMinimumHeight(0)
            self.beside.setMaximumHeight(16777215)
            self.beside.setFixedWidth(WIDTH)
        self.form.points.setFixedHeight(52 if density.compact else 74)

    def _say_head(self) -> None:
        view, speech = self._view, self.desk.speech
        if view is None:
            return
        page, subject = view.view.page, view.subject
        word = speech.choice("account.class", page.value_class)
        self._badge.show_class(page.value_class, bool(page.is_key), word)
        self._name.setText(page.name)
        if subject.start is None:
            planned = speech.choice("visit.origin", "ad_hoc") if subject.ref is None else speech.day(subject.day)
            self._planned.show_text(speech.joined((planned, speech.day(subject.day))), icon="calendar-clock")
        else:
            end = clock(subject.start + (subject.minutes or 0)) if subject.minutes else ""
            time = f"{clock(subject.start)}–{end}" if end else clock(subject.start)
            day = f"{speech.weekday(subject.day)} {speech.day(subject.day)}"
            self._planned.show_text(f"{day} {time}", icon="calendar-clock")
        self._say_punctual(view)

    def _say_punctual(self, view: ReportView) -> None:
        try:
            arrived = self.form.arrived.minute()
        except ValueError:
            arrived = None
        start = view.subject.start
        self._punctual.setVisible(arrived is not None and start is not None)
        if arrived is None or start is None:
            return
        late = arrived - start
        if abs(late) <= view.tolerance:
            self._punctual.show_text(self.tr("on time"), "good", "goodSoft", "circle-check")
        elif late > 0:
            self._punctual.show_text(self.tr("%n minutes late", "", late), "warn", "warnSoft", "clock")
        else:
            self._punctual.show_text(self.tr("%n minutes early", "", -late), "warn", "warnSoft", "clock")

    def _say_draft(self) -> None:
        self._draft_icon.setVisible(self._saved_at is not None)
        if self._saved_at is None:
            self._draft.setText("")
            return
        at = self._saved_at.astimezone(self.desk.local_now().tzinfo)
        self._draft.setText(self.tr("draft kept at {time}").format(time=f"{at:%H:%M:%S}"))

    def _say_save(self) -> None:
        self.save_button.set_label(self.tr("Save"), "Ctrl+Enter")
        self._leave.set_label(self.tr("Leave as a draft"), "Esc")

    def retranslate(self) -> None:
        speech = self.desk.speech
        self._back.set_hint(self.tr("Back"))
        self._what.setText(self.tr("Visit report"))
        self._took_place.set_labels(self.tr("Took place"), self.tr("Did not take place"))
        self._missed_title.setText(self.tr("Why did it not take place?"))
        for letter, (reason, button) in zip("ABCDE", self._reasons.items(), strict=False):
            button.set_label(f"{letter} {speech.raised(speech.choice('missed_reason', reason))}")
        self._reason_text.setPlaceholderText(self.tr("in a few words, if there is more to say"))
        self._reason_text.setAccessibleName(self.tr("Why, in words"))
        self._missed_note.setText(
            self.tr("What the customer moved does not count against you; anything else counts as missed.")
        )
        self.form.retranslate()
        self._say_save()
        self._say_head()
        self._say_draft()
        if self._view is not None:
            self.beside.show_view(self._view, self.desk.today())
