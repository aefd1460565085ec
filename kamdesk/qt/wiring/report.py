"""The visit report: left for the page before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.product_desk import add_product
from kamdesk.qt.rival_mention import offer_mention

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    report = window.report
    report.left.connect(window.go_back)
    report.head.named.connect(window.title.say)

    def carry_out(deed: str, account_id: str, key: str) -> None:
        if deed == "import_list":
            window.lists.choose()
        elif deed == "new_product":
            add_product(window, report.form.stock.take_new)
        else:
            window.cards.carry_out(deed, account_id, key)

    def allow_steps() -> None:
        if not window.actions_["undo"].isEnabled():
            window.deeds.say_possible()

    report.form.edited.connect(allow_steps)
    report.asked.connect(carry_out)
    report.told.connect(window.teller.tell)
    report.mentioned.connect(lambda mention: offer_mention(window, mention))
