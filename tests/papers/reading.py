"""Reading a PDF back with the tools of poppler: text, words with their boxes, fonts."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

MM = 72 / 25.4
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="reads papers back with poppler-utils, which is not installed"
)


@dataclass(frozen=True)
class Word:
    """A word and its box in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class ReadPage:
    width: float
    height: float
    words: tuple[Word, ...]


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def text_of(path: Path, *options: str) -> str:
    """The text as copied out."""
    return _run("pdftotext", *options, str(path), "-")


def pages_of(path: Path) -> list[str]:
    """The text of each page in the order in which it was drawn, so that a paragraph stays together."""
    return text_of(path, "-raw").split("\f")[:-1]


def boxes_of(path: Path) -> list[ReadPage]:
    """All words with their boxes."""
    pages = []
    for width, height, body in _PAGE.findall(text_of(path, "-bbox")):
        words = tuple(
            Word(unescape(text), *(float(value) / MM for value in box)) for *box, text in _WORD.findall(body)
        )
        pages.append(ReadPage(float(width) / MM, float(height) / MM, words))
    return pages


def fonts_of(path: Path) -> list[list[str]]:
    """A row of columns for each font."""
    return [line.split() for line in _run("pdffonts", str(path)).splitlines()[2:]]


def flat(text: str) -> str:
    """Without blanks and breaks, for finding what may stand on two lines."""
    return re.sub(r"\s+", "", text)
