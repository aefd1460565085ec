"""Competitors: what they supply, what they do, why they are chosen, and how we compare at one account."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.documents import account_meant
from kamdesk.cli.giving import number, percent
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.domain.judging.matrix import Compared
    from kamdesk.reads.judging.rivals import Rival, Rivals, Said, Supplied


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("rivals")
    parser.add_argument("--account", metavar="NAME|ID", help=words.text("cli.help.account_one"))
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=give_rivals)


def give_rivals(context: Context) -> int:
    """All competitors, or those at one account with the services compared."""
    from kamdesk.reads.judging.rivals import rivals

    account_id = account_meant(context) if context.options.account else None
    found = rivals(context.store(), now=context.book_now(), account_id=account_id)
    if context.options.json:
        context.give(_rivals(found))
        return 0
    for line in _lines(found, context.words):
        print(line)
    return 0


# for eyes


def _lines(found: Rivals, words: Words) -> Iterable[str]:
    if not found.rivals and not found.unnamed:
        yield words.text("rivals.none")
    for rival in found.rivals:
        under_way = sum(move.under_way for move in rival.moves)
        yield words.text(
            "rivals.head",
            name=rival.name,
            accounts=len(rival.supplies),
            keys=len(rival.key_accounts),
            moves=under_way,
        )
        for each in rival.supplies:
            yield "  " + words.text(
                "rivals.supplies",
                account=found.names.get(each.account_id, each.account_id),
                share=percent(each.share),
                ours=percent(each.ours),
                day=each.as_of,
            )
        for move in rival.moves:
            if move.under_way:
                yield "  " + _move(move, found.names, words)
        yield from ("  " + line for line in _wins((*rival.reasons, *rival.conditions), found.names, words))
    yield from _wins(found.unnamed, found.names, words)
    if found.matrix:
        yield words.text("rivals.matrix")
    for row in found.matrix:
        item = found.names.get(row.item_id, row.item_id)
        yield "  " + words.text("rivals.row", item=item, said=_row(row, found.names, words))
    for said in found.ours:
        parts = {
            name: words.choice(f"our_reason.{name}", said.fields.get(name))
            for name in ("purpose", "motive", "behaviour")
        }
        yield words.text("rivals.ours", **parts)


def _move(move: Said, names: Mapping[str, str], words: Words) -> str:
    fields = move.fields
    target = (
        names.get(move.account_id or "") or fields.get("region") or names.get(fields.get("product_id") or "")
    )
    response = fields.get("response")
    parts = {
        name: words.choice(f"competitor_move.{name}", fields.get(name))
        for name in ("purpose", "motive", "behaviour")
    }
    return words.text(
        "rivals.move",
        day=move.day,
        target=target or words.text("rivals.everywhere"),
        response=words.text("rivals.response", text=response)
        if response
        else words.text("rivals.no_response"),
        **parts,
    )


def _wins(records: Iterable[Said], names: Mapping[str, str], words: Words) -> Iterable[str]:
    for said in records:
        if not said.under_way:
            continue
        account, fields = names.get(said.account_id or "", ""), said.fields
        if "reason" in fields:
            weight = words.text("rivals.weight", weight=fields["weight"]) if "weight" in fields else ""
            reason = words.choice("rival_reason.reason", fields["reason"])
            yield words.text("rivals.reason", reason=reason, weight=weight, account=account)
        else:
            state = words.choice("win_condition.state", fields.get("state"))
            yield words.text("rivals.condition", what=fields.get("what", ""), state=state, account=account)


def _row(row: Compared, names: Mapping[str, str], words: Words) -> str:
    said = []
    for code in ("only_ours", "only_theirs", "better", "worse"):
        providers = getattr(row, code)
        if providers:
            said.append(
                words.text(f"rivals.{code}", names="、".join(names.get(each, each) for each in providers))
            )
    if row.wanting:
        said.append(words.text("rivals.wanting"))
    return "，".join(said) or words.text("rivals.alike")


# for a program


def _rivals(found: Rivals) -> dict[str, Any]:
    return {
        "date": found.today.isoformat(),
        "account": {"id": found.account_id, "name": found.names.get(found.account_id)}
        if found.account_id
        else None,
        "rivals": [_rival(each, found.names) for each in found.rivals],
        "unnamed": [_said(each, found.names) for each in found.unnamed],
        "services": [_compared(row, found.names) for row in found.matrix],
        "chooses_us": [_said(each, found.names) for each in found.ours],
    }


def _rival(rival: Rival, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": rival.id,
        "name": rival.name,
        "supplies": [_supplied(each, names) for each in rival.supplies],
        "key_accounts": [each.account_id for each in rival.key_accounts],
        "moves": [_said(each, names) for each in rival.moves],
        "reasons": [_said(each, names) for each in rival.reasons],
        "win_conditions": [_said(each, names) for each in rival.conditions],
    }


def _supplied(each: Supplied, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "account": {"id": each.account_id, "name": names.get(each.account_id)},
        "share": number(each.share),
        "ours": number(each.ours),
        "as_of": each.as_of.isoformat(),
        "evidence": list(each.ids),
    }


def _said(each: Said, names: Mapping[str, str]) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    return {
        "id": each.id,
        "date": each.day.isoformat(),
        "account": {"id": each.account_id, "name": names.get(each.account_id)} if each.account_id else None,
        "under_way": each.under_way,
        **{name: plain(value) for name, value in each.fields.items()},
    }


def _compared(row: Compared, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "service": {"id": row.item_id, "name": names.get(row.item_id)},
        "marks": [
            {
                "provider": mark.provider,
                "given": mark.given,
                "rating": mark.rating,
                "wanted": mark.wanted,
                "id": mark.id,
            }
            for mark in row.marks.values()
        ],
        "only_ours": list(row.only_ours),
        "only_theirs": list(row.only_theirs),
        "wanting": row.wanting,
        "better": list(row.better),
        "worse": list(row.worse),
    }
