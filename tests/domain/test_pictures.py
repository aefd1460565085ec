"""Pictures from outside: told by their bytes, and none that reaches out."""

from __future__ import annotations

import struct

import pytest

from kamdesk.domain.errors import RuleError
from kamdesk.domain.pictures import LARGEST, media_type

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'


def png(width: int = 40, height: int = 20) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\0\0\0"


def svg(inside: str = "") -> bytes:
    return SVG.format(inside).encode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "image/png"),
        (b"\xff\xd8\xff\xe0 ... \xff\xd9", "image/jpeg"),
        (svg('<path d="M0 0h9v9z" fill="url(#g)"/>'), "image/svg+xml"),
        (b'<?xml version="1.0"?>\n' + svg(), "image/svg+xml"),
    ],
)
def test_the_kind_is_told_by_the_bytes(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_unreadable"),
        (b"GIF89a", "picture_unreadable"),
        (png(0, 20), "picture_unreadable"),
        (png(60_000, 60_000), "picture_unreadable"),
        (b"\xff\xd8\xff cut short", "picture_unreadable"),
        (svg("<path"), "picture_unreadable"),
        (b"<html><svg></svg></html>", "picture_unreadable"),
        (svg("<script>alert(1)</script>"), "picture_reaches_out"),
        (svg('<rect onload="x()"/>'), "picture_reaches_out"),
        (svg('<image xlink:href="file:secret.png"/>'), "picture_reaches_out"),
        (svg('<a xlink:href="http://example.com"/>'), "picture_reaches_out"),
        (svg('<rect fill="url(http://example.com/x)"/>'), "picture_reaches_out"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "picture_reaches_out"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * LARGEST, "picture_too_large"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        media_type(content)
