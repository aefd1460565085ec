"""The account's plan on its overview: what it needs, where it stands, who is after it, which days are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.knowledge.risk import in_season
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.account.cards import Line
from kamdesk.qt.recording.words import by_own_day, entry_of, kept_on

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.known import Known, KnownRow

SHOWN = 3
PLANNED = frozenset({"needs", "stage", "rivals", "days"})


class PlanWords(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def titles(self) -> dict[str, tuple[str, str]]:
        """Heading and link of each card."""
        all_of_it = self.tr("All of it")
        return {
            "needs": (self.tr("What it needs most"), all_of_it),
            "stage": (self.tr("Where we stand and want to go"), all_of_it),
            "rivals": (self.tr("Who is after it"), all_of_it),
            "days": (self.tr("Risks and days near"), all_of_it),
        }

    def needs(self, whole: AccountWhole) -> list[Line]:
        rows = [row for row in whole.known.of("need") if self._stands(row)]
        said = [self._line(row, whole.known, "show_needs") for row in rows[:SHOWN]]
        return said or [self._absent(self.tr("No need recorded. Ask what it wants most from us."))]

    def stage(self, whole: AccountWhole) -> list[Line]:
        known = whole.known
        kinds = ("stage_assessment", "loyalty_judgement", "development_plan")
        newest = [rows[0] for rows in (known.of(kind) for kind in kinds) if rows]
        said = [self._line(row, known, "show_stage", named=True) for row in newest]
        return said or [self._absent(self.tr("Not judged yet: which stage, how loyal, where to."))]

    def rivals(self, whole: AccountWhole) -> list[Line]:
        known = whole.known
        moves = [row for row in known.of("competitor_move") if self._stands(row)][:2]
        reasons = [rows[0] for rows in (known.of("rival_reason"), known.of("our_reason")) if rows]
        said = [self._line(row, known, "show_rivals") for row in moves]
        said += [self._line(row, known, "show_rivals", named=True) for row in reasons]
        return said or [self._absent(self.tr("Nothing known of competitors here."))]

    def days(self, whole: AccountWhole) -> list[Line]:
        """The days that come next, then the risks, those whose season is on first."""
        known, today = whole.known, self._desk.today()
        events = by_own_day((row for row in known.of("care_event") if self._stands(row)), today)
        coming = [row for row in events if (day := kept_on(row, today)) is not None and day >= today][:2]
        risks = [row for row in known.of("risk") if self._stands(row)]
        risks.sort(key=lambda row: not _on(row, today.month))
        rows = coming + risks[:2]
        said = [self._line(row, known, "show_risks") for row in rows]
        return said or [self._absent(self.tr("No risk and no day that matters recorded."))]

    def _stands(self, row: KnownRow) -> bool:
        until = row.get("until")
        return until is None or until >= self._desk.today()

    def _line(self, row: KnownRow, known: Known, deed: str, *, named: bool = False) -> Line:
        entry = entry_of(self._desk, row, known.names)
        title = entry.title
        if named:
            name = self._desk.speech.text(f"record.one.{row.kind}")
            title = self.tr("{name}: {what}").format(name=name, what=title)
        side = entry.side if row.kind == "care_event" else entry.chip
        where = known.elsewhere.get(row.id)
        below = self._desk.speech.joined(
            (entry.detail, self.tr("at {account}").format(account=where) if where else "")
        )
        return Line(title, below=below, side=side, deed=deed, key=row.id)

    def _absent(self, text: str) -> Line:
        return Line(text, tone="text2")


def _on(row: KnownRow, month: int) -> bool:
    """Whether its season is on."""
    return bool(row.get("first_month")) and in_season(row.get("first_month"), row.get("last_month"), month)
