"""Carries out what the page of the market asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.from_afar import FROM_AFAR
from kamdesk.qt.jobs import market as jobs
from kamdesk.qt.market_actions import MARKET_KEYS
from kamdesk.qt.market_answers import MarketAnswers, ask_share
from kamdesk.qt.rival_mention import Mention, record_mention

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow

EDITED = {
    "edit_policy": "service_policy",
    "edit_lead": "lead_passed",
    "edit_move": "competitor_move",
    "edit_member": "team_member",
    "edit_duty": "member_duty",
}


class MarketDesk(QObject):
    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.answers = MarketAnswers(desk, window, self)
        for name in set(MARKET_KEYS).difference(FROM_AFAR):
            window.actions_.on(name, lambda name=name: self.carry_out(name, ""))

    def carry_out(self, deed: str, key: str) -> None:
        """Do what a button, a row or an action of the page stands for; ``key`` names the row."""
        records, today = self._window.records, self._desk.today()
        if deed in EDITED:
            records.amend(EDITED[deed], key)
        elif deed == "confirm_rule":
            self._confirm()
        elif deed == "mark_by_rule":
            self._mark()
        elif deed == "add_exception":
            records.record("rule_exception", {})
        elif deed == "add_policy":
            start: dict[str, object] = {"valid_from": today, "confirmed_on": today}
            if key:
                start["value_class"] = key
            records.record("service_policy", {}, start=start)
        elif deed == "add_prospect":
            records.record("prospect", {})
        elif deed in ("edit_prospect", "pass_lead"):
            self._of_prospect(deed)
        elif deed == "add_move":
            records.record("competitor_move", {})
        elif deed == "record_spoken":
            self._of_report(key)
        elif deed == "add_competitor":
            records.record("competitor", {})
        elif deed == "add_share":
            ask_share(self._window)
        elif deed == "score_point":
            self._score(key)
        elif deed == "add_member":
            records.record("team_member", {}, start={"since": today})
        elif deed == "give_all":
            self._give_all(key)
        elif deed == "add_duty":
            self._duty(key)

    def _of_report(self, visit_id: str) -> None:
        """A rival's move of what the report of a visit says."""
        view = self._window.market.view()
        spoken = next((one for one in view.spoken if one.visit_id == visit_id), None) if view else None
        if spoken is not None:
            mention = Mention(spoken.account_id, spoken.account, spoken.day, spoken.text)
            record_mention(self._window, mention)

    def answer(self, deed: str, question_id: str) -> None:
        """What a question's link asks for: where it is recorded, that there is nothing, or what it rests on."""
        window = self._window
        asked = window.market.questions.question(question_id)
        if asked is None:
            return
        if deed in ("none", "not_applicable"):
            window.records.check(asked.id, asked.ask, deed)
        elif deed == "record":
            self.answers.record(question_id)
        else:
            window.market.show_evidence()

    def _of_prospect(self, deed: str) -> None:
        prospect = self._window.market.prospects.prospect()
        if prospect is None:
            return
        about = {"account_id": prospect.account_id}
        if deed == "pass_lead":
            self._window.records.record("lead_passed", about, sentence=prospect.account)
        elif prospect.id is not None:
            self._window.records.amend("prospect", prospect.id, sentence=prospect.account)
        else:
            self._window.records.record("prospect", about, sentence=prospect.account)

    def _score(self, point: str) -> None:
        """A new judgement: the earlier ones stay as they were."""
        speech = self._desk.speech
        name = speech.raised(speech.choice("alliance_point.point", point))
        self._window.records.record("alliance_point", {"point": point}, sentence=name)

    def _duty(self, member: str) -> None:
        view = self._window.market.view()
        member = member or self._window.market.own.member()
        if view is None or not view.team:
            return
        found = next((each for each in view.team if each.id == member), view.team[0])
        self._window.records.record("member_duty", {"member_id": found.id}, sentence=found.name)

    def _give_all(self, member: str) -> None:
        """All accounts that a member looks after pass to another."""
        view = self._window.market.view()
        found = next((each for each in view.team if each.id == member), None) if view is not None else None
        if found is not None:
            self._window.handing.ask((), found.name)

    # the rule

    def _confirm(self) -> None:
        from kamdesk.qt.dialogs.rule import RuleDialog

        section = self._window.market.rule
        view, rule = self._window.market.view(), section.card.rule()
        if view is None or rule is None or not section.card.can_confirm():
            return
        dialog = RuleDialog(self._desk, self._window, rule, section.moves(), view)
        dialog.accepted.connect(lambda: self._window.teller.tell(self.tr("The rule is set.")))
        open_dialog(dialog)

    def _mark(self) -> None:
        section, view = self._window.market.rule, self._window.market.view()
        marks = section.differing()
        if view is None or view.card is None or not marks:
            return
        day = self._desk.speech.full_day(view.card.valid_from)
        reason = self.tr("by the rule in force from {day}").format(day=day)

        def done(changes: Any) -> None:
            self._window.teller.tell(self.tr("%n accounts marked as the rule has them.", "", len(marks)))

        self._desk.runner.run(jobs.mark_by_rule, done=done, marks=marks, reason=reason)
