"""In which encoding a text was written, found from its bytes."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 256 * 1024
_TYPED = "‘’“”–—…€"  # what word processors put in English text
_ENOUGH = 0.5


def find_encoding(data: bytes) -> tuple[str, bytes] | None:
    """The encoding's name and its byte order mark (empty: none); None where the bytes are no text we know.

    UTF-8 is never taken for anything else and proves itself. Of the others that can read the bytes at all the one
    wins that makes the most common characters of them: bytes of one encoding read in another give rare ones.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return (name, mark) if _reads(data[len(mark) :], name) is not None else None
    if b"\x00" in data:
        return None
    if _reads(data, "utf-8") is not None:
        return "utf-8", b""
    scores = {}
    for name in ("gb18030", "big5", "cp1252"):
        text = _reads(data, name)
        if text is not None and not _controls(text):
            scores[name] = _common(text[:_SAMPLE], name)
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None or scores[best] < _ENOUGH:
        return None
    return best, b""


def _reads(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _controls(text: str) -> bool:
    letters = set(text) - set("\t\n\r\f\v")
    return any(unicodedata.category(letter) in ("Cc", "Cn", "Co") for letter in letters)


def _common(text: str, encoding: str) -> float:
    """The share of what lies beyond ASCII that is in everyday use in this encoding."""
    letters = [letter for letter in text if ord(letter) > 127]
    if not letters:
        return 1.0
    if encoding == "cp1252":
        # A letter of Western Europe stands between Latin letters; Chinese read as Latin gives runs of signs.
        padded = f"\n{text}\n"
        fits = runs = 0
        for before, letter, after in zip(padded, text, padded[2:], strict=False):
            if ord(letter) > 127:
                fits += (letter.isalpha() or letter in _TYPED) and not _sign(before) and not _sign(after)
                runs += ord(after) > 127
        return (fits - runs) / len(letters)
    return sum(_everyday(letter, encoding) * often for letter, often in Counter(letters).items()) / len(
        letters
    )


def _everyday(letter: str, encoding: str) -> float:
    """1 for level 1 of GB 2312 or Big5, which holds everyday text, for marks and full-width forms; ½ for level 2."""
    if "　" <= letter <= "〿" or "！" <= letter <= "～" or letter in "°′″“”‘’—…·×¥￥№℃":
        return 1.0
    try:
        lead = letter.encode("gb2312" if encoding == "gb18030" else "big5")[0]
    except UnicodeEncodeError:
        return 0.0
    common = 0xB0 <= lead <= 0xD7 if encoding == "gb18030" else 0xA4 <= lead <= 0xC6
    return 1.0 if common else 0.5


def _sign(letter: str) -> bool:
    return ord(letter) > 127 and not letter.isalpha()
