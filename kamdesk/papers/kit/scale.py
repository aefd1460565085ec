"""The measures of the print language: type steps, line weights, greys, the frame of a sheet."""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""


class Step(NamedTuple):
    """A type size and the distance of its baselines, both in points."""

    size: float
    leading: float

    @property
    def pitch(self) -> float:
        """Distance of two baselines in millimetres."""
        return self.leading / MM


SMALLEST = 7.5
"""The smallest type anywhere: labels of blanks, table heads, formulas, the foot."""
XS = Step(7.5, 10)
S = Step(9, 12.5)
M = Step(10.5, 15)
L = Step(13, 17)

HAIR, FINE, RULE, BAR = 0.35, 0.5, 0.8, 1.8
"""Line weights in points: in blanks and between rows; boxes; heads of sections and tables; a page's head."""

BLACK, GREY70, GREY40, GREY20, WHITE = 0.0, 0.30, 0.60, 0.80, 1.0
"""Fills, as the PDF says them; the name gives the ink. Text is black, or white on black, never grey."""

PEN_HEIGHT = 7.5
"""The height in millimetres that a ball-point pen needs."""
NOTE_PITCH = 8.0
"""Distance in millimetres of ruled lines."""


class Frame(NamedTuple):
    """Where a sheet may be printed on, in millimetres."""

    width: float
    height: float
    left: float
    right: float
    head_rule: float
    bottom: float
    """Lowest y of the text; the foot stands below it."""


PORTRAIT = Frame(width=210, height=297, left=20, right=198, head_rule=17.5, bottom=283.5)
LANDSCAPE = Frame(width=297, height=210, left=12, right=285, head_rule=16.2, bottom=197.0)


def text_step(size: float, language: str) -> Step:
    """``size`` with the leading that running text has in this language."""
    return Step(size, size * (1.4 if language == "zh" else 1.33))


def cell_step(size: float, language: str) -> Step:
    """``size`` with the leading that table cells have in this language."""
    return Step(size, size * (1.33 if language == "zh" else 1.25))
