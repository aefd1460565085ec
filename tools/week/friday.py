"""Friday: a promise broken, Wednesday's report read again, what was said found again, next week on paper, a backup."""

from __future__ import annotations

from week.hand import Hand


def friday(hand: Hand) -> None:
    hand.begin("fri", "2026-11-27T16:30:00+08:00")
    broken(hand)
    put_right(hand)
    search(hand)
    next_week(hand)
    hand.keys("ctrl+shift+b")
    hand.look("backup")
    if not list((hand.program.home / "backups").glob("*20261127*")):
        raise AssertionError("no backup of this day")
    hand.checked.append("fri: backup")
    hand.end()


def broken(hand: Hand) -> None:
    hand.keys("ctrl+4 slash ctrl+a")
    hand.text("包装方案")
    hand.keys("Down b")
    hand.look("promise-broken")
    hand.keys("Tab Tab")
    hand.keys("Down Tab")
    hand.text("工厂没排上打样")
    hand.look("promise-cause")
    hand.keys("Return")
    hand.wait_for("window")
    hand.keys("slash ctrl+a BackSpace")
    hand.look("promises")
    how = "SELECT state, cause_text FROM promise WHERE what = '周四给包装方案'"
    hand.holds("a promise broken", how, [("broken", "工厂没排上打样")])


def put_right(hand: Hand) -> None:
    """The report as it was written is opened again and left as it is."""
    hand.keys("ctrl+2 alt+Home Right Right Right ctrl+r")
    hand.look("report-again")
    hand.keys("Escape")


def search(hand: Hand) -> None:
    hand.keys("ctrl+k")
    hand.text("防潮")
    hand.look("search")
    hand.keys("Return")
    hand.look("found")


def next_week(hand: Hand) -> None:
    hand.keys("ctrl+5")
    hand.look("papers")
    hand.keys("alt+Right")
    hand.look("papers-next-week")
    hand.keys("ctrl+s")
    hand.look("save-plan")
    hand.keys("Return")
    hand.rest()
    hand.look("plan-saved")
