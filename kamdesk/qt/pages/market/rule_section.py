"""The dividing line: the rule, who is on which side and near it, and what another rule would change."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QTableView, QWidget

from kamdesk.domain.classing.rule import Judged, Moves, Rule
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import market as jobs
from kamdesk.qt.models.rule_rows import ACCOUNT, VERDICT, RuleRow, RuleRowsModel
from kamdesk.qt.pages.market.rule_card import RuleCard
from kamdesk.qt.pages.market.words import criterion_name, figure, verdict
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.cells import set_up_rows
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import FlowLayout, column, frame
from kamdesk.qt.widgets.rule_cells import RuleCell
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.reads.market_page.view import MarketView, Tried

EDITOR = 420


class Side(IntEnum):
    """Which accounts are listed, in the order of the choices."""

    ALL = 0
    KEY = 1
    ORDINARY = 2
    NEAR = 3
    OPEN = 4
    DIFFERENT = 5
    MOVING = 6


class RuleSection(QWidget):
    """``asked`` gives a deed of the market, ``account_asked`` an account to be opened."""

    asked = Signal(str, str)
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self._tried: Tried | None = None
        self._side = Side.ALL
        self.card = RuleCard(desk)
        self.sides = [Button(theme, kind="toggle", small=True) for _ in Side]
        self.mark = Button(theme, icon="check", small=True)
        flow = FlowLayout(6)
        for side, button in zip(Side, self.sides, strict=True):
            flow.addWidget(button)
            button.clicked.connect(lambda checked=False, side=side: self.show_side(side))
        flow.addWidget(self.mark)
        self.model = RuleRowsModel(self)
        self.table = self._make_table()
        self.none = label(theme, "body", "text2", wrap=True)
        self.empty = EmptyState(desk.theme, "store", first_icon="file-down")
        self.empty.hide()
        right = column(flow, self.none, (self.table, 1), (self.empty, 1), gap=8)
        self._right = frame(right, "card", (14, 10, 10, 8))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(self.card)
        self._box.addWidget(self._right, 1)
        self.setLayout(self._box)
        self.card.changed.connect(self._try)
        self.card.asked.connect(self.asked)
        self.mark.clicked.connect(lambda: self.asked.emit("mark_by_rule", ""))

    def _make_table(self) -> QTableView:
        table = QTableView()
        header = SortHeader(self._desk.theme, table)
        header.setSectionsClickable(False)
        table.setHorizontalHeader(header)
        table.setModel(self.model)
        table.setItemDelegate(RuleCell(self._desk.theme, table))
        set_up_rows(table)
        table.setMinimumHeight(220)
        header.setSortIndicatorShown(False)
        header.setMinimumSectionSize(70)
        table.doubleClicked.connect(self._open)
        table.activated.connect(self._open)
        self._desk.theme.changed.connect(table.viewport().update)
        return table

    def set_narrow(self, narrow: bool) -> None:
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.card.setMinimumWidth(0 if narrow else EDITOR)
        self.card.setMaximumWidth(16777215 if narrow else EDITOR)
        self.card.setMinimumHeight(360 if narrow else 0)

    # what is shown

    def show_view(self, view: MarketView) -> None:
        self._view, self._tried = view, None
        self.card.show_view(view)
        self._say()

    def moves(self) -> Moves | None:
        """Who would change sides if the rule in the fields were in force."""
        return self._tried.moves if self._tried is not None else None

    def differing(self) -> dict[str, bool]:
        """The accounts that are marked otherwise than the rule in force has them, and what they should be."""
        view = self._view
        if view is None or view.card is None or view.card.proposal:
            return {}
        return {
            each.unit_id: each.is_key
            for each in view.judged
            if each.is_key is not None and view.units[each.unit_id].is_key is not each.is_key
        }

    def show_side(self, side: Side) -> None:
        self._side = side
        self._say()

    def _try(self, rule: Rule | None) -> None:
        view = self._view
        if view is None:
            return
        if rule is None:
            self._tried = None
            self._say()
            return
        self._desk.runner.read(jobs.try_rule, done=self._show_tried, latest=True, view=view, rule=rule)

    def _show_tried(self, tried: Tried) -> None:
        self._tried = tried
        self.card.show_moves(tried.moves)
        self._say()

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.account_asked.emit(self.model.rows()[index.row()].unit_id)

    # rows

    def _judged(self) -> tuple[Judged, ...]:
        if self._tried is not None:
            return self._tried.judged
        return self._view.judged if self._view is not None else ()

    def _fits(self, each: Judged, side: Side) -> bool:
        assert self._view is not None
        moves = self.moves()
        marked = self._view.units[each.unit_id].is_key
        return {
            Side.ALL: True,
            Side.KEY: each.is_key is True,
            Side.ORDINARY: each.is_key is False,
            Side.NEAR: each.near,
            Side.OPEN: each.is_key is None,
            Side.DIFFERENT: each.is_key is not None and marked is not each.is_key,
            Side.MOVING: moves is not None and each.unit_id in (*moves.comes_in, *moves.drops_out),
        }[side]

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        judged = self._judged()
        counts = {side: sum(self._fits(each, side) for each in judged) for side in Side}
        if self._side == Side.MOVING and self._tried is None:
            self._side = Side.ALL
        words = self._side_words()
        for side, button in zip(Side, self.sides, strict=True):
            button.set_label(f"{words[side]} {counts[side]:,}")
            button.setChecked(side == self._side)
        self.sides[Side.MOVING].setVisible(self._tried is not None)
        self.sides[Side.DIFFERENT].setVisible(bool(view.units))
        self.sides[Side.OPEN].setVisible(counts[Side.OPEN] > 0)
        units = view.units
        here = [each for each in judged if self._fits(each, self._side)]
        here.sort(key=lambda each: (each.is_key is not True, not each.near, units[each.unit_id].name))
        rows = [self._row(each) for each in here]
        criteria = judged[0].checks if judged else ()
        names = [criterion_name(check.criterion.criterion, self._desk.speech) for check in criteria]
        self.model.set_rows(rows, names)
        self._fit_columns()
        self.table.setVisible(bool(rows))
        bare = not units
        self.empty.setVisible(bare)
        self.none.setVisible(not rows and not bare)
        for button in self.sides[: Side.OPEN]:
            button.setVisible(not bare)
        self.none.setText(self.tr("No account is on this side."))
        different = len(self.differing())
        self.mark.setVisible(different > 0 and self._tried is None)
        self.mark.set_label(self.tr("Mark %Ln accounts as the rule has them", "", different))

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(ACCOUNT, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(VERDICT, 152)
        for section in range(VERDICT + 1, self.model.last()):
            self.table.setColumnWidth(section, 100)
        self.table.setColumnWidth(self.model.last(), 76)

    def _row(self, each: Judged) -> RuleRow:
        view, speech = self._view, self._desk.speech
        assert view is not None
        unit, moves = view.units[each.unit_id], self.moves()
        sign = ""
        if moves is not None:
            sign = (
                "in" if each.unit_id in moves.comes_in else "out" if each.unit_id in moves.drops_out else ""
            )
        tone = "warn" if each.is_key is None else "good" if each.is_key else "text2"
        marked = {True: self.tr("key"), False: self.tr("ordinary"), None: "—"}[unit.is_key]
        value_class = unit.value_class or view.classified.classes.get(unit.id)
        cells = tuple((figure(check, speech, view.currency), check.passed) for check in each.checks)
        return RuleRow(
            each.unit_id, unit.name, value_class, each.is_key, verdict(each), tone, self._why(each, sign), cells,
            marked, sign,
        )  # fmt: skip

    def _why(self, each: Judged, sign: str) -> str:
        parts = []
        if sign:
            parts.append(self.tr("comes in") if sign == "in" else self.tr("drops out"))
        if each.exempt is not None:
            parts.append(self.tr("exception: {why}").format(why=each.exempt.why))
        elif each.missing:
            names = [criterion_name(name, self._desk.speech) for name in each.missing]
            if each.is_key is None:
                parts.append(self.tr("{names} wanting").format(names=self._desk.speech.joined(names)))
        if each.near and not sign:
            parts.append(self.tr("near the line"))
        return self._desk.speech.joined(parts)

    # words

    def _side_words(self) -> tuple[str, ...]:
        return (
            self.tr("All"), self.tr("Key"), self.tr("Ordinary"), self.tr("Near the line"), self.tr("Can't be told"),
            self.tr("Marked otherwise"), self.tr("Changing sides"),
        )  # fmt: skip

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Accounts and the rule"))
        self.card.retranslate()
        self._say()
