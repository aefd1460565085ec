"""Evidence 依据 of a record, and Checked 已核实: that there is none, or that a question doesn't arise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kamdesk.domain.knowledge.described import Known, choice, link, text, words


class Outcome(StrEnum):
    """None: looked for, and there is none. Not applicable: the question doesn't arise, for a reason."""

    NONE = "none"
    NOT_APPLICABLE = "not_applicable"


SECRET = frozenset({"H9"})
"""Questions behind the lock: that they were looked into is told nowhere else."""


@dataclass(kw_only=True, eq=False)
class Evidence(Known):
    """What another record rests on: a visit, a note, a file, or words. ``subject`` names its table."""

    subject: str = text(needed=True, nature="")
    subject_id: str = text(needed=True, nature="")
    visit_id: str | None = link("visit")
    note_id: str | None = link("note")
    attachment_id: str | None = link("attachment")
    said: str | None = words()


@dataclass(kw_only=True, eq=False)
class Checked(Known):
    """That a question was looked into and has no answer of its own: of one account, or of the book."""

    question: str = text(needed=True, nature="")
    outcome: str = choice(Outcome, "checked.outcome", needed=True)
    account_id: str | None = link("account", part=True)
    reason: str | None = words()
    checked_by: str | None = text(nature="person")
