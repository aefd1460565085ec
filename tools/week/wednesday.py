"""Wednesday: the day's visit, a promise kept on its day, a leave with a substitute."""

from __future__ import annotations

from week.hand import Hand
from week.report import report


def wednesday(hand: Hand) -> None:
    hand.begin("wed", "2026-11-25T09:26:00+08:00")
    hand.turn("Return")
    report(hand, "仓库漏水，想换防潮包装", "4", people=2, promise=("周四给包装方案", "+1"))
    solved = "SELECT r.points, r.outcome FROM visit_report r WHERE r.visited_on = '2026-11-25'"
    hand.holds("a complaint", solved, [("仓库漏水，想换防潮包装", "complaint")])
    promises(hand)
    leave(hand)
    hand.end()


def promises(hand: Hand) -> None:
    hand.keys("ctrl+4")
    hand.look("promises")
    hand.keys("slash ctrl+a")
    hand.text("样品")
    hand.keys("Down k")
    hand.look("promise-kept")
    kept = "SELECT state, settled_on FROM promise WHERE what = '送两套样品'"
    hand.holds("a promise kept", kept, [("kept", "2026-11-25")])


def leave(hand: Hand) -> None:
    hand.keys("ctrl+shift+l")
    hand.wait_for("leave")
    hand.keys("ctrl+a")
    hand.fill("12-03", "12-04", "家里有事", "张磊 13900001111")
    hand.look("leave")
    hand.keys("Return")
    hand.look("leave-saved")
    hand.keys("Escape")
    hand.wait_for("window")
    away = [("2026-12-03", "2026-12-04", "家里有事", "张磊 13900001111")]
    hand.holds("a leave", "SELECT first_day, last_day, reason, substitute FROM leave", away)
