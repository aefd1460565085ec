"""Friday: a promise broken, Wednesday's report put right, undone and redone, what was said found again, next week's
plan saved, a backup; and on Monday after, the report of the week that is over amended with a note.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from week.hand import Hand

POINTS = "SELECT r.points FROM visit_report r WHERE r.visited_on = '2026-11-25'"
FIRST, SECOND = "仓库漏水，想换防潮包装", "换防潮包装，先试两百件"


def friday(hand: Hand) -> None:
    hand.begin("fri", "2026-11-27T16:30:00+08:00")
    broken(hand)
    put_right(hand)
    undo_and_redo(hand)
    search(hand)
    next_week(hand)
    back_up(hand)
    hand.end()
    hand.begin("after", "2026-11-30T07:45:00+08:00")
    amend(hand)
    hand.end()


def broken(hand: Hand) -> None:
    hand.keys("ctrl+4")
    hand.look("promises-due")
    hand.keys("slash ctrl+a")
    hand.text("包装方案")
    hand.keys("Down b")
    hand.wait_for("settle")
    hand.look("promise-broken")
    hand.keys("Down Tab")
    hand.text("工厂没排上打样")
    hand.look("promise-cause")
    hand.keys("Return")
    hand.wait_for("window")
    hand.keys("slash ctrl+a BackSpace")
    hand.look("promises")
    how = "SELECT state, cause_text FROM promise WHERE what = '周四给包装方案'"
    hand.holds("a promise broken", how, [("broken", "工厂没排上打样")])


def choose_wednesday(hand: Hand) -> None:
    hand.keys("Right Right Right")
    hand.turn("ctrl+r")
    hand.rest()


def put_right(hand: Hand) -> None:
    """A report of the week that still runs is opened again and written over."""
    hand.turn("ctrl+2")
    hand.rest()
    choose_wednesday(hand)
    hand.look("report-again")
    hand.keys("Tab Tab Tab ctrl+a")
    hand.text(SECOND)
    hand.keys("ctrl+Return")
    hand.look("report-put-right")
    hand.holds("a report put right", POINTS, [(SECOND,)])


def undo_and_redo(hand: Hand) -> None:
    hand.keys("ctrl+z")
    hand.holds("undone", POINTS, [(FIRST,)])
    hand.look("undone")
    hand.keys("ctrl+shift+z")
    hand.holds("redone", POINTS, [(SECOND,)])
    hand.look("redone")


def search(hand: Hand) -> None:
    hand.keys("ctrl+k")
    hand.text("nbrh")
    hand.look("search-initials")
    hand.keys("Return")
    hand.look("found-account")
    hand.keys("ctrl+k")
    hand.text("防潮")
    hand.look("search-words")
    hand.keys("Return")
    hand.look("found-report")


def next_week(hand: Hand) -> None:
    """Next week is looked at on the line, its plan shown as it will be printed, and saved."""
    hand.keys("ctrl+2 alt+Right")
    hand.look("next-week")
    hand.keys("ctrl+p")
    hand.rest()
    hand.look("print-preview")
    path = hand.program.home / "plan.pdf"
    hand.keys("ctrl+s")
    hand.wait_for("save_paper")
    hand.keys("ctrl+a")
    hand.text(str(path))
    hand.rest()
    hand.look("save-plan")
    hand.answer("save_paper")
    words = read_paper(path)
    hand.look("plan-saved")
    for word in ("华通", "鑫盛", "瑞和", "林晓梅"):
        hand.says(f"next week's plan on paper: {word}", words, word)


def read_paper(path: Path, seconds: float = 30) -> str:
    """The words of a PDF once it is whole. Raises AssertionError where none comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True)
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout
        time.sleep(0.2)
    raise AssertionError(f"no paper {path.name}")


def back_up(hand: Hand) -> None:
    hand.keys("ctrl+shift+b")
    hand.rest()
    hand.look("backup")
    found = [path.name for path in (hand.program.home / "backups").iterdir()]
    hand.says("backup", " ".join(found), "20261127")


def amend(hand: Hand) -> None:
    """What was written last week can only be put right with a note, which is kept with its day."""
    hand.turn("ctrl+2")
    hand.keys("alt+Left")
    hand.rest()
    choose_wednesday(hand)
    hand.look("report-closed")
    hand.keys("ctrl+Return")
    hand.text("客户来电更正数量")
    hand.keys("Tab Tab Tab Tab Tab Tab Tab Tab ctrl+a")
    hand.text("换防潮包装，先试三百件")
    hand.look("amending")
    hand.keys("ctrl+Return")
    hand.look("amended")
    hand.holds("amended", POINTS, [("换防潮包装，先试三百件",)])
    note = "SELECT amended_on, note FROM report_amendment"
    hand.holds("the note of the amendment", note, [("2026-11-30", "客户来电更正数量")])
