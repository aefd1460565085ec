"""A window of pages that are made when they are first asked for, and fitted to the room there is."""

from __future__ import annotations

import importlib
import pkgutil
from collections import deque
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from kamdesk.qt.desk import Desk
    from kamdesk.qt.pages.account.page import AccountPage
    from kamdesk.qt.pages.accounts.page import AccountsPage
    from kamdesk.qt.pages.goals.page import GoalsPage
    from kamdesk.qt.pages.line.page import LinePage
    from kamdesk.qt.pages.market.page import MarketPage
    from kamdesk.qt.pages.page import Page
    from kamdesk.qt.pages.papers.page import PapersPage
    from kamdesk.qt.pages.promises.page import PromisesPage
    from kamdesk.qt.pages.report.page import ReportPage
    from kamdesk.qt.pages.settings.page import SettingsPage
    from kamdesk.qt.pages.today.page import TodayPage
    from kamdesk.qt.pages.week_end.page import WeekEndPage
    from kamdesk.qt.pages.welcome import WelcomePage

AnyPage = TypeVar("AnyPage", bound="Page")
COMPACT_BELOW = 720
NARROW_BELOW = 1320


class PagedWindow(QMainWindow):
    """The stack of pages. Nothing is imported above that a bare window does not need."""

    fitted = Signal(object)
    """How dense everything is to be: a Density."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._begun: dict[str, Iterator[None]] = {}
        self._stack = QStackedWidget()

    @cached_property
    def welcome(self) -> WelcomePage:
        from kamdesk.qt.pages.welcome import WelcomePage
        from kamdesk.qt.wiring.welcome import wire

        return self._admit("welcome", WelcomePage, wire)

    @cached_property
    def today(self) -> TodayPage:
        from kamdesk.qt.pages.today.page import TodayPage
        from kamdesk.qt.wiring.today import wire

        return self._admit("today", TodayPage, wire)

    @cached_property
    def line(self) -> LinePage:
        from kamdesk.qt.pages.line.page import LinePage
        from kamdesk.qt.wiring.line import wire

        return self._admit("line", LinePage, wire)

    @cached_property
    def accounts(self) -> AccountsPage:
        from kamdesk.qt.pages.accounts.page import AccountsPage
        from kamdesk.qt.wiring.accounts import wire

        return self._admit("accounts", AccountsPage, wire)

    @cached_property
    def account(self) -> AccountPage:
        from kamdesk.qt.pages.account.page import AccountPage
        from kamdesk.qt.wiring.account import wire

        return self._admit("account", AccountPage, wire)

    @cached_property
    def report(self) -> ReportPage:
        from kamdesk.qt.pages.report.page import ReportPage
        from kamdesk.qt.wiring.report import wire

        return self._admit("report", ReportPage, wire)

    @cached_property
    def promises(self) -> PromisesPage:
        from kamdesk.qt.pages.promises.page import PromisesPage
        from kamdesk.qt.wiring.promises import wire

        return self._admit("promises", PromisesPage, wire)

    @cached_property
    def goals(self) -> GoalsPage:
        from kamdesk.qt.pages.goals.page import GoalsPage
        from kamdesk.qt.wiring.goals import wire

        return self._admit("goals", GoalsPage, wire)

    @cached_property
    def market(self) -> MarketPage:
        from kamdesk.qt.pages.market.page import MarketPage
        from kamdesk.qt.wiring.market import wire

        return self._admit("market", MarketPage, wire)

    @cached_property
    def papers(self) -> PapersPage:
        from kamdesk.qt.pages.papers.page import PapersPage
        from kamdesk.qt.wiring.papers import wire

        return self._admit("papers", PapersPage, wire)

    @cached_property
    def week_end(self) -> WeekEndPage:
        from kamdesk.qt.pages.week_end.page import WeekEndPage
        from kamdesk.qt.wiring.week_end import wire

        return self._admit("week_end", WeekEndPage, wire)

    @cached_property
    def settings(self) -> SettingsPage:
        from kamdesk.qt.pages.settings.page import SettingsPage
        from kamdesk.qt.wiring.settings import wire

        return self._admit("settings", SettingsPage, wire)

    def _admit(
        self, name: str, make: Callable[[Desk, QWidget], AnyPage], wire: Callable[[Any], None]
    ) -> AnyPage:
        """The page, whole at once; where it was begun already, what is left of it."""
        deque(self._begun.get(name) or self._stand(name, make, wire), maxlen=0)
        return self._pages[name]  # type: ignore[return-value]

    def _stand(
        self, name: str, make: Callable[[Desk, QWidget], Page], wire: Callable[[Any], None]
    ) -> Iterator[None]:
        area = self._areas[name] = _scroll_area()
        self._stack.addWidget(area)
        page = make(self.desk, area.viewport())
        area.setWidget(page)
        yield
        yield from page.build()
        page.built = True
        self.__dict__[name] = page
        self._pages[name] = page
        self._begun.pop(name, None)
        wire(self)
        if self.furnished():
            self.fit()

    def make_page(self, name: str) -> Iterator[None]:
        """A page in steps: what it imports, a module each, then its parts. Whoever asks for it before it is whole takes
        the steps that are left."""
        yield from import_page(name)
        yield
        if self.made(name):
            return
        module = importlib.import_module(f"kamdesk.qt.pages.{name}.page")
        make = getattr(module, f"{name.title().replace('_', '')}Page")
        wire = importlib.import_module(f"kamdesk.qt.wiring.{name}").wire
        self._begun[name] = self._stand(name, make, wire)
        yield from self._begun[name]

    def build_ahead(self) -> Iterator[None]:
        """What is not in view on the pages that there are."""
        for page in list(self._pages.values()):
            yield
            yield from page.build_ahead()

    def furnished(self) -> bool:
        """Whether the window has what it shows: before that it is an empty frame."""
        return self.centralWidget() is not None

    def made(self, name: str) -> bool:
        """Whether a page has been asked for already."""
        return name in self._pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.furnished():
            self.fit()

    def fit(self) -> None:
        """How dense the pages are in the room there is."""
        from kamdesk.qt.pages.page import Density

        inner = self.centralWidget().size()
        if (
            not self.centralWidget().isVisible()
        ):  # it has no room of its own yet: what the menus leave is its room
            bar = self.menuBar()
            inner = self.size() - QSize(0, 0 if bar.isNativeMenuBar() else bar.sizeHint().height())
        density = Density(inner.height() < COMPACT_BELOW, inner.width() < NARROW_BELOW)
        self.fitted.emit(density)
        for page in self._pages.values():
            if page.density != density:
                page.set_density(density)


def _scroll_area() -> QScrollArea:
    """Where a page stands: it scrolls where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    return area


def import_page(name: str) -> Iterator[None]:
    """Import what a page is made of, a module a step."""
    package = importlib.import_module(f"kamdesk.qt.pages.{name}")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield
        importlib.import_module(module.name)
    if name == "account":  # its deeds open dialogs, which are asked for as it is wired
        yield
        importlib.import_module("kamdesk.qt.account_desk")
    yield
    importlib.import_module(f"kamdesk.qt.wiring.{name}")
