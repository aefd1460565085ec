"""The stage of a relation judged: which, by which signs, why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QWidget

from kamdesk.domain.knowledge.stage import SIGNS
from kamdesk.domain.stages import Stage
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.widgets.chips import Chips
from kamdesk.qt.widgets.fields import DayField
from kamdesk.qt.widgets.labels import label


class StageDialog(FormDialog):
    """``seen`` are the signs as they were last looked at."""

    form: RowsForm

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        account_id: str,
        name: str,
        stage: str | None,
        seen: Mapping[str, bool],
    ) -> None:
        self.stage = Chips(desk.theme, len(Stage), needed=True)
        self.stage.setObjectName("stage")
        self.why = QPlainTextEdit()
        self.why.setObjectName("why")
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(52)
        self.day = DayField()
        self.day.setObjectName("known_on")
        self.day.set_today(desk.today())
        self.day.set_day(desk.today())
        self.signs: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(1)
        self._heads = []
        for place, (of, signs) in enumerate(SIGNS.items()):
            head = label(desk.theme, "captionStrong", "text2")
            self._heads.append((head, of))
            top, left = (0, place) if place < 3 else (6, place - 3)
            grid.addWidget(head, top, left)
            for number, sign in enumerate(signs):
                box = QCheckBox()
                box.setObjectName(f"sign_{sign}")
                box.setChecked(seen.get(sign, False))
                self.signs[sign] = box
                grid.addWidget(box, top + 1 + number, left)
        grid.setRowMinimumHeight(5, 6)
        super().__init__(desk, RowsForm((self.stage, grid, self.why, self.day)), parent)
        self._account, self._name = account_id, name
        self.retranslate()
        self.stage.set_value(stage)
        self.fit(640)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def subject(self) -> str:
        return f"stage@{self._account}"

    def save(self) -> None:
        stage = self.stage.value()
        if stage is None:
            self.fail(self.tr("Choose the stage first; the signs below help."), self.stage)
            return
        parts = [("stage_sign", {"sign": sign, "seen": box.isChecked()}) for sign, box in self.signs.items()]
        self.run(
            jobs.record,
            kind="stage_assessment",
            fields={
                "account_id": self._account,
                "stage": stage,
                "why": self.why.toPlainText().strip() or None,
                "known_on": self.day.day() or self.desk.today(),
            },
            parts=parts,
        )

    def retranslate(self) -> None:
        speech = self.desk.speech
        self.say(speech.text("record.new.stage_assessment"), self.tr("Save"), self._name)
        self.form.say(self.tr("Stage"), self.tr("Known by"), self.tr("Why"), self.tr("On"))
        self.stage.say(self.tr("Stage"))
        self.stage.set_choices([(speech.raised(speech.choice("stage", code)), code.value) for code in Stage])
        for head, of in self._heads:
            head.setText(speech.raised(speech.choice("stage", of)))
        for sign, box in self.signs.items():
            box.setText(speech.raised(speech.choice("stage_sign.sign", sign)))
