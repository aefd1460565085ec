"""Names of files that come from outside: made harmless before they are kept or written."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# Direction marks can make an .exe look like a .pdf.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def safe_name(name: str, instead: str = "file") -> str:
    """The last part of a path as a name that every system takes, its ending kept; ``instead`` where nothing is left.

    Whatever the name says, the result has no folder in it: ``../../x`` becomes ``x``.
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    name = "".join(letter for letter in name if unicodedata.category(letter) not in _HIDDEN)
    name = _FORBIDDEN.sub("_", name).strip(". ")
    if not name:
        return instead
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 16:
        stem, ending = name, ""
    room = LONGEST - len(ending) - len(dot if ending else "")
    return f"{stem[:room].rstrip('. ')}.{ending}" if ending else stem[:LONGEST].rstrip(". ")
