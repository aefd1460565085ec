"""Answers to the questions of lists, written in a file: TOML, or JSON as the questions are given in, filled in.

::

    [[answer]]
    id = "4be0…"                # as `kamdesk import --questions` gives it
    take = "new"                # a row: as an account of its own
    # take = "account"          # a row: as the account named by ``account`` (its id, or its name where that is one)
    # account = "海川贸易有限公司"
    # take = "list"             # fields: what the list says, rather than the book
    # take = "value"            # a cell: what ``value`` says
    # value = "2,100万元"
    # take = "nothing"          # it stays out
    # take = "later"            # left out before: ask again
    # take = "new_all"          # a person of a firm that the book lacks: these firms of the list are new accounts
    # take = "nothing_all"      # these people of the list stay out
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from kamdesk.domain.errors import InputError

Take = Literal["new", "account", "list", "value", "nothing", "later", "new_all", "nothing_all"]
_FIELDS = frozenset({"id", "take", "account", "value"})
_NEEDS = {"account": "account", "value": "value"}
_MOST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer. ``account`` and ``value`` stand where `take` needs them."""

    question: str
    take: Take
    account: str = ""
    value: str = ""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The answers of a file; entries whose ``take`` is empty are questions left open.

    Raises InputError, naming the entry that is wrong: then nothing of the file is carried out.
    """
    try:
        if path.stat().st_size > _MOST:
            raise InputError("import_too_large", file=path.name, limit=_MOST // (1024 * 1024))
        text = path.read_text("utf-8-sig")
        start = text.lstrip()[:2]
        is_json = start[:1] in ("{", "[") and start != "[["  # the double bracket begins a table of TOML
        raw: Any = json.loads(text) if is_json else tomllib.loads(text)
    except OSError as error:
        raise InputError("import_unreadable", file=str(path), reason=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise InputError("import_decide", file=path.name, place="–", reason=str(error)) from error
    entries = raw.get("answer") if isinstance(raw, dict) else raw
    if not isinstance(entries, list):
        raise InputError("import_decide", file=path.name, place="–", reason="answer = [ … ]")
    found = [_decision(entry, number, path.name) for number, entry in enumerate(entries, start=1)]
    decisions = tuple(decision for decision in found if decision is not None)
    seen: dict[str, Decision] = {}
    for decision in decisions:
        if seen.setdefault(decision.question, decision) != decision:
            raise InputError("import_decide_twice", file=path.name, question=decision.question)
    return tuple(seen.values())


def _decision(entry: object, number: int, file: str) -> Decision | None:
    def wrong(reason: str) -> InputError:
        return InputError("import_decide", file=file, place=number, reason=reason)

    if not isinstance(entry, dict):
        raise wrong(repr(entry)[:80])
    # What the list of questions says besides is for whoever reads it.
    said = {name: str(value) for name, value in entry.items() if name in _FIELDS and value is not None}
    take = said.get("take", "").strip()
    if not take:
        return None
    if not said.get("id"):
        raise wrong("id")
    if take not in get_args(Take):
        raise wrong(f"take = {take!r}; {' | '.join(get_args(Take))}")
    needed = _NEEDS.get(take)
    if needed and not said.get(needed, "").strip():
        raise wrong(needed)
    return Decision(said["id"], take, said.get("account", "").strip(), said.get("value", ""))  # type: ignore[arg-type]
