"""What a node says, gathered before it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt import marks
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.account import Person

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NodeWords:
    """``support`` is the value, ``sign`` sign and word of it; ``roles`` are (word, confirmed)."""

    key: str
    name: str
    title: str = ""
    support: str = ""
    sign: str = ""
    roles: tuple[tuple[str, bool], ...] = ()
    inner: bool = False
    gone: bool = False
    foot: str = ""
    side: str = ""
    spoken: str = ""
    kind: str = "person"
    icon: str = ""


def person_words(person: Person, speech: Speech) -> NodeWords:
    support = speech.choice("support", person.support)
    sign = f"{marks.SUPPORT_SIGNS.get(person.support or '', '')} {support}".strip()
    roles = tuple(
        (speech.choice("contact_role", role.role), role.standing == "confirmed")
        for role in person.roles
        if role.until is None
    )
    stands = [
        f"{speech.choice('contact_role', role.role)} {speech.choice('standing', role.standing)}"
        for role in person.roles
        if role.until is None
    ]
    foot = person.counterpart or translate("Chart", "no counterpart")
    met = f"{person.last_met.month:02d}-{person.last_met.day:02d}" if person.last_met else ""
    last = (
        translate("Chart", "last met {day}").format(day=speech.full_day(person.last_met))
        if person.last_met
        else ""
    )
    spoken = [
        person.name,
        person.title or "",
        support,
        *stands,
        speech.choice("influence", person.influence),
        translate("Chart", "our counterpart {name}").format(name=person.counterpart)
        if person.counterpart
        else foot,
        last,
    ]
    return NodeWords(
        person.id,
        person.name,
        person.title or person.department or "",
        person.support or "",
        sign if person.support else "",
        roles,
        person.influence == "inner_circle",
        person.until is not None,
        foot,
        met or translate("Chart", "not met"),
        ", ".join(part for part in spoken if part),
    )


def gap_words(key: str, role: str, speech: Speech) -> NodeWords:
    word = speech.choice("contact_role", role)
    said = translate("Chart", "Nobody known")
    hint = translate("Chart", "Enter adds the person")
    return NodeWords(key, said, word, foot=hint, spoken=f"{said}, {word}, {hint}", kind="gap")


def lock_words(key: str, speech: Speech, left: str) -> NodeWords:
    """``left`` is how long the lock stays open; empty: it is locked. Nothing here depends on what lies behind."""
    if left:
        name = translate("Chart", "Informants·open")
        said = translate("Chart", "locks itself in {time}").format(time=left)
    else:
        name = translate("Chart", "Informants·locked")
        said = translate("Chart", "passphrase to see")
    icon = "lock-open" if left else "lock"
    return NodeWords(key, name, said, spoken=f"{name}, {said}", kind="lock", icon=icon)
