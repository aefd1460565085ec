"""The sections of an account's page one over the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.files import FilesSection
from kamdesk.qt.pages.account.history import HistorySection
from kamdesk.qt.pages.account.known_sections import (
    NeedsSection,
    RisksSection,
    RivalsSection,
)
from kamdesk.qt.pages.account.lists import line_section, promises_section
from kamdesk.qt.pages.account.overview import OverviewSection
from kamdesk.qt.pages.account.people import PeopleSection
from kamdesk.qt.pages.account.questions import QuestionsSection
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.stage_section import StageSection
from kamdesk.qt.pages.account.trade_and_supply import TradeAndSupply

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

AnySection = TypeVar("AnySection", bound=Section)


class SectionStack(QStackedWidget):
    """Takes the room there is: each section scrolls in itself, so that the page never has to. Only the section in view
    says how much room is needed at least, and is the first to show what was read: the others do so when somebody looks
    at them, at the latest when nothing else is to be done.
    """

    caught_up = Signal()
    """Every section shows what was read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sections: dict[str, Section] = {}
        self._whole: AccountWhole | None = None
        self._behind: list[str] = []
        self.currentChanged.connect(lambda number: self.updateGeometry())

    def build(self) -> Iterator[None]:
        """Make the sections, one a step."""
        desk = self.desk
        self.overview = self._add("overview", OverviewSection(desk, self))
        yield
        self.people = self._add("people", PeopleSection(desk, self))
        yield
        self._add("needs", NeedsSection(desk, self))
        yield
        self._add("promises", promises_section(desk))
        yield
        self.rivals = self._add("rivals", RivalsSection(desk, self))
        yield
        self._add("stage", StageSection(desk, self))
        yield
        self._add("risks", RisksSection(desk, self))
        yield
        self._add("trade", TradeAndSupply(desk, self))
        yield
        self._add("line", line_section(desk))
        yield
        self.files = self._add("files", FilesSection(desk, self))
        yield
        self.history = self._add("history", HistorySection(desk, self))
        yield
        self.questions = self._add("questions", QuestionsSection(desk, self))

    def _add(self, name: str, section: AnySection) -> AnySection:
        self.sections[name] = section
        self.addWidget(section)
        return section

    def leave(self) -> None:
        """Another account is about to be shown."""
        self._whole, self._behind = None, []
        for section in self.sections.values():
            section.leave()

    def show_account(self, whole: AccountWhole, first: str) -> None:
        """Show what was read, in the section ``first`` at once."""
        self._whole, self._behind = whole, list(self.sections)
        self.catch_up(first)
        self.desk.runner.afterwards(self._catch_up_next)

    def catch_up(self, name: str) -> None:
        """The section is looked at."""
        if self._whole is not None and name in self._behind:
            self._behind.remove(name)
            self.sections[name].show_account(self._whole)

    def _catch_up_next(self) -> None:
        if not self._behind:
            return
        self.catch_up(self._behind[0])
        if self._behind:
            self.desk.runner.afterwards(self._catch_up_next)
        else:
            self.caught_up.emit()

    def minimumSizeHint(self) -> QSize:
        section = self.currentWidget()
        return section.minimumSizeHint() if section is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False
