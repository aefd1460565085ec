"""From a question to the place where its answer is recorded, or to the records that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from kamdesk.domain.knowledge import KINDS
from kamdesk.qt.asked import Asked, most_urgent
from kamdesk.qt.chart.plan import GAP
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.recording.words import entry_of

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.qt.pages.account.page import AccountPage
    from kamdesk.reads.history import PastPromise
    from kamdesk.reads.record_places import Place

MOST = 14
"""Records of evidence that a menu lists."""
SECTIONS_OF = {
    "account": "overview", "promise": "promises", "visit": "history", "visit_slot": "line", "contact_post": "people",
    "contact_role": "people", "contact": "people", "note": "history", "action": "history", "attachment": "files",
    **dict.fromkeys(("order", "sales_history", "supply_share", "receivable", "payment"), "trade"),
}  # fmt: skip
"""The section in which records stand that are no kind of what was found out."""


class Answering(QObject):
    """Carries out what a question's links ask for on the page of its account."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page)
        self._page = page
        self.menu = QMenu(page)

    def carry_out(self, deed: str, question_id: str) -> None:
        """``record``, ``none``, ``not_applicable``, ``evidence`` or ``unlock`` of a question."""
        asked = next((each for each in self._page.questions_asked() if each.id == question_id), None)
        whole = self._page.whole()
        if asked is None or whole is None:
            return
        if deed == "record":
            self.record(asked, whole)
        elif deed == "unlock":
            self._page.asked.emit("unlock", "")
        elif deed == "evidence":
            self.show_records(asked.evidence)
        else:
            self._page.asked.emit(f"check_{deed}", f"{asked.id}@{asked.ask}")

    def record_next(self) -> None:
        """The form of what is wanted most: in the section in view first, then anywhere."""
        questions = self._page.questions_asked()
        here = [each for each in questions if each.section == self._page.section()]
        whole = self._page.whole()
        urgent = most_urgent(here, 1) or most_urgent(questions, 1)
        if urgent and whole is not None:
            self.record(urgent[0], whole)

    def record(self, asked: Asked, whole: AccountWhole) -> None:
        """Goes to the place, and opens the form where there is one."""
        page = self._page
        page.show_section(asked.section, asked.records)
        if asked.records == "service_mark":
            return
        if asked.records == "benefit_valuation":
            self._value(whole)
        elif asked.id == "H10":
            self._deed_of(whole)
        elif asked.id == "H1" and asked.wants():
            page.asked.emit("record_with", "account_team@part=owner")
        elif asked.id == "H11" and asked.wants():
            page.report_asked.emit(page.account_id())
        elif asked.records == "report_issue":
            page.asked.emit("record_paper", asked.place)
        elif asked.records:
            page.asked.emit("record", asked.records)
        elif asked.secret:
            page.asked.emit("add_informant" if asked.state != "locked" else "unlock", "")
        elif asked.section == "promises":
            self._promise(asked, whole)
        else:
            self._person(asked, whole)

    def _value(self, whole: AccountWhole) -> None:
        """What they think of the first benefit of which nobody said so; without any benefit, that comes first."""
        known = whole.known
        benefits = known.of("benefit")
        bare = [row for row in benefits if not known.parts.get(row.id)]
        if not benefits:
            self._page.asked.emit("record", "benefit")
        else:
            self._page.asked.emit("record_part", f"benefit_valuation@{(bare or benefits)[0].id}")

    def _promise(self, asked: Asked, whole: AccountWhole) -> None:
        """A new promise, or of one that is there what lacks: its cause, what it is to bring, what a breach would do."""
        past = whole.view.history.promises
        lacks: dict[str, tuple[str, Callable[[PastPromise], bool]]] = {
            "D6": ("break_promise", lambda row: row.state in ("broken", "substituted") and not row.cause),
            "D7": ("edit_promise@expected_effect", lambda row: not row.expected_effect),
            "D8": ("edit_promise@churn_risk", lambda row: row.churn_risk is None),
        }
        way, bare = lacks.get(asked.id, ("", lambda row: False))
        found = next((row for row in past if bare(row)), None)
        if found is None and asked.id == "D6":
            way, found = "break_promise", next((row for row in past if row.state == "open"), None)
        if found is None:
            self._page.asked.emit("add_promise", f"@{way.partition('@')[2]}")
            return
        deed, _, field = way.partition("@")
        self._page.show_section("promises", found.id)
        self._page.asked.emit(deed, f"{found.id}@{field}")

    def _deed_of(self, whole: AccountWhole) -> None:
        """Of reason and feeling, the one that was given longest ago or never."""
        newest = {"reason": "", "feeling": ""}
        for row in whole.known.of("value_deed"):
            day = str(row.get("known_on"))
            newest[row.get("touch")] = max(newest.get(row.get("touch"), ""), day)
        self._page.asked.emit(
            "record_with", f"value_deed@touch={min(newest, key=lambda touch: newest[touch])}"
        )

    def _person(self, asked: Asked, whole: AccountWhole) -> None:
        """Where a role is missing its empty place is chosen, so that somebody may be given it or added."""
        here = [person for person in whole.view.page.people if person.until is None]
        people = self._page.people
        if not here:
            self._page.asked.emit("add_contact", "decision_maker")
            return
        people.look(0)
        gaps = [key for key in people.chart.nodes() if key.startswith(GAP)]
        decider = next((p.id for p in here if any(r.role == "decision_maker" for r in p.roles)), "")
        first = f"{GAP}decision_maker"
        if asked.id == "H4":
            people.choose(decider or (first if first in gaps else here[0].id))
        else:
            people.choose(gaps[0] if gaps else here[0].id)
        people.focus_first()

    # what it rests on

    def show_records(self, ids: Sequence[str]) -> None:
        """Goes to the record, or lists them in a menu."""
        whole = self._page.whole()
        if whole is None:
            return
        found = [(text, section, key) for key in ids for text, section in self._places(key, whole)]
        here = {key for _, _, key in found}
        rest = [key for key in ids if key not in here]
        if rest and len(found) < MOST:
            self._page.desk.runner.read(
                jobs.record_places, done=partial(self._offer, found, whole.view.page.id), ids=rest
            )
        else:
            self._offer(found, whole.view.page.id, ())

    def _offer(self, found: Sequence[tuple[str, str, str]], account_id: str, places: Sequence[Place]) -> None:
        """What stands on this page, then what stands at another account of the unit."""
        page, speech = self._page, self._page.desk.speech
        if page.account_id() != account_id:
            return
        ways = [(text, partial(self._go, section, key)) for text, section, key in found]
        for place in places:
            section = SECTIONS_OF.get(place.table) or page.section_of(place.table)
            if place.account_id == account_id:
                ways.append((self._called(place), partial(self._go, section, place.id)))
            else:
                text = speech.joined((place.account, self._called(place)))
                ways.append((text, partial(page.elsewhere_asked.emit, place.account_id, section)))
        if len(ways) == 1:
            ways[0][1]()
            return
        self.menu.clear()
        for text, act in ways[:MOST]:
            self.menu.addAction(text.replace("&", "&&"), act)
        if len(ways) > MOST:
            self.menu.addAction(self.tr("%n more", "", len(ways) - MOST)).setEnabled(False)
        if ways:
            self.menu.popup(QCursor.pos())

    def _called(self, place: Place) -> str:
        """What kind of record it is."""
        speech = self._page.desk.speech
        if place.table in KINDS:
            return speech.text(f"record.one.{place.table}")
        return {
            "account": self.tr("Account data"),
            "promise": self.tr("Promise"),
            "visit": self.tr("Visit"),
            "visit_slot": self.tr("Fixed visit"),
            "order": self.tr("Order"),
            "note": self.tr("Note"),
            "action": self.tr("Action"),
            "attachment": self.tr("File"),
        }.get(
            place.table, self.tr("Contact") if place.table.startswith("contact") else self.tr("From a list")
        )

    def _go(self, section: str, key: str) -> None:
        self._page.show_section(section, key)
        self._page.focus_list()

    def _places(self, key: str, whole: AccountWhole) -> list[tuple[str, str]]:
        """What a record is called and the section in which it is seen."""
        desk, view, known = self._page.desk, whole.view, whole.known
        speech, today = desk.speech, desk.today()
        row = known.row(key)
        if row is not None:
            entry = entry_of(desk, row, known.names)
            text = speech.joined((speech.text(f"record.one.{row.kind}"), entry.title, entry.chip))
            return [(text, self._page.section_of(row.kind))]
        for promise in view.history.promises:
            if promise.id == key:
                return [(speech.joined((self.tr("Promise"), promise.what)), "promises")]
        for visit in view.history.visits:
            if key in (visit.id, visit.report_id):
                day = speech.day_or_year(visit.visited_on or visit.planned_date, today)
                return [(speech.joined((self.tr("Visit"), day)), "history")]
        for slot in view.page.slots:
            if slot.id == key:
                return [(self.tr("Fixed visit"), "line")]
        for person in view.page.people:
            if key in (person.id, person.post_id) or any(role.id == key for role in person.roles):
                return [(speech.joined((self.tr("Contact"), person.name)), "people")]
        for order in view.history.orders:
            if order.id == key:
                return [
                    (speech.joined((self.tr("Order"), speech.day_or_year(order.ordered_on, today))), "trade")
                ]
        return []
