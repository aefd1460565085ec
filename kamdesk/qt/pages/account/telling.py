"""An event of an account's past in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.domain.money import Money
from kamdesk.qt import marks
from kamdesk.qt.amounts import spoken
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.pages.account.entries import STATE_MARKS, VISIT_MARKS
from kamdesk.qt.pages.account.known_section import ICONS as KNOWN_ICONS
from kamdesk.qt.recording.words import entry_of
from kamdesk.qt.speech import Speech, clock

if TYPE_CHECKING:
    from kamdesk.reads.known import KnownRow
    from kamdesk.reads.timeline import Event

translate = QCoreApplication.translate
ICONS = {
    "visit": "map-pin",
    "missed": "calendar-clock",
    "promise": "handshake",
    "note": "message-square",
    "known": "layers",
    "action": "flag",
    "order": "package",
    "line": "route",
    "person": "user",
    "file": "paperclip",
    "account": "building-2",
}


def key_of(event: Event) -> str:
    """An event's own name, the same after it was read again."""
    return "/".join((event.kind, event.key, event.code, event.day.isoformat()))


def kind_words() -> dict[str, str]:
    return {
        "visit": translate("Timeline", "Visits"),
        "missed": translate("Timeline", "Missed, moved"),
        "promise": translate("Timeline", "Promises"),
        "note": translate("Timeline", "Notes"),
        "known": translate("Timeline", "Found out"),
        "action": translate("Timeline", "Actions"),
        "order": translate("Timeline", "Orders"),
        "line": translate("Timeline", "Line"),
        "person": translate("Timeline", "People"),
        "file": translate("Timeline", "Attachments"),
        "account": translate("Timeline", "Account"),
    }


def event_entry(event: Event, today: date, speech: Speech) -> Entry:
    """Title, second line, day at the right edge, mark at the left."""
    title, quiet, detail = _SAID[event.kind](event, speech)
    icon, tone = ICONS[event.kind], "text3"
    if event.kind == "missed":
        icon, tone = VISIT_MARKS.get(event.code, (icon, "warn"))
    elif event.kind == "visit":
        icon, tone = "circle-check", "good"
    elif event.kind == "promise" and event.code != "made":
        icon, tone = STATE_MARKS.get(event.code, (icon, tone))
    elif event.code == "support" and event.new:
        tone = marks.SUPPORT_TONES.get(event.new, tone)
    side = _side(event, speech)
    return Entry(key_of(event), title, detail, quiet=quiet, side=side, icon=icon, icon_tone=tone)


def known_entry(event: Event, names: Mapping[str, str], desk: Desk) -> Entry:
    """What was found out, as the section of its kind says it, with its kind and what details it."""
    assert event.known is not None
    kind, speech = event.known.kind, desk.speech
    said = entry_of(desk, event.known, names)
    details = [entry_of(desk, part, names).title for part in event.parts]
    called = speech.text(f"record.one.{kind}")
    return replace(
        said,
        key=key_of(event),
        quiet=speech.joined((called if called != said.title else "", said.quiet)),
        detail=speech.joined((_whose(event.known, names), said.detail, *details)),
        side=_side(event, speech),
        icon=KNOWN_ICONS.get(kind, ICONS["known"]),
        icon_tone="text3",
    )


def _whose(row: KnownRow, names: Mapping[str, str]) -> str:
    """What a row is a part of, be that not the account."""
    links = [field.name for field in described(KINDS[row.kind]) if field.part and field.link in KINDS]
    return next((said for name in links if (said := names.get(row.get(name) or ""))), "")


def _side(event: Event, speech: Speech) -> str:
    return f"{speech.weekday(event.day)} {speech.day(event.day)}"


def _visit(event: Event, speech: Speech) -> tuple[str, str, str]:
    title = translate("Timeline", "Visit")
    if event.minute is not None:
        title += f" {clock(event.minute)}"
    quiet = speech.joined((speech.choice("visit.outcome", event.code), event.who))
    return title, quiet, event.detail or translate("Visit", "nothing written down")


def _missed(event: Event, speech: Speech) -> tuple[str, str, str]:
    word = speech.choice("visit.state", event.code)
    if event.code in ("cancelled", "rescheduled") and event.old:
        word = speech.choice(f"visit.{event.code}_by", event.old)
    why = speech.choice("missed_reason", event.new)
    return speech.raised(word), why if why != word else "", event.detail


