"""An account together with a role, a page or a question, as people type it (“华通 决策者”): where that is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from kamdesk.db import tables as t
from kamdesk.db.index.records import contents
from kamdesk.db.index.rows import merged_accounts, standing
from kamdesk.db.store import Store
from kamdesk.domain.contact import BuyingRole
from kamdesk.domain.query import Query, parse
from kamdesk.domain.questions.answer import Scope
from kamdesk.domain.questions.table import QUESTIONS
from kamdesk.domain.tokens import compact, is_han
from kamdesk.reads.found import Hit, hit, owners
from kamdesk.reads.search import ELSEWHERE, search_kind
from kamdesk.words import LANGUAGES, Words

TOPICS = (
    "people",
    "needs",
    "promises",
    "rivals",
    "stage",
    "risks",
    "trade",
    "line",
    "files",
    "history",
    "questions",
)
MOST_QUESTIONS, MOST_ACCOUNTS, MOST_LETTERS = 3, 3, 40
LEAST_HAN, LEAST_LATIN = 2, 4


@dataclass(frozen=True, slots=True)
class Lead:
    """A place on an account's page, or with ``person`` somebody who has the ``role`` there.

    ``section`` is the page; ``question`` the question that was meant, ``role`` the role of nobody known yet.
    """

    account: Hit
    section: str
    question: str = ""
    role: str = ""
    person: Hit | None = None


@dataclass(frozen=True, slots=True)
class _Topic:
    section: str
    question: str = ""
    role: str = ""


def leads(store: Store, *, typed: str) -> tuple[Lead, ...]:
    """Where what was typed leads to, the people first; empty where it is not an account and something about it."""
    found: dict[tuple[str, str, str, str], Lead] = {}
    for topics, rest in _splits(typed):
        group = search_kind(store, typed=rest, kind="account", limit=MOST_ACCOUNTS)
        if group.tier == ELSEWHERE:
            continue
        with store.read() as connection:
            for account in group.hits:
                for topic in topics:
                    for lead in _of(connection, account, topic):
                        person = lead.person.id if lead.person else ""
                        found.setdefault((account.id, lead.section, lead.question or lead.role, person), lead)
        if found:
            break
    return tuple(sorted(found.values(), key=lambda lead: (lead.person is None, not lead.role)))


def named(store: Store, *, typed: str) -> tuple[Hit, ...]:
    """The accounts whose names hold any one of the words typed."""
    hits: dict[str, Hit] = {}
    for word in parse(typed).words:
        group = search_kind(store, typed=word, kind="account", limit=MOST_ACCOUNTS)
        if group.tier < ELSEWHERE:
            hits |= {each.id: each for each in group.hits}
    return tuple(hits.values())


def _of(connection: Connection, account: Hit, topic: _Topic) -> Iterator[Lead]:
    if not topic.role:
        yield Lead(account, topic.section, topic.question)
        return
    rows = standing(connection, t.contact_role, "account_id", (account.id,))
    who = [row.contact_id for row in rows if row.role == topic.role and row.until is None]
    people = (
        contents(connection, "contact", list(dict.fromkeys(who)), merged_accounts(connection)) if who else ()
    )
    known = owners(connection, [account.id])
    nobody = True
    for content in people:
        person = hit(content, Query((), ""), known)
        if person is not None and person.account_id == account.id:
            nobody = False
            yield Lead(account, topic.section, role=topic.role, person=person)
    if nobody:
        yield Lead(account, topic.section, role=topic.role)


def _splits(typed: str) -> Iterator[tuple[tuple[_Topic, ...], str]]:
    """What was typed, parted into something about an account and the account."""
    words = typed.split()
    pairs = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    if len(words) == 1 and len(typed.strip()) <= MOST_LETTERS and any(map(is_han, typed)):
        whole = words[0]
        pairs = [(whole[:cut], whole[cut:]) for cut in range(len(whole) - 2, 1, -1)]
    for left, right in pairs:
        for about, rest in ((right, left), (left, right)):
            topics = _topics(about)
            if topics and parse(rest):
                yield topics, rest


def _topics(text: str) -> tuple[_Topic, ...]:
    said = compact(text)
    least = LEAST_HAN if said and is_han(said[0]) else LEAST_LATIN
    if len(said) < least:
        return ()
    roles = [_Topic("people", role=role) for role, word in _roles() if word.startswith(said)]
    pages = [_Topic(section) for section, word in _pages() if word == said]
    asked = [_Topic("questions", question) for question, words in _asked() if said in words]
    if len(asked) > MOST_QUESTIONS:
        asked = []
    return tuple(dict.fromkeys((*roles, *pages, *asked)))


@cache
def _roles() -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(role.value), compact(Words(language).choice("contact_role", role.value)))
        for role in BuyingRole
        for language in LANGUAGES
    )


@cache
def _pages() -> tuple[tuple[str, str], ...]:
    """The words by which people ask for a page of an account."""
    return tuple(
        (section, compact(word))
        for section in TOPICS
        for language in LANGUAGES
        for word in Words(language).choice("search_topic", section).split()
    )


@cache
def _asked() -> tuple[tuple[str, str], ...]:
    """The questions about an account; those that are locked are not found."""
    return tuple(
        (question.id, compact(Words(language).text(f"question.ask.{question.id}")))
        for question in QUESTIONS
        if question.scope is Scope.ACCOUNT and not question.secret
        for language in LANGUAGES
    )
