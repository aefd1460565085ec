"""Tuesday: an order and a promise, and a visit that nobody had planned, with company."""

from __future__ import annotations

from week.hand import Hand
from week.report import report


def tuesday(hand: Hand) -> None:
    hand.begin("tue", "2026-11-24T08:58:00+08:00")
    hand.turn("Return")
    report(hand, "下了年底的单，催着周三发货", "1", amount="18400", promise=("周三前发货", "+1"))
    orders = 'SELECT amount, ordered_on FROM "order"'
    hand.holds("an order", orders, [(1840000, "2026-11-24")])
    unplanned(hand)
    hand.end()


def unplanned(hand: Hand) -> None:
    hand.keys("ctrl+n")
    hand.wait_for("unplanned")
    hand.text("安盛")
    hand.keys("Tab Tab Tab Tab")
    hand.text("李经理")
    hand.look("unplanned")
    hand.keys("Return")
    hand.wait_for("window")
    hand.look("unplanned-report")
    report(hand, "路过顺便看看，库存不多", "3", step=("报一次价", "+3"))
    with_whom = (
        "SELECT a.name, v.origin, c.name FROM visit v JOIN account a ON a.id = v.account_id "
        "JOIN visit_companion c ON c.visit_id = v.id"
    )
    hand.holds("an accompanied visit", with_whom, [("宁波安盛建材有限公司", "ad_hoc", "李经理")])
