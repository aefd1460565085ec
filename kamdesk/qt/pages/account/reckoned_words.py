"""What is reckoned of a relation as entries of a list: signs of the stages, components of loyalty, dangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.judging.component import Speaks
from kamdesk.domain.judging.stages import Met
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.widgets.details import Fact
from kamdesk.reads.judging.saying import (
    component_formula,
    component_parts,
    component_value,
    sign_figures,
    sign_formula,
)

if TYPE_CHECKING:
    from kamdesk.domain.judging.component import Component
    from kamdesk.domain.judging.stages import SignHint, StageHint
    from kamdesk.reads.judging.relationships import Judging

WAYS = {
    "never_bought": "show_trade", "too_few_purchases": "show_trade", "before_unknown": "show_trade",
    "before_nothing": "show_trade", "share_unknown": "add_share", "one_list": "add_share",
    "no_promises": "show_promises", "churn_risk_unjudged": "show_promises", "not_on_line": "show_line",
    "no_contacts": "add_contact", "no_departments": "show_people", "not_asked": "record@satisfaction",
    "nothing_recorded": "record@value_deed", "no_terms": "record@terms", "no_moves": "record@competitor_move",
    "never_visited": "write_report", "not_visited": "write_report",
}  # fmt: skip
"""By the reason why a figure can't be told, what is done about it."""
LOYALTY = {
    Speaks.FOR: ("circle-check", "good", "goodSoft"),
    Speaks.AGAINST: ("triangle-alert", "warn", "warnSoft"),
}
DANGERS = {
    Speaks.FOR: ("circle-check", "good", "goodSoft"),
    Speaks.AGAINST: ("triangle-alert", "bad", "badSoft"),
}
MET = {
    Met.MET: ("circle-check", "good", "goodSoft"),
    Met.MISSING: ("circle-x", "warn", "warnSoft"),
    Met.UNKNOWN: ("circle-help", "text3", "sunken"),
}
PLAIN = ("circle", "text2", "sunken")
UNKNOWN = ("circle-help", "text3", "sunken")


class ReckonedWords(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    # in a list

    def signs(self, judging: Judging) -> list[Entry]:
        """Stage under stage; which of its signs the records show."""
        entries: list[Entry] = []
        for hint in judging.hints:
            entries.append(Entry(f"stage:{hint.stage}", self._stage(hint), heading=True))
            entries += [self._sign(sign) for sign in hint.signs]
        return entries

    def loyalty(self, judging: Judging) -> list[Entry]:
        return [self._component(each, "component") for each in judging.loyalty]

    def dangers(self, judging: Judging) -> list[Entry]:
        return [self._component(each, "danger") for each in judging.churn]

    def _stage(self, hint: StageHint) -> str:
        speech = self._desk.speech
        name = speech.raised(speech.choice("stage", hint.stage))
        met = sum(sign.met == Met.MET for sign in hint.signs)
        said = self.tr("{met} of {all} signs in the records").format(met=met, all=len(hint.signs))
        return speech.joined((name, self.tr("your judgement") if hint.judged else "", said))

    def _sign(self, hint: SignHint) -> Entry:
        speech = self._desk.speech
        icon, tone, ground = MET[hint.met]
        return Entry(
            f"sign:{hint.sign}",
            speech.raised(speech.choice("stage_sign.sign", hint.sign)),
            sign_formula(hint, speech.words),
            quiet=self._seen(hint),
            side=speech.joined(sign_figures(hint, speech.words)),
            chip=self._met(hint.met), chip_tone=tone if hint.met != Met.UNKNOWN else "text2", chip_ground=ground,
            icon=icon, icon_tone=tone,
        )  # fmt: skip

    def _component(self, each: Component, kind: str) -> Entry:
        words = self._desk.speech.words
        icon, tone, ground = self._look(each, kind)
        value = component_value(each, words)
        known = each.value is not None
        speaks = self._speaks(each, kind)
        return Entry(
            f"{kind}:{each.id}",
            self._name(each, kind),
            f"{speaks}：{component_formula(each, kind, words)}" if words.language == "zh"
            else f"{speaks}: {component_formula(each, kind, words)}",
            quiet="" if known else value.partition(" ")[2],
            chip=value if known else "—", chip_tone=tone if known else "text2", chip_ground=ground,
            icon=icon, icon_tone=tone,
        )  # fmt: skip

    # beside it

    def facts(self, judging: Judging, key: str) -> tuple[str, list[Fact], tuple[str, ...], str] | None:
        """Title, facts, the records it was counted from, and the deed that tells more; None for no such line."""
        kind, _, name = key.partition(":")
        if kind == "sign":
            signs = (sign for hint in judging.hints for sign in hint.signs)
            sign = next((each for each in signs if each.sign == name), None)
            return self._sign_facts(sign) if sign is not None else None
        of = judging.loyalty if kind == "component" else judging.churn
        each = next((each for each in of if each.id == name), None)
        return self._component_facts(each, kind) if each is not None else None

    def _sign_facts(self, hint: SignHint) -> tuple[str, list[Fact], tuple[str, ...], str]:
        speech = self._desk.speech
        facts = [
            Fact(self.tr("The records"), self._met(hint.met), strong=True),
            Fact(self.tr("Figures"), "\n".join(sign_figures(hint, speech.words))),
            Fact(self.tr("Shown when"), sign_formula(hint, speech.words)),
            Fact(self.tr("Your judgement"), self._seen(hint) or self.tr("you have not looked at it")),
        ]
        title = speech.raised(speech.choice("stage_sign.sign", hint.sign))
        return title, facts, hint.evidence, "judge_stage"

    def _component_facts(self, each: Component, kind: str) -> tuple[str, list[Fact], tuple[str, ...], str]:
        words = self._desk.speech.words
        value = component_value(each, words)
        facts = [
            Fact(self.tr("Figure"), value, strong=True),
            Fact(self.tr("Speaks"), self._speaks(each, kind)),
            Fact(self.tr("Counted as"), component_formula(each, kind, words)),
            Fact(self.tr("Made from"), "\n".join(component_parts(each, words))),
        ]
        return self._name(each, kind), facts, each.evidence, WAYS.get(each.reason or "", "")

    def _name(self, each: Component, kind: str) -> str:
        speech = self._desk.speech
        return speech.raised(speech.text(f"judging.{kind}.{each.id}"))

    def _look(self, each: Component, kind: str) -> tuple[str, str, str]:
        if each.speaks is None:
            return PLAIN if each.value is not None else UNKNOWN
        return (LOYALTY if kind == "component" else DANGERS)[each.speaks]

    def _speaks(self, each: Component, kind: str) -> str:
        if each.speaks is None:
            return self.tr("in between") if each.value is not None else self.tr("can't be told")
        if kind == "component":
            return self.tr("for staying") if each.speaks == Speaks.FOR else self.tr("against staying")
        return self.tr("not there") if each.speaks == Speaks.FOR else self.tr("there")

    def _met(self, met: Met) -> str:
        return {
            Met.MET: self.tr("shown"),
            Met.MISSING: self.tr("not shown"),
            Met.UNKNOWN: self.tr("can't be told"),
        }[met]

    def _seen(self, hint: SignHint) -> str:
        if hint.seen is None:
            return ""
        return self.tr("you saw it") if hint.seen else self.tr("you saw none")
