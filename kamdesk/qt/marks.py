"""The marks of the design language, each drawn by one function that widgets and delegates share.

Every function takes an `Ink` and a place in logical pixels, and returns how wide the mark came out where that differs
from mark to mark.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from kamdesk.qt.ink import CENTER, LEFT, Ink, Tone
from kamdesk.qt.theme import Theme

CLASSES = frozenset("ABC")
SUPPORT_TONES = {
    "mentor": "mentor",
    "supporter": "supporter",
    "neutral": "neutral",
    "non_supporter": "nonsupporter",
    "opponent": "opponent",
}
SUPPORT_SIGNS = {"mentor": "++", "supporter": "+", "neutral": "0", "non_supporter": "−", "opponent": "−−"}


def class_tone(letter: str | None) -> str:
    """The colour token of a value class; what is not classed looks like C."""
    return f"class{letter}" if letter in CLASSES else "classC"


def badge(ink: Ink, x: float, y: float, letter: str | None, is_key: bool, size: float = 18) -> None:
    """Class letter: filled is a key account, outlined an ordinary one; dashed is an account not classed yet."""
    rect = QRectF(x, y, size, size)
    tone = class_tone(letter)
    style = "microStrong" if size < 22 else "strong"
    if is_key:
        ink.box(rect, tone, None, 4)
        ink.text(rect, letter or "–", style, "canvas" if ink.theme.dark else "onAccent", CENTER, elide=False)
        return
    dash = Qt.PenStyle.SolidLine if letter else Qt.PenStyle.DashLine
    ink.box(rect, None, tone, 4, 1.25, dash)
    ink.text(rect, letter or "–", style, tone, CENTER, elide=False)


def dots(
    ink: Ink, x: float, y: float, weeks: str, tone: Tone = "text2", size: float = 4.5, gap: float = 2.5
) -> float:
    """Rhythm: one dot a week, filled where the stop is visited; ``weeks`` is ``1010``. Returns its width."""
    color = ink.color(tone)
    ink.painter.setPen(QPen(color, 1))
    for number, week in enumerate(weeks):
        rect = QRectF(x + number * (size + gap), y, size, size)
        visited = week == "1"
        ink.painter.setBrush(color if visited else Qt.BrushStyle.NoBrush)
        ink.painter.drawEllipse(rect if visited else rect.adjusted(0.5, 0.5, -0.5, -0.5))
    return dots_width(weeks, size, gap)


def dots_width(weeks: str, size: float = 4.5, gap: float = 2.5) -> float:
    return len(weeks) * (size + gap) - gap


def chip_width(theme: Theme, text: str, style: str = "caption", icon: bool = False) -> float:
    return theme.width(text, style) + 14 + (17 if icon else 0)


def chip(
    ink: Ink,
    x: float,
    y: float,
    text: str,
    tone: str = "text2",
    ground: str | None = "sunken",
    icon: str | None = None,
    height: float = 20,
    style: str = "caption",
    edge: str | None = None,
    line: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> float:
    """A word on a soft ground; returns its width. ``line`` dashed marks what is only assumed."""
    width = chip_width(ink.theme, text, style, icon is not None)
    ink.box(QRectF(x, y, width, height), ground, edge, 5, 1, line)
    left = 7.0
    if icon:
        ink.icon(x + 6, y + (height - 13) / 2, icon, tone, 13)
        left = 23
    ink.text(QRectF(x + left, y, width - left, height), text, style, tone, LEFT, elide=False)
    return width


def avatar(ink: Ink, center: QPointF, radius: float, name: str, ring: str | None = None) -> None:
    """A person's first character in a circle; ``ring`` is the colour token of the support."""
    ink.painter.setPen(QPen(ink.color(ring), 2.25) if ring else Qt.PenStyle.NoPen)
    ink.painter.setBrush(ink.color("sunken"))
    ink.painter.drawEllipse(center, radius, radius)
    rect = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    style = "strong" if radius > 13 else "captionStrong"
    ink.text(rect, name[:1].upper(), style, "text2", CENTER, elide=False)


def support(ink: Ink, rect: QRectF, value: str, word: str, align: Qt.AlignmentFlag = LEFT) -> None:
    """Support as sign, word and colour; a value of a newer version has its word alone."""
    sign = SUPPORT_SIGNS.get(value, "")
    ink.text(rect, f"{sign} {word}".strip(), "caption", SUPPORT_TONES.get(value, "text2"), align)


def bar(ink: Ink, rect: QRectF, share: float, tone: str = "accentText") -> None:
    """Progress as a rounded bar; ``share`` is cut to 0–1."""
    radius = rect.height() / 2
    ink.box(rect, "line", None, radius)
    if share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * min(share, 1.0)))
        ink.box(filled, tone, None, radius)


def count(ink: Ink, rect: QRectF, number: int, tone: str = "text2") -> None:
    """How many, in a small filled pill."""
    ink.box(rect, tone, None, rect.height() / 2)
    ink.text(rect, str(number), "microStrong", "surface", CENTER, elide=False)


def step(ink: Ink, rect: QRectF, number: int, state: str) -> None:
    """The number of a form's row: ``done`` a green tick, ``now`` in the accent, ``open`` plain."""
    center = rect.center()
    if state == "done":
        ink.painter.setPen(Qt.PenStyle.NoPen)
        ink.painter.setBrush(ink.color("good"))
        ink.painter.drawEllipse(center, 10, 10)
        ink.icon(center.x() - 6.5, center.y() - 6.5, "check", "surface", 13)
        return
    now = state == "now"
    ink.painter.setPen(QPen(ink.color("accentText" if now else "control"), 1.5))
    ink.painter.setBrush(ink.color("accentSoft") if now else Qt.BrushStyle.NoBrush)
    ink.painter.drawEllipse(center, 10, 10)
    ink.text(rect, str(number), "microStrong", "accentText" if now else "text2", CENTER, elide=False)


def shadow(ink: Ink, rect: QRectF, radius: float = 6.0) -> None:
    """The second elevation, painted: ten rounded boxes of falling strength, no effect object."""
    alpha = 0.05 if ink.theme.dark else 0.018
    tone = ink.theme.color("rail" if ink.theme.dark else "text", alpha)
    for spread in range(10, 0, -1):
        ink.box(rect.adjusted(-spread, -spread + 4, spread, spread + 4), tone, None, radius + spread)
