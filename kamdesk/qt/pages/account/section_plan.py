"""What is known of the sections of an account's page before they are made: order, icons, kinds, counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.qt.pages.account.files import FilesSection
from kamdesk.qt.pages.account.history import HistorySection
from kamdesk.qt.pages.account.known_section import NEEDS, RISKS, RIVALS, STAGE, SUPPLY, TEAM, with_parts
from kamdesk.qt.pages.account.known_sections import NeedsSection, RisksSection, RivalsSection
from kamdesk.qt.pages.account.lists import line_section, promises_section
from kamdesk.qt.pages.account.overview import OverviewSection
from kamdesk.qt.pages.account.people import PeopleSection
from kamdesk.qt.pages.account.questions import QuestionsSection
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.stage_section import StageSection
from kamdesk.qt.pages.account.trade_and_supply import TradeAndSupply

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kamdesk.qt.desk import Desk
    from kamdesk.qt.jobs.account import AccountWhole


def _none(whole: AccountWhole) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """``kinds`` are those of what is found out that are recorded there, ``count`` says how many entries it has; 0 is
    not said."""

    icon: str
    make: Callable[[Desk, QWidget], Section]
    kinds: Sequence[str] = ()
    count: Callable[[AccountWhole], int] = _none


def _people(whole: AccountWhole) -> int:
    return sum(person.until is None for person in whole.view.page.people)


def _open_promises(whole: AccountWhole) -> int:
    return sum(promise.state == "open" for promise in whole.view.history.promises)


PLANS = {
    "overview": SectionPlan("layers", OverviewSection),
    "people": SectionPlan("users", PeopleSection, with_parts(TEAM), _people),
    "needs": SectionPlan("heart-handshake", NeedsSection, with_parts(NEEDS)),
    "promises": SectionPlan("handshake", promises_section, count=_open_promises),
    "rivals": SectionPlan("swords", RivalsSection, with_parts(RIVALS)),
    "stage": SectionPlan("flag", StageSection, with_parts(STAGE)),
    "risks": SectionPlan("umbrella", RisksSection, with_parts(RISKS)),
    "trade": SectionPlan(
        "package", TradeAndSupply, with_parts(SUPPLY), lambda whole: len(whole.view.history.orders)
    ),
    "line": SectionPlan("route", line_section, count=lambda whole: len(whole.view.page.slots)),
    "files": SectionPlan("paperclip", FilesSection, count=lambda whole: len(whole.sheet.files)),
    "history": SectionPlan("history", HistorySection),
    "questions": SectionPlan("circle-help", QuestionsSection),
}
"""The sections in their order."""
