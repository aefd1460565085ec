"""Beside the chart: the chosen person, what is known, and what changes most often to be changed in place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from kamdesk.domain.contact import Influence, Support
from kamdesk.domain.telephone import phone_text
from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.pages.account.facts import birthday
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, clear, column, row, rule

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.account import Person, Role

SHOWN_CHANGES = 4


class PersonPanel(QFrame):
    """Each change is one step that can be undone. ``asked`` gives what needs a dialog, and about whom."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: Person | None = None
        self._whole: AccountWhole | None = None
        theme = desk.theme
        self.setProperty("role", "card")
        self._name = label(theme, "heading", wrap=True)
        self._post = label(theme, "caption", "text2", wrap=True)
        self._contact = column(gap=0)
        self.support, self.influence, self.reports_to = Combo(), Combo(), Combo()
        self.counterpart = QLineEdit()
        self._labels = [label(theme, "caption", "text3") for _ in range(4)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        fields = (self.support, self.influence, self.reports_to, self.counterpart)
        for number, (name, field) in enumerate(zip(self._labels, fields, strict=True)):
            name.setBuddy(field)
            field.setMinimumWidth(80)
            grid.addWidget(name, number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)
        self._roles_title = label(theme, "caption", "text3")
        self._roles = column(gap=2)
        self.add_role = Button(theme, kind="link", icon="plus")
        self._past_title = label(theme, "caption", "text3")
        self._past = label(theme, "caption", "text2", wrap=True)
        self._more = label(theme, "caption", "text2", wrap=True)
        body = QWidget()
        body.setObjectName("formBody")
        lines = column(
            self._name, self._post, self._contact, rule(), grid, rule(),
            row(self._roles_title, None, self.add_role), self._roles, rule(),
            self._past_title, self._past, self._more, None, gap=5, margins=(10, 4, 10, 4),
        )  # fmt: skip
        body.setLayout(lines)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setObjectName("formBody")
        self._scroll = scroll
        self.edit = Button(theme, icon="pencil", small=True)
        self.job = Button(theme, icon="arrow-right", small=True)
        self.record = Button(theme, icon="history", small=True)
        deeds = FlowLayout(6)
        for button in (self.edit, self.job, self.record):
            deeds.addWidget(button)
        holder = QWidget()
        holder.setLayout(deeds)
        holder.setContentsMargins(8, 0, 8, 0)
        self.setLayout(column((scroll, 1), holder, gap=6, margins=(6, 8, 6, 10)))
        scroll.setWidget(body)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.support.activated.connect(lambda: self._write(support=self.support.currentData()))
        self.influence.activated.connect(lambda: self._write(influence=self.influence.currentData()))
        self.reports_to.activated.connect(lambda: self._write(reports_to=self.reports_to.currentData()))
        self.counterpart.editingFinished.connect(self._write_counterpart)
        for button, name in (
            (self.edit, "open_people"),
            (self.job, "change_job"),
            (self.record, "contact_record"),
            (self.add_role, "add_role"),
        ):
            button.clicked.connect(lambda checked=False, name=name: self._ask(name))

    def _ask(self, name: str, key: str = "") -> None:
        if self._person is not None:
            self.asked.emit(name, key or self._person.id)

    # what it shows

    def show_person(self, person: Person, whole: AccountWhole) -> None:
        same = self._person is not None and self._person.id == person.id
        self._person, self._whole = person, whole
        speech, today = self._desk.speech, self._desk.today()
        self._name.setText(person.name)
        left = self.tr("left on {day}").format(day=speech.full_day(person.until)) if person.until else ""
        self._post.setText(speech.joined((person.title or "", person.department or "", left)))
        self._post.setVisible(bool(self._post.text()))
        self._show_contact(person)
        self.support.choose(person.support)
        self.influence.choose(person.influence)
        self._fill_bosses(person)
        if not (same and self.counterpart.hasFocus()):
            self.counterpart.setText(person.counterpart or "")
        here = person.until is None
        for widget in (
            self.support,
            self.influence,
            self.reports_to,
            self.counterpart,
            self.job,
            self.add_role,
        ):
            widget.setEnabled(here)
        self._show_roles(person)
        self._show_past(person, today)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Nothing of the person stays."""
        self._person = self._whole = None

    def _show_contact(self, person: Person) -> None:
        clear(self._contact)
        lines = [(phone_text(p.number, p.extension), p.kind) for p in person.phones]
        for number, kind in lines:
            self._line(number, self._desk.speech.choice("phone.kind", kind))
        if person.wechat:
            self._line(person.wechat, self.tr("WeChat"))
        if person.email:
            self._line(person.email, self.tr("E-mail"))

    def _line(self, text: str, kind: str) -> None:
        """Something to be dialled or written to, with a button that copies it."""
        theme = self._desk.theme
        said = label(theme, "body", text=text)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        said.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        copy = Button(theme, kind="ghost", icon="copy", small=True)
        copy.set_hint(self.tr("Copy {text}").format(text=text))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self._contact.addLayout(row(said, label(theme, "caption", "text3", kind), None, copy, gap=6))

    def _fill_bosses(self, person: Person) -> None:
        assert self._whole is not None
        self.reports_to.clear()
        self.reports_to.addItem(self.tr("not recorded"), None)
        for other in self._whole.view.page.people:
            if other.until is None and other.id != person.id:
                self.reports_to.addItem(self._desk.speech.joined((other.name, other.title or "")), other.id)
        self.reports_to.choose(person.reports_to)

    def _show_roles(self, person: Person) -> None:
        clear(self._roles)
        held = [role for role in person.roles if role.until is None]
        theme = self._desk.theme
        if not held:
            self._roles.addWidget(label(theme, "caption", "text2", self.tr("No role recorded yet")))
        for role in held:
            self._roles.addLayout(self._role(role))

    def _role(self, role: Role) -> Any:
        speech, theme = self._desk.speech, self._desk.theme
        word = speech.choice("contact_role", role.role)
        sure = role.standing == "confirmed"
        change = Button(theme, kind="link", icon="check" if sure else "")
        change.set_label(speech.joined((speech.raised(word), speech.choice("standing", role.standing))))
        change.setToolTip(self.tr("Change what is known of this role"))
        change.clicked.connect(lambda: self._ask("edit_role", role.id))
        end = Button(theme, kind="ghost", icon="x", small=True)
        end.set_hint(self.tr("No longer {role}").format(role=word))
        end.clicked.connect(lambda: self._end_role(role))
        lines: list[Any] = [row(change, None, end, gap=4)]
        if role.how_known:
            lines.append(label(theme, "caption", "text2", role.how_known, wrap=True))
        return column(*lines, gap=0)

    def _show_past(self, person: Person, today: date) -> None:
        assert self._whole is not None
        speech = self._desk.speech
        lines = []
        for change in self._whole.sheet.support.get(person.post_id, ())[:SHOWN_CHANGES]:
            day = speech.day_or_year(change.at.astimezone(ZoneInfo(self._desk.zone)).date(), today)
            lines.append(
                f"{day}  {self._value(change.field, change.old)} → {self._value(change.field, change.new)}"
            )
        self._past.setText("\n".join(lines) or self.tr("unchanged since it was recorded"))
        met = (
            self.tr("Last met {day}").format(day=speech.full_day(person.last_met)) if person.last_met else ""
        )
        born = birthday(person, speech)
        more = [met or self.tr("Not met on a recorded visit yet")]
        if born:
            more.append(self.tr("Birthday {day}").format(day=born))
        self._more.setText("\n".join(more))

    def _value(self, field: str, value: str | None) -> str:
        if value is None:
            return self.tr("not known")
        sign = marks.SUPPORT_SIGNS.get(value, "") if field == "support" else ""
        return f"{sign} {self._desk.speech.choice(field, value)}".strip()

    # what it writes

    def _write(self, **fields: str | None) -> None:
        person = self._person
        if person is None or all(getattr(person, name) == value for name, value in fields.items()):
            return
        changed: dict[str, Any] = {"post_id": person.post_id, **fields}
        self._desk.runner.run(jobs.change_post, failed=self._refused, **changed)

    def _write_counterpart(self) -> None:
        self._write(counterpart=self.counterpart.text().strip() or None)

    def _end_role(self, role: Role) -> None:
        self._desk.runner.run(
            jobs.end_role, role_id=role.id, last_day=self._desk.today(), failed=self._refused
        )

    def _refused(self, error: Exception) -> None:
        """What could not be written stands in no field."""
        if self._person is not None and self._whole is not None:
            self.show_person(self._person, self._whole)
        self._desk.runner.failed.emit(error)

    # its words

    def retranslate(self) -> None:
        names = (self.tr("Support"), self.tr("Influence"), self.tr("Reports to"), self.tr("Our counterpart"))
        fields = (self.support, self.influence, self.reports_to, self.counterpart)
        for widget, name, field in zip(self._labels, names, fields, strict=True):
            widget.setText(name)
            field.setAccessibleName(name)
        for combo, kinds, prefix in (
            (self.support, Support, "support"),
            (self.influence, Influence, "influence"),
        ):
            combo.clear()
            combo.addItem(self.tr("not known"), None)
            for value in kinds:
                combo.addItem(self._value(prefix, value.value), value.value)
        self.counterpart.setPlaceholderText(self.tr("who of ours"))
        self._roles_title.setText(self.tr("Roles"))
        self.add_role.set_label(self.tr("Add a role"))
        self._past_title.setText(self.tr("Support over time"))
        self.edit.set_label(self.tr("Edit"))
        self.job.set_label(self.tr("Change of job…"))
        self.record.set_label(self.tr("Contact record"))
        if self._person is not None and self._whole is not None:
            self.show_person(self._person, self._whole)
