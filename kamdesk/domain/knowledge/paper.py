"""ReportIssue 报告签发: which paper was given to whom, when; the file itself is an attachment of the row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kamdesk.domain.knowledge.described import Known, choice, link, text, words


class PaperKind(StrEnum):
    COST_SAVING = "cost_saving"
    COMPARISON = "comparison"
    BUSINESS_REVIEW = "business_review"
    SUGGESTED_ORDER = "suggested_order"
    ACCOUNT_PLAN = "account_plan"
    OTHER = "other"


class Audience(StrEnum):
    CUSTOMER = "customer"
    MANAGEMENT = "management"
    COLLEAGUES = "colleagues"


@dataclass(kw_only=True, eq=False)
class ReportIssue(Known):
    """A paper given out on ``known_on``: which, in which version, for whom, to whom."""

    paper: str = choice(PaperKind, "report_issue.paper", needed=True)
    audience: str = choice(Audience, "report_issue.audience", usual=Audience.CUSTOMER)
    account_id: str | None = link("account", part=True)
    contact_id: str | None = link("contact")
    to_whom: str | None = text(nature="person")
    version: str | None = text()
    visit_id: str | None = link("visit")
    said: str | None = words()
