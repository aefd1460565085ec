"""Rows and cells that don't go in: kept as questions, or set aside for the rejects file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kamdesk.exchange.records import Problem, RawRecord, Verdict
from kamdesk.exchange.values.text import as_text
from kamdesk.operations.importing.pending import Pending, PendingBox, id_of, make_pending, plainly
from kamdesk.operations.importing.report import Ledger
from kamdesk.operations.importing.waiting import Waiting
from kamdesk.reads.answers import LEFT_OUT

_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Whence:
    """The table that a row is from: its place among the tables of the import, its headers, its file's hash.

    ``about`` is what `exchange.kinds.about.About.kept` says of it, to answer a question without the list. ``before``
    are the doubts that cells put right had, by row; ``rule`` is how the columns of the ``kind`` of table were read.
    """

    number: int
    headers: tuple[str, ...]
    sha256: str
    about: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[int, Sequence[Problem]] = field(default_factory=dict)
    kind: str = ""
    rule: str = ""


@dataclass(slots=True)
class Questions:
    """``returned`` are the rows that go back to the sender, by table and row, each with its reasons.

    ``waiting`` are the questions of earlier lists that may end because a row can be read now.
    """

    ledger: Ledger
    box: PendingBox
    waiting: Waiting | None = None
    returned: dict[tuple[int, int], tuple[RawRecord, list[Problem]]] = field(default_factory=dict)
    _ids: dict[tuple[int, int, str], tuple[object, str]] = field(default_factory=dict)

    def reject(self, raw: RawRecord, kind: str, reason: str, whence: Whence) -> None:
        """Refuses a row for a reason found in the book."""
        self.refuse(raw, raw.problem(kind, reason, Verdict.REJECTED, whence.headers), whence)

    def refuse(self, raw: RawRecord, problem: Problem, whence: Whence, *, give_back: bool = True) -> None:
        """Refuses a whole row; what was wrong in its cells is told, but not counted a second time."""
        self.ledger.note([problem])
        self.ledger.detail(raw.problems)
        if give_back:
            doubts = [each for each in raw.problems if each.verdict is not Verdict.REMARK]
            self._give_back(raw, [problem, *doubts], whence)

    def _give_back(self, raw: RawRecord, reasons: list[Problem], whence: Whence) -> None:
        """Sets a row aside; of one that comes cell by cell, the cells together."""
        place = whence.number, raw.origin.row
        if raw.cell is not None and place in self.returned:
            before, told = self.returned[place]
            cells = (
                one if one is not None else other for one, other in zip(before.cells, raw.cells, strict=True)
            )
            raw, reasons = replace(before, cells=tuple(cells)), [*told, *reasons]
        self.returned[place] = raw, reasons

    def ask_row(
        self,
        raw: RawRecord,
        kind: str,
        reason: str,
        whence: Whence,
        *,
        like: tuple[str, ...] = (),
        cell: str | None = None,
        person: str | None = None,
    ) -> None:
        """Keeps a whole row as a question; one left out stays out.

        ``cell`` is the header of the cell it is for, ``person`` who it is about where it names no firm.
        """
        pending = self._of_row(raw, kind, reason, whence, like, cell, person)
        if self.box.answer(pending.id) == LEFT_OUT:
            self.ledger.note([Problem(raw.origin, kind, LEFT_OUT, Verdict.REMARK)])
            return
        self.ledger.note([raw.problem(kind, reason, Verdict.TO_DECIDE, whence.headers)])
        self.ledger.detail(raw.problems)
        self.box.keep(pending)

    def answer(self, raw: RawRecord, kind: str, whence: Whence) -> str | None:
        """What was decided about a row: `LEFT_OUT` or the account that it went into."""
        return self.box.answer(self._row_id(raw, kind, whence)) if self.box.answers else None

    def undecided(self, raw: RawRecord, label: str, whence: Whence) -> list[Problem]:
        """The doubts of a row's cells without those that were answered, or left out."""
        return [
            problem
            for problem in raw.problems
            if problem.verdict is not Verdict.TO_DECIDE
            or self.box.answer(self._of_cell(problem, label, whence, raw).id) is None
        ]

    def asked_row(self, raw: RawRecord, kind: str, whence: Whence) -> str | None:
        """Why a row is a question already. It stays one until somebody decides, whatever else came in since."""
        return self.box.reason(self._row_id(raw, kind, whence)) if self.box.asks else None

    def _row_id(self, raw: RawRecord, kind: str, whence: Whence) -> str:
        """The id of the question about a row, kept for a while: it is wanted several times of each."""
        place = whence.number, raw.origin.row, kind
        held = self._ids.get(place)
        if held is not None and held[0] is raw.cells:
            return held[1]
        if len(self._ids) > _KEPT:
            self._ids.clear()
        found = id_of(kind, plainly(self._cells(raw, whence)))
        self._ids[place] = raw.cells, found
        return found

    def _cells(self, raw: RawRecord, whence: Whence) -> dict[str, str]:
        return dict(zip(whence.headers, map(as_text, raw.cells), strict=False))

    def _of_row(
        self,
        raw: RawRecord,
        kind: str,
        reason: str,
        whence: Whence,
        like: tuple[str, ...],
        cell: str | None = None,
        person: str | None = None,
    ) -> Pending:
        return make_pending(
            sha256=whence.sha256,
            kind=kind,
            origin=raw.origin,
            reason=reason,
            asked=self._cells(raw, whence),
            like=like,
            about=whence.about,
            more={"table": whence.kind, "rule": whence.rule, "cell": cell, "person": person},
        )

    def ask_cells(self, raw: RawRecord, label: str, whence: Whence, *, account: str | None = None) -> None:
        """Keeps the undecided cells of a row that goes in, and gives back those that were refused.

        ``account`` is that of the book which the row means, whatever it calls it.
        """
        refused = [problem for problem in raw.problems if problem.verdict is Verdict.REJECTED]
        if refused:
            self._give_back(raw, refused, whence)
        for problem in raw.problems:
            if problem.verdict is Verdict.TO_DECIDE:
                pending = self._of_cell(problem, label, whence, raw, account)
                if self.box.answer(pending.id) is None:
                    self.box.keep(pending)
        if self.waiting is not None and self.waiting.cells:
            self._settle_cells(raw, label, whence)
        for problem in whence.before.get(raw.origin.row, ()):
            if problem.verdict is Verdict.TO_DECIDE:
                self.box.settle(self._of_cell(problem, label, whence, raw), "")

    def settle_row(self, raw: RawRecord, kind: str, whence: Whence) -> None:
        """Ends the question about a row that could not be read before and now can."""
        if self.waiting is not None and self.waiting.is_row(self._row_id(raw, kind, whence)):
            self.answer_row(raw, kind, whence)

    def answer_row(self, raw: RawRecord, kind: str, whence: Whence) -> None:
        """Remembers that a row needs no answer any more."""
        self.box.settle(self._of_row(raw, kind, "", whence, ()), "")

    def _settle_cells(self, raw: RawRecord, label: str, whence: Whence) -> None:
        """Ends the questions about cells of a row that can be read for certain now."""
        assert self.waiting is not None
        doubted = {problem.column for problem in raw.problems if problem.verdict is not Verdict.REMARK}
        for header, cell in zip(whence.headers, raw.cells, strict=False):
            if header in doubted:
                continue
            for kind in self.waiting.cells.get(header, ()):
                problem = Problem(raw.origin, kind, "", Verdict.TO_DECIDE, header, as_text(cell))
                pending = self._of_cell(problem, label, whence, raw)
                if self.box.reason(pending.id) is not None:
                    self.box.settle(pending, "")

    def ask_cell(self, problem: Problem, label: str, whence: Whence) -> None:
        """Keeps one cell as a question about ``label``, and counts it."""
        pending = self._of_cell(problem, label, whence)
        if self.box.answer(pending.id) != LEFT_OUT:
            self.ledger.note([problem])
            self.box.keep(pending)

    def asked_cell(self, problem: Problem, label: str, whence: Whence) -> str | None:
        """Why a cell is a question already."""
        return self.box.reason(self._of_cell(problem, label, whence).id) if self.box.asks else None

    def _of_cell(
        self,
        problem: Problem,
        label: str,
        whence: Whence,
        raw: RawRecord | None = None,
        account: str | None = None,
    ) -> Pending:
        asked = {"of": label, problem.column or problem.kind: problem.value}
        # A cell of an account means something by itself, one of a list only in its row.
        row = plainly(self._cells(raw, whence)) if raw is not None and whence.kind != "accounts" else None
        return make_pending(
            sha256=whence.sha256,
            kind=problem.kind,
            origin=problem.origin,
            reason=problem.reason,
            asked=asked,
            like=(account,) if account else (),
            about=whence.about,
            more={"table": whence.kind, "rule": whence.rule, "row": row},
        )
