"""Where a gap comes from: from what was due over its parts to what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from kamdesk.qt.charts.steps import Axis, Step, StepKind, axis, levels
from kamdesk.qt.charts.walked import Place, Walked
from kamdesk.qt.ink import CENTER, RIGHT, Ink
from kamdesk.qt.theme import Theme

TOP, FOOT, LEFT_MARGIN = 30.0, 40.0, 44.0
WIDEST, LEAST = 56.0, 3.0
NARROWEST = 78
"""What a bar needs for its name."""


class Waterfall(Walked):
    """Losses hang in red below a minus, gains in green below a plus, what is unexplained is dashed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._steps: tuple[Step, ...] = ()
        self._spans: list[tuple[int, int]] = []
        self._axis = Axis(Fraction(0), Fraction(1), Fraction(1))
        self._say: Callable[[Fraction | int], str] = str
        self._tick: Callable[[Fraction | int], str] = str
        self._title = ""
        self.setMinimumHeight(132)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(520, 250)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 132)

    def room(self) -> int:
        """How many bars have room for their names."""
        return max(4, int((self.width() - LEFT_MARGIN) / NARROWEST))

    def show_steps(
        self,
        steps: Sequence[Step],
        say: Callable[[Fraction | int], str],
        tick: Callable[[Fraction | int], str],
        title: str,
    ) -> None:
        """``say`` writes a bar's number, ``tick`` one of the axis, ``title`` their unit. Raises ValueError as `levels`
        does.
        """
        self._spans = levels(steps)
        self._steps = tuple(steps)
        self._say, self._tick, self._title = say, tick, title
        self._axis = axis(self._spans)
        self.arrange()

    def signed(self, step: Step) -> str:
        """The bar's figure as it stands in the drawing."""
        said = self._say(abs(step.amount))
        if step.kind in (StepKind.START, StepKind.END):
            return f"−{said}" if step.amount < 0 else said
        return f"−{said}" if step.amount < 0 else f"+{said}" if step.amount > 0 else said

    def lay_out(self) -> list[Place]:
        if not self._steps:
            return []
        step = (self.width() - LEFT_MARGIN) / len(self._steps)
        wide = min(step - 14, WIDEST)
        found = []
        for number, (each, (begin, end)) in enumerate(zip(self._steps, self._spans, strict=True)):
            left = LEFT_MARGIN + step * (number + 0.5) - wide / 2
            first, last = self._y(begin), self._y(end)
            top, bottom = min(first, last), max(first, last)
            if bottom - top < LEAST:
                top, bottom = top - LEAST / 2, top + LEAST / 2
            said = ", ".join(filter(None, (each.name, self.signed(each), each.under)))
            found.append(Place(each.key, QRectF(left, top, wide, bottom - top), said))
        return found

    def _y(self, value: Fraction | int) -> float:
        floor = self.height() - FOOT
        return floor - (floor - TOP) * min(max(self._axis.share(value), 0.0), 1.0)

    def draw(self, ink: Ink, rect: QRectF) -> None:
        if not self._steps:
            return
        floor = rect.height() - FOOT
        ink.text(QRectF(4, 0, rect.width() - 8, 16), self._title, "micro", "text3")
        for tick in self._axis.ticks():
            y = round(self._y(tick)) + 0.5
            if tick != self._axis.low:
                ink.line(LEFT_MARGIN, y, rect.width(), y, "line")
            ink.text(
                QRectF(0, y - 8, LEFT_MARGIN - 8, 16), self._tick(tick), "micro", "text3", RIGHT, elide=False
            )
        ink.line(LEFT_MARGIN, floor + 0.5, rect.width(), floor + 0.5, "control")
        ground = round(self._y(0)) + 0.5
        if self._axis.low < 0:
            ink.line(LEFT_MARGIN, ground, rect.width(), ground, "control")
        for number, each in enumerate(self._steps):
            self._connect(ink, number)
            self._bar(ink, number, each, floor)
        self.ring(ink)

    def _connect(self, ink: Ink, number: int) -> None:
        """The thread from this bar's end to the next one."""
        places = self.places()
        if number + 1 >= len(places):
            return
        y = self._y(self._spans[number][1])
        ink.painter.setPen(QPen(ink.color("control"), 1, Qt.PenStyle.DotLine))
        ink.painter.drawLine(
            QPointF(places[number].rect.right(), y), QPointF(places[number + 1].rect.left(), y)
        )

    def _bar(self, ink: Ink, number: int, each: Step, floor: float) -> None:
        place = self.places()[number]
        bar, chosen = place.rect, place.key == self.chosen() != ""
        whole = each.kind in (StepKind.START, StepKind.END)
        tone = "text"
        if each.kind == StepKind.START:
            ink.box(bar, "control", None, 3)
        elif each.kind == StepKind.END:
            ink.box(bar, "accentText", None, 3)
        elif each.kind == StepKind.REST:
            tone = "text2"
            ink.box(bar, "sunken", "control", 3, 1.25, Qt.PenStyle.DashLine)
        else:
            tone = "bad" if each.amount < 0 else "good"
            ink.box(bar, f"{tone}Soft", tone, 3, 1.25)
        if chosen:
            ink.box(bar.adjusted(-3, -3, 3, 3), None, "focus", 6, 2)
        if whole and self._axis.cut:
            self._cut(ink, bar, floor)
        below = not whole and each.amount < 0 and bar.bottom() + 18 < floor
        y = bar.bottom() + 3 if below else bar.top() - 19
        step = (self.width() - LEFT_MARGIN) / len(self._steps)
        middle = bar.center().x()
        label = QRectF(middle - step / 2 - 4, y, step + 8, 16)
        ink.text(label, self.signed(each), "captionStrong", tone, CENTER, elide=False)
        style, name = ("captionStrong", "accentText") if chosen else ("caption", "text")
        if whole and not chosen:
            style = "captionStrong"
        ink.text(QRectF(middle - step / 2 + 2, floor + 4, step - 4, 17), each.name, style, name, CENTER)
        ink.text(
            QRectF(middle - step / 2 + 2, floor + 21, step - 4, 16), each.under, "micro", "text3", CENTER
        )

    def _cut(self, ink: Ink, bar: QRectF, floor: float) -> None:
        """Two slanting gaps: the bar is longer than it is drawn."""
        ink.painter.setPen(QPen(ink.color("surface"), 2))
        for up in (10, 17):
            ink.painter.drawLine(QPointF(bar.left(), floor - up), QPointF(bar.right(), floor - up - 4))
