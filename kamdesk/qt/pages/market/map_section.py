"""The map value × stage, what each class is to get against what it gets, and where the time goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.domain.stages import STAGES, Stage
from kamdesk.qt.charts.stage_map import MORE, MapDot, StageMap
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.class_figures import ClassServiceModel, ClassTimeModel
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.promises.figures import FigureTable
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.domain.classing.service import Served
    from kamdesk.reads.market_page.view import MarketView

ROWS: tuple[str | None, ...] = ("A", "B", "C", None)
WIDTH = 460


class MapSection(QWidget):
    asked = Signal(str, str)
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self._cell: tuple[str | None, str | None] | None = None
        self.title = label(theme, "heading")
        self.legend = label(theme, "caption", "text2", wrap=True)
        self.map = StageMap(theme)
        self.service_title = label(theme, "heading")
        self.policy = Button(theme, kind="link")
        self.service = ClassServiceModel(desk.speech, self)
        self.service_table = FigureTable(desk, self.service)
        self.service_note = label(theme, "caption", "text2", wrap=True)
        self.time_title = label(theme, "heading")
        self.time = ClassTimeModel(desk.speech, self)
        self.time_table = FigureTable(desk, self.time)
        self.time_note = label(theme, "caption", "text2", wrap=True)
        self.list_title = label(theme, "heading")
        self.all_short = Button(theme, kind="link")
        self.list = EntriesView(theme, EntriesModel(self))
        left = frame(column(self.title, self.legend, (self.map, 1), gap=6), "card", (16, 11, 14, 10))
        service = column(
            row(self.service_title, None, self.policy), self.service_table, self.service_note, gap=4
        )
        time = column(self.time_title, self.time_table, self.time_note, gap=4)
        short = column(row(self.list_title, None, self.all_short), (self.list, 1), gap=4)
        self._right = QWidget()
        self._right.setLayout(
            column(
                frame(service, "card", (14, 9, 12, 8)), frame(time, "card", (14, 9, 12, 8)),
                (frame(short, "card", (14, 9, 6, 6)), 1), gap=10,
            )
        )  # fmt: skip
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(left, 1)
        self._box.addWidget(self._right)
        self.setLayout(self._box)
        self.map.picked.connect(self._picked)
        self.policy.clicked.connect(lambda: self.asked.emit("add_policy", ""))
        self.service_table.picked.connect(self._open_policy)
        self.all_short.clicked.connect(self._show_short)
        self.list.opened.connect(self.account_asked)

    def set_narrow(self, narrow: bool) -> None:
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._right.setMinimumWidth(0 if narrow else WIDTH)
        self._right.setMaximumWidth(16777215 if narrow else WIDTH)
        self.map.setMinimumHeight(320 if narrow else 220)
        self.list.setMinimumHeight(180 if narrow else 60)

    def show_view(self, view: MarketView) -> None:
        self._view = view
        self._say()

    # the map

    def _class_of(self, unit_id: str) -> str | None:
        view = self._view
        assert view is not None
        letter = view.units[unit_id].value_class or view.classified.classes.get(unit_id)
        return letter if letter in ROWS else None

    def _dots(self) -> list[MapDot]:
        view, speech = self._view, self._desk.speech
        assert view is not None
        main = view.classified.portfolio.main
        amounts = main.amounts if main is not None else {}
        biggest = max([*amounts.values(), 1])
        found = []
        for unit in sorted(view.units.values(), key=lambda u: -amounts.get(u.id, 0)):
            letter, stage = self._class_of(unit.id), view.classified.stages.get(unit.id)
            column_ = STAGES.index(Stage(stage)) if stage in STAGES else len(STAGES)
            spoken = speech.joined(
                (
                    unit.name,
                    self.tr("class {letter}").format(letter=letter) if letter else self.tr("no class"),
                    speech.choice("stage", stage) if stage else self.tr("stage not judged"),
                    self.tr("key account") if unit.is_key else "",
                )
            )
            weight = max(amounts.get(unit.id, 0), 0) / biggest
            found.append(MapDot(unit.id, ROWS.index(letter), column_, bool(unit.is_key), weight**0.5, spoken))
        return found

    def _picked(self, key: str) -> None:
        if not key.startswith(MORE):
            self.account_asked.emit(key)
            return
        place, column_ = (int(part) for part in key.removeprefix(MORE).split(":"))
        self._cell = ROWS[place], str(STAGES[column_]) if column_ < len(STAGES) else None
        self._fill_list()
        self.list.setFocus()

    def _show_short(self) -> None:
        self._cell = None
        self._fill_list()

    # the list

    def _fill_list(self) -> None:
        view, speech = self._view, self._desk.speech
        assert view is not None
        served = {each.unit_id: each for each in view.classified.served}
        if self._cell is None:
            ids = sorted((u for u in served if _short(served[u]) > 0), key=lambda u: -_short(served[u]))
            self.list_title.setText(self.tr("Getting less than their class is to get"))
        else:
            letter, stage = self._cell
            ids = [
                unit
                for unit in view.units
                if self._class_of(unit) == letter and (view.classified.stages.get(unit) or None) == stage
            ]
            said = speech.choice("stage", stage) if stage else self.tr("stage not judged")
            self.list_title.setText(speech.joined((letter or self.tr("no class"), said)))
        self.all_short.setVisible(self._cell is not None)
        self.list.show_rows([self._entry(unit, served.get(unit)) for unit in ids])
        self.list.setAccessibleName(self.list_title.text())

    def _entry(self, unit_id: str, served: Served | None) -> Entry:
        view = self._view
        assert view is not None
        unit = view.units[unit_id]
        parts = []
        if served is not None:
            if served.planned_short:
                parts.append(self.tr("%n visits a quarter wanting on the line", "", served.planned_short))
            if served.done_short:
                parts.append(self.tr("%n visits wanting", "", served.done_short))
            if served.contacts_short:
                parts.append(self.tr("%n contacts wanting", "", served.contacts_short))
            if served.reports_short:
                parts.append(self.tr("%n reports wanting", "", served.reports_short))
        detail = self._desk.speech.joined(parts) or self.tr("gets what its class is to get")
        return Entry(unit_id, unit.name, detail, badge=(self._class_of(unit_id), bool(unit.is_key)))

    def _open_policy(self, number: int) -> None:
        policy = self.service.policy(number)
        self.asked.emit("edit_policy" if policy else "add_policy", policy or self.service.letter(number))

    # words

    def _say(self) -> None:
        view, speech = self._view, self._desk.speech
        if view is None:
            return
        stages = [speech.raised(speech.choice("stage", stage)) for stage in STAGES] + [self.tr("Not judged")]
        dots = self._dots()
        self.map.show_dots(
            dots, ROWS, stages, self.tr("{n} more: list them"), self.tr("Map of value and stage")
        )
        self.service.set_view(view)
        self.service_table.fit_rows()
        self.time.set_view(view)
        self.time_table.fit_rows()
        none = not view.policies
        self.service_note.setText(
            self.tr("No service policy is confirmed: say what each class is to get.")
            if none
            else self.tr("Accounts short: the line plans too few visits in 91 days, or too few were made.")
        )
        untimed = view.classified.spent.untimed
        note = self.tr("Above 1 a class takes more time than it brings value.")
        self.time_note.setText(
            note + (" " + self.tr("%n visits have no length.", "", untimed) if untimed else "")
        )
        self._fill_list()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Value and stage"))
        self.legend.setText(
            self.tr(
                "A dot is an account: full a key account, its size what it brings. Arrows walk, Enter opens."
            )
        )
        self.service_title.setText(self.tr("What each class is to get a quarter"))
        self.policy.set_label(self.tr("Add a policy"))
        self.time_title.setText(self.tr("Time against value"))
        self.all_short.set_label(self.tr("Who gets too little"))
        self.service_table.setAccessibleName(self.service_title.text())
        self.time_table.setAccessibleName(self.time_title.text())
        self._say()


def _short(served: Served) -> int:
    parts = (served.planned_short, served.done_short, served.contacts_short, served.reports_short)
    return sum(part or 0 for part in parts)
