"""The conditions of the filter as chips, each opened to change its values."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.account_filter import Condition, Kind, choices, count, days_said
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.values import ValuesPopup
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.focus_chain import preceding
from kamdesk.qt.widgets.layouts import FlowLayout, clear

CROSS = 26
"""The room at a chip's right end that takes it away."""


class Chip(Button):
    """A click or Enter changes its values; the cross, Backspace or Del takes it away."""

    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, kind="chip", icon="x", small=True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and event.position().x() > self.width() - CROSS:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ChipBar(QWidget):
    """``changed`` after the user changed the conditions."""

    changed = Signal()
    left = Signal()
    """A list of values was closed by the keyboard: the keys go back to the filter."""

    def __init__(self, desk: Desk, model: AccountsModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._conditions: list[Condition] = []
        self._owners: dict[str, str] = {}
        self._chips: list[Chip] = []
        self._popup: ValuesPopup | None = None
        self.add = Button(desk.theme, kind="ghost", icon="plus", small=True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.add.clicked.connect(self._open_menu)
        self._flow = FlowLayout(6)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()

    # what goes in

    def set_conditions(self, conditions: Iterable[Condition]) -> None:
        self._conditions = list(conditions)
        self._build()

    def set_owners(self, owners: dict[str, str]) -> None:
        self._owners = owners
        self._say()

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(self._conditions)

    def chips(self) -> list[Chip]:
        return list(self._chips)

    # what the user does

    def remove_last(self) -> None:
        if self._conditions:
            self._remove(len(self._conditions) - 1)

    def _remove(self, place: int) -> None:
        del self._conditions[place]
        self._build()
        self.changed.emit()
        self.left.emit()

    def add_condition(self, kind: Kind) -> None:
        """Another condition, or the one of this kind that is there, opened to choose values."""
        kinds = [condition.kind for condition in self._conditions]
        if kind not in kinds:
            self._conditions.append(Condition(kind))
            self._build()
            kinds.append(kind)
        self.open_values(kinds.index(kind))

    def open_values(self, place: int) -> None:
        condition, chip = self._conditions[place], self._chips[place]
        words = self._model.words
        found = choices(condition.kind, self._model.rows(), self._model.today())
        values = [
            (value, words.value(condition.kind, value, self._owners), number) for value, number in found
        ]
        if condition.kind is Kind.UNSEEN:
            values = [*values[:-1], *self._own_days(condition, values), values[-1]]
        popup = ValuesPopup(self._desk.theme, self)
        if condition.kind is Kind.UNSEEN:
            hint = self.tr("Your own: 42, or 6 weeks; Enter")
            popup.take_own(
                days_said, lambda value: self._own_days(Condition(Kind.UNSEEN, (value,)), ())[0], hint
            )
        popup.fill(values, condition.values, words.kind(condition.kind))
        popup.changed.connect(lambda chosen: self._set_values(condition.kind, chosen))
        popup.closed.connect(self._on_closed)
        self._popup = popup
        self._flow.setGeometry(self.contentsRect())
        popup.open_below(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

    def _own_days(
        self, condition: Condition, known: Iterable[tuple[str, str, int]]
    ) -> list[tuple[str, str, int]]:
        """The days that the user said, with how many accounts fit them."""
        rows, today, words = self._model.rows(), self._model.today(), self._model.words
        listed = {value for value, _, _ in known}
        return [
            (
                value,
                words.value(Kind.UNSEEN, value, self._owners),
                count((Condition(Kind.UNSEEN, (value,)),), rows, today),
            )
            for value in condition.values
            if value not in listed
        ]

    def popup(self) -> ValuesPopup | None:
        """The list of values that is open."""
        return self._popup

    def _set_values(self, kind: Kind, values: list[str]) -> None:
        for place, condition in enumerate(self._conditions):
            if condition.kind is kind:
                self._conditions[place] = Condition(kind, tuple(values))
                self._say()
        self.changed.emit()

    def _on_closed(self) -> None:
        """A condition that nothing was chosen for goes."""
        self._popup = None
        kept = [condition for condition in self._conditions if condition.values]
        if len(kept) != len(self._conditions):
            self._conditions = kept
            self._build()
            self.changed.emit()
        self.left.emit()

    def _open_menu(self) -> None:
        self._menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))

    def _fill_menu(self) -> None:
        self._menu.clear()
        there = {condition.kind for condition in self._conditions}
        for kind in Kind:
            action = self._menu.addAction(self._model.words.kind(kind))
            action.setCheckable(kind in there)
            action.setChecked(kind in there)
            action.triggered.connect(lambda checked=False, kind=kind: self.add_condition(kind))
        self._menu.setActiveAction(self._menu.actions()[0])

    def menu(self) -> QMenu:
        return self._menu

    # its looks and words

    def _build(self) -> None:
        layout = self._flow
        layout.removeWidget(self.add)
        clear(layout)
        self._chips = []
        for place in range(len(self._conditions)):
            chip = Chip(self._desk.theme)
            chip.clicked.connect(lambda checked=False, place=place: self.open_values(place))
            chip.removed.connect(lambda place=place: self._remove(place))
            self._chips.append(chip)
            layout.addWidget(chip)
            chip.setVisible(True)
        layout.addWidget(self.add)
        before = preceding(self)
        for widget in (*self._chips, self.add):
            QWidget.setTabOrder(before, widget)
            before = widget
        self._say()
        self.updateGeometry()

    def _say(self) -> None:
        for chip, condition in zip(self._chips, self._conditions, strict=True):
            text = self._model.words.condition(condition, self._owners)
            chip.set_label(text)
            chip.setToolTip(self.tr("Change the values; Del takes the condition away"))
        self.add.set_label(self.tr("Condition"))

    def retranslate(self) -> None:
        self._say()
