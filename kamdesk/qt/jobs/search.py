"""Search over everything: what is typed, what was opened last, the index of an older book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kamdesk.db.store import Store
    from kamdesk.reads.found import Hit
    from kamdesk.reads.leads import Lead
    from kamdesk.reads.search import Building, Found, Group

Commands = tuple[tuple[str, tuple[str, ...]], ...]
"""The window's actions: each with its words in the language of the window, then in the others."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """Records that were found, and the actions with the letters of their words that were typed.

    ``leads``: places on an account's page that were asked for beside its name; ``named``: where nothing was found,
    accounts that some of the words name.
    """

    found: Found
    commands: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    leads: tuple[Lead, ...] = ()
    named: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """What was opened and what was typed last, the newest first, and how far the index is."""

    hits: tuple[Hit, ...]
    typed: tuple[str, ...]
    index: Building


def search(store: Store, *, typed: str, commands: Commands) -> SearchView:
    from kamdesk.reads.found import words_found
    from kamdesk.reads.leads import leads, named
    from kamdesk.reads.search import search

    found, possible, places = (
        search(store, typed=typed),
        words_found(typed, commands),
        leads(store, typed=typed),
    )
    nothing = not (found or possible or places)
    return SearchView(found, possible, places, named(store, typed=typed) if nothing else ())


def search_more(store: Store, *, typed: str, kind: Any, after: Any) -> Group:
    """The next page of the hits of a kind."""
    from kamdesk.reads.search import search_kind

    return search_kind(store, typed=typed, kind=kind, after=after)


def recent(store: Store) -> Recent:
    from kamdesk.reads.recent import recent

    hits, typed, index = recent(store)
    return Recent(hits, typed, index)


def keep_recent(store: Store, *, kind: str, record: str, typed: str) -> None:
    from kamdesk.operations.recent import keep_recent

    keep_recent(store, kind=kind, record=record, typed=typed)


def build_index_piece(store: Store) -> Building:
    from kamdesk.operations.indexing import build_piece

    return build_piece(store)


def question_page(question_id: str) -> str:
    """The page on which a question is answered."""
    from kamdesk.domain.questions.table import QUESTIONS

    return next(each.where.partition("/")[0] for each in QUESTIONS if each.id == question_id)
