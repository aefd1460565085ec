"""Week end: what is missing leads to where it is mended; cards and packages are files; conflicts stand in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.one_name import follow

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def wire(window: MainWindow) -> None:
    page, hands, runner = window.week_end, window.week_end_desk, window.desk.runner
    page.monday = window.week.monday
    window.week.shown.connect(page.show_week)
    page.gaps.report_asked.connect(window.deeds.open_report)
    page.gaps.promise_asked.connect(hands.show_promise)
    page.hand.folder_asked.connect(hands.show_folder)
    page.circle.add_asked.connect(hands.add_card)
    page.circle.save_asked.connect(hands.save_card)
    page.circle.large_asked.connect(hands.show_large)
    page.circle.role_asked.connect(hands.ask_role)
    page.circle.own.keys_asked.connect(hands.show_keys)
    page.circle.own.name_asked.connect(hands.change_name)
    page.circle.own.follow_asked.connect(lambda: follow(window))
    page.circle.remove_asked.connect(hands.remove)
    page.circle.share_asked.connect(hands.share)
    page.circle.account_asked.connect(window.open_account)
    page.circle.unshare_asked.connect(hands.unshare)
    page.circle.entrusted_asked.connect(window.cards.people.show_entrusted)
    page.circle.back_asked.connect(hands.meet_again)
    page.close_week.told.connect(window.teller.tell)
    page.close_week.week_asked.connect(window.week.show)
    page.waiting.accept_asked.connect(hands.accept)
    page.waiting.dismiss_asked.connect(hands.dismiss)
    page.odds.told.connect(window.teller.tell)
    page.odds.account_asked.connect(window.open_account)
    page.take.card_asked.connect(hands.add_card)
    page.take.backups = window.books.backups()
    page.restore(window.kept("week_end/out"), window.kept("week_end/came"), window.paper_desk.folder())

    page.standing_read.connect(hands.say_standing)
    window.top.sync_asked.connect(hands.show_standing)
    runner.opened.connect(hands.read_standing)
    runner.changed.connect(lambda changes: hands.read_standing() if window.page() != "week_end" else None)
    if runner.is_open():
        hands.read_standing()
