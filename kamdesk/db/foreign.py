"""Tells an encrypted book from other people's files: to the eye an encrypted one is noise from its first byte."""

from __future__ import annotations

_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b\x08",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
)
"""How pictures, papers, office files and archives begin: these may be noise further on."""

_SAMPLE = 512
_LEAST_VARIETY = 128


def looks_encrypted(head: bytes) -> bool:
    """Whether ``head``, the first bytes of a file, may be those of an encrypted book.

    Of 512 random bytes some 221 differ from each other, and hardly ever fewer than 180; of text and of plain
    structures fewer than 128 do, but for text in GB18030, which knows no control bytes.
    """
    if head.startswith(_SIGNATURES):
        return False
    if len(head) < _SAMPLE:
        return not _is_text(head)
    return len(set(head)) >= _LEAST_VARIETY and any(byte < 9 for byte in head)


def _is_text(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError:
        return False
    return True
