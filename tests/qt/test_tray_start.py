"""Who waits for a place: told apart, and not offered a time as though the way there took none."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kamdesk.operations import accounts
from kamdesk.operations.book import change_rep
from kamdesk.reads.rep import rep_card
from tests.books import NOW, make_book
from tests.qt.conftest import Open, settle


def test_that_the_place_of_departure_is_missing_is_told(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    store = make_book(tmp_path / "tray")
    for street in ("嵩江路1号", "钱湖路9号"):
        accounts.add_account(
            store, name="宁波嘉丰建材有限公司", district="鄞州区", address=street, latitude=29.8, longitude=121.5,
            status="active", now=NOW,
        )  # fmt: skip
    store.close()
    window = open_window(store.path)
    beside = window.line.beside
    assert beside.start.isVisible()
    said = [entry.detail for entry in beside.tray._entries.entries()]
    assert [street in text for street, text in zip(sorted(("嵩江路1号", "钱湖路9号")), sorted(said), strict=True)] == [
        True,
        True,
    ], "two of one name are told apart"
    beside.start.click()
    assert window.page() == "settings"
    window.go("line")
    window.desk.runner.run(
        lambda store, now: change_rep(
            store, rep_id=rep_card(store).id, home_latitude=29.8, home_longitude=121.4, now=now
        )
    )
    settle(qtbot, window)
    window.line.read()
    settle(qtbot, window)
    assert not beside.start.isVisible()
