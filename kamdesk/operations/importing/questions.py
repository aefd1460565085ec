"""Rows and cells that don't go in: kept as questions, or set aside for the rejects file."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamdesk.exchange.records import Problem, RawRecord, Verdict
from kamdesk.exchange.values.text import as_text
from kamdesk.operations.importing.pending import PendingBox, make_pending
from kamdesk.operations.importing.report import Ledger


@dataclass(slots=True)
class Questions:
    """``returned`` are the rows of the table being read that go back to the sender, each with its reasons."""

    ledger: Ledger
    box: PendingBox
    returned: dict[int, tuple[RawRecord, list[Problem]]] = field(default_factory=dict)

    def reject(self, raw: RawRecord, kind: str, reason: str) -> None:
        """Refuses a row for a reason found in the book."""
        self.refuse(raw, Problem(raw.origin, kind, reason, Verdict.REJECTED))

    def refuse(self, raw: RawRecord, problem: Problem, *, give_back: bool = True) -> None:
        """Refuses a whole row; what was wrong in its cells is told, but not counted a second time."""
        self.ledger.note([problem])
        if give_back:
            doubts = [each for each in raw.problems if each.verdict is not Verdict.REMARK]
            self.returned[raw.origin.row] = raw, [problem, *doubts]

    def ask_row(
        self,
        raw: RawRecord,
        kind: str,
        reason: str,
        headers: list[str],
        sha256: str,
        *,
        like: tuple[str, ...] = (),
    ) -> None:
        """Keeps a whole row as a question."""
        self.ledger.note([Problem(raw.origin, kind, reason, Verdict.TO_DECIDE)])
        cells = dict(zip(headers, map(as_text, raw.cells), strict=False))
        self.box.keep(
            make_pending(sha256=sha256, kind=kind, origin=raw.origin, reason=reason, asked=cells, like=like)
        )

    def ask_cells(self, raw: RawRecord, label: str, sha256: str) -> None:
        """Keeps the undecided cells of a row that goes in, and gives back those that were refused."""
        refused = [problem for problem in raw.problems if problem.verdict is Verdict.REJECTED]
        if refused:
            self.returned[raw.origin.row] = raw, refused
        for problem in raw.problems:
            if problem.verdict is Verdict.TO_DECIDE:
                self.ask_cell(problem, label, sha256)

    def ask_cell(self, problem: Problem, label: str, sha256: str) -> None:
        """Keeps one cell as a question about ``label``."""
        asked = {"of": label, problem.column or problem.kind: problem.value}
        self.box.keep(
            make_pending(
                sha256=sha256, kind=problem.kind, origin=problem.origin, reason=problem.reason, asked=asked
            )
        )
