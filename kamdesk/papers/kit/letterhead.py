"""Whose paper it is: the company's name and logo in the head of each page, the logo in the one ink there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from kamdesk.papers.common import Imprint

FAINT, DARK, INK = 200, 96, 40
"""Grey from 0 black to 255 white: nothing darker than FAINT can't be read on paper; what is paler than DARK at its
darkest is made as dark as INK."""
DOTS = (1000, 200)
"""Dots that a logo is kept in: 600 an inch for the height it has in a head."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """``logo`` is a picture in grey without a margin, as `ink` makes it; None where there is none."""

    company: str | None = None
    logo: Any = None

    def size(self, wide: float, high: float) -> tuple[float, float]:
        """Width and height of the logo in a room so large, in its own proportions; 0, 0 without one."""
        if self.logo is None:
            return 0.0, 0.0
        across, down = self.logo.size
        scale = min(wide / across, high / down)
        return across * scale, down * scale


class Letterheads:
    """Those of one document: papers of a pack bear the same logo, which is looked at once."""

    def __init__(self) -> None:
        self._logos: dict[bytes, Any] = {}

    def of(self, imprint: Imprint) -> Letterhead:
        content = imprint.logo
        if content is None:
            return Letterhead(imprint.company)
        if content not in self._logos:
            self._logos[content] = _ink_or_none(content)
        return Letterhead(imprint.company, self._logos[content])


def _ink_or_none(content: bytes) -> Any:
    try:
        return ink(content)
    except ValueError:
        return None


def ink(content: bytes) -> Any:
    """A PNG or JPEG as it is printed: on white, in grey, dark enough to be read, without its margin.

    What is white on nothing, meant for a dark ground, is printed black. Raises ValueError for what can't be read, and
    for a picture in which nothing is to be seen.
    """
    try:
        read: Any = ImageReader(BytesIO(content))
        picture = read._image.convert("RGBA")
        # What is left after this is small, whatever came in.
        picture.thumbnail((DOTS[0] * 2, DOTS[0] * 2))
    except Exception as error:
        raise ValueError("no picture") from error
    alpha = picture.getchannel("A")
    flat = alpha.point(_always_white)
    flat.paste(picture.convert("L"), mask=alpha)
    darkest = flat.getextrema()[0]
    if darkest > FAINT and alpha.getextrema()[0] < 255:
        flat = alpha.point(_turned)
    elif DARK < darkest < 255:
        flat = flat.point(_darkened(darkest))
    inked = flat.point(_turned).getbbox()
    if inked is None:
        raise ValueError("nothing to be seen")
    flat = flat.crop(inked)
    flat.thumbnail(DOTS)
    return flat


def _always_white(dot: int) -> int:
    return 255


def _turned(dot: int) -> int:
    return 255 - dot


def _darkened(darkest: int) -> Callable[[int], float]:
    """White stays white, the darkest becomes `INK`."""
    steeper = (255 - INK) / (255 - darkest)
    return lambda dot: max(0, 255 - (255 - dot) * steeper)
