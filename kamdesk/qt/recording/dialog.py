"""One thing that was found out: recorded, or amended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    from kamdesk.reads.known import Ground, KnownRow, LinkChoice


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
        row: KnownRow | None = None,
        links: Mapping[str, Sequence[LinkChoice]] | None = None,
        grounds: Sequence[Ground] = (),
        sentence: str = "",
    ) -> None:
        super().__init__(desk, RecordForm(desk, kind, about), parent)
        self.kind, self._about, self._row, self._sentence = kind, dict(about), row, sentence
        self.grounds = GroundsEditor(desk)
        self.grounds.setObjectName("grounds")
        self.extra.addWidget(self.grounds)
        self.form.retranslateUi(self.body)
        self.retranslate()
        self.form.set_links(links or {})
        self.grounds.set_choices(links or {})
        self.grounds.show_grounds(grounds)
        self.form.fill({"known_on": desk.today(), **(start or {}), **(row.values if row else {})})
        self.fit(640)
        (self.form.first_field() if row is None else self._first()).setFocus()

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
        grounds = self.grounds.added()
        if self._row is None:
            told = {field.name for field in described(KINDS[self.kind])}
            known = {name: value for name, value in self._about.items() if name in told}
            self.run(
                jobs.record, kind=self.kind, fields={**known, **fields}, named=named, grounds=grounds
            )
        else:
            self.run(
                jobs.amend,
                kind=self.kind,
                row_id=self._row.id,
                fields=fields,
                named=named,
                grounds=grounds,
                dropped=self.grounds.dropped(),
            )

    def retranslate(self) -> None:
        title = self.desk.speech.text(f"record.{'new' if self._row is None else 'one'}.{self.kind}")
        self.say(title, self.tr("Save"), self._sentence)
