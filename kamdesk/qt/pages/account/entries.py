"""Rows of the book as entries of a section's list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.models.entries import Entry
from kamdesk.qt.speech import Speech, clock

if TYPE_CHECKING:
    from kamdesk.reads.account import Slot
    from kamdesk.reads.history import PastNote, PastPromise, PastVisit

translate = QCoreApplication.translate
STATE_MARKS = {
    "kept": ("circle-check", "good"),
    "kept_late": ("circle-check", "warn"),
    "broken": ("circle-x", "bad"),
    "substituted": ("circle-alert", "warn"),
    "withdrawn": ("circle-x", "text3"),
}
VISIT_MARKS = {
    "done": ("circle-check", "good"),
    "missed": ("circle-x", "bad"),
    "cancelled": ("circle-x", "text3"),
    "rescheduled": ("calendar-clock", "warn"),
}


def due_chip(promise: PastPromise, today: date, speech: Speech) -> tuple[str, str, str]:
    """How near an open promise is: (text, tone, ground)."""
    if promise.due_on is None:
        return translate("Promise", "no due day"), "text2", "sunken"
    days = (promise.due_on - today).days
    if days < 0:
        late = -days
        return translate("Promise", "%n days overdue", "", late), "bad", "badSoft"
    if days == 0:
        return translate("Promise", "due today"), "warn", "warnSoft"
    if days <= 7:
        return f"{speech.weekday(promise.due_on)} {speech.day(promise.due_on)}", "warn", "warnSoft"
    return speech.day_or_year(promise.due_on, today), "text2", "sunken"


def promise_entry(promise: PastPromise, today: date, speech: Speech) -> Entry:
    to_whom = translate("Promise", "to {name}").format(name=promise.contact) if promise.contact else ""
    by_whom = translate("Promise", "by {name}").format(name=promise.by_whom) if promise.by_whom else ""
    if promise.state == "open":
        chip, tone, ground = due_chip(promise, today, speech)
        icon, icon_tone = "circle", "bad" if promise.overdue else "text3"
    else:
        chip, tone, ground = speech.choice("promise.state", promise.state), "text2", "sunken"
        icon, icon_tone = STATE_MARKS.get(promise.state, ("circle", "text3"))
    made = translate("Promise", "made on {day}").format(day=speech.day_or_year(promise.made_on, today))
    detail = speech.joined((to_whom, by_whom, made))
    return Entry(
        promise.id,
        promise.what,
        detail,
        chip=chip,
        chip_tone=tone,
        chip_ground=ground,
        icon=icon,
        icon_tone=icon_tone,
    )


def visit_entry(visit: PastVisit, today: date, speech: Speech) -> Entry:
    day = visit.visited_on or visit.planned_date
    icon, tone = VISIT_MARKS.get(visit.state, ("calendar-days", "text3"))
    outcome = speech.choice("visit.outcome", visit.outcome)
    state = outcome if visit.state == "done" and outcome else speech.choice("visit.state", visit.state)
    why = speech.choice("missed_reason", visit.reason) if visit.reason else ""
    met = ", ".join(name for _, name in visit.met)
    detail = visit.points or visit.reason_text or visit.objective or ""
    if visit.state != "done":
        detail = speech.joined((why, detail))
    return Entry(
        visit.id,
        f"{speech.weekday(day)} {speech.day_or_year(day, today)}",
        detail.replace("\n", " ") or translate("Visit", "nothing written down"),
        quiet=speech.joined((state, met)),
        side=clock(visit.arrived) if visit.arrived is not None else "",
        icon=icon,
        icon_tone=tone,
        chip=translate("Visit", "next step") if visit.next_step else "",
    )


def note_entry(note: PastNote, today: date, speech: Speech) -> Entry:
    first, _, rest = note.text.strip().partition("\n")
    about = translate("Note", "about {name}").format(name=note.contact) if note.contact else ""
    detail = speech.joined((speech.day_or_year(note.noted_on, today), about, rest.replace("\n", " ")))
    return Entry(note.id, first, detail, icon="message-square", icon_tone="text3")


def slot_entry(slot: Slot, today: date, speech: Speech) -> Entry:
    weekday = speech.text(f"weekday.{slot.weekday}")
    until = ""
    if slot.valid_to is not None:
        until = translate("Slot", "until {day}").format(day=speech.day_or_year(slot.valid_to, today))
    since = translate("Slot", "since {day}").format(day=speech.day_or_year(slot.valid_from, today))
    if slot.valid_from > today:
        since = translate("Slot", "from {day}").format(day=speech.day_or_year(slot.valid_from, today))
    following = translate("Slot", "next on {day}").format(day=speech.day_or_year(slot.next_due, today))
    told = translate("Slot", "told to the customer") if slot.promised else ""
    return Entry(
        slot.id,
        f"{weekday} {clock(slot.start)}–{clock(slot.start + slot.minutes)}",
        speech.joined((following, since, until, told)),
        quiet=speech.rhythm(slot.every_weeks),
        icon="calendar-clock",
        icon_tone="text3",
        dots="".join("1" if on else "0" for on in slot.dots),
    )
