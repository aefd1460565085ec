"""What an import did, counted and told row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from kamdesk.domain.changes import Changes
from kamdesk.exchange.records import Problem, Verdict
from kamdesk.exchange.seen import SeenSheet
from kamdesk.exchange.source import Source
from kamdesk.exchange.spool import Spool

RECORDS = ("accounts", "contacts", "phones", "products", "orders", "order_lines", "sales", "notes")
"""Kinds that are always counted. Others (``coordinates``, ``birthdays``, ``amounts``, ``fields`` …) count single cells
that were refused or left undecided while their row went in, and stand in the report only where there are any."""
SHOWN = 5_000
LOOKED_AT = 250_000
"""How many doubts are held to be shown at their cells: more than a list may have rows."""


@dataclass(slots=True)
class Counts:
    """What became of the rows or cells of one kind."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    to_decide: int = 0

    def as_dict(self) -> dict[str, int]:
        """The five numbers by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, slots=True)
class SheetReport:
    """One sheet: what it was taken for, which column for which field, what was left out of it and why.

    ``kind`` is None where nothing was taken; ``reason`` says why (``notes``, ``hidden``, ``staff`` …). ``rows`` are the
    data rows; ``skipped`` counts rows below the header that are none (``blank``, ``total``, ``header``, ``remark``).
    ``seen`` is the sheet with all that can be said of its columns; None for cards and calendars;
    ``passed`` are the rows that are no records, each with why.
    """

    file: str
    sheet: str
    kind: str | None
    reason: str | None = None
    rows: int = 0
    header_row: int | None = None
    columns: tuple[tuple[str, str | None], ...] = ()
    unmapped: tuple[str, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    seen: SeenSheet | None = None
    passed: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import. ``problems`` holds the first of them, ``more`` says how many there are beyond.

    ``sources`` are the files as they were read, ``spools`` their rows where they were to be looked at, ``details`` then
    what is doubted in the cells of rows that stay out as a whole.
    """

    counts: Mapping[str, Counts]
    sheets: tuple[SheetReport, ...]
    problems: tuple[Problem, ...]
    more: int
    changes: Changes
    dry_run: bool = False
    rejects: tuple[Path, ...] = ()
    rejects_unwritten: str | None = None
    backup: Path | None = None
    sources: tuple[Source, ...] = ()
    spools: Mapping[tuple[str, str], Spool] = field(default_factory=dict)
    details: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, dict[str, int]]:
        """Kind of record → counts, and nothing else."""
        return {kind: counts.as_dict() for kind, counts in self.counts.items()}


class Ledger:
    """Counts and doubts while an import runs."""

    def __init__(self, shown: int = SHOWN) -> None:
        self._shown = shown
        self.details: list[Problem] = []
        self.counts: dict[str, Counts] = {kind: Counts() for kind in RECORDS}
        self.problems: list[Problem] = []
        self.more = 0

    def count(self, kind: str, outcome: str) -> None:
        """One more of ``kind`` that was created, updated, left unchanged, rejected or kept to decide."""
        counts = self.counts.setdefault(kind, Counts())
        setattr(counts, outcome, getattr(counts, outcome) + 1)

    def detail(self, problems: Iterable[Problem]) -> None:
        """What is doubted in the cells of a row that stays out as a whole: shown at its cell, not counted again."""
        if self._shown > SHOWN and len(self.details) < self._shown:
            self.details += [problem for problem in problems if problem.verdict is not Verdict.REMARK]

    def note(self, problems: Iterable[Problem]) -> None:
        """Counts doubts, remarks excepted, and keeps the first of them to be shown."""
        for problem in problems:
            if problem.verdict is not Verdict.REMARK:
                self.count(problem.kind, str(problem.verdict))
            if len(self.problems) < self._shown:
                self.problems.append(problem)
            else:
                self.more += 1
