"""The two faces of all papers, registered when one is first made: it takes a tenth of a second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from kamdesk import assets
from kamdesk.papers.kit.copying import HALVED, STRAIGHT, CopyableFont

REGULAR, BOLD = "NotoSansSC", "NotoSansSC-Bold"
"""Names by which the canvas knows the faces."""
MISSING = "〓"
"""Printed for a character that no face has: it is seen, where a blank would be overlooked."""

_registering = Lock()


@dataclass(frozen=True, slots=True)
class Face:
    """One weight: ``advances`` in em by code point, of a character it lacks none; ``quotes`` are the advances of
    curly quotes drawn straight."""

    font: CopyableFont
    advances: Mapping[int, float]
    quotes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Faces:
    regular: Face
    bold: Face


def _register(name: str, file: str) -> Face:
    font = CopyableFont(name, str(assets.font(file)))
    pdfmetrics.registerFont(font)
    face = font.face
    private = {ord(twin) for twins in (HALVED, STRAIGHT) for twin in twins.values()}
    advances = {
        code: face.charWidths.get(code, face.defaultWidth) / 1000
        for code in face.charToGlyph
        if code not in private
    }
    quotes = {mark: face.charWidths[ord(twin)] / 1000 for mark, twin in STRAIGHT.items()}
    return Face(font, advances, quotes)


@cache
def _faces() -> Faces:
    # Compact and the same everywhere: no shaping (text is placed by hand), no ASCII armour, no comments, in
    # which reportlab would give away the path of the font files.
    rl_config.shapeChecking = 0
    rl_config.useA85 = 0
    rl_config.pdfComments = 0
    return Faces(_register(REGULAR, "NotoSansSC-Regular.ttf"), _register(BOLD, "NotoSansSC-Bold.ttf"))


def faces() -> Faces:
    """Both faces, registered with reportlab on the first call. Raises `kamdesk.assets.MissingAsset`."""
    with _registering:
        return _faces()
