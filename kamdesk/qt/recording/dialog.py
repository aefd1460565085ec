"""One thing that was found out: recorded, or amended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.recording.form import RecordForm
from kamdesk.qt.recording.grounds import GroundsEditor

if TYPE_CHECKING:
    from kamdesk.reads.record_subject import Subject

MINE = {
    "development_plan": ("owner",),
    "retention_measure": ("owner",),
    "key_rule": ("set_by",),
}
"""Fields in which the rep's own name stands at first: who else it may be is typed over it."""


class RecordDialog(FormDialog):
    """``about`` is known and not asked (the account, say); ``start`` stands in the fields at first."""

    form: RecordForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        kind: str,
        *,
        about: Mapping[str, object],
        start: Mapping[str, object] | None = None,
        found: Subject | None = None,
        sentence: str = "",
    ) -> None:
        super().__init__(desk, RecordForm(desk, kind, about), parent)
        row = found.row if found is not None else None
        self.kind, self._about, self._row, self._sentence = kind, dict(about), row, sentence
        self.grounds = GroundsEditor(desk)
        self.grounds.setObjectName("grounds")
        self.extra.addWidget(self.grounds)
        self.form.retranslateUi(self.body)
        self.retranslate()
        if found is not None:
            self.form.set_links(found.links)
            self.grounds.set_choices(found.links)
            self.grounds.show_grounds(found.grounds)
        today = {"known_on": desk.today(), "since": desk.today() if self._needs("since") else None}
        mine = {name: found.mine for name in MINE.get(kind, ()) if found is not None and found.mine}
        self.form.fill({**today, **mine, **(start or {}), **(row.values if row else {})})
        self.fit(640)
        (self.form.first_field() if row is None else self._first()).setFocus()

    def _needs(self, name: str) -> bool:
        return any(field.name == name and field.needed for field in described(KINDS[self.kind]))

    def _first(self) -> QWidget:
        return self.form.editors[self.form.arrangement.first[0].name].field

    def subject(self) -> str:
        if self._row is not None:
            return self._row.id
        return f"{self.kind}@{'/'.join(str(value) for value in self._about.values())}"

    def save(self) -> None:
        fields, named = self.form.values()
        if fields.get("known_on") is None:
            fields["known_on"] = self.desk.today()
        told_with = {
            "account_id": self._about.get("account_id"), "named": named, "grounds": self.grounds.added(),
        }  # fmt: skip
        if self._row is None:
            told = {field.name for field in described(KINDS[self.kind])}
            known = {name: value for name, value in self._about.items() if name in told}
            self.run(jobs.record, kind=self.kind, fields={**known, **fields}, **told_with)
        else:
            self.run(
                jobs.amend,
                kind=self.kind,
                row_id=self._row.id,
                fields=fields,
                **told_with,
                dropped=self.grounds.dropped(),
            )

    def _failed(self, error: Exception) -> None:
        """Refused by the book: marked at the field that the reason names."""
        named = getattr(error, "values", {}).get("field")
        editor = self.form.editors.get(getattr(named, "name", ""))
        self.fail(self.desk.speech.error(error), editor.field if editor is not None else None)

    def retranslate(self) -> None:
        title = self.desk.speech.text(f"record.{'new' if self._row is None else 'one'}.{self.kind}")
        self.say(title, self.tr("Save"), self._sentence)
