"""What a list's columns are taken as: shown, and changed where the program is wrong or can't know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.mapped_columns import LEFT_OUT, MappedColumnsModel
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo, Number
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.mapped_cells import MappedColumnsView
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamdesk.exchange.mapping import TableRule
    from kamdesk.exchange.seen import SeenSheet

_HEADER_WITHIN = 60


class ColumnsPane(QWidget):
    """``said`` gives a sheet and the rule by which it is to be read from now on; ``forget_asked`` a sender."""

    said = Signal(object, object)
    forget_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._sheets: tuple[SeenSheet, ...] = ()
        self._filling = False
        self.sheet = Combo()
        self.kind = Combo()
        self.header = Number()
        self.header.setRange(1, _HEADER_WITHIN)
        self._sheet_label, self._kind_label = label(theme, "body", "text2"), label(theme, "body", "text2")
        self._header_label = label(theme, "body", "text2")
        for words, control in (
            (self._sheet_label, self.sheet),
            (self._kind_label, self.kind),
            (self._header_label, self.header),
        ):
            words.setBuddy(control)
        self._told = label(theme, "body", "text", wrap=True)
        self._warned = label(theme, "body", "warn", wrap=True)
        self._warning = frame(
            row(Icon(theme, "triangle-alert", "warn"), (self._warned, 1)), "warn", (10, 8, 10, 8)
        )
        self.forget = Button(theme, kind="link")
        self.columns = MappedColumnsModel(desk.speech, desk.now().year, self)
        self.view = MappedColumnsView(theme, self.columns)
        self.view.setMinimumHeight(self.view.minimum_height())
        top = row(
            self._sheet_label,
            (self.sheet, 1),
            8,
            self._kind_label,
            self.kind,
            8,
            self._header_label,
            self.header,
            None,
        )
        self.setLayout(column(top, row((self._told, 1), self.forget), self._warning, (self.view, 1), gap=8))
        self.sheet.activated.connect(lambda _: self._show())
        self.kind.activated.connect(self._on_kind)
        self.header.editingFinished.connect(self._on_header)
        self.columns.said.connect(self._on_said)
        self.forget.clicked.connect(self._on_forget)

    def shown(self) -> SeenSheet | None:
        """The sheet whose columns are shown."""
        place = self.sheet.currentIndex()
        return self._sheets[place] if 0 <= place < len(self._sheets) else None

    def show_sheets(self, sheets: Sequence[SeenSheet]) -> None:
        """The sheets as they are read now; the one that was shown stays shown."""
        before = self.shown()
        self._sheets = tuple(sheets)
        self._fill_sheets()
        place = 0
        if before is not None:
            same = (
                n for n, each in enumerate(sheets) if (each.file, each.sheet) == (before.file, before.sheet)
            )
            place = next(same, 0)
        else:
            place = next((n for n, each in enumerate(sheets) if each.asks or each.reason == "unknown"), 0)
        self.sheet.setCurrentIndex(place)
        self._show()

    def begin(self) -> None:
        """Stand on what must be said."""
        seen = self.shown()
        if seen is not None and seen.kind is None and not seen.missing:
            self.kind.setFocus()
            return
        self.view.ask_first()
        self.view.setFocus()

    def _fill_sheets(self) -> None:
        self.sheet.clear()
        files = {each.file for each in self._sheets}
        for each in self._sheets:
            name = each.sheet or each.file
            self.sheet.addItem(name if len(files) == 1 or not each.sheet else f"{each.file} {each.sheet}")
        for part in (self.sheet, self._sheet_label):
            part.setVisible(len(self._sheets) > 1)

    def _show(self) -> None:
        seen = self.shown()
        self._filling = True
        self._fill_kinds(seen)
        if seen is not None:
            self.header.setValue(seen.header or 1)
        self._filling = False
        self.columns.show_sheet(seen)
        self._say(seen)

    def _fill_kinds(self, seen: SeenSheet | None) -> None:
        from kamdesk.exchange.saying import KINDS

        kind = self._kind_of(seen)
        self.kind.clear()
        if seen is not None and seen.kind is None and kind is None and seen.reason != "skipped":
            self.kind.addItem(self.tr("unknown: left out"), "")
        kinds = [*KINDS] if kind in KINDS or kind is None else [kind, *KINDS]
        for each in kinds:
            self.kind.addItem(self._desk.speech.raised(self._desk.speech.choice("import.list", each)), each)
        self.kind.addItem(self.tr("Leave this sheet out"), None)
        wanted = kind if kind is not None else None if seen is not None and seen.reason == "skipped" else ""
        place = next((n for n in range(self.kind.count()) if self.kind.itemData(n) == wanted), 0)
        self.kind.setCurrentIndex(place)

    def _kind_of(self, seen: SeenSheet | None) -> str | None:
        if seen is None or (seen.kind is None and seen.rule.kind in (None, "skip")):
            return None
        return seen.kind or seen.rule.kind

    # what is said of it

    def _say(self, seen: SeenSheet | None) -> None:
        self.forget.setVisible(seen is not None and seen.known_since is not None)
        warning = "" if seen is None else self._warning_of(seen)
        self._warned.setText(warning)
        self._warning.setVisible(bool(warning))
        said = self._sentence(seen) if seen is not None else ""
        self._told.setText(said)
        self._told.setVisible(bool(said))

    def _warning_of(self, seen: SeenSheet) -> str:
        if seen.missing:
            either = self.tr(" or ")
            groups = [either.join(map(self.columns.field_word, sorted(group))) for group in seen.missing]
            return self.tr("It can't be read as this kind of list yet. Still needed: {fields}.").format(
                fields="; ".join(groups) if self._desk.speech.language == "en" else "；".join(groups)
            )
        if seen.kind is None and seen.reason == "unknown":
            return self.tr("It can't be told what this is. Choose above what it holds, or leave it out.")
        waiting = sum(max(each.asks.values()) for each in seen.columns if each.asks)
        if waiting:
            return self.tr(
                "%n cell(s) wait for what the list does not say. What is not said stays a question; the rest goes in.",
                "",
                waiting,
            )
        return ""

    def _sentence(self, seen: SeenSheet) -> str:
        if seen.kind is None and seen.reason == "unknown":
            return ""
        if seen.kind is None:
            return self._desk.speech.raised(self._desk.speech.choice("import.sheet", seen.reason))
        if seen.known_since is not None:
            day = self._desk.speech.full_day(seen.known_since.astimezone(ZoneInfo(self._desk.zone)).date())
            return self.tr("Columns as last time, {day}.").format(day=day)
        unknown = len(seen.unknown)
        known = self.tr("All columns are known.")
        said = [self.tr("%n column(s) are not known.", "", unknown) if unknown else known]
        if any("datum" in each.asks for each in seen.columns):
            said.append(self.tr("The list does not say in which datum its coordinates are."))
        return ("" if self._desk.speech.language == "zh" else " ").join(said)

    def retranslate(self) -> None:
        self._sheet_label.setText(self.tr("Sheet"))
        self._kind_label.setText(self.tr("Taken as"))
        self._header_label.setText(self.tr("Headers in row"))
        for words, control in (
            (self._sheet_label, self.sheet),
            (self._kind_label, self.kind),
            (self._header_label, self.header),
        ):
            control.setAccessibleName(words.text())
        self.forget.set_label(self.tr("Forget"))
        self.forget.setToolTip(self.tr("Read this list as if it came for the first time"))
        self.view.setAccessibleName(self.tr("Columns of the list"))
        self._show()

    # what the rep says

    def _on_kind(self, place: int) -> None:
        from kamdesk.exchange.saying import with_kind

        seen, kind = self.shown(), self.kind.itemData(place)
        if seen is not None and kind != "" and kind != self._kind_of(seen):
            self.said.emit(seen, with_kind(seen, kind))

    def _on_header(self) -> None:
        from kamdesk.exchange.saying import with_header

        seen = self.shown()
        if not self._filling and seen is not None and self.header.value() != (seen.header or 1):
            self.said.emit(seen, with_header(seen, self.header.value()))

    def _on_said(self, name: str, what: str, value: Any) -> None:
        from kamdesk.exchange.saying import with_answer, with_field

        seen = self.shown()
        if seen is None:
            return
        rule: TableRule
        if what == "field":
            rule = with_field(seen, name, None if value == LEFT_OUT else value)
        else:
            rule = with_answer(seen, name, what, value)  # type: ignore[arg-type]
        self.said.emit(seen, rule)

    def _on_forget(self) -> None:
        seen = self.shown()
        if seen is not None:
            self.forget_asked.emit(seen)
