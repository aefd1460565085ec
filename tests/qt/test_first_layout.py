"""The window as it stands at its first sight, before anybody has touched it."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.assets import folder
from kamdesk.qt.launch import furnishing, make_bare_window
from kamdesk.qt.pages.page import Density
from kamdesk.qt.shelf import Shelf
from kamdesk.settings import Settings
from tests.books import NOW


@pytest.mark.parametrize(
    ("size", "density"), [((1366, 768), Density(False, False)), ((1093, 614), Density(True, True))]
)
def test_pages_are_laid_out_for_the_room_there_is(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, size: tuple[int, int], density: Density
) -> None:
    places = [tmp_path / name for name in ("none.kam", "demo.kam", "exports", "backups", "w.ini")]
    book, demo, exports, backups, layout = places
    shelf = Shelf(None, None, None, book, demo, exports, backups, Settings(), print, layout)  # type: ignore[arg-type]
    window = make_bare_window(qapp, shelf, folder("resources"))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    deque(furnishing(window, qapp, shelf, folder("resources"), lambda: NOW), maxlen=0)
    try:
        assert window.today.density == density, "no event has come yet that would put it right"
    finally:
        window.desk.runner.close()
