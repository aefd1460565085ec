"""A sheet to draw on, in millimetres from its top left corner; a dry one measures and draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from reportlab.lib.utils import ImageReader

from kamdesk.papers.kit.letterhead import Letterhead
from kamdesk.papers.kit.scale import BLACK, FINE, HAIR, MM, Frame, Step
from kamdesk.papers.kit.setting import Content, Line, shortened, whole, wrap
from kamdesk.papers.kit.writing import operators

Align = Literal["left", "right", "centre"]
Point = tuple[float, float]
_ASCENT = 0.88
"""Height in em of the face above its baseline, for the first line of a paragraph."""
_SHRINK = 0.85
"""A one-line cell may be set this much smaller before it is cut."""
_FLOOR = 6.5
_TIGHT = Step(7.5, 7.9)


class Sheet:
    """One page of a paper, on a canvas of reportlab's; without one it is dry: calls return the same, none draws.

    ``letterhead`` is what the head of the page says of our company.
    """

    def __init__(
        self, frame: Frame, language: str, canvas: Any = None, letterhead: Letterhead | None = None
    ) -> None:
        self.frame = frame
        self.language = language
        self.letterhead = letterhead or Letterhead()
        self._canvas = canvas
        self._fill: float | None = None

    def dry(self) -> Sheet:
        """A dry sheet of the same size and language."""
        return Sheet(self.frame, self.language, letterhead=self.letterhead)

    def logo(self, x: float, y: float, wide: float, high: float) -> float:
        """The company's logo in a room from its top left, in the middle of its height; returns its width."""
        across, down = self.letterhead.size(wide, high)
        if (canvas := self._canvas) is not None and across:
            at = self._up(y + (high + down) / 2)
            canvas.drawImage(ImageReader(self.letterhead.logo), x * MM, at, across * MM, down * MM)
        return across

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = FINE) -> None:
        """A black line; ``weight`` in points."""
        if (canvas := self._canvas) is not None:
            canvas.setLineWidth(weight)
            canvas.setStrokeGray(BLACK)
            canvas.line(x1 * MM, self._up(y1), x2 * MM, self._up(y2))

    def across(self, x: float, y: float, width: float, weight: float = HAIR) -> None:
        """A horizontal line from ``x``."""
        self.line(x, y, x + width, y, weight)

    def dotted(self, x1: float, y: float, x2: float) -> None:
        """A dotted horizontal line, for a scale."""
        if (canvas := self._canvas) is not None:
            canvas.saveState()
            canvas.setDash(0.5, 2)
            canvas.setLineWidth(HAIR)
            canvas.setStrokeGray(BLACK)
            canvas.line(x1 * MM, self._up(y), x2 * MM, self._up(y))
            canvas.restoreState()

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: float | None = None,
        weight: float | None = FINE,
        corner: float = 0,
        dashed: bool = False,
    ) -> None:
        """A rectangle from its top left; ``weight`` is its outline (None: none), ``corner`` a radius."""
        if (canvas := self._canvas) is None:
            return
        if fill is not None:
            self._paint(fill)
        if weight is not None:
            canvas.setStrokeGray(BLACK)
            canvas.setLineWidth(weight)
        if dashed:
            canvas.saveState()
            canvas.setDash(2.5, 2)
        place = (x * MM, self._up(y + height), width * MM, height * MM)
        paint = {"fill": int(fill is not None), "stroke": int(weight is not None)}
        if corner:
            canvas.roundRect(*place, corner * MM, **paint)
        else:
            canvas.rect(*place, **paint)
        if dashed:
            canvas.restoreState()

    def disc(
        self, x: float, y: float, radius: float, *, fill: float | None = None, weight: float = FINE
    ) -> None:
        """A circle around (x, y), with a black outline."""
        if (canvas := self._canvas) is not None:
            if fill is not None:
                self._paint(fill)
            canvas.setStrokeGray(BLACK)
            canvas.setLineWidth(weight)
            canvas.circle(x * MM, self._up(y), radius * MM, fill=int(fill is not None), stroke=1)

    def polygon(self, points: Sequence[Point], *, fill: float = BLACK) -> None:
        """A closed, filled shape."""
        if (canvas := self._canvas) is not None:
            path = canvas.beginPath()
            path.moveTo(points[0][0] * MM, self._up(points[0][1]))
            for x, y in points[1:]:
                path.lineTo(x * MM, self._up(y))
            path.close()
            self._paint(fill)
            canvas.drawPath(path, fill=1, stroke=0)

    def set_line(self, x: float, y: float, line: Line, size: float, *, grey: float = BLACK) -> None:
        """Draw a set line with its baseline at ``y``."""
        if (canvas := self._canvas) is not None and line.stop > line.start:
            self._paint(grey)
            canvas.addLiteral(operators(line, size, x * MM, self._up(y), canvas._doc))

    def text(
        self,
        x: float,
        y: float,
        content: Content,
        size: float = 9,
        *,
        bold: bool = False,
        grey: float = BLACK,
        align: Align = "left",
        width: float | None = None,
    ) -> float:
        """One line of text; returns its width in millimetres.

        With ``width`` it is first set smaller, down to 85 %, then cut with points of omission.
        """
        line = whole(content, bold)
        points = None
        if width is not None and line.width * size / MM > width + 0.01:
            size = max(width * MM / line.width, size * _SHRINK, min(size, _FLOOR))
            if line.width * size / MM > width + 0.01:
                line, points = shortened(line, width * MM / size)
        used = (line.width + (points.width if points else 0)) * size / MM
        left = x if align == "left" else x - used if align == "right" else x - used / 2
        self.set_line(left, y, line, size, grey=grey)
        if points is not None:
            self.set_line(left + line.width * size / MM, y, points, size, grey=grey)
        return used

    def cell(self, x: float, y: float, width: float, content: Content, *, bold: bool = False) -> None:
        """Text in a row of a list, ``y`` the baseline of one line at 9 points; longer, two lines at 7.5."""
        line = whole(content, bold)
        if line.width * 9 * _SHRINK / MM <= width:
            self.text(x, y, content, 9, bold=bold, width=width)
        else:
            self.paragraph(x, y - 4.05, width, content, _TIGHT, bold=bold, lines=2)

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        content: Content,
        step: Step,
        *,
        bold: bool = False,
        lines: int | None = None,
    ) -> float:
        """Text in lines from the top ``y``; returns the y below the last.

        Where there are more than ``lines`` lines, the last that is shown ends in points of omission.
        """
        found = wrap(content, step.size, width, bold)
        shown = found if lines is None else found[:lines]
        if self._canvas is not None:
            baseline = y + ((step.leading - step.size) / 2 + step.size * _ASCENT) / MM
            for number, line in enumerate(shown):
                place = baseline + number * step.pitch
                if len(shown) < len(found) and number + 1 == len(shown):
                    line, points = shortened(line, width * MM / step.size)
                    self.set_line(x + line.width * step.size / MM, place, points, step.size)
                self.set_line(x, place, line, step.size)
        return y + len(shown) * step.pitch

    def _paint(self, grey: float) -> None:
        """Set the fill, unless it is set already."""
        if self._canvas is not None and grey != self._fill:
            self._fill = grey
            self._canvas.setFillGray(grey)

    def _up(self, y: float) -> float:
        return (self.frame.height - y) * MM


def height_of(width: float, content: Content, step: Step, *, bold: bool = False) -> float:
    """Height in millimetres of ``content`` set in lines."""
    return len(wrap(content, step.size, width, bold)) * step.pitch
