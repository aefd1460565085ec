"""How books, kinds of rows and weeks are called on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.operations.week_end.peers import Peer

translate = QCoreApplication.translate


def party(role: str, rep: str, device: str, *, own: bool) -> str:
    """``办公室（总部）``, ``我的电脑（ThinkPad）``, ``王磊（Surface）``."""
    if role == "office":
        return translate("WeekEnd", "the office ({rep})").format(rep=rep)
    if own:
        return translate("WeekEnd", "my laptop {device}").format(device=device)
    if role == "manager":
        return translate("WeekEnd", "manager {rep} ({device})").format(rep=rep, device=device)
    return translate("WeekEnd", "{rep} ({device})").format(rep=rep, device=device)


def short_party(role: str, rep: str, device: str, *, own: bool) -> str:
    """Where there is little room: ``办公室``, ``ThinkPad``, ``王磊``."""
    return translate("WeekEnd", "the office") if role == "office" else device if own else rep


def peer_name(peer: Peer) -> str:
    card = peer.card
    return party(card.role, card.rep, card.device, own=peer.own)


def sender_name(sender: str, role: str, own_rep: str) -> str:
    rep, _, device = sender.partition("/")
    return party(role, rep, device, own=role != "office" and rep == own_rep)


def joined(names: Iterable[str], speech: Speech) -> str:
    return ("、" if speech.language == "zh" else ", ").join(names)


def kind(table: str, speech: Speech) -> str:
    """The kind of a row: ``拜访记录``; of a newer version's table its own name."""
    return speech.choice("sheet.name", table)


def counted(counts: Mapping[str, int], speech: Speech, most: int = 8) -> str:
    """``客户 3·拜访 26``, the most first; what is left over is said as one number."""
    ordered = sorted(counts.items(), key=lambda each: -each[1])
    parts = [f"{kind(table, speech)} {number}" for table, number in ordered[:most]]
    rest = sum(number for _, number in ordered[most:])
    if rest:
        parts.append(translate("WeekEnd", "other {number}").format(number=rest))
    return speech.joined(parts)


def week_name(week: str | None, speech: Speech) -> str:
    """``第48周`` of ``2026-W48``; empty for none."""
    if not week or "-W" not in week:
        return ""
    return speech.raised(speech.text("date.week_short", week=int(week.partition("-W")[2])))
