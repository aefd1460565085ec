"""A report that is being written beside one that is recorded: what it says more, and both taken together.

Both are as the form keeps them: texts by field, ids of whom was met, rows of products and promises. ``base`` is what
was recorded when the draft was begun, None for nothing: what stands in the draft as it stood there was not typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Content = Mapping[str, Any]

TIMES = ("day", "arrived", "left")
TEXTS = ("points", "outcome", "amount", "order_number", "next_step", "next_due", "rival", "companions")
ROWS = ("stock", "ordered")
PLACES = {
    **dict.fromkeys(TIMES, "times"),
    "met": "met",
    "points": "points",
    "outcome": "outcome",
    "stock": "stock",
    "ordered": "stock",
    "amount": "order",
    "order_number": "order",
    "promises": "promise",
    "next_step": "next",
    "next_due": "next",
    "rival": "rival",
    "companions": "with",
}
"""In which row of the form a field stands."""


def says_more(draft: Content, recorded: Content, base: Content | None = None) -> tuple[str, ...]:
    """The rows of the form in which the draft has something that is not recorded, in the order of the form."""
    known = base or {}
    fields = [name for name in (*TIMES, *TEXTS) if _text_more(name, draft, recorded, known)]
    fields += [name for name in ROWS if _put(draft, recorded, known, name) != _rows(recorded, name)]
    if set(_met(draft, recorded, known)) != set(recorded.get("met") or ()):
        fields.append("met")
    if _promised(draft, recorded):
        fields.append("promises")
    return tuple(dict.fromkeys(place for name, place in PLACES.items() if name in fields))


def together(draft: Content, recorded: Content, base: Content | None = None) -> dict[str, Any]:
    """What is recorded with all that the draft says more; promises are those that are not recorded yet."""
    known = base or {}
    both = dict(recorded)
    for name in (*TIMES, *TEXTS):
        if _text_more(name, draft, recorded, known):
            both[name] = draft.get(name)
    if "points" in both:
        both["points"] = _joined(draft, recorded, known)
    for name in ROWS:
        both[name] = [[key, *rest] for key, rest in _put(draft, recorded, known, name).items()]
    both["met"] = _met(draft, recorded, known)
    both["promises"] = _promised(draft, recorded)
    return both


def _text(content: Content, name: str) -> str:
    said = str(content.get(name) or "").strip()
    if name == "amount":
        said = said.replace(",", "").lstrip("¥￥").removesuffix(".00")
    return ", ".join(said.replace("，", ",").replace("、", ",").split(",")) if name == "companions" else said


def _text_more(name: str, draft: Content, recorded: Content, base: Content) -> bool:
    mine, theirs, before = (_text(content, name) for content in (draft, recorded, base))
    if mine in (before, theirs):
        return False
    if name in TIMES and not before and theirs:
        return False  # the clock wrote it at the door
    return bool(mine) or theirs == before


def _joined(draft: Content, recorded: Content, base: Content) -> str:
    mine, theirs = _text(draft, "points"), _text(recorded, "points")
    if not _text_more("points", draft, recorded, base):
        return theirs
    if theirs in mine or theirs == _text(base, "points"):
        return mine
    if mine in theirs:
        return theirs
    return f"{theirs}\n{mine}"


def _rows(content: Content, name: str) -> dict[str, list[Any]]:
    return {str(key): list(rest) for key, *rest in content.get(name) or ()}


def _put(draft: Content, recorded: Content, base: Content, name: str) -> dict[str, list[Any]]:
    """The recorded rows, with those that the draft has put in or made others."""
    before = _rows(base, name)
    mine = {key: rest for key, rest in _rows(draft, name).items() if before.get(key) != rest}
    return {**_rows(recorded, name), **mine}


def _met(draft: Content, recorded: Content, base: Content) -> list[str]:
    before = base.get("met") or ()
    added = [each for each in draft.get("met") or () if each not in before]
    return list(dict.fromkeys([*(recorded.get("met") or ()), *added]))


def _promised(draft: Content, recorded: Content) -> list[Any]:
    made = {str(what).strip() for what, *_ in recorded.get("promises") or ()}
    return [
        row for row in draft.get("promises") or () if str(row[0]).strip() and str(row[0]).strip() not in made
    ]
