"""Several accounts changed together: what is left open stays as it is, and it is said how many change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kamdesk.domain.account import AccountStatus
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices
from kamdesk.qt.jobs.account_table import change_many
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label

if TYPE_CHECKING:
    from kamdesk.reads.account_table import AccountRow

KEEP = "\0keep"
NONE = "\0none"
NAMES = (
    "value_class", "is_key", "class_reason", "owner", "status", "status_reason", "city", "district", "add_tags",
    "remove_tags",
)  # fmt: skip
COMBOS = ("value_class", "is_key", "owner", "status")


class _ManyForm:
    """A label and a field a line, two lines beside each other."""

    def setupUi(self, widget: QWidget, /) -> None:
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        self.labels: dict[str, QLabel] = {}
        self.combos: dict[str, Combo] = {}
        self.texts: dict[str, QLineEdit] = {}
        for number, name in enumerate(NAMES):
            said = QLabel(widget)
            said.setProperty("tone", "text2")
            field: QWidget
            if name in COMBOS:
                field = self.combos[name] = Combo(widget)
            else:
                field = self.texts[name] = QLineEdit(widget)
            field.setObjectName(name)
            said.setBuddy(field)
            self.labels[name] = said
            grid.addWidget(said, number // 2, number % 2 * 2)
            grid.addWidget(field, number // 2, number % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def retranslateUi(self, widget: QWidget, /) -> None:
        """Its words are the dialog's."""


class ChangeManyDialog(FormDialog):
    form: _ManyForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        rows: Sequence[AccountRow],
        owners: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(desk, _ManyForm(), parent)
        self._rows, self._owners = rows, owners
        self._preview = label(desk.theme, "strong", "text2", wrap=True)
        self.extra.addWidget(self._preview)
        self.retranslate()
        for combo in self.form.combos.values():
            combo.currentIndexChanged.connect(self._say_preview)
        for text in self.form.texts.values():
            text.textChanged.connect(self._say_preview)
        self._say_preview()
        self.fit(680)
        self.form.combos["value_class"].setFocus()

    # what is asked for

    def fields(self) -> dict[str, object]:
        """The fields that are to be the same for all; what was left open is not among them."""
        fields: dict[str, object] = {}
        for name, column in (
            ("value_class", "value_class"),
            ("is_key", "is_key"),
            ("owner", "owner_id"),
            ("status", "status"),
        ):
            value = self.form.combos[name].currentData()
            if value != KEEP:
                fields[column] = None if value == NONE else value
        for name in ("class_reason", "status_reason", "city", "district"):
            text = self.form.texts[name].text().strip()
            if text:
                fields[name] = text
        return fields

    def tags(self, name: str) -> list[str]:
        return [tag.strip() for tag in re.split(r"[,，;；、]", self.form.texts[name].text()) if tag.strip()]

    def affected(self) -> tuple[int, int]:
        """How many of the accounts change, and how many fixed visits end with it."""
        fields, add, remove = self.fields(), set(self.tags("add_tags")), set(self.tags("remove_tags"))
        changing = slots = 0
        known = [name for name in fields if name not in ("class_reason", "status_reason")]
        for row in self._rows:
            differs = any(getattr(row, name) != fields[name] for name in known)
            have = set(row.tags)
            if differs or add - have or (remove & have) - add or "class_reason" in fields:
                changing += 1
            if row.status == AccountStatus.ACTIVE and fields.get("status", row.status) != row.status:
                slots += row.slots
        return changing, slots

    def preview(self) -> str:
        return self._preview.text()

    def _say_preview(self) -> None:
        changing, slots = self.affected()
        parts = [
            self.tr("%n of {all} accounts change", "", changing).replace("{all}", f"{len(self._rows):,}")
        ]
        if slots:
            parts.append(self.tr("%n fixed visits end", "", slots))
        self._preview.setText(self.desk.speech.joined(parts))
        self.primary.setEnabled(changing > 0)

    def subject(self) -> str:
        return "many"

    def save(self) -> None:
        fields, form = self.fields(), self.form
        text = self.desk.speech.text
        if fields.get("is_key") is not None and not fields.get("class_reason"):
            self.fail(text("error.key_needs_reason"), form.texts["class_reason"])
            return
        leaving = fields.get("status") not in (None, AccountStatus.ACTIVE.value)
        if (
            leaving
            and not fields.get("status_reason")
            and any(r.status == AccountStatus.ACTIVE for r in self._rows)
        ):
            self.fail(text("error.status_needs_reason"), form.texts["status_reason"])
            return
        self.run(
            change_many,
            account_ids=[row.id for row in self._rows],
            fields=fields,
            add_tags=self.tags("add_tags"),
            remove_tags=self.tags("remove_tags"),
        )

    # its words

    def retranslate(self) -> None:
        speech, form = self.desk.speech, self.form
        self.say(
            self.tr("Change %n accounts together", "", len(self._rows)),
            self.tr("Change"),
            self.tr("What you leave open stays as it is in each account. One undo takes all of it back."),
        )
        words = {
            "value_class": self.tr("Class"),
            "is_key": self.tr("Key account"),
            "class_reason": self.tr("Why so"),
            "owner": self.tr("Owner"),
            "status": self.tr("Status"),
            "status_reason": self.tr("Why the status"),
            "city": self.tr("City"),
            "district": self.tr("District"),
            "add_tags": self.tr("Add tags"),
            "remove_tags": self.tr("Take tags off"),
        }
        keep = (self.tr("as it is"), KEEP)
        choice, raised = speech.choice, speech.raised
        choices: dict[str, list[tuple[str, object]]] = {
            "value_class": [
                keep,
                *((raised(choice("account.class", c)), c) for c in "ABC"),
                (self.tr("not classed"), NONE),
            ],
            "is_key": [
                keep,
                (raised(choice("account.key", "key")), True),
                (raised(choice("account.key", "ordinary")), False),
                (self.tr("not judged"), NONE),
            ],
            "owner": [keep, *((name, rep_id) for rep_id, name in self._owners), (self.tr("nobody"), NONE)],
            "status": [keep, *((raised(choice("account.status", s)), s.value) for s in AccountStatus)],
        }
        for name, said in words.items():
            form.labels[name].setText(said)
            (form.combos.get(name) or form.texts[name]).setAccessibleName(said)
        for name, items in choices.items():
            fill_choices(form.combos[name], items, KEEP)
        for name in ("city", "district"):
            form.texts[name].setPlaceholderText(self.tr("as it is"))
        for name in ("add_tags", "remove_tags"):
            form.texts[name].setPlaceholderText(self.tr("several with a comma between them"))
        if hasattr(self, "_preview"):
            self._say_preview()
