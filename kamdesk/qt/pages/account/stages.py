"""The five stages of a relation side by side: what each is known by, what was seen, what is missing for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame

from kamdesk.domain.knowledge.stage import SIGNS
from kamdesk.domain.stages import Stage
from kamdesk.qt.desk import Desk
from kamdesk.qt.ink import Ink
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row
from kamdesk.qt.widgets.painted import Icon, Painted

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.known import Known

FIVE = tuple(SIGNS)


def present_stage(known: Known) -> str | None:
    """The stage judged last; None where none was."""
    judged = known.of("stage_assessment")
    return judged[0].get("stage") if judged else None


def seen_signs(known: Known) -> dict[str, bool]:
    """By sign whether it was seen when it was last looked at."""
    found: dict[str, bool] = {}
    for judged in known.of("stage_assessment"):
        for part in known.parts.get(judged.id, ()):
            if part.kind == "stage_sign":
                found.setdefault(part.get("sign"), bool(part.get("seen")))
    return found


class _Piece(Painted):
    """One piece of the bar: passed (below 0), present (0), or still ahead."""

    def __init__(self, theme: Theme, ahead: int) -> None:
        super().__init__(theme)
        self._ahead = ahead
        self.setFixedHeight(6)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        passed = ink.theme.color("accentText", 0.4)
        ink.box(rect, passed if self._ahead < 0 else "line" if self._ahead else "accentText", None, 3)


class StagesView(QFrame):
    """``asked`` gives ``judge_stage``."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._whole: AccountWhole | None = None
        self.judge = Button(desk.theme, icon="flag", small=True)
        self.judge.clicked.connect(lambda: self.asked.emit("judge_stage", ""))
        self._next = label(desk.theme, "caption", "text2", wrap=True)
        self._columns = row(gap=10)
        foot = row((self._next, 1), self.judge)
        self.setLayout(column(self._columns, foot, gap=8, margins=(0, 0, 0, 4)))

    def show_account(self, whole: AccountWhole) -> None:
        self._whole = whole
        known, speech = whole.known, self._desk.speech
        present, seen = present_stage(known), seen_signs(known)
        at = FIVE.index(Stage(present)) if present in FIVE else -1
        clear(self._columns)
        for place, stage in enumerate(FIVE):
            name = speech.raised(speech.choice("stage", stage))
            here = place == at
            bar = _Piece(self._desk.theme, place - at if at >= 0 else 1)
            title = label(self._desk.theme, "strong", "accentText" if here else "text", name)
            if here:
                title.setAccessibleName(self.tr("{stage}: present stage").format(stage=name))
            lines = column(bar, title, gap=4)
            for sign in SIGNS[stage]:
                state = seen.get(sign)
                icon, tone, said = ("circle", "text3", self.tr("not looked at"))
                if state is not None:
                    icon, tone, said = (
                        ("circle-check", "good", self.tr("seen"))
                        if state
                        else ("circle-x", "warn", self.tr("not there"))
                    )
                text = speech.raised(speech.choice("stage_sign.sign", sign))
                words = label(self._desk.theme, "caption", "text" if state else "text2", text, wrap=True)
                words.setAccessibleName(f"{text}: {said}")
                words.setToolTip(said)
                line = row(gap=5)
                line.addWidget(Icon(self._desk.theme, icon, tone, 14), 0, Qt.AlignmentFlag.AlignTop)
                line.addWidget(words, 1)
                lines.addLayout(line)
            lines.addStretch(1)
            self._columns.addLayout(lines, 1)
        self._say_next(at, seen)

    def _say_next(self, at: int, seen: dict[str, bool]) -> None:
        speech = self._desk.speech
        self.judge.set_label(self.tr("Judge the stage"))
        if at < 0:
            self._next.setText(
                self.tr("Not judged yet. Look at what each stage is known by and decide yourself.")
            )
            return
        if at + 1 == len(FIVE):
            self._next.setText(self.tr("The highest stage. See that what it is known by stays so."))
            return
        following = FIVE[at + 1]
        missing = [speech.choice("stage_sign.sign", s) for s in SIGNS[following] if not seen.get(s)]
        name = speech.choice("stage", following)
        said = (
            self.tr("For “{stage}” still missing: {signs}").format(stage=name, signs=speech.listed(missing))
            if missing
            else self.tr(
                "All that “{stage}” is known by was seen; whether to move is yours to judge."
            ).format(stage=name)
        )
        self._next.setText(said)

    def retranslate(self) -> None:
        self.judge.set_label(self.tr("Judge the stage"))
        if self._whole is not None:
            self.show_account(self._whole)
