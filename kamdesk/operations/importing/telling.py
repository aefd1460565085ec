"""An import's report in words, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from kamdesk.exchange.records import Problem, Verdict
from kamdesk.operations.importing.report import Counts, ImportReport, SheetReport
from kamdesk.operations.importing.returning import reason_text
from kamdesk.words import Words

LINES = 40


def report_lines(report: ImportReport, words: Words, *, limit: int = LINES) -> list[str]:
    """What was done, kind by kind and sheet by sheet, then each doubt at its cell (the first ``limit`` of them)."""
    return [
        *_head(report, words),
        *_sheets(report, words),
        *_problems(report, words, limit),
        *_files(report, words),
    ]


def _head(report: ImportReport, words: Words) -> Iterator[str]:
    if report.dry_run:
        yield words.text("import.report.dry_run")
    elif report.changes:
        yield words.text("import.report.done")
    elif waiting := sum(counts.to_decide for counts in report.counts.values()):
        yield words.text("import.report.nothing_but", count=waiting)
    else:
        yield words.text("import.report.nothing")
    for kind, counts in report.counts.items():
        outcomes = _outcomes(counts, words)
        if outcomes:
            yield words.text(
                "import.report.kind",
                kind=words.choice("import.kind", kind),
                outcomes=_joined(outcomes, words),
            )


def _outcomes(counts: Counts, words: Words) -> list[str]:
    return [
        words.text(f"import.outcome.{name}", count=count) for name, count in counts.as_dict().items() if count
    ]


def _joined(parts: list[str], words: Words) -> str:
    return ("，" if words.language == "zh" else ", ").join(parts)


def _sheets(report: ImportReport, words: Words) -> Iterator[str]:
    for sheet in report.sheets:
        yield _sheet(sheet, words)
        if sheet.seen is not None and sheet.seen.known_since is not None:
            day = sheet.seen.known_since.date().isoformat()
            yield "  " + words.text("import.report.as_last_time", day=day)
        if sheet.skipped:
            skipped = [
                words.text(f"import.skipped.{why}", count=count) for why, count in sheet.skipped.items()
            ]
            yield "  " + words.text("import.report.without", skipped=_joined(skipped, words))
        if sheet.kind and sheet.unmapped:
            code = "unmapped_noted" if sheet.kind == "accounts" else "unmapped"
            yield "  " + words.text(f"import.report.{code}", columns=_joined(list(sheet.unmapped), words))
        for text in sheet.texts if sheet.kind is None else ():
            yield "  " + text


def _sheet(sheet: SheetReport, words: Words) -> str:
    named = "_named" if sheet.sheet else ""
    where = {"file": sheet.file, "sheet": sheet.sheet} if sheet.sheet else {"file": sheet.file}
    if sheet.kind is None:
        reason = words.choice("import.sheet", sheet.reason)
        return words.text(f"import.report.left_out{named}", **where, reason=reason, rows=sheet.rows)
    kind = words.choice("import.kind", sheet.kind)
    return words.text(f"import.report.sheet{named}", **where, kind=kind, rows=sheet.rows)


def _problems(report: ImportReport, words: Words, limit: int) -> Iterator[str]:
    shown = [problem for problem in report.problems if problem.reason != "staff"]
    shown.sort(key=lambda problem: list(Verdict).index(problem.verdict))
    for problem in shown[:limit]:
        yield problem_line(problem, words)
    people = report.counts["accounts"].to_decide if "accounts" in report.counts else 0
    if people and any(problem.reason == "card_unknown" for problem in shown):
        yield words.text("import.report.unknown_firms")
    hidden = len(shown) - limit + report.more
    if hidden > 0:
        yield words.text("import.report.more", count=hidden)


def problem_line(problem: Problem, words: Words) -> str:
    """One doubt: what became of it, where it stands, why."""
    origin = problem.origin
    if origin.sheet:
        place = words.text("import.at_sheet_row", file=origin.file, sheet=origin.sheet, row=origin.row)
    else:
        place = words.text("import.at_row", file=origin.file, row=origin.row)
    verdict = words.choice("import.verdict", str(problem.verdict))
    hint = words.choice("import.map", problem.reason)
    aside = "" if hint == problem.reason else f"（{hint}）" if words.language == "zh" else f" ({hint})"
    return f"[{verdict}] {place} {reason_text(problem, words)}{aside}"


def _files(report: ImportReport, words: Words) -> Iterator[str]:
    for path in report.rejects:
        yield words.text("import.report.rejects", path=path)
    if report.rejects_unwritten:
        yield words.text("import.report.rejects_unwritten", reason=report.rejects_unwritten)
    if report.backup:
        yield words.text("import.report.backup", path=report.backup)
