"""What stands beside the rep's judgement: stages with their signs, loyalty, dangers; and the rivals."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kamdesk.cli.context import Context
from kamdesk.cli.documents import account_meant
from kamdesk.cli.giving import DASH, number
from kamdesk.domain.judging.component import Component, Speaks
from kamdesk.domain.judging.stages import Met, SignHint, StageHint
from kamdesk.reads.judging.saying import component_value, sign_figures
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.domain.judging.alliance import Readiness
    from kamdesk.reads.judging.relationships import Judging

MARKS = {Speaks.FOR: "+", Speaks.AGAINST: "−", None: "·"}
DANGER_MARKS = {Speaks.FOR: "○", Speaks.AGAINST: "▲", None: "?"}
SIGN_MARKS = {Met.MET: "●", Met.MISSING: "○", Met.UNKNOWN: "?"}


def add_commands(command: Callable[[str], argparse.ArgumentParser], words: Words) -> None:
    """The commands of this room."""
    parser = command("stage")
    parser.add_argument("--account", metavar="NAME|ID", help=words.text("cli.help.account_one"))
    parser.add_argument("--json", action="store_true", help=words.text("cli.help.json"))
    parser.set_defaults(carry_out=give_stages)


def give_stages(context: Context) -> int:
    """Of one account everything; of all their stage and what is missing for the next."""
    from kamdesk.reads.judging.relationships import judgings

    account_id = account_meant(context) if context.options.account else None
    found = judgings(context.store(), now=context.book_now(), account_id=account_id)
    if context.options.json:
        context.give(
            {"date": context.book_now().date().isoformat(), "accounts": [_judging(each) for each in found]}
        )
        return 0
    words = context.words
    if not found:
        context.say("judging.none")
    for each in found:
        for line in _brief(each, words) if account_id is None else _whole(each, words):
            print(line)
    if found:
        context.say("judging.formula")
    return 0


# for eyes


def _brief(each: Judging, words: Words) -> Iterable[str]:
    of, following = each.relationship, each.following
    stage = words.choice("stage", of.stage) if of.stage else words.text("judging.unjudged")
    since = words.text("judging.since", day=of.stage_on) if of.stage_on else ""
    yield words.text("judging.head", name=each.unit.name, stage=stage, since=since)
    if following:
        missing = "、".join(words.choice("stage_sign.sign", sign) for sign in following.missing)
        yield "  " + words.text(
            "judging.next",
            stage=words.choice("stage", following.stage),
            missing=missing or words.text("judging.nothing_missing"),
        )


def _whole(each: Judging, words: Words) -> Iterable[str]:
    yield from _brief(each, words)
    for hint in each.hints:
        met = sum(sign.met == Met.MET for sign in hint.signs)
        yield "  " + words.text(
            "judging.stage",
            stage=words.choice("stage", hint.stage),
            judged=words.text("judging.judged") if hint.judged else "",
            met=met,
            all=len(hint.signs),
        )
        for sign in hint.signs:
            yield "    " + _sign(sign, words)
    own = each.relationship.judgement
    judgement = (
        words.choice("loyalty_judgement.judgement", own.kind) if own else words.text("judging.unjudged")
    )
    yield "  " + words.text("judging.loyalty", judgement=judgement)
    for component in each.loyalty:
        yield "    " + _component(component, "component", words)
    yield "  " + words.text("judging.churn")
    for component in each.churn:
        yield "    " + _component(component, "danger", words)
    yield "  " + words.text("judging.alliance")
    for point in each.alliance:
        score = DASH if point.score is None else str(point.score)
        own_ = words.text("judging.own") if point.own else ""
        name = words.choice("alliance_point.point", point.point)
        yield "    " + words.text("judging.point", name=name, score=score, own=own_)


def _sign(hint: SignHint, words: Words) -> str:
    figures = sign_figures(hint, words)
    seen = "" if hint.seen is None else words.text("judging.seen" if hint.seen else "judging.unseen")
    return words.text(
        "judging.sign",
        mark=SIGN_MARKS[hint.met],
        sign=words.choice("stage_sign.sign", hint.sign),
        figures=f"（{'，'.join(figures)}）"
        if figures and words.language == "zh"
        else f" ({', '.join(figures)})"
        if figures
        else "",
        seen=seen,
    )


def _component(each: Component, kind: str, words: Words) -> str:
    told = component_value(each, words)
    evidence = words.text("judging.evidence", count=len(each.evidence)) if each.evidence else ""
    name = words.text(f"judging.{kind}.{each.id}")
    return words.text(
        "judging.component_text",
        mark=(MARKS if kind == "component" else DANGER_MARKS)[each.speaks],
        name=name,
        value=told,
        evidence=evidence,
    )


# for a program


def _judging(each: Judging) -> dict[str, Any]:
    of, following = each.relationship, each.following
    return {
        "id": each.unit.id,
        "name": each.unit.name,
        "stage": of.stage,
        "judged_on": of.stage_on.isoformat() if of.stage_on else None,
        "next": {"stage": following.stage, "missing": list(following.missing)} if following else None,
        "stages": [_stage(hint) for hint in each.hints],
        "loyalty": {
            "judgement": of.judgement.kind if of.judgement else None,
            "judgement_id": of.judgement.id if of.judgement else None,
            "components": [component_json(component) for component in each.loyalty],
        },
        "churn": [component_json(component) | {"present": _present(component)} for component in each.churn],
        "alliance": [_point(point) for point in each.alliance],
    }


def _present(component: Component) -> bool | None:
    return None if component.speaks is None else component.speaks == Speaks.AGAINST


def component_json(component: Component) -> dict[str, Any]:
    """A component with what it was counted from."""
    return {
        "id": component.id,
        "value": number(component.value),
        "unit": component.unit,
        "speaks": component.speaks,
        "reason": component.reason,
        "parts": {name: number(value) for name, value in component.parts.items()},
        "evidence": list(component.evidence),
    }


def _stage(hint: StageHint) -> dict[str, Any]:
    return {
        "stage": hint.stage,
        "judged": hint.judged,
        "missing": list(hint.missing),
        "signs": [
            {
                "sign": sign.sign,
                "met": sign.met,
                "seen": sign.seen,
                "figures": {name: number(value) for name, value in sign.figures.items()},
                "evidence": list(sign.evidence),
            }
            for sign in hint.signs
        ],
    }


def _point(point: Readiness) -> dict[str, Any]:
    return {
        "point": point.point,
        "score": point.score,
        "date": point.day.isoformat() if point.day else None,
        "own": point.own,
        "evidence": list(point.evidence),
    }
