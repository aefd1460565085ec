"""A window that is walked through: from page to page, and back the way one came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.qt.paged_window import PagedWindow

if TYPE_CHECKING:
    from kamdesk.qt.deeds import Deeds
    from kamdesk.qt.week_in_view import WeekInView
    from kamdesk.qt.widgets.rail import Rail
    from kamdesk.qt.widgets.states import Notice
    from kamdesk.qt.widgets.topbar import TopBar
    from kamdesk.qt.window_title import WindowTitle

BESIDE = ("account", "report")
"""Pages that stand under another of the rail: an account under the accounts, a report under where it began."""


class WalkedWindow(PagedWindow):
    """Knows the page in view and the way that led to it. Nothing is imported above that a bare window does not need."""

    rail: Rail
    top: TopBar
    notice: Notice
    deeds: Deeds
    week: WeekInView
    title: WindowTitle

    def __init__(self) -> None:
        super().__init__()
        self._trail: list[str] = []
        self._page = "welcome"

    def page(self) -> str:
        """The name of the page in view."""
        return self._page

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        getattr(self, name)
        self._page = name
        self.notice.hide()
        self._stack.setCurrentWidget(self._areas[name])
        for part in (self.rail, self.top):
            part.setVisible(name != "welcome")
        self.rail.show_page(self._rail_page())
        self.title.say()
        self.deeds.say_possible()

    def _rail_page(self) -> str:
        """The page of the rail under which the page in view stands."""
        if self.rail.has(self._page):
            return self._page
        if self._page == "account":
            return "accounts"
        before = ("accounts" if name == "account" else name for name in reversed(self._trail))
        return next((name for name in before if self.rail.has(name)), "today")

    def go(self, name: str) -> None:
        """Go to a page of the rail, and read it anew."""
        if not self.desk.runner.is_open():
            return
        self._leave()
        self._trail = []
        self.week.suit(name)
        self._arrive(name)

    def go_back(self) -> None:
        """To the page before this one."""
        if not self.can_go_back():
            return
        self._leave()
        self._arrive(self._trail.pop() if self._trail else "accounts")

    def can_go_back(self) -> bool:
        return bool(self._trail) or self._page in BESIDE

    def enter(self, name: str) -> None:
        """Go to a page that leads back to this one."""
        if self._page not in (name, "welcome"):
            self._leave()
            self._trail.append(self._page)
        self.show_page(name)

    def _leave(self) -> None:
        if self._page == "report":
            self.report.keep_draft()

    def _arrive(self, name: str) -> None:
        self.show_page(name)
        self._pages[name].arrive()

    def open_account(self, account_id: str, section: str = "") -> None:
        if account_id:
            if self.made("accounts"):
                self.accounts.select_later(account_id)
            self.enter("account")
            self.account.show_account(account_id, section)

    def show_market(self, section: str) -> None:
        """A section of the page of the market."""
        self.go("market")
        self.market.show_section(section)

    def _find(self) -> None:
        if self._page == "promises":
            self.promises.find()
            return
        if self._page != "accounts":
            self.go("accounts")
        self.accounts.find()
