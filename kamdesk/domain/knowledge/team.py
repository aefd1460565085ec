"""Who looks after an account (AccountTeam 服务团队), the own team of a dealer, and Handover 客户移交."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from kamdesk.domain.knowledge.described import Known, KnownOfAccount, choice, day, flag, link, text, words


class Function(StrEnum):
    SALES = "sales"
    TECHNICAL = "technical"
    SERVICE = "service"
    LOGISTICS = "logistics"
    FINANCE = "finance"
    MARKETING = "marketing"
    MANAGEMENT = "management"
    OTHER = "other"


class Part(StrEnum):
    OWNER = "owner"
    SUPPORT = "support"


class RecordKind(StrEnum):
    """What a member's duty is about."""

    ALL = "all"
    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    VISITS = "visits"
    PROMISES = "promises"
    TRADE = "trade"
    KNOWLEDGE = "knowledge"


class HandoverReason(StrEnum):
    LEFT = "left"
    TRANSFER = "transfer"
    REGION = "region"
    WORKLOAD = "workload"
    OTHER = "other"


class HandoverState(StrEnum):
    PREPARED = "prepared"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(kw_only=True, eq=False)
class AccountTeam(KnownOfAccount):
    """One of our people who looks after the account: in which function, as owner or in support, from when to when."""

    tells_of: ClassVar[str] = "since"

    name: str = text(needed=True, nature="person")
    function: str = choice(Function, "account_team.function", needed=True)
    part: str = choice(Part, "account_team.part", usual=Part.SUPPORT)
    rep_id: str | None = link("rep")
    phone: str | None = text(nature="number")
    since: date = day(needed=True)
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class TeamMember(Known):
    """A member of the team that keeps this book; an administrator sets the others' duties."""

    name: str = text(needed=True, nature="person")
    title: str | None = text()
    phone: str | None = text(nature="number")
    rep_id: str | None = link("rep")
    administrator: bool = flag()
    since: date = day(needed=True)
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class MemberDuty(Known):
    """What a member does: for which account (none: for all), which records may be changed, whether they may leave."""

    member_id: str = link("team_member", needed=True, part=True)
    account_id: str | None = link("account")
    record: str = choice(RecordKind, "member_duty.record", usual=RecordKind.ALL)
    may_change: bool = flag(usual=True)
    may_export: bool = flag()
    until: date | None = day()


@dataclass(kw_only=True, eq=False)
class Handover(KnownOfAccount):
    """An account that passes from one owner to another on a day; its history stays with it."""

    tells_of: ClassVar[str] = "handed_on"

    given_by: str = text(needed=True, nature="person")
    taken_by: str = text(needed=True, nature="person")
    to_rep_id: str | None = link("rep")
    reason: str = choice(HandoverReason, "handover.reason", needed=True)
    handed_on: date | None = day()
    introduced_on: date | None = day()
    state: str = choice(HandoverState, "handover.state", usual=HandoverState.PREPARED)
    said: str | None = words()
