"""Lists from outside taken in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kamdesk.db.store import Store
    from kamdesk.domain.changes import Changes
    from kamdesk.exchange.records import Origin, Problem
    from kamdesk.exchange.seen import SeenSheet
    from kamdesk.exchange.source import Source
    from kamdesk.exchange.spool import Spool
    from kamdesk.operations.importing import ImportReport
    from kamdesk.qt.ticket import Ticket
    from kamdesk.words import Words

SHOWN = 2_000
"""How many doubts are listed in words beside the counts; all of them stand at their cells."""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One doubt in words: what becomes of it, where it stands, why."""

    verdict: str
    place: str
    reason: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import's report in words. ``writes``: it would write, or wrote, something; ``to_decide``: it asks.

    ``seen`` are the sheets whose columns can be said, ``sources`` the files as they were read, ``spools`` their rows by
    file and sheet, ``doubts`` all that is doubted in them, ``passed`` the rows that are no records, by file and sheet.
    """

    counts: dict[str, dict[str, int]]
    sheets: tuple[str, ...]
    problems: tuple[ImportProblem, ...]
    more: int
    files: tuple[str, ...]
    writes: bool
    to_decide: bool
    changes: Changes
    seen: tuple[SeenSheet, ...] = ()
    sources: tuple[Source, ...] = ()
    spools: Mapping[tuple[str, str], Spool] = field(default_factory=dict)
    doubts: tuple[Problem, ...] = ()
    passed: Mapping[tuple[str, str], Mapping[int, str]] = field(default_factory=dict)


def forget_sender(store: Store, *, sender: str, now: datetime) -> Changes:
    """What was said of a sender's columns is forgotten; local to this copy of the book."""
    from kamdesk.domain.changes import Changes
    from kamdesk.operations.importing.senders import forget_sender

    forget_sender(store, sender=sender)
    return Changes("")


def import_files(store: Store, *, words: Words, progress: Ticket, **arguments: Any) -> ImportView:
    """Take lists in, or (``dry_run``) only look at them; ``progress`` is told how many rows are done."""
    from kamdesk.exchange.records import Verdict
    from kamdesk.operations.importing import import_files
    from kamdesk.operations.importing.returning import reason_text
    from kamdesk.operations.importing.telling import report_lines

    report = import_files(store, language=words.language, on_rows=progress, **arguments)
    counts = report.as_json()
    problems = [problem for problem in report.problems if problem.reason != "staff"]
    doubts = (*problems, *report.details)
    problems.sort(key=lambda problem: list(Verdict).index(problem.verdict))
    more = report.more + max(len(problems) - SHOWN, 0)
    for spool in report.spools.values():
        spool.fill()
    return ImportView(
        counts=counts,
        sheets=tuple(_lines(report_lines(_only(report, sheets=True), words))),
        problems=tuple(
            ImportProblem(str(p.verdict), _place(p.origin, words), reason_text(p, words), p)
            for p in problems[:SHOWN]
        ),
        more=more,
        files=tuple(_lines(report_lines(_only(report, sheets=False), words))),
        writes=any(row["created"] + row["updated"] + row["to_decide"] for row in counts.values()),
        to_decide=any(row["to_decide"] for row in counts.values()),
        changes=report.changes,
        seen=tuple(sheet.seen for sheet in report.sheets if sheet.seen is not None),
        sources=report.sources,
        spools=report.spools,
        doubts=doubts,
        passed={(sheet.file, sheet.sheet): sheet.passed for sheet in report.sheets},
    )


def _only(report: ImportReport, *, sheets: bool) -> ImportReport:
    """The report with nothing but its sheets, or nothing but its files: the teller then says only these."""
    if sheets:
        # What the columns were taken as is said by the window itself.
        plain = tuple(replace(sheet, seen=None) for sheet in report.sheets)
        return replace(
            report,
            sheets=plain,
            counts={},
            problems=(),
            more=0,
            rejects=(),
            rejects_unwritten=None,
            backup=None,
        )
    return replace(report, counts={}, problems=(), more=0, sheets=())


def _lines(said: list[str]) -> list[str]:
    """Without the opening line, which the dialog says in its heading."""
    return said[1:]


def _place(origin: Origin, words: Words) -> str:
    if origin.sheet:
        return words.text("import.at_sheet_row", file=origin.file, sheet=origin.sheet, row=origin.row)
    return words.text("import.at_row", file=origin.file, row=origin.row)
