"""A form made from the declaration of a kind: needed and usual fields first, the rest under "more"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, Described, described
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.haystack import name_keys
from kamdesk.qt.recording.arrangement import arrange
from kamdesk.qt.recording.editors import Editor, RatingEditor, fill, plain_editor
from kamdesk.qt.recording.joined_editors import CURRENCIES, HOME, LinkEditor, MoneyEditor, QuantityEditor
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.picker import Choice, New
from kamdesk.qt.widgets.typed import Unreadable
from kamdesk.words import MissingWord

if TYPE_CHECKING:
    from kamdesk.reads.record_subject import LinkChoice

_RANGE = re.compile(r"\s*[（(]\d+–\d+[）)]$")
translate = QCoreApplication.translate
Policy = QSizePolicy.Policy


class RecordForm:
    """``editors`` by field; ``setupUi`` lays them out as forms of the tools are."""

    def __init__(self, desk: Desk, kind: str, given: Mapping[str, object]) -> None:
        self._desk, self.kind = desk, kind
        told = {field.name: field for field in described(KINDS[kind])}
        self.arrangement = arrange(kind, given)
        self.currency = Combo()
        self.currency.setObjectName("currency")
        self.currency.setMinimumWidth(74)
        fill(self.currency, [(desk.speech.choice("currency", code), code) for code in CURRENCIES])
        self.unit = QLineEdit()
        self.unit.setObjectName("unit")
        self.unit.setFixedWidth(64)
        self._has = {name: name in told for name in ("currency", "unit")}
        self._shown: set[str] = set()
        self.editors = {field.name: self._editor(field) for field in self.arrangement.fields()}
        self._labels: dict[str, QLabel] = {}
        self.more = Button(desk.theme, kind="link", icon="chevron-right", small=True)
        self.more.setAutoDefault(False)
        self._rest = QWidget()
        self._grids: list[QGridLayout] = []

    def _editor(self, field: Described) -> Editor:
        if field.shape is As.MONEY:
            first = self._has["currency"] and "currency" not in self._shown
            self._shown.add("currency")
            return MoneyEditor(field, self.currency, shows=first)
        if field.shape is As.QUANTITY:
            first = self._has["unit"] and "unit" not in self._shown
            self._shown.add("unit")
            return QuantityEditor(field, self.unit if first else None)
        if field.shape is As.LINK:
            return LinkEditor(field)
        editor = plain_editor(field, self._desk)
        if isinstance(editor, RatingEditor):
            editor.scale = f"scale.{self.kind}_{field.name}"
        return editor

    def setupUi(self, widget: QWidget) -> None:
        first = self._grid(self.arrangement.first)
        rest = self._grid(self.arrangement.more)
        rest.setContentsMargins(0, 0, 0, 0)
        self._rest.setLayout(rest)
        self._rest.hide()
        self.more.setVisible(bool(self.arrangement.more))
        self.more.clicked.connect(lambda: self.show_more(self._rest.isHidden()))
        widget.setLayout(column(first, self.more, self._rest, gap=8))

    def _grid(self, fields: Sequence[Described]) -> QGridLayout:
        """Two fields a line; a wide one has the line for itself."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        line, half = 0, 0
        for field in fields:
            editor = self.editors[field.name]
            if editor.wide and half:
                line, half = line + 1, 0
            label = QLabel()
            label.setProperty("tone", "text2")
            label.setBuddy(editor.field)
            self._labels[field.name] = label
            top = Qt.AlignmentFlag.AlignTop
            if isinstance(editor.field, QLineEdit | Combo) or not editor.wide:
                grid.addWidget(label, line, half * 2)
            else:
                label.setContentsMargins(0, 6, 0, 0)
                grid.addWidget(label, line, half * 2, top)
            grid.addWidget(editor.widget, line, half * 2 + 1, 1, 3 if editor.wide else 1)
            if editor.wide or half:
                line, half = line + 1, 0
            else:
                half = 1
            editor.widget.setSizePolicy(Policy.Expanding, editor.widget.sizePolicy().verticalPolicy())
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._grids.append(grid)
        return grid

    def show_more(self, on: bool) -> None:
        self._rest.setVisible(on)
        self._say_more()
        window = self._rest.window()
        if on and isinstance(window, FormDialog):
            window.fit(window.width())
        if on:
            self.editors[self.arrangement.more[0].name].field.setFocus(Qt.FocusReason.TabFocusReason)

    # what it holds

    def fill(self, values: Mapping[str, object]) -> None:
        """Put values into the fields; what lies under "more" is shown where there is any."""
        if values.get("currency"):
            code = str(values["currency"])
            if self.currency.findData(code) < 0:
                self.currency.addItem(code, code)
            self.currency.choose(code)
        self.unit.setText(str(values.get("unit") or ""))
        for name, editor in self.editors.items():
            if name in values:
                editor.set_value(values[name])
        usual = {field.name: field.usual for field in self.arrangement.more}
        if any(values.get(name) not in (None, usual[name]) for name in usual):
            self._rest.show()
            self._say_more()

    def set_links(self, choices: Mapping[str, Sequence[LinkChoice]]) -> None:
        """What the fields that link may be given."""
        for editor in self.editors.values():
            if isinstance(editor, LinkEditor):
                rows = choices.get(editor.told.link or "", ())
                editor.picker.set_choices([self._choice(editor.told.link or "", row) for row in rows])

    def _choice(self, table: str, choice: LinkChoice) -> Choice:
        speech, day = self._desk.speech, ""
        if choice.day is not None and table in ("visit", "note", "order", "promise", "attachment"):
            day = speech.day_or_year(choice.day, self._desk.today())
        outcome = speech.choice("visit.outcome", choice.code) if table == "visit" else ""
        text = speech.joined((day, outcome, choice.name[:40])) or "—"
        return Choice(choice.id, text, name_keys(text).casefold())

    def values(self) -> tuple[dict[str, object], dict[str, str]]:
        """The fields, and by link field the new names among them. Raises Unreadable at the first that is wrong."""
        found: dict[str, object] = {}
        named: dict[str, str] = {}
        for name, editor in self.editors.items():
            value = editor.value()
            if value is None and editor.told.needed:
                self._open_for(name)
                said = translate("Record", "“{field}” is needed: without it nothing is answered.")
                raise Unreadable(editor.field, said.format(field=self.label(name)))
            if isinstance(value, New):
                named[name] = value.name
            else:
                found[name] = value
        if self._has["currency"]:
            money = any(
                isinstance(e, MoneyEditor) and found.get(n) is not None for n, e in self.editors.items()
            )
            found["currency"] = (self.currency.currentData() or HOME) if money else None
        if self._has["unit"]:
            found["unit"] = self.unit.text().strip() or None
        return found, named

    def _open_for(self, name: str) -> None:
        if any(field.name == name for field in self.arrangement.more):
            self._rest.show()
            self._say_more()

    def first_field(self) -> QWidget:
        """Where typing begins: the first field that holds nothing yet."""
        for field in self.arrangement.first:
            editor = self.editors[field.name]
            try:
                if editor.value() is None or editor.value() == field.usual:
                    return editor.field
            except Unreadable:
                return editor.field
        return self.editors[self.arrangement.first[0].name].field

    # its words

    def label(self, name: str) -> str:
        """What a field is called."""
        return field_label(self._desk, self.kind, name)

    def retranslateUi(self, widget: QWidget) -> None:
        for name, editor in self.editors.items():
            text = self.label(name)
            box = (
                editor.widget is editor.field
                and editor.told.shape is As.FLAG
                and editor.told.usual is not None
            )
            needed = editor.told.needed and editor.told.name != "known_on"
            self._labels[name].setText("" if box else f"{text} *" if needed else text)
            editor.say(text, self._desk)
            if isinstance(editor.field, QLineEdit | QPlainTextEdit) and not editor.field.placeholderText():
                editor.field.setPlaceholderText(self._hint(name))
            if needed:
                editor.field.setAccessibleDescription(translate("Record", "needed"))
        widest = max(label.sizeHint().width() for label in self._labels.values())
        for grid in self._grids:
            for place in (0, 2):
                grid.setColumnMinimumWidth(place, widest)
        self.currency.setAccessibleName(translate("Record", "Currency"))
        self.unit.setAccessibleName(translate("Record", "Unit"))
        self.unit.setPlaceholderText(translate("Record", "unit"))
        self._say_more()

    def _hint(self, name: str) -> str:
        try:
            return self._desk.speech.text(f"record.hint.{self.kind}_in_{name}")
        except MissingWord:
            return ""

    def _say_more(self) -> None:
        on = not self._rest.isHidden()
        self.more.set_icon("chevron-down" if on else "chevron-right")
        names = [self.label(field.name) for field in self.arrangement.more]
        few = self._desk.speech.listed(names[:4]) + ("…" if len(names) > 4 else "")
        said = translate("Record", "Less") if on else translate("Record", "More: {fields}").format(fields=few)
        self.more.set_label(said)


def field_label(desk: Desk, kind: str, name: str) -> str:
    """What a field of a kind is called, without the range that its editor shows."""
    for code in (f"record.field.{name}", f"sheet.heading_of.{kind}.{name}", f"sheet.heading.{name}"):
        try:
            return _RANGE.sub("", desk.speech.text(code))
        except MissingWord:
            continue
    return name
