"""What the next one must know of an account, on one page, to be read, printed or saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.domain.knowledge import KINDS as KINDS_OF
from kamdesk.domain.knowledge.described import described
from kamdesk.domain.telephone import phone_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.recording.words import entry_of, value_text
from kamdesk.qt.speech import clock

if TYPE_CHECKING:
    from kamdesk.qt.jobs.handing import HandedAccount
    from kamdesk.reads.account import Person, Phone

MOST, VISITS = 6, 3
FAX = "fax"
KINDS = (
    "need", "terms", "agreement", "benefit", "retention_measure", "competitor_move", "risk", "care_event",
    "loyalty_judgement", "exit_criterion",
)  # fmt: skip
"""What was found out and must not be forgotten, in its order."""


class HandoverWords(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def html(self, accounts: Sequence[HandedAccount]) -> str:
        """A page for each account."""
        pages = [
            f'<div style="page-break-before: {"always" if number else "auto"}">{self._page(each)}</div>'
            for number, each in enumerate(accounts)
        ]
        return f"<html><body>{''.join(pages)}</body></html>"

    def _page(self, handed: HandedAccount) -> str:
        page, speech = handed.view.page, self._desk.speech
        key = (
            speech.choice("account.key", "key" if page.is_key else "ordinary")
            if page.is_key is not None
            else ""
        )
        head = (
            speech.raised(speech.choice("account.class", page.value_class)), key, page.class_reason or "",
            " ".join(filter(None, (page.city, page.district, page.address))),
            self._telephones(page.phones),
        )  # fmt: skip
        parts = [
            f"<h2>{escape(page.name)}</h2><p>{escape(speech.joined(head))}</p>",
            self._part(self.tr("Where we stand"), self._standing(handed)),
            self._part(self.tr("Fixed visits"), self._slots(handed)),
            self._part(self.tr("Whom to see"), map(self._person, self._people(handed))),
            self._part(self.tr("Promised and not yet settled"), self._promises(handed)),
            self._part(speech.text("record.one.handover"), self._handovers(handed)),
            *(self._known(handed, kind) for kind in KINDS),
            self._part(self.tr("Last visits"), self._visits(handed)),
            self._part(self.tr("Still to be done"), self._actions(handed)),
            self._part(self.tr("Notes"), self._notes(handed)),
        ]
        return "".join(parts)

    def _part(self, title: str, lines: Iterable[str]) -> str:
        said = [f"<li>{escape(line)}</li>" for line in lines if line]
        return f"<h4>{escape(title)}</h4><ul>{''.join(said)}</ul>" if said else ""

    def _listed(self, names: Iterable[str]) -> str:
        return ("、" if self._desk.speech.language == "zh" else ", ").join(names)

    def _telephones(self, phones: Iterable[Phone]) -> str:
        """The numbers as they are dialled, a fax said to be one."""
        return self._listed(
            f"{phone_text(phone.number, phone.extension)} ({self._desk.speech.choice('phone.kind', FAX)})"
            if phone.kind == FAX
            else phone_text(phone.number, phone.extension)
            for phone in phones
        )

    def _handovers(self, handed: HandedAccount) -> list[str]:
        """Who gave it to whom, why and when; and what the one who gives wants to be known."""
        told, lines = {field.name: field for field in described(KINDS_OF["handover"])}, []
        for row in handed.known.of("handover")[:MOST]:
            said = {name: value_text(self._desk, row, told[name], handed.known.names) for name in told}
            met = (
                self.tr("introduced on {day}").format(day=said["introduced_on"])
                if said["introduced_on"]
                else ""
            )
            passed = self.tr("From {giver} to {taker}").format(giver=said["given_by"], taker=said["taken_by"])
            speech = self._desk.speech
            lines.append(speech.joined((passed, said["state"], said["handed_on"], said["reason"], met)))
            if said["said"]:
                lines.append(self.tr("To be told: {text}").format(text=said["said"]))
        return lines

    def _known(self, handed: HandedAccount, kind: str) -> str:
        known, speech = handed.known, self._desk.speech
        lines = []
        for row in known.of(kind)[:MOST]:
            entry = entry_of(self._desk, row, known.names)
            if row.get("until") is None or row.get("until") >= self._desk.today():
                lines.append(speech.joined((entry.title, entry.chip, entry.detail)))
        return self._part(speech.text(f"record.one.{kind}"), lines)

    def _standing(self, handed: HandedAccount) -> list[str]:
        speech, known = self._desk.speech, handed.known
        lines = []
        judged = known.of("stage_assessment")
        if judged:
            stage = speech.raised(speech.choice("stage", judged[0].get("stage")))
            lines.append(
                speech.joined((self.tr("Stage: {stage}").format(stage=stage), judged[0].get("why") or ""))
            )
        kept = handed.view.kept
        if kept.value is not None:
            said = self.tr("Promises kept: {share} ({kept} of {all})")
            lines.append(said.format(share=f"{kept.value:.0%}", kept=kept.numerator, all=kept.denominator))
        return lines

    def _slots(self, handed: HandedAccount) -> list[str]:
        speech = self._desk.speech
        return [
            speech.joined(
                (
                    speech.weekday(slot.next_due), clock(slot.start), speech.rhythm(slot.every_weeks),
                    self.tr("next on {day}").format(day=speech.day(slot.next_due)),
                )
            )
            for slot in handed.view.page.slots
        ]  # fmt: skip

    def _people(self, handed: HandedAccount) -> list[Person]:
        """Who decides comes first."""
        here = [person for person in handed.view.page.people if person.until is None]
        return sorted(here, key=lambda person: not any(r.role == "decision_maker" for r in person.roles))

    def _person(self, person: Person) -> str:
        speech = self._desk.speech
        roles = (speech.choice("contact_role", role.role) for role in person.roles if role.until is None)
        return speech.joined(
            (
                person.name, person.title or "", *roles, speech.choice("support", person.support),
                self._telephones(person.phones),
            )
        )  # fmt: skip

    def _promises(self, handed: HandedAccount) -> list[str]:
        speech, today = self._desk.speech, self._desk.today()
        lines = []
        for promise in handed.view.history.promises:
            if promise.state == "open":
                due = speech.day_or_year(promise.due_on, today) if promise.due_on else self.tr("no day")
                late = self.tr("overdue") if promise.overdue else ""
                lines.append(speech.joined((promise.what, promise.contact or "", due, late)))
        return lines

    def _visits(self, handed: HandedAccount) -> list[str]:
        speech, today = self._desk.speech, self._desk.today()
        done = [visit for visit in handed.view.history.visits if visit.state == "done"][:VISITS]
        return [
            speech.joined(
                (
                    speech.day_or_year(visit.visited_on or visit.planned_date, today),
                    self._listed(name for _, name in visit.met),
                    visit.points or "", visit.next_step or "",
                )
            )
            for visit in done
        ]  # fmt: skip

    def _actions(self, handed: HandedAccount) -> list[str]:
        speech, today = self._desk.speech, self._desk.today()
        return [
            speech.joined(
                (
                    action.what,
                    action.owner or "",
                    speech.day_or_year(action.due_on, today) if action.due_on else "",
                )
            )
            for action in handed.view.history.actions
            if action.state == "open"
        ]

    def _notes(self, handed: HandedAccount) -> list[str]:
        speech, today = self._desk.speech, self._desk.today()
        return [
            speech.joined((speech.day_or_year(note.noted_on, today), " ".join(note.text.split())))
            for note in handed.view.history.notes[:VISITS]
        ]
