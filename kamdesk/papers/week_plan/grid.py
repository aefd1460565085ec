"""The days of the week as columns, the hours to scale: gaps and the lunch break are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.papers.kit.parts import chip, chip_width, rhythm_dots, rhythm_width
from kamdesk.papers.kit.said import Said, clock
from kamdesk.papers.kit.scale import BLACK, HAIR, SMALLEST, WHITE, Step
from kamdesk.papers.kit.setting import width, wrap
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.plan import PlanStop
from kamdesk.papers.week_plan.layout import OF_THE_DAY

_LEAST_BLOCK = 4.3
"""Height in millimetres of a block that holds one line."""
_TWO_LINES = 8.0
_THREE_LINES = 12.2
_GAP = 0.5
_USUAL_BEGIN, _USUAL_END = 8 * 60 + 30, 17 * 60 + 10


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes of the day to millimetres from the top of the sheet."""

    begin: int
    end: int
    top: float
    bottom: float

    def y(self, minute: float) -> float:
        return self.top + (minute - self.begin) * (self.bottom - self.top) / (self.end - self.begin)

    @property
    def hours(self) -> range:
        """Full hours that lie on the scale."""
        return range(-(-self.begin // 60), self.end // 60 + 1)


def scale_for(stops: Sequence[PlanStop], top: float, bottom: float) -> Scale:
    """From half past eight to ten past five, more if a visit begins earlier or ends later."""
    timed = [(stop.start, stop.start + (stop.minutes or 0)) for stop in stops if stop.start is not None]
    begin = min([_USUAL_BEGIN, *(start - 5 for start, _ in timed)])
    end = max([_USUAL_END, *(end + 5 for _, end in timed)])
    return Scale(max(begin, 0), end, top, bottom)


@dataclass(frozen=True, slots=True)
class Block:
    """A stop's place in its day's column."""

    stop: PlanStop
    y: float
    height: float


def place_blocks(stops: Sequence[PlanStop], scale: Scale) -> list[Block]:
    """The stops of a day as blocks that don't cover each other.

    A block stands at its time and is as high as it is long; where visits are short, overlap or have no time,
    blocks move down, and up again from the bottom. A day too full for that becomes a list, evenly spaced.
    """
    room = scale.bottom - scale.top
    timed = sorted((s for s in stops if s.start is not None), key=lambda s: s.start or 0)
    ordered = [*timed, *(stop for stop in stops if stop.start is None)]
    if not ordered:
        return []
    if len(ordered) * _LEAST_BLOCK > room:
        pitch = room / len(ordered)
        return [Block(stop, scale.top + n * pitch, pitch) for n, stop in enumerate(ordered)]
    unit = (scale.bottom - scale.top) / (scale.end - scale.begin)
    heights = [max((stop.minutes or 0) * unit, _LEAST_BLOCK) for stop in ordered]
    if sum(heights) > room:
        heights = [_LEAST_BLOCK + (h - _LEAST_BLOCK) * _stretch(heights, room) for h in heights]
    tops = []
    y = scale.top
    for stop, height in zip(ordered, heights, strict=True):
        wished = scale.y(stop.start) if stop.start is not None else y
        y = max(y, wished)
        tops.append(y)
        y += height
    lowest = scale.bottom
    for n in reversed(range(len(tops))):
        tops[n] = min(tops[n], lowest - heights[n])
        lowest = tops[n]
    return [Block(stop, top, height) for stop, top, height in zip(ordered, tops, heights, strict=True)]


def _stretch(heights: Sequence[float], room: float) -> float:
    """By how much what exceeds the least height shrinks so that all find room."""
    least = len(heights) * _LEAST_BLOCK
    return max(room - least, 0.0) / (sum(heights) - least)


def block_chip(stop: PlanStop, said: Said) -> tuple[str, bool]:
    """The one label of a block and whether it is solid: what is out of order before what is to be done."""
    if any(caution.code == "overlap" for caution in stop.cautions):
        return said.text("plan.chip_overlap"), True
    if any(caution.code not in OF_THE_DAY for caution in stop.cautions):
        return said.text("plan.chip_caution"), True
    if stop.state != "planned":
        return said.heading("visit.state", stop.state), False
    if stop.moved_from:
        return said.heading("visit.state", "rescheduled"), False
    if stop.origin != "planned":
        return said.heading("visit.origin", stop.origin), False
    if stop.promises:
        count = len(stop.promises)
        return said.text("plan.chip_promise" if count == 1 else "plan.chip_promises", n=count), False
    if stop.products:
        return said.text("plan.chip_count"), False
    return "", False


def draw_block(sheet: Sheet, block: Block, x: float, wide: float, said: Said) -> None:
    """A stop in its column: name, time, length, rhythm, chip; a thick edge where the customer was told."""
    stop, height = block.stop, block.height - _GAP
    sheet.box(x, block.y, wide, height, fill=WHITE, weight=HAIR)
    if stop.promised:
        sheet.box(x, block.y, 1.6, height, fill=BLACK, weight=None)
    left = x + 3
    right = x + wide - 1
    name = f"◆ {stop.called}" if stop.read_first else stop.called
    label, solid = block_chip(stop, said)
    if height < _TWO_LINES - _GAP:
        _one_line(sheet, block.y + height / 2 + 1.15, left, right, name, label, solid, stop, said)
        return
    lines = wrap(name, 9.5, right - left, True)
    below = 7.7
    if len(lines) == 2 and height >= _THREE_LINES - _GAP:
        sheet.paragraph(left, block.y + 0.7, right - left, name, Step(9.5, 10.6), bold=True)
        below = 11.2
    else:
        sheet.text(left, block.y + 4.2, name, 9.5, bold=True, width=right - left)
    baseline = block.y + below
    chipped = chip_width(label) if label else 0.0
    if label:
        chip(sheet, right - chipped, baseline, label, solid=solid)
    room = right - left - (chipped + 1.5 if label else 0)
    dots = rhythm_width(stop.rhythm) + 1.5 if stop.rhythm else 0.0
    when = _when(stop, said)
    used = width(when, SMALLEST)
    if used > room:
        when = said.text("plan.no_time") if stop.start is None else clock(stop.start)
        used = width(when, SMALLEST)
    sheet.text(left, baseline, when, SMALLEST, width=room)
    if stop.rhythm and used + 2.5 + dots <= room:
        rhythm_dots(sheet, left + used + 2.5, baseline, stop.rhythm)


def _when(stop: PlanStop, said: Said) -> str:
    time = said.text("plan.no_time") if stop.start is None else clock(stop.start)
    return said.facts(time, said.minutes(stop.minutes)) if stop.minutes is not None else time


def _one_line(
    sheet: Sheet,
    baseline: float,
    left: float,
    right: float,
    name: str,
    label: str,
    solid: bool,
    stop: PlanStop,
    said: Said,
) -> None:
    """Half an hour or less: name, time, chip; a chip that tells no danger gives way to the name."""
    time = said.text("plan.time_open") if stop.start is None else clock(stop.start)
    used = width(time, SMALLEST) + 1.5
    room = right - left - used
    if solid and width(name, 9, bold=True) * 0.85 > room - chip_width(label) - 1:
        time, used = "", 0.0
    if label and (solid or width(name, 9, bold=True) * 0.85 <= room - chip_width(label) - 1):
        right -= chip_width(label)
        chip(sheet, right, baseline, label, solid=solid)
        right -= 1
    sheet.text(right, baseline, time, SMALLEST, align="right")
    sheet.text(left, baseline, name, 9, bold=True, width=right - used - left)
