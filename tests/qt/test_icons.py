"""Only the icons that are used lie in the folder, and all that are used do; they are tinted and sharp."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor

import kamdesk.qt
from kamdesk.assets import resource
from kamdesk.qt.theme import Theme

ROOM = Path(kamdesk.qt.__file__).parent
FILES = {path.stem for path in resource("icons").glob("*.svg")}


def words_in_code() -> Iterator[str]:
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_file_is_used() -> None:
    assert FILES - set(words_in_code()) == set()


def test_the_licence_lies_beside_them() -> None:
    assert "ISC License" in resource("icons", "LICENSE-lucide.txt").read_text("utf-8")


def test_an_icon_has_the_colour_of_its_token(theme: Theme) -> None:
    image = theme.icons.pixmap("circle", "bad", 24, 2.0).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {QColor(theme.hex("bad")).name()}


def test_size_and_ratio(theme: Theme) -> None:
    pixmap = theme.icons.pixmap("route", "text2", 16, 1.5, pad=4)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (30, 24, 1.5)
    assert theme.icons.pixmap("route", "text2", 16, 1.5, pad=4) is pixmap, "drawn once"
    theme.icons.clear()
    assert theme.icons.pixmap("route", "text2", 16, 1.5, pad=4) is not pixmap
