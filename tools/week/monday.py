"""Monday: a book from nothing, the office's list, the line of the week, and the first visit."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from week.hand import Hand
from week.report import report

KEY = ("宁波华通建材有限公司", "宁波鑫盛建设工程有限公司", "宁波瑞和装饰材料经营部")
SLOTS = (
    ("华通", 0, "0800"),
    ("鑫盛", 1, "0900"),
    ("瑞和", 2, "0930"),
    ("嘉诚", 3, "0900"),
    ("嘉丰", 1, "1400"),
    ("永诚", 2, "1400"),
)
OWN_LIST = (
    ("宁波华通建材有限公司", "A", "查勇磊", "总经理", "13080623201", "建设路915号"),
    ("宁波鑫盛建设工程有限公司", "A", "周芳", "采购部经理", "18613186091", "人民路841号"),
    ("宁波瑞和装饰材料经营部", "B", "任娟", "采购部经理", "18438831701", "解放路242号"),
    ("宁波嘉诚连锁仓储卖场", "重点", "周洋", "技术部工程师", "13187801759", "迎宾路804号"),
    ("宁波嘉丰建材有限公司", "重点", "尉娟镕", "财务主管", "17920868288", "海堤路33号"),
    ("宁波永诚建设工程有限公司", "重点", "解喆勇", "物流经理", "17762833125", "建设路12号"),
    ("宁波安盛建材有限公司", "一般", "单芳", "前台", "18924708227", "海堤路8号"),
    ("宁波安盛建材(有限公司)", "一般", "单芳", "前台", "18924708227", "海堤路8号"),
)


def put_list(given: Path | None, home: Path) -> Path:
    """The customer list in the home folder: the one that was given, else a small one of our own."""
    path = home / "客户名单.csv"
    if given is not None and given.exists():
        shutil.copyfile(given, path)
        return path
    with path.open("w", encoding="gb18030", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("客户名称", "客户级别", "联系人", "职务", "手机", "详细地址", "城市", "区县"))
        rows.writerows((*row, "宁波", "鄞州区") for row in OWN_LIST)
    return path


def first_start(hand: Hand) -> None:
    hand.keys("Return")
    hand.wait_for("new")
    hand.fill("林晓梅", "浙江海川建材有限公司", "13857412033")
    hand.look("new-book")
    hand.keys("Return")
    hand.wait_for("window")
    hand.look("today-empty")
    hand.keys("ctrl+comma Down Tab")
    hand.fill(*["8:00-17:30"] * 5, "")
    hand.look("working-hours")
    hand.holds(
        "name", "SELECT name, company, phone FROM rep", [("林晓梅", "浙江海川建材有限公司", "13857412033")]
    )
    hand.holds(
        "hours", "SELECT count(*) FROM working_hours WHERE begins = 480 AND deleted_at IS NULL", [(5,)]
    )


def take_list_in(hand: Hand, path: Path) -> None:
    hand.keys("ctrl+i")
    hand.wait_for("file")
    hand.text(str(path))
    hand.keys("Return")
    hand.wait_for("import")
    hand.rest()
    hand.look("import-looked")
    hand.keys("ctrl+Return")
    hand.rest()
    hand.look("import-done")
    hand.keys("Return")
    hand.wait_for("questions")
    hand.look("questions")
    asked = [
        kind
        for (kind,) in hand.program.rows("SELECT kind FROM import_pending WHERE state = 'open' ORDER BY line")
    ]
    hand.keys(" ".join(["Down"] * asked.index("accounts") + ["Return"]))
    hand.look("question-choices")
    hand.keys("Return")
    hand.look("question-answered")
    hand.keys("Escape")
    answered = "SELECT count(*) FROM import_pending WHERE kind = 'accounts' AND state LIKE 'answered%'"
    hand.holds("a question answered", answered, [(1,)])


def mark_key_accounts(hand: Hand) -> None:
    hand.keys("ctrl+3")
    hand.look("accounts")
    hand.keys("slash")
    hand.text("nb")
    hand.keys("Down space space space")
    hand.look("accounts-marked")
    hand.keys("ctrl+alt+e")
    hand.wait_for("many")
    hand.keys("Tab Down Tab")
    hand.text("年采购过千万，重点跟进")
    hand.look("key-accounts")
    hand.keys("Return")
    hand.wait_for("window")
    hand.look("accounts-changed")
    names = "SELECT name FROM account WHERE class_reason = '年采购过千万，重点跟进' AND is_key ORDER BY name"
    hand.holds("key accounts", names, [(name,) for name in sorted(KEY)])


def add_people(hand: Hand) -> None:
    hand.open_account("瑞和")
    hand.look("account")
    hand.keys("ctrl+shift+c")
    hand.wait_for("contact")
    hand.fill("陈国平", "", "总经理", "", "13905741122")
    hand.keys("Tab Tab Tab Tab Tab Tab Tab Down Down Tab Down Tab Tab Tab Tab Tab Down Down")
    hand.look("contact")
    hand.keys("Return")
    hand.wait_for("window")
    hand.keys("ctrl+Next")
    hand.look("people")
    number = (
        "SELECT p.number FROM contact c JOIN contact_phone p ON p.contact_id = c.id WHERE c.name = '陈国平'"
    )
    hand.holds("a contact", number, [("13905741122",)])
    hand.holds("a role", "SELECT role, standing FROM contact_role", [("decision_maker", "confirmed")])


def lay_the_line(hand: Hand) -> None:
    for number, (name, weekday, start) in enumerate(SLOTS):
        hand.choose_account(name)
        hand.keys("ctrl+l")
        hand.wait_for("slot")
        hand.keys(" ".join(["Down"] * weekday + ["Tab"]))
        hand.text(start)
        if not number:
            hand.look("slot")
        hand.keys("Return")
        hand.wait_for("window")
    hand.keys("ctrl+2")
    hand.look("line")
    hand.holds("slots", "SELECT count(*) FROM visit_slot", [(6,)])


def move_two(hand: Hand) -> None:
    hand.keys("Right Right Down shift+Down shift+Down shift+Down shift+Down")
    hand.look("line-draft")
    hand.keys("Return space")
    hand.look("who-asked")
    hand.keys("Tab Return")
    hand.look("line-moved")
    hand.keys("Up Right Down shift+Right Return Down Tab")
    hand.text("周三下午公司例会")
    hand.look("we-asked")
    hand.keys("Return")
    hand.look("line-moved-again")
    hand.keys("ctrl+h")
    hand.wait_for("history")
    hand.look("line-history")
    hand.keys("Escape")
    changes = (
        "SELECT substr(a.name, 3, 2), s.weekday, s.start, c.asked_by, c.reason FROM slot_change c "
        "JOIN visit_slot s ON s.id = c.to_slot_id JOIN account a ON a.id = s.account_id "
        "WHERE c.from_slot_id IS NOT NULL ORDER BY c.id"
    )
    moved = [("嘉丰", 1, 900, "customer", None), ("永诚", 3, 840, "us", "周三下午公司例会")]
    hand.holds("changes of the line", changes, moved)
    hand.keys("ctrl+1")
    hand.look("today")


def first_visit(hand: Hand) -> None:
    hand.turn("Return")
    hand.rest()
    hand.look("report-begun")
    report(hand, "十二月要备货，想先看样品", "2", promise=("送两套样品", "+2"), step=("带报价单来", "+7"))
    words = [("十二月要备货，想先看样品", "interested")]
    hand.holds("a report", "SELECT points, outcome FROM visit_report", words)
    promise = "SELECT p.what, p.due_on, c.name FROM promise p JOIN contact c ON c.id = p.contact_id"
    hand.holds("a promise", promise, [("送两套样品", "2026-11-25", "查勇磊")])
    hand.holds("the next step", "SELECT what, due_on FROM action", [("带报价单来", "2026-11-30")])


def monday(hand: Hand, path: Path) -> None:
    hand.begin("mon", "2026-11-23T07:50:00+08:00")
    first_start(hand)
    take_list_in(hand, path)
    mark_key_accounts(hand)
    add_people(hand)
    lay_the_line(hand)
    move_two(hand)
    hand.end()
    hand.begin("mon-visit", "2026-11-23T08:05:00+08:00")
    first_visit(hand)
    hand.end()
