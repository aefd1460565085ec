"""The sections of an account's page one over the other, each made when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.section_plan import PLANS

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole


class Sections(Mapping[str, Section]):
    """All sections in their order; one that is asked for by its name is made then."""

    def __init__(self, stack: SectionStack) -> None:
        self._stack = stack
        self.made: dict[str, Section] = {}

    def __getitem__(self, name: str) -> Section:
        if name not in self.made:
            section = self.made[name] = PLANS[name].make(self._stack.desk, self._stack)
            self._stack.take_in(name, section)
        return self.made[name]

    def __contains__(self, name: object) -> bool:
        return name in PLANS

    def __iter__(self) -> Iterator[str]:
        return iter(PLANS)

    def __len__(self) -> int:
        return len(PLANS)


class SectionStack(QStackedWidget):
    """Takes the room there is: each section scrolls in itself, so that the page never has to. Only the section in view
    says how much room is needed at least, and is the first to show what was read: the others that are made do so when
    somebody looks at them, at the latest when nothing else is to be done.
    """

    made = Signal(str)
    """The section of this name was made; it has shown nothing yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sections = Sections(self)
        self._whole: AccountWhole | None = None
        self._behind: list[str] = []
        self.currentChanged.connect(lambda number: self.updateGeometry())

    def take_in(self, name: str, section: Section) -> None:
        """A section that was just made."""
        self.addWidget(section)
        self.made.emit(name)
        if self._whole is not None:
            self._fall_behind([*self._behind, name])

    def leave(self) -> None:
        """Another account is about to be shown."""
        self._whole, self._behind = None, []
        for section in self.sections.made.values():
            section.leave()

    def show_account(self, whole: AccountWhole, first: str) -> None:
        """Show what was read, in the section ``first`` at once."""
        self._whole, self._behind = whole, []
        self._fall_behind(list(self.sections.made))
        self.catch_up(first)

    def catch_up(self, name: str) -> Section:
        """The section is looked at."""
        section = self.sections[name]
        if self._whole is not None and name in self._behind:
            self._behind.remove(name)
            section.show_account(self._whole)
        return section

    def _fall_behind(self, names: list[str]) -> None:
        if not self._behind:
            self.desk.runner.afterwards(self._catch_up_next)
        self._behind = names

    def _catch_up_next(self) -> None:
        if self._behind:
            self.catch_up(self._behind[0])
        if self._behind:
            self.desk.runner.afterwards(self._catch_up_next)

    def minimumSizeHint(self) -> QSize:
        section = self.currentWidget()
        return section.minimumSizeHint() if section is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False
