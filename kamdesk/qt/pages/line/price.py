"""The price of a change: driving, the least time to spare, stability, and what to heed in the new place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.line.sheet import long_warning
from kamdesk.qt.speech import duration
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import clear, column, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.domain.figures import Figure
    from kamdesk.reads.move_preview import DayPrice, MovePreview

translate = QCoreApplication.translate


class PriceList:
    """``layout`` is the part of a panel that it fills."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(3)
        self._lines.setColumnStretch(0, 1)
        self._heed = column(gap=2)
        self.layout: QVBoxLayout = column(self._lines, self._heed, gap=4)

    def show_move(self, preview: MovePreview | None) -> None:
        """What the move costs on the days it touches; nothing for a stop that is only taken off."""
        clear(self._lines)
        clear(self._heed)
        if preview is None:
            return
        speech = self._desk.speech
        for number, day in enumerate(preview.days):
            before, after = preview.before[number], preview.after[number]
            name = translate("Price", "{day}: driving").format(day=speech.weekday(day))
            self._line(
                name, duration(before.driving), duration(after.driving), after.driving - before.driving
            )
        one, two = _least(preview.before), _least(preview.after)
        if one is not None and two is not None:
            said = [speech.text("unit.minutes", n=n).replace("-", "−") for n in (one, two)]
            name = translate("Price", "Least time to spare")
            self._line(name, said[0], said[1], one - two, late=two < 0)
        for warning in preview.warnings:
            self.heed(long_warning(warning, speech))

    def heed(self, text: str) -> None:
        """One more thing to heed, in amber."""
        said = label(self._desk.theme, "caption", "warn", text, wrap=True)
        mark = Icon(self._desk.theme, "triangle-alert", "warn", 14)
        self._heed.addLayout(row(mark, (said, 1), gap=6))

    def show_stability(self, figure: Figure | None, *, exception: bool) -> None:
        """How the line's stability stands, and after a change that counts as an exception."""
        if figure is None or figure.value is None:
            return
        after = max(figure.numerator - 1, 0) / figure.denominator if exception else figure.value
        name = self._desk.speech.text("figure.slot_stability.name")
        self._line(name, f"{figure.value:.0%}", f"{after:.0%}", 1 if after < figure.value else 0)

    def _line(self, name: str, before: str, after: str, worse: int, *, late: bool = False) -> None:
        """``worse`` above 0 is amber, below 0 green, ``late`` red."""
        theme, line = self._desk.theme, self._lines.rowCount()
        tone = "bad" if late else "text" if worse == 0 else "warn" if worse > 0 else "good"
        self._lines.addWidget(label(theme, "caption", "text2", name), line, 0)
        self._lines.addWidget(label(theme, "caption", "text3", before), line, 1, Qt.AlignmentFlag.AlignRight)
        self._lines.addWidget(Icon(theme, "arrow-right", "text3", 12), line, 2)
        self._lines.addWidget(
            label(theme, "captionStrong", tone, after), line, 3, Qt.AlignmentFlag.AlignRight
        )


def _least(prices: Sequence[DayPrice]) -> int | None:
    return min((price.spare for price in prices if price.spare is not None), default=None)
