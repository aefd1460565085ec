"""That a question was looked into: there is none, or it doesn't arise."""

from __future__ import annotations

from datetime import date, datetime

from kamdesk.db.store import Store
from kamdesk.domain.changes import Changes
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge.evidence import Outcome
from kamdesk.domain.questions.answer import Scope
from kamdesk.domain.questions.table import BY_ID
from kamdesk.operations.knowledge.records import add_record
from kamdesk.operations.own import reps


def check_question(
    store: Store,
    *,
    question: str,
    outcome: str,
    now: datetime,
    account_id: str | None = None,
    known_on: date | None = None,
    reason: str | None = None,
    checked_by: str | None = None,
    said_by: str | None = None,
) -> Changes:
    """Looked into on a day: ``outcome`` none (there is none) or not_applicable (with its reason).

    Who checked is the book's rep where nobody is named. Raises RuleError for a question that only a record answers, for
    one that is confidential, and where account and question don't go together.
    """
    asked = BY_ID.get(question)
    if asked is None or asked.secret:
        raise RuleError("question_unknown", question=question)
    if (asked.scope is Scope.ACCOUNT) != (account_id is not None):
        raise RuleError("question_scope", question=question)
    if outcome == Outcome.NONE and not asked.may_be_none:
        raise RuleError("question_needs_record", question=question)
    with store.write("checked.record", now=now, summary=question) as tx:
        by = checked_by or next((rep.name for rep in reps(tx)), None)
        add_record(
            tx,
            "checked",
            {
                "question": question,
                "outcome": outcome,
                "account_id": account_id,
                "known_on": known_on,
                "reason": reason,
                "checked_by": by,
                "said_by": said_by,
            },
        )
    return tx.changes()
