"""Thursday: a visit, one that did not take place, Tuesday's report too late, a promise kept too late."""

from __future__ import annotations

from week.hand import Hand
from week.report import report


def thursday(hand: Hand) -> None:
    hand.begin("thu", "2026-11-26T08:55:00+08:00")
    hand.turn("Return")
    report(hand, "门店要做元旦促销", "2", step=("带促销方案", "+5"))
    step = "SELECT what, due_on FROM action WHERE what = '带促销方案'"
    hand.holds("the next step", step, [("带促销方案", "2026-12-01")])
    too_late(hand)
    hand.keys("ctrl+4 slash ctrl+a")
    hand.text("发货")
    hand.keys("Down k")
    hand.look("promise-late")
    late = "SELECT state, settled_on FROM promise WHERE what = '周三前发货'"
    hand.holds("a promise kept late", late, [("kept_late", "2026-11-26")])
    hand.end()
    hand.begin("thu-noon", "2026-11-26T15:10:00+08:00")
    missed(hand)
    hand.end()


def too_late(hand: Hand) -> None:
    """Tuesday afternoon's visit took place, its report was forgotten."""
    hand.keys("ctrl+2 alt+Home")
    hand.look("line-unreported")
    hand.keys("Right Right Down Down")
    hand.turn("ctrl+r")
    hand.look("late-report")
    hand.text("1505")
    hand.keys("Tab")
    hand.text("1550")
    hand.keys("Tab Tab")
    report(hand, "下午盘了库，下月要一车", "2")
    done = (
        "SELECT v.state, r.visited_on, r.points FROM visit v JOIN visit_report r ON r.visit_id = v.id "
        "JOIN account a ON a.id = v.account_id WHERE a.name LIKE '%嘉丰%'"
    )
    hand.holds("a late report", done, [("done", "2026-11-24", "下午盘了库，下月要一车")])


def missed(hand: Hand) -> None:
    hand.keys("ctrl+1")
    hand.rest()
    hand.look("today-afternoon")
    hand.turn("ctrl+shift+d")
    hand.rest()
    hand.look("missed")
    hand.keys("Right space Tab")
    hand.text("老板临时出差")
    hand.look("missed-filled")
    hand.keys("ctrl+Return")
    hand.look("missed-saved")
    why = (
        "SELECT v.state, v.reason, v.reason_text FROM visit v JOIN account a ON a.id = v.account_id "
        "WHERE a.name LIKE '%永诚%' AND v.state = 'missed'"
    )
    hand.holds("a missed visit", why, [("missed", "customer_absent", "老板临时出差")])
