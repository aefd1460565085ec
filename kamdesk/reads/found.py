"""A record that was found, as one line and a second one, with the places in them that the words typed stand at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kamdesk.db import plain
from kamdesk.db import tables as t
from kamdesk.db.index.contents import Content, Kind, Part
from kamdesk.db.index.rows import standing
from kamdesk.db.sounds import sound, sounds_of_person
from kamdesk.domain.addresses import without_repeats
from kamdesk.domain.query import Query, is_number, parse
from kamdesk.domain.tokens import Sound, fold, folded, initials, is_han, spoken

Span = tuple[int, int]
Marks = tuple[Span, ...]
BEFORE, MOST = 12, 90
"""So many letters stand before the first hit in an excerpt, and so many are in it at most."""
_QUIET = ("title", "specification")
_SOUNDED = ("name", "person", "tag")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text, or what of it is worth showing, and where in it the words typed stand."""

    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    ``title`` is its name, or what of its text was hit; ``snippet`` is what else was hit, of the field ``field``,
    empty where the title says it all. ``account_id`` and ``account`` are those it belongs to. ``quiet`` is what goes
    with a name: a title, a specification; ``place`` where the account is; ``shared``: another account has its name.
    ``opens``: of what was found out, the record (``kind@id``) in which it is read and changed; ``id`` says its kind.
    """

    kind: Kind
    id: str
    account_id: str | None
    account: Excerpt
    title: Excerpt
    snippet: Excerpt
    field: str
    day: date | None
    value_class: str | None
    is_key: bool
    quiet: str = ""
    place: str = ""
    shared: bool = False
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """What is shown of an account beside its records."""

    names: tuple[Part, ...]
    value_class: str | None
    is_key: bool
    place: str
    shared: bool = False


def owners(connection: Connection, accounts: Sequence[str]) -> Mapping[str, Owner]:
    """The accounts that records belong to."""
    rows = standing(connection, t.account, "id", accounts)
    shared = _shared(connection, {name for row in rows for name in (row.name, row.short_name) if name})
    return {
        row.id: Owner(
            tuple(Part("name", name, "name") for name in (row.short_name, row.name) if name),
            row.value_class,
            bool(row.is_key),
            "".join(without_repeats(row.city, row.district, row.address)),
            not shared.isdisjoint((row.name, row.short_name)),
        )
        for row in rows
    }


def _shared(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of these names by which more than one account is called, be it in full or in short."""
    if not names:
        return set()
    marks = ",".join("?" * len(names))
    statement = (
        "SELECT called FROM (SELECT id, name AS called FROM account WHERE deleted_at IS NULL AND merged_into IS NULL"
        f" AND name IN ({marks}) UNION SELECT id, short_name FROM account WHERE deleted_at IS NULL"
        f" AND merged_into IS NULL AND short_name IN ({marks})) GROUP BY called HAVING count(DISTINCT id) > 1"
    )
    return {row.called for row in plain.rows(connection, statement, (*names, *names))}


def hit(content: Content, query: Query, known: Mapping[str, Owner]) -> Hit | None:
    """The record as it is shown; None where a longer Chinese word is not in it, though all its pairs are."""
    accounts = [account for account in content.accounts if account in known]
    beside = [part for account in accounts for part in known[account].names]
    long = [word for word in query.words if len(word) > 2 and is_han(word)]
    texts = [folded(part.text) for part in (*content.parts, *beside)] if long else []
    if not all(any(word in text for text in texts) for word in long):
        return None
    shown = next(
        (account for account in accounts if any(found(part, query) for part in known[account].names)),
        accounts[0] if accounts else None,
    )
    owner = known[shown] if shown else None
    title = content.parts[0]
    titled = found(title, query)
    others = [(part, found(part, query)) for part in content.parts[1:]]
    best, places = max(others, key=lambda other: len(other[1]), default=(None, ()))
    if (
        content.kind in ("note", "visit", "promise", "action", "known")
        and not titled
        and places
        and best is not None
    ):
        title, titled, places = best, places, ()
    told = best is not None and bool(places)
    return Hit(
        kind=content.kind,
        id=content.record,
        account_id=shown,
        account=_called(owner, query),
        title=excerpt(title.text, titled),
        snippet=excerpt(best.text, places) if told and best is not None else Excerpt(""),
        field=best.field if told and best is not None else title.field,
        day=content.day if content.kind != "account" else None,
        value_class=owner.value_class if owner else None,
        is_key=owner.is_key if owner else False,
        quiet=next((part.text for part in content.parts if part.field in _QUIET), ""),
        place=owner.place if owner else "",
        shared=owner.shared if owner else False,
        opens=content.opens,
    )