def _promise(event: Event, speech: Speech) -> tuple[str, str, str]:
    if event.code == "made":
        word = translate("Timeline", "promised")
        due = (
            translate("Timeline", "due {day}").format(day=speech.full_day(date.fromisoformat(event.new)))
            if event.new
            else ""
        )
        return event.title, word, speech.joined((_to(event.who), due))
    word = speech.choice("promise.state", event.code)
    return event.title, word, speech.joined((speech.choice("promise.cause", event.new), event.detail))


def _to(who: str) -> str:
    return translate("Promise", "to {name}").format(name=who) if who else ""


def _note(event: Event, speech: Speech) -> tuple[str, str, str]:
    about = translate("Note", "about {name}").format(name=event.who) if event.who else ""
    return event.title, translate("Timeline", "note"), speech.joined((about, event.detail))


def _action(event: Event, speech: Speech) -> tuple[str, str, str]:
    due = ""
    if event.new:
        due = translate("Timeline", "due {day}").format(day=speech.full_day(date.fromisoformat(event.new)))
    return event.title, speech.choice("action.state", event.code), speech.joined((event.who, due))


def _order(event: Event, speech: Speech) -> tuple[str, str, str]:
    title = translate("Timeline", "Order")
    if event.new is not None and event.old:
        title += f" {spoken(Money(int(event.new), event.old), speech)}"
    return title, event.title, event.detail


def _line(event: Event, speech: Speech) -> tuple[str, str, str]:
    what, _, asker = event.code.partition("_")
    titles = {
        "begun": translate("Timeline", "Fixed visit begun"),
        "moved": translate("Timeline", "Fixed visit moved"),
        "ended": translate("Timeline", "Fixed visit ended"),
    }
    times = " → ".join(_times(said, speech) for said in (event.old, event.new) if said)
    who = speech.joined((speech.choice("asker", asker or None), event.who))
    return titles.get(what, event.code), times, speech.joined((who, event.detail))


def _times(said: str, speech: Speech) -> str:
    weekday, start, minutes, every = (int(part) for part in said.split())
    day = speech.text(f"weekday.{weekday}")
    return f"{day} {clock(start)}–{clock(start + minutes)} {speech.rhythm(every)}"


def _person(event: Event, speech: Speech) -> tuple[str, str, str]:
    if event.code in ("support", "influence"):
        words = {
            "support": translate("Timeline", "support changed"),
            "influence": translate("Timeline", "influence changed"),
        }
        old, new = (_valued(event.code, value, speech) for value in (event.old, event.new))
        return event.title, words[event.code], f"{old} → {new}"
    words = {
        "began": translate("Timeline", "took up the post"),
        "left": translate("Timeline", "left the post"),
    }
    gone = translate("Timeline", "went to {name}").format(name=event.new) if event.new else ""
    return event.title, words[event.code], speech.joined((event.detail, gone))


def _valued(field: str, value: str | None, speech: Speech) -> str:
    if value is None:
        return translate("Timeline", "not known")
    sign = marks.SUPPORT_SIGNS.get(value, "") if field == "support" else ""
    return f"{sign} {speech.choice(field, value)}".strip()


def _file(event: Event, speech: Speech) -> tuple[str, str, str]:
    return event.title, translate("Timeline", "attached"), about(event.code, event.detail, speech)


def about(subject: str, said: str | None, speech: Speech) -> str:
    """What a file hangs on: a visit's day, a promise's words; empty for the account itself."""
    if subject == "visit_report" and said:
        day = speech.full_day(date.fromisoformat(said))
        return translate("Timeline", "with the visit of {day}").format(day=day)
    if subject == "promise" and said:
        return translate("Timeline", "with the promise “{what}”").format(what=said)
    return ""


def _account(event: Event, speech: Speech) -> tuple[str, str, str]:
    if event.code == "merged_into":
        return event.title, translate("Timeline", "merged into this account"), ""
    titles = {
        "status": translate("Timeline", "Status changed"),
        "value_class": translate("Timeline", "Class changed"),
        "is_key": translate("Timeline", "Key account or not"),
        "owner_id": translate("Timeline", "Owner changed"),
    }
    old, new = (_field(event.code, value, speech) for value in (event.old, event.new))
    return titles[event.code], "", f"{old} → {new}"


def _field(field: str, value: str | None, speech: Speech) -> str:
    if value is None:
        return translate("Timeline", "not known")
    if field == "is_key":
        return speech.choice("account.key", "key" if value == "True" else "ordinary")
    prefix = {"status": "account.status", "value_class": "account.class"}.get(field)
    return speech.choice(prefix, value) if prefix else value


_SAID = {
    "visit": _visit,
    "missed": _missed,
    "promise": _promise,
    "note": _note,
    "action": _action,
    "order": _order,
    "line": _line,
    "person": _person,
    "file": _file,
    "account": _account,
}
