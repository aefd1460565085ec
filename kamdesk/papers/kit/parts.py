"""Small parts of a page: chips, section heads, tick boxes, dots of a rhythm, ruled notes, heads of pages."""

from __future__ import annotations

from kamdesk.papers.common import Rhythm
from kamdesk.papers.kit.scale import (
    BAR,
    BLACK,
    HAIR,
    MM,
    NOTE_PITCH,
    RULE,
    SMALLEST,
    WHITE,
)
from kamdesk.papers.kit.setting import Content, width
from kamdesk.papers.kit.sheet import Sheet

SECTION_HEAD = 6.0
"""Height of a section's head: from its rule to its content."""
PORTRAIT_LOGO, LANDSCAPE_LOGO = (30.0, 7.2), (13.0, 7.0)
"""Width and height in millimetres that a logo may take in a head; any proportions are fitted into it."""
COMPANY = 52.0
"""Millimetres for the company's name in a portrait head."""
_CHIP_PAD = 1.0
_DOT, _DOT_PITCH = 0.8, 2.5


def chip_width(text: str, size: float = SMALLEST) -> float:
    """Width of a chip in millimetres."""
    return width(text, size, bold=True) + 2 * _CHIP_PAD


def chip(
    sheet: Sheet, x: float, y: float, text: str, *, solid: bool = False, size: float = SMALLEST
) -> float:
    """A label in a box, ``y`` its baseline; solid: act now, outlined: to know. Returns its width."""
    wide = chip_width(text, size)
    top = y - size * 0.95 / MM
    sheet.box(x, top, wide, size * 1.28 / MM, fill=BLACK if solid else None, corner=0.5)
    sheet.text(x + _CHIP_PAD, y, text, size, bold=True, grey=WHITE if solid else BLACK)
    return wide


def section(sheet: Sheet, x: float, y: float, wide: float, title: str, note: Content | None = None) -> float:
    """The head of a section on its rule, the note or formula at the right; returns the y of the content."""
    sheet.across(x, y, wide, RULE)
    used = sheet.text(x, y + 4.3, title, 9, bold=True, width=wide)
    if note and wide - used > 8:
        sheet.text(x + wide, y + 4.3, note, SMALLEST, align="right", width=wide - used - 3)
    return y + SECTION_HEAD


def tick_box(sheet: Sheet, x: float, y: float, side: float = 3.2) -> None:
    """A box to tick beside a line of text with its baseline at ``y``."""
    sheet.box(x, y - side + 0.35, side, side)


def rhythm_width(rhythm: Rhythm) -> float:
    """Width in millimetres of the dots."""
    return len(rhythm.weeks) * _DOT_PITCH - 0.6


def rhythm_dots(sheet: Sheet, x: float, y: float, rhythm: Rhythm) -> float:
    """A dot for each week of the cycle, black where due, this week's underlined; ``y`` is a baseline."""
    for index, due in enumerate(rhythm.weeks):
        centre = x + _DOT + index * _DOT_PITCH
        sheet.disc(centre, y - 1.2, _DOT, fill=BLACK if due else WHITE, weight=HAIR)
        if index == rhythm.current:
            sheet.across(centre - _DOT, y + 0.1, 2 * _DOT, RULE)
    return rhythm_width(rhythm)


def ruled(sheet: Sheet, x: float, y: float, wide: float, bottom: float, title: str) -> float:
    """What is left down to ``bottom`` as ruled lines to write on, if three fit; returns the lowest y."""
    if bottom - y < 3 * NOTE_PITCH + SECTION_HEAD:
        return y
    y = section(sheet, x, y, wide, title)
    while y + NOTE_PITCH <= bottom:
        y += NOTE_PITCH
        sheet.across(x, y, wide)
    return y


def absent_line(sheet: Sheet, x: float, y: float, wide: float, text: str, size: float) -> float:
    """What is printed where nothing is recorded, with a line to write on; from top to lowest y."""
    used = sheet.text(x, y + 4.3, text, size)
    sheet.across(x + used + 3, y + 7.2, wide - used - 3)
    return y + 9


def portrait_head(sheet: Sheet, left: str, right: str, *, account: str = "") -> None:
    """The first line of a portrait page on its heavy rule: our company and the kind of paper left, what it is for
    right."""
    frame = sheet.frame
    wide = frame.right - frame.left
    at = sheet.logo(frame.left, 8.6, *PORTRAIT_LOGO)
    at += 3 if at else 0
    if sheet.letterhead.company:
        at += sheet.text(frame.left + at, 15.5, sheet.letterhead.company, 9, width=COMPANY) + 4
    used = at + sheet.text(frame.left + at, 15.5, left, 9, bold=True)
    room = wide - used - 6
    used_right = sheet.text(frame.right, 15.5, right, 9, align="right", width=room * (0.5 if account else 1))
    if account:
        sheet.text(frame.left + used + 4, 15.5, account, 9, width=room - used_right - 4)
    sheet.across(frame.left, frame.head_rule, wide, BAR)


def landscape_head(sheet: Sheet, title: str, beside: str, middle: str, right: str) -> None:
    """The head of a landscape page, clear of the punch holes at x 105–112 and 185–192; our company's name is part of
    the ``middle``."""
    frame = sheet.frame
    size = 18 if sheet.language == "zh" else 16
    at = sheet.logo(frame.left, 7.2, *LANDSCAPE_LOGO)
    left = frame.left + (at + 3 if at else 0)
    used = sheet.text(left, 13.8, title, size, bold=True, width=frame.left + 92 - left)
    beside_at = left + used + 3
    if beside and 104 - beside_at > 8:
        sheet.text(beside_at, 13.8, beside, 9, width=104 - beside_at)
    sheet.text(113, 13.8, middle, 9, width=71)
    sheet.text(frame.right, 13.8, right, 10.5, bold=True, align="right", width=92)
    sheet.across(frame.left, frame.head_rule, frame.right - frame.left, BAR)