def _called(owner: Owner | None, query: Query) -> Excerpt:
    if owner is None:
        return Excerpt("")
    names = [(part.text, found(part, query)) for part in owner.names]
    return Excerpt(*max(names, key=lambda name: bool(name[1])))


def found(part: Part, query: Query) -> Marks:
    """Where in a text the words stand: in order, none within another."""
    text, places = _folded_with_places(part.text)
    spans = [span for word in query.words for span in _spans(part, text, places, word)]
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its letters the place in ``text`` it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folds = [fold(here) for here in text]
    whole = "".join(folds)
    if len(whole) == len(text) and all(folds):
        return whole, range(len(text))
    return whole, [place for place, letters in enumerate(folds) for _ in letters]


def _spans(part: Part, text: str, places: Sequence[int], word: str) -> Iterator[Span]:
    number = part.nature == "number" and is_number(word)
    if number:
        kept = [place for place, letter in enumerate(text) if letter.isalnum()]
        squeezed = "".join(text[place] for place in kept)
        sources: Sequence[int] = [places[place] for place in kept]
    else:
        squeezed, sources = text, places
    begin = squeezed.find(word)
    while begin >= 0:
        end = begin + len(word)
        if number or is_han(word) or _begins_word(squeezed, begin) or len(word) >= 3:
            yield sources[begin], sources[end - 1] + 1
        begin = squeezed.find(word, end)
    if part.nature in _SOUNDED and not is_han(word):
        sounds = sounds_of_person(part.text) if part.nature == "person" else (sound(part.text),)
        for said in sounds:
            span = _sounded(said, word)
            if span:
                yield span
                return


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum() or is_han(text[place - 1])


def _sounded(said: Sound, word: str) -> Span | None:
    """The characters of a name whose sound, or whose initials, the word is; the earliest."""
    for place in range(len(said)):
        rest = said[place:]
        for whole, length in ((spoken(rest), "spoken"), (initials(rest), "initial")):
            if whole.startswith(word):
                covered = 0
                for unit in rest:
                    covered += len(getattr(unit, length))
                    if covered >= len(word):
                        return rest[0].start, unit.end
    return None


def excerpt(text: str, marks: Marks) -> Excerpt:
    """One line around the first hit, without line breaks."""
    begin = 0
    if marks and marks[0][1] > MOST // 3:
        begin = max(0, marks[0][0] - BEFORE)
    part = text[begin : begin + MOST]
    line = "".join(" " if letter.isspace() else letter for letter in part)
    lead = "…" if begin else ""
    shift = len(lead) - begin
    inside = tuple(
        (start + shift, min(end, begin + MOST) + shift)
        for start, end in marks
        if start < begin + MOST and start >= begin
    )
    return Excerpt(lead + line + ("…" if begin + MOST < len(text) else ""), inside)


def words_found(typed: str, commands: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[tuple[str, Marks], ...]:
    """The commands whose words in some language hold all that was typed, those first that begin with it.

    Each with the letters to be marked in its first words.
    """
    query = parse(typed)
    hits: list[tuple[int, str, Marks]] = []
    for name, languages in commands if query else ():
        for place, words in enumerate(languages):
            part = Part("command", words, "name")
            if all(found(part, Query((word,), word)) for word in query.words):
                marks = found(part, query)
                later = place * 2 + (1 if not marks or marks[0][0] else 0)
                hits.append((later, name, marks if place == 0 else ()))
                break
    return tuple((name, marks) for _, name, marks in sorted(hits, key=lambda hit: hit[0]))
