"""What is typed into a report and not saved: taken back in steps, and weighed against what is recorded meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kamdesk.domain.report_draft import says_more, together

if TYPE_CHECKING:
    from kamdesk.qt.pages.report.form import ReportForm
    from kamdesk.qt.pages.report.older import OlderDraft

MOST_STEPS = 200


class Typing(QObject):
    """``begin`` with each report that comes into view. What `weigh` gives goes into the form."""

    def __init__(self, form: ReportForm, older: OlderDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._older = form, older
        self._blank: dict[str, Any] = {}
        self._base: Mapping[str, Any] | None = None
        self._now: dict[str, Any] = {}
        self._done: list[dict[str, Any]] = []
        self._undone: list[dict[str, Any]] = []
        self._last: frozenset[str] = frozenset()

    def begin(self, recorded: Mapping[str, Any] | None) -> None:
        """The form stands as what is ``recorded``, or empty."""
        self._older.forget()
        self._base, self._blank = recorded, self._form.snapshot()
        self.settle()

    def settle(self) -> None:
        """What stands in the form now is where taking back ends."""
        self._now = self._form.snapshot()
        self._done, self._undone, self._last = [], [], frozenset()

    def is_typed(self) -> bool:
        """Whether there is anything in the form that is not recorded."""
        return self._form.snapshot() != self._blank or self._older.kept is not None

    def is_other(self, recorded: Mapping[str, Any] | None) -> bool:
        """Whether something else is recorded now than when the form was filled."""
        return recorded != self._base

    # drafts

    def content(self) -> dict[str, Any]:
        """The form for a draft, with what was recorded when it was begun."""
        typed = self._form.snapshot()
        if self._base is not None:
            typed["base"] = self._base
        if self._older.kept is not None:
            typed["older"] = self._older.kept
        return typed

    def weigh(self, kept: dict[str, Any], recorded: Mapping[str, Any] | None) -> dict[str, Any] | None:
        """What of a draft goes on in the form; None where it says no more than the report, or is asked about first."""
        base, older = kept.get("base"), kept.get("older")
        if older is not None:
            self._ask(older, recorded or {})
        if recorded is None or base == recorded:
            return kept
        more = says_more(kept, recorded, base)
        if not more:
            return None
        if base is not None and not set(more) & set(says_more(recorded, base, base)):
            return {**kept, **together(kept, recorded, base)}
        if older is None:
            self._ask(kept, recorded)
        return None

    def _ask(self, kept: Mapping[str, Any], recorded: Mapping[str, Any]) -> None:
        names = self._form.row_names()
        rows = says_more(kept, recorded, kept.get("base"))
        self._older.ask(kept, [names[place] for place in rows])

    def answer(self, take: bool) -> None:
        """What the older draft says more comes to what stands in the form, or it is given up."""
        kept = self._older.kept
        self._older.forget()
        if kept is None or not take:
            return
        stands = self._form.snapshot()
        typed = stands["promises"]
        stands["promises"] = [*((self._base or {}).get("promises") or ()), *typed]
        both = together(kept, stands, kept.get("base"))
        both["promises"] = [*typed, *both["promises"]]
        self._form.restore(both)

    # steps

    def step(self) -> None:
        """Something was changed; typing on in one field is one step."""
        now = self._form.snapshot()
        changed = frozenset(name for name in now if now[name] != self._now.get(name))
        if not changed:
            return
        if changed != self._last or not self._done:
            self._done.append(self._now)
            del self._done[:-MOST_STEPS]
        self._now, self._last, self._undone = now, changed, []

    def turn(self, *, again: bool) -> bool:
        """Take the last change in the form back, or bring it ``again``; False where there is none."""
        source, target = (self._undone, self._done) if again else (self._done, self._undone)
        if not source:
            return False
        target.append(self._now)
        self._now, self._last = source.pop(), frozenset()
        self._form.restore(self._now)
        return True
