"""Pictures that come from outside: what they are is told by their bytes, never by their name."""

from __future__ import annotations

import struct
from xml.parsers import expat

from kamdesk.domain.errors import RuleError

LARGEST = 1_000_000
"""Bytes of a picture that is kept in the book."""
WIDEST = 6000
PNG, JPEG, SVG = "image/png", "image/jpeg", "image/svg+xml"
_FORBIDDEN = {"script", "foreignobject", "iframe", "image", "use", "style", "animate", "set"}


def media_type(content: bytes) -> str:
    """PNG, JPEG or SVG. Raises RuleError for anything else, for a picture too large, and for an SVG that reaches for
    something outside itself.
    """
    if len(content) > LARGEST:
        raise RuleError("picture_too_large", largest=LARGEST // 1000)
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) > 24:
        width, height = struct.unpack(">II", content[16:24])
        if not (0 < width <= WIDEST and 0 < height <= WIDEST):
            raise RuleError("picture_unreadable")
        return PNG
    if content.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in content[-64:]:
        return JPEG
    if b"<svg" in content[:4096].lower():
        _check_svg(content)
        return SVG
    raise RuleError("picture_unreadable")


def _check_svg(content: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    seen: list[str] = []

    def begins(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2].lower()
        seen.append(tag)
        for key, value in attributes.items():
            plain, said = key.rpartition(" ")[2].lower(), value.strip().lower()
            outside = plain == "href" and not said.startswith("#")
            if plain.startswith("on") or outside or "url(" in said.replace("url(#", ""):
                raise RuleError("picture_reaches_out")
        if tag in _FORBIDDEN:
            raise RuleError("picture_reaches_out")

    def refuse(*_: object) -> None:
        raise RuleError("picture_reaches_out")

    parser.StartElementHandler = begins
    parser.EntityDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise RuleError("picture_unreadable") from error
    if not seen or seen[0] != "svg":
        raise RuleError("picture_unreadable")
