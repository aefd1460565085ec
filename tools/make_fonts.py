"""Makes the two font files of the program: Noto Sans SC cut to what business Chinese and customers' names need.

    python tools/make_fonts.py NOTO_SANS_SC NOTO_SANS_HK NOTO_SANS_JP SOURCE_SANS

The folders are the unpacked npm packages ``@expo-google-fonts/noto-sans-sc``, ``…-hk``, ``…-jp`` and
``…/source-sans-3`` (``npm pack NAME`` and unpack). Noto Sans SC has no ``Ł``, ``ř`` or ``ő``; its Latin letters are
Source Sans at another scale, so the Latin letters that it lacks are taken from there. Nor has it ``𠮷`` or ``𨭎``: the
characters of names and places beyond the standard come from its sisters for Hong Kong and Japan, drawn to the same
measure. All are under the SIL Open Font License 1.1, whose reserved name is "Source": the cut fonts are therefore
called Noto Sans SC. Same input, same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = (("400Regular", "Regular", 1.117), ("700Bold", "Bold", 1.12))
"""Folder and suffix of a weight in the packages, style name, scale from Source Sans to the Latin of Noto Sans SC."""

LATIN = (range(0x20, 0x7F), range(0xA0, 0x250), range(0x1E00, 0x1F00))
SYMBOLS = (
    range(0x2000, 0x2070), range(0x2070, 0x20A0), range(0x20A0, 0x20C0), range(0x2100, 0x2200),
    range(0x2200, 0x2300), range(0x2460, 0x2500), range(0x2500, 0x2600), range(0x2600, 0x27C0),
    range(0x3000, 0x3130), range(0xFF00, 0xFFF0),
)  # fmt: skip
SUPPLEMENTARY_HANZI = range(0x20000, 0x33480)
HANZI = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), SUPPLEMENTARY_HANZI)


def gbk_characters() -> set[int]:
    """Every code point that two GBK bytes can say."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.add(ord(bytes((lead, trail)).decode("gbk")))
            except UnicodeDecodeError:
                continue
    return found


def wanted_characters() -> set[int]:
    """The code points the fonts shall hold, as far as their sources have them."""
    wanted = gbk_characters()
    for block in (*LATIN, *SYMBOLS, *HANZI):
        wanted.update(block)
    return wanted


def is_hanzi(code: int) -> bool:
    """Whether a code point is a Chinese character."""
    return any(code in block for block in HANZI)


def subset_options() -> subset.Options:
    """No hints and no layout features: text is set glyph by glyph on paper, and the screen needs neither."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GSUB", "GPOS", "GDEF", "STAT", "MVAR"]
    return options


def add_missing_letters(font: TTFont, source: TTFont, scale: float, wanted: set[int]) -> list[int]:
    """Copy the wanted characters that ``font`` lacks from ``source``, scaled; returns their code points."""
    have, offered = font.getBestCmap(), source.getBestCmap()
    missing = sorted(code for code in wanted if code not in have and code in offered)
    glyphs = source.getGlyphSet()
    table: Any = font["cmap"]
    order = font.getGlyphOrder()
    for code in missing:
        pen = TTGlyphPen(None)
        recording = DecomposingRecordingPen(glyphs)
        glyphs[offered[code]].draw(recording)
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        name = f"more{code:04X}"
        order.append(name)
        glyph = pen.glyph()
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        advance = round(source["hmtx"][offered[code]][0] * scale)
        font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
        for part in table.tables:
            if part.isUnicode() and (part.format == 12 or (part.format == 4 and code < 0x10000)):
                part.cmap[code] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    return missing


def make(noto: Path, sisters: Sequence[Path], source: Path, folder: str, style: str, scale: float) -> Path:
    """One weight: cut, filled up, written to resources/fonts."""
    options = subset_options()
    wanted = wanted_characters()
    font = subset.load_font(str(noto / folder / f"NotoSansSC_{folder}.ttf"), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    for sister in sisters:
        (file,) = (sister / folder).glob("*.ttf")
        add_missing_letters(
            font, TTFont(file, recalcTimestamp=False), 1, {code for code in wanted if is_hanzi(code)}
        )
    letters = TTFont(source / folder / f"SourceSans3_{folder}.ttf", recalcTimestamp=False)
    add_missing_letters(font, letters, scale, {code for code in wanted if code < 0x2700})
    path = TARGET / f"NotoSansSC-{style}.ttf"
    font.save(path)
    return path


def main() -> int:
    """Make both weights and put the licence beside them."""
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    noto, *sisters, source = map(Path, sys.argv[1:])
    TARGET.mkdir(parents=True, exist_ok=True)
    for folder, style, scale in WEIGHTS:
        path = make(noto, sisters, source, folder, style, scale)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")
    licence = (noto / "LICENSE_FONT").read_text("utf-8")
    second_owner = (source / "LICENSE_FONT").read_text("utf-8").partition("\n")[0]
    (TARGET / "OFL.txt").write_text(f"{second_owner}\n{licence}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
