"""How the week's end stands: which step is done, which is next, in a word each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.schedule import week_text
from kamdesk.qt.pages.week_end.names import joined, short_party
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.pages.week_end.steps import DONE, NOW, OPEN

if TYPE_CHECKING:
    from kamdesk.reads.week_end.closings import Closing
    from kamdesk.reads.week_end.missing import WeekMissing
    from kamdesk.reads.week_end.packages import PackageLine

translate = QCoreApplication.translate


@dataclass(slots=True)
class Standing:
    """What is known of the week so far; None: not read yet, and nothing is said of it."""

    missing: WeekMissing | None = None
    lines: tuple[PackageLine, ...] | None = None
    conflicts: int | None = None
    settled: int = 0
    waiting: int = 0
    closing: Closing | None = None
    closings_read: bool = False
    known: int = 0

    def handed(self) -> PackageLine | None:
        """The newest package of this week that was handed over."""
        week = week_text(self.missing.monday) if self.missing is not None else ""
        return next((line for line in self.lines or () if line.out and line.week == week), None)

    def came(self) -> PackageLine | None:
        """The newest package that came in."""
        return next((line for line in self.lines or () if not line.out and not line.forked), None)


def states(standing: Standing, panel: Panel, steps: Sequence[str]) -> dict[str, tuple[str, str]]:
    """For each step its state and what is said under its name; the first that is not done is the next one."""
    said = {
        "gaps": _gaps(standing),
        "close": _closed(standing, panel),
        "hand": _handed(standing, panel),
        "take": _came(standing, panel),
        "odds": _odds(standing),
    }
    found: dict[str, tuple[str, str]] = {}
    ahead = True
    for name in steps:
        done, words = said[name]
        found[name] = DONE if done else NOW if ahead else OPEN, words
        ahead = ahead and done
    return found


def _gaps(standing: Standing) -> tuple[bool, str]:
    missing = standing.missing
    if missing is None:
        return False, ""
    number = len(missing.items)
    if not number:
        return True, translate("WeekEnd", "nothing is missing")
    return False, translate("WeekEnd", "%n left", "", number)


def _closed(standing: Standing, panel: Panel) -> tuple[bool, str]:
    closing = standing.closing
    if closing is None:
        return False, translate("WeekEnd", "not closed yet") if standing.closings_read else ""
    return True, translate("WeekEnd", "closed {when}").format(when=panel.moment(closing.closed_at))


def _handed(standing: Standing, panel: Panel) -> tuple[bool, str]:
    line = standing.handed()
    if line is None:
        return False, translate("WeekEnd", "not handed over yet") if standing.lines is not None else ""
    names = joined((short_party(p.role, p.rep, p.device, own=p.own) for p in line.parties), panel.desk.speech)
    return True, panel.desk.speech.joined((panel.moment(line.at), names))


def _came(standing: Standing, panel: Panel) -> tuple[bool, str]:
    line = standing.came()
    if line is None:
        return False, translate("WeekEnd", "nothing came in yet") if standing.lines is not None else ""
    names = joined((short_party(p.role, p.rep, p.device, own=p.own) for p in line.parties), panel.desk.speech)
    monday = standing.missing.monday if standing.missing is not None else date.max
    of_week = line.at.astimezone(ZoneInfo(panel.desk.zone)).date() >= monday
    return of_week, panel.desk.speech.joined((panel.moment(line.at), names))


def _odds(standing: Standing) -> tuple[bool, str]:
    if standing.conflicts is None:
        return False, ""
    if standing.conflicts:
        return False, translate("WeekEnd", "%n to be settled", "", standing.conflicts)
    return True, translate("WeekEnd", "none")
