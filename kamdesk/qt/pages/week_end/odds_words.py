"""What a conflict says on the page: whose record, which field, what each side wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.models.entries import Entry
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.week_end.odds import Odds, Written

translate = QCoreApplication.translate


def subject(odds: Odds) -> str:
    """The account; of what belongs to none, what it is called itself."""
    return odds.account or odds.what or odds.kind


def about(odds: Odds, speech: Speech) -> str:
    """``联系人 陈国梁·电话``."""
    record = odds.kind if odds.what in ("", subject(odds)) else f"{odds.kind} {odds.what}"
    field = translate("WeekEnd", "taken back or kept") if odds.deletion else odds.heading
    return speech.joined((record if odds.table != "account" or not odds.account else "", field))


def value(written: Written) -> str:
    if written.kept:
        return translate("WeekEnd", "Keep it")
    if written.gone:
        return translate("WeekEnd", "Take it back")
    return written.text or translate("WeekEnd", "(empty)")


def whose(written: Written) -> str:
    """``我这里``, or who wrote it."""
    if written.own:
        return translate("WeekEnd", "Here")
    if written.mine:
        return translate("WeekEnd", "My laptop {device}").format(device=written.device)
    if written.rep:
        return written.rep
    if written.kept:
        return translate("WeekEnd", "Who changed it")
    if written.alone:
        return translate("WeekEnd", "Below none")
    return translate("WeekEnd", "Another book")


def entry(odds: Odds, speech: Speech, settled: str | None) -> Entry:
    """``settled`` is the value that was chosen a moment ago; None: it waits for a choice."""
    chip, tone, ground = "", "text2", "sunken"
    if odds.again and settled is None:
        chip, tone, ground = translate("WeekEnd", "choose again"), "warn", "warnSoft"
    elif settled is not None:
        chip, tone, ground = translate("WeekEnd", "settled"), "good", "goodSoft"
    badge = (odds.value_class, bool(odds.is_key)) if odds.account else None
    return Entry(
        odds.id, subject(odds), about(odds, speech), badge=badge, icon="" if badge else "settings",
        chip=chip, chip_tone=tone, chip_ground=ground, spoken=settled or "",
    )  # fmt: skip
