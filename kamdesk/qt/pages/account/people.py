"""The people of an account as cards: support as edge, ring, sign and word; a role is filled once it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QSizePolicy, QWidget

from kamdesk.qt import marks
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import RIGHT, Ink
from kamdesk.qt.widgets.layouts import FlowLayout, clear

if TYPE_CHECKING:
    from kamdesk.reads.account import Person

WIDTH, HEIGHT = 214, 108


class PersonCard(QAbstractButton):
    """One person; arrow keys walk from card to card, Enter opens."""

    opened = Signal()

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__()
        self._desk, self.person = desk, person
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(self._spoken())
        desk.theme.changed.connect(self.update)

    def _spoken(self) -> str:
        speech, person = self._desk.speech, self.person
        roles = [
            f"{speech.choice('contact_role', role.role)} {speech.choice('standing', role.standing)}"
            for role in person.roles
            if role.until is None
        ]
        parts = [person.name, person.title, speech.choice("support", person.support), *roles]
        return ", ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = Ink(painter, self._desk.theme)
        person, speech = self.person, self._desk.speech
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        tone = marks.SUPPORT_TONES.get(person.support or "", "text3")
        gone = person.until is not None
        line = Qt.PenStyle.DashLine if gone else Qt.PenStyle.SolidLine
        ink.box(box, "raised" if ink.theme.dark else "surface", "border", 8, 1, line)
        if person.support and not gone:
            ink.strip(box, tone, Qt.Edge.TopEdge, 4, 8)
        if person.influence == "inner_circle":
            ink.box(box.adjusted(-3, -3, 3, 3), None, "control", 10, 1)
        if self.isChecked():
            ink.box(box.adjusted(-3, -3, 3, 3), None, "focus", 10, 2.5 if self.hasFocus() else 1.5)
        ring = tone if person.support else None
        marks.avatar(ink, QPointF(box.left() + 26, box.top() + 28), 14, person.name, ring)
        self._words(ink, box, person)
        self._roles(ink, box, person)
        ink.line(box.left() + 10, box.bottom() - 26.5, box.right() - 10, box.bottom() - 26.5)
        phone = person.phones[0].number if person.phones else person.wechat or "—"
        met = speech.day(person.last_met) if person.last_met else ""
        ink.icon(box.left() + 10, box.bottom() - 19, "phone", "text3", 13)
        foot = QRectF(box.left() + 28, box.bottom() - 22, box.width() - 38, 19)
        ink.text(foot, met, "micro", "text3", RIGHT)
        foot.setWidth(foot.width() - ink.theme.width(met, "micro") - 6)
        ink.text(foot, phone, "caption", "text2")
        painter.end()

    def _words(self, ink: Ink, box: QRectF, person: Person) -> None:
        left = box.left() + 48
        word = self._desk.speech.choice("support", person.support)
        said = f"{marks.SUPPORT_SIGNS.get(person.support or '', '')} {word}".strip()
        width = ink.theme.width(said, "micro") + 4 if said else 0
        name = QRectF(left, box.top() + 10, box.right() - 10 - left - width, 18)
        ink.text(name, person.name, "strong")
        if said and person.support:
            place = QRectF(box.right() - 9 - width, box.top() + 10, width, 18)
            ink.text(
                place, said, "micro", marks.SUPPORT_TONES.get(person.support, "text2"), RIGHT, elide=False
            )
        ink.text(
            QRectF(left, box.top() + 28, box.right() - 8 - left, 18), person.title or "", "caption", "text2"
        )

    def _roles(self, ink: Ink, box: QRectF, person: Person) -> None:
        x = box.left() + 10
        for role in person.roles:
            text = self._desk.speech.choice("contact_role", role.role)
            width = marks.chip_width(ink.theme, text)
            if role.until is not None or x + width > box.right() - 6:
                continue
            y = box.top() + 51
            if role.standing == "confirmed":
                x += marks.chip(ink, x, y, text, "text", "sunken") + 5
            else:
                x += marks.chip(ink, x, y, text, "text2", None, edge="control", line=Qt.PenStyle.DashLine) + 5


class PeopleView(QScrollArea):
    """All cards of an account. ``chosen`` gives the contact's id, ``opened`` the one to edit."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards: dict[str, PersonCard] = {}
        self._group = QButtonGroup(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("formBody")
        self.viewport().setObjectName("formBody")
        self._flow = FlowLayout(8)
        body.setLayout(self._flow)
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWidget(body)

    def show_people(self, people: tuple[Person, ...]) -> None:
        keep = self.key()
        for card in self._cards.values():
            self._group.removeButton(card)
        clear(self._flow)
        self._cards = {}
        for person in people:
            if person.id in self._cards:
                continue
            card = PersonCard(self._desk, person)
            self._cards[person.id] = card
            self._group.addButton(card)
            self._flow.addWidget(card)
            card.toggled.connect(lambda on, key=person.id: self.chosen.emit(key) if on else None)
            card.opened.connect(lambda key=person.id: self.opened.emit(key))
        first = keep if keep in self._cards else next(iter(self._cards), "")
        if first:
            self._cards[first].setChecked(True)
        else:
            self.chosen.emit("")

    def key(self) -> str:
        """The id of the chosen person; empty for none."""
        return next((key for key, card in self._cards.items() if card.isChecked()), "")

    def focus_chosen(self) -> None:
        if self.key():
            self._cards[self.key()].setFocus()
