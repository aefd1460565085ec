"""Two accounts side by side: which one is kept, and from which each differing field is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QGridLayout, QRadioButton, QScrollArea, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.merge_choice import GROUPS, fields_of, fuller, preferred
from kamdesk.qt.jobs.account_table import merge_accounts, merge_sides, refuse_pair
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.reads.merging import MergeSide


class MergeDialog(QDialog):
    """Fields that differ stand first, each with its choice; what agrees is said in one line."""

    def __init__(self, desk: Desk, parent: QWidget | None, first: str, second: str) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._sides: tuple[MergeSide, MergeSide] | None = None
        self._keep = QButtonGroup(self)
        self._choices: dict[str, QButtonGroup] = {}
        self._touched: set[str] = set()
        self._heading = label(theme, "heading", text=self.tr("Merge two accounts"))
        self._same = label(theme, "caption", "text3", wrap=True)
        self._moves = label(theme, "body", "text2", wrap=True)
        self._reason = label(theme, "caption", "bad", wrap=True)
        self._error = frame(row((self._reason, 1)), "bad", (10, 8, 10, 8))
        self._error.hide()
        self._body = QWidget()
        self._body.setObjectName("formBody")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.viewport().setObjectName("formBody")
        scroll.setWidget(self._body)
        self.refuse = Button(theme, icon="x")
        self._cancel = Button(theme)
        self.merge = Button(theme, kind="primary", icon="merge")
        self.refuse.set_label(self.tr("Not the same"))
        self._cancel.set_label(self.tr("Cancel"))
        self.merge.set_label(self.tr("Merge"))
        self.merge.setEnabled(False)
        self.setLayout(
            column(
                self._heading,
                (scroll, 1),
                self._moves,
                self._error,
                row(self.refuse, None, self._cancel, self.merge),
                gap=10,
                margins=(20, 16, 20, 16),
            )
        )
        self.setWindowTitle(self._heading.text())
        self.resize(860, 560)
        self._cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self._merge)
        self.refuse.clicked.connect(self._refuse)
        self._ids = first, second
        desk.runner.read(merge_sides, done=self._show, failed=self._fail, first=first, second=second)

    # what is chosen

    def kept(self) -> int:
        """0 where the left one is kept, 1 for the right one."""
        return max(self._keep.checkedId(), 0)

    def kept_name(self) -> str:
        return str(self._value("name")) if self._sides else ""

    def choose(self, group: str, side: int) -> None:
        """Take a group of fields from one side."""
        self._choices[group].button(side).click()

    def chosen(self) -> dict[str, object]:
        """The fields of the account that is kept, as they are to be."""
        assert self._sides is not None
        fields: dict[str, object] = {}
        for group, buttons in self._choices.items():
            values = self._sides[max(buttons.checkedId(), 0)].values
            fields |= {name: values[name] for name in fields_of(group)}
        return fields

    def _value(self, name: str) -> object:
        assert self._sides is not None
        return self.chosen().get(name, self._sides[self.kept()].values[name])

    # showing

    def _show(self, sides: tuple[MergeSide, MergeSide]) -> None:
        self._sides = sides
        grid = QGridLayout(self._body)
        grid.setContentsMargins(2, 2, 8, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        theme = self._desk.theme
        better = fuller(*sides)
        grid.addWidget(label(theme, "captionStrong", "text3", self.tr("Kept account")), 0, 0)
        for number, side in enumerate(sides):
            button = QRadioButton(self._head(side))
            button.setFont(theme.font("strong"))
            self._keep.addButton(button, number)
            grid.addWidget(button, 0, 1 + number)
        self._keep.button(better).setChecked(True)
        grid.addWidget(label(theme, "caption", "text3", self.tr("more is recorded there")), 0, 3)
        same: list[str] = []
        for group in GROUPS:
            if self._text(sides[0], group) == self._text(sides[1], group):
                if self._text(sides[0], group):
                    same.append(self._name(group))
                continue
            self._add_choice(grid, group, sides, better)
        if same:
            joined = self._desk.speech.joined(same)
            self._same.setText(self.tr("The same on both sides: {fields}").format(fields=joined))
            grid.addWidget(self._same, grid.rowCount(), 0, 1, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._keep.idClicked.connect(self._on_kept)
        self._say_moves()
        self.merge.setEnabled(True)
        self._keep.button(better).setFocus()

    def _add_choice(
        self, grid: QGridLayout, group: str, sides: tuple[MergeSide, MergeSide], better: int
    ) -> None:
        theme, line = self._desk.theme, grid.rowCount()
        texts = [self._text(side, group) for side in sides]
        side, why = preferred(texts, better)
        buttons = QButtonGroup(self)
        grid.addWidget(label(theme, "body", "text2", self._name(group)), line, 0)
        for number, text in enumerate(texts):
            shown = text or self.tr("not recorded")
            button = QRadioButton(shown)
            button.setAccessibleName(f"{self._name(group)}: {shown}")
            button.setToolTip(text)
            buttons.addButton(button, number)
            role = "warn" if all(texts) else "soft" if text else "sunken"
            holder = frame(row((button, 1)), role, (6, 2, 6, 2))
            grid.addWidget(holder, line, 1 + number)
        buttons.button(side).setChecked(True)
        buttons.idClicked.connect(lambda _: self._touched.add(group))
        grid.addWidget(label(theme, "caption", "text3", self._reason_text(why), wrap=True), line, 3)
        self._choices[group] = buttons

    def _on_kept(self, better: int) -> None:
        """Fields that were not chosen by hand follow the account that is kept."""
        assert self._sides is not None
        for group, buttons in self._choices.items():
            if group not in self._touched:
                side, _ = preferred([self._text(one, group) for one in self._sides], better)
                buttons.button(side).setChecked(True)
        self._say_moves()

    def _head(self, side: MergeSide) -> str:
        return str(side.values["name"])

    def _reason_text(self, why: str) -> str:
        return {
            "only": self.tr("recorded on one side only"),
            "longer": self.tr("says more"),
            "kept": self.tr("as in the kept account"),
        }[why]

    def _text(self, side: MergeSide, group: str) -> str:
        values: Mapping[str, object] = side.values
        speech = self._desk.speech
        if group == "owner_id":
            return side.owner or ""
        if group == "parent_id":
            return side.parent or ""
        if group == "is_key":
            key = values["is_key"]
            said = "" if key is None else speech.choice("account.key", "key" if key else "ordinary")
            return speech.joined((said, str(values["class_reason"] or "")))
        if group == "status":
            return speech.joined(
                (speech.choice("account.status", str(values["status"])), str(values["status_reason"] or ""))
            )
        if group == "level":
            return speech.choice("account.level", str(values["level"]))
        if group == "place":
            latitude, longitude = values["latitude"], values["longitude"]
            return "" if latitude is None else f"{latitude:.6f}, {longitude:.6f}"
        return "" if values[group] is None else str(values[group])

    def _name(self, group: str) -> str:
        return {
            "name": self.tr("Name"),
            "short_name": self.tr("Short name"),
            "kind": self.tr("Trade"),
            "value_class": self.tr("Class"),
            "is_key": self.tr("Key account"),
            "status": self.tr("Status"),
            "level": self.tr("Unit"),
            "parent_id": self.tr("Parent"),
            "owner_id": self.tr("Owner"),
            "country": self.tr("Country"),
            "province": self.tr("Province"),
            "city": self.tr("City"),
            "district": self.tr("District"),
            "address": self.tr("Address"),
            "postal_code": self.tr("Postal code"),
            "place": self.tr("Coordinates"),
            "wechat": self.tr("WeChat"),
            "visit_minutes": self.tr("Minutes a visit"),
        }[group]

    def moves(self) -> str:
        return self._moves.text()

    def _say_moves(self) -> None:
        assert self._sides is not None
        gone = self._sides[1 - self.kept()]
        counts = gone.counts
        parts = [
            self.tr("%n contacts", "", counts["contacts"]),
            self.tr("%n fixed visits", "", counts["slots"]),
            self.tr("%n visits", "", counts["visits"]),
            self.tr("%n promises", "", counts["promises"]),
            self.tr("%n orders", "", counts["orders"]),
            self.tr("%n notes", "", counts["notes"]),
            self.tr("%n rows of lists", "", counts["lists"]),
            self.tr("%n other records", "", counts["more"]),
        ]
        there = [text for text, number in zip(parts, counts.values(), strict=True) if number]
        what = self._desk.speech.joined(there) or self.tr("nothing but its card")
        self._moves.setText(
            self.tr(
                "{name} goes into the other one, with {what}. It can be taken apart again at any time."
            ).format(name=gone.values["name"], what=what)
        )

    # carrying out

    def _merge(self) -> None:
        if self._sides is None:
            return
        self._error.hide()
        keep, gone = self._sides[self.kept()], self._sides[1 - self.kept()]
        self._desk.runner.run(
            merge_accounts,
            done=lambda _: self.accept(),
            failed=self._fail,
            keep_id=keep.id,
            gone_id=gone.id,
            fields=self.chosen(),
        )

    def _refuse(self) -> None:
        first, second = self._ids
        self._desk.runner.run(refuse_pair, done=lambda _: self.reject(), first=first, second=second)

    def _fail(self, error: Exception) -> None:
        self._reason.setText(self._desk.speech.error(error))
        self._error.setAccessibleName(self._reason.text())
        self._error.show()
