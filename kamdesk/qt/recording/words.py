"""What was found out, said in words: one value, a row in two lines, all of a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from kamdesk.calendars.birthdays import event_day
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import As, Described, described
from kamdesk.domain.money import Money
from kamdesk.qt.amounts import quantity, spoken
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.recording.editors import MONTHS
from kamdesk.qt.recording.form import field_label
from kamdesk.qt.recording.joined_editors import HOME
from kamdesk.qt.widgets.numbers import rate_typed
from kamdesk.words import MissingWord

if TYPE_CHECKING:
    from kamdesk.reads.known import KnownRow

translate = QCoreApplication.translate
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """How a kind stands in a list: the fields of its title, of the line below, of the chip."""

    title: str
    below: str = ""
    chip: str = ""


LINES: Mapping[str, Line] = {
    "need": Line("what", "kind importance met said_by", "rank"),
    "satisfaction": Line("asked", "said said_by", "score"),
    "benefit": Line("what", "kind since until worth"),
    "benefit_valuation": Line("said", "said_by", "score"),
    "terms": Line("what", "kind share days amount since until approver"),
    "agreement": Line("name", "kind number first_day last_day amount quantity"),
    "intended_term": Line("months open_ended", "said said_by"),
    "retention_measure": Line("what", "kind by_price hard_to_copy owner due_on", "state"),
    "loyalty_judgement": Line("judgement", "why"),
    "exit_criterion": Line("what", "sign amount days"),
    "exit_decision": Line("decision", "sign why decided_by"),
    "value_deed": Line("what", "kind contact_id worth cost hard_to_copy effect_seen", "touch"),
    "internal_request": Line("what", "department asked_of due_on cost answered_by outcome", "state"),
    "care_event": Line("what", "kind contact_id wish done_on"),
    "risk": Line("hazard", "place first_month last_month at_stake what", "insured"),
    "advice": Line("what", "contact_id outcome loss_avoided", "answer"),
    "worth": Line("aspect", "why", "score"),
    "potential": Line("amount", "category said"),
    "serving_cost": Line("kind", "amount first_day last_day said"),
    "margin": Line("amount", "first_day last_day product_id source"),
    "account_nature": Line("kind", "segment pattern said"),
    "life_cycle": Line("what", "kind days last_on next_on product_id"),
    "account_team": Line("name", "function phone since until", "part"),
    "delivery": Line("promised_on", "arrived_on product_id quantity transport stock_out_days cause"),
    "report_issue": Line("paper", "to_whom contact_id version said", "audience"),
    "development_plan": Line("to_stage", "due_on owner why", "state"),
    "competitor_move": Line("competitor_id", "behaviour purpose motive said response due_on", "severity"),
    "rival_reason": Line("reason", "competitor_id said said_by", "weight"),
    "win_condition": Line("what", "kind competitor_id cost approver due_on met_on", "state"),
    "our_reason": Line("motive", "purpose behaviour said said_by"),
    "stage_assessment": Line("stage", "why"),
    "alliance_point": Line("point", "said", "score"),
    "suggested_order": Line("known_on", "signed_on said", "state"),
    "suggested_line": Line("product_id", "quantity agreed"),
    "supply_setting": Line("product_id", "lead_weeks cover_weeks"),
    "prospect": Line("expected_on", "reason source amount call_again_on said", "qualified"),
    "lead_passed": Line("passed_to", "taken_on returned_on return_reason said"),
    "handover": Line("taken_by", "given_by reason handed_on introduced_on said", "state"),
    "service_mark": Line("item_id", "competitor_id rating wanted said", "given"),
    "stage_sign": Line("sign", "said"),
    "target": Line("metric", "name amount quantity first_day last_day set_by"),
    "target_reason": Line("reason", "for_whom said"),
    "target_cause": Line("cause", "amount quantity first_day last_day said"),
    "rule_exception": Line("why", "approver until", "is_key"),
    "member_duty": Line("member_id", "record may_change may_export until"),
    "season_factor": Line("month", "factor product_id"),
    "checked": Line("question", "reason checked_by", "outcome"),
}
TONES = {
    "met": "good", "unmet": "warn", "refused": "bad", "running": "accentText", "done": "good", "kept": "good",
    "yes": "good", "partly": "warn", "no": "bad", "followed": "good", "promised": "warn", "none": "text2",
    "granted": "good", "open": "warn", "signed": "good", "declined": "bad", "reached": "good",
}  # fmt: skip
GROUNDS = {"good": "goodSoft", "warn": "warnSoft", "bad": "badSoft", "accentText": "accentSoft"}
BARE = frozenset({As.CHOICE, As.TEXT, As.WORDS, As.LINK})
"""Said without the field's name: the words speak for themselves."""


def value_text(desk: Desk, row: KnownRow, told: Described, names: Names) -> str:
    """One value in words; empty for nothing."""
    value, speech = row.get(told.name), desk.speech
    if value is None or value == "":
        return ""
    if told.shape is As.CHOICE:
        return speech.choice(told.words, str(value))
    if told.shape is As.DAY:
        return speech.day_or_year(value, desk.today())
    if told.shape is As.FLAG:
        return translate("Record", "yes") if value else translate("Record", "no")
    if told.shape is As.MONEY:
        return money_text(desk, value, row.get("currency"))
    if told.shape is As.QUANTITY:
        return quantity(value, row.get("unit"))
    if told.shape is As.RATE:
        return f"{rate_typed(value)}%"
    if told.shape is As.LINK:
        return names.get(value, "")
    if told.name == "question":
        return _question(desk, str(value))
    if told.shape is As.NUMBER and told.name in MONTHS:
        return speech.text(f"month.{value}")
    if told.shape is As.NUMBER and told.high is not None and told.high - (told.low or 0) <= 10:
        return f"{value}/{told.high}"
    return " ".join(str(value).split())


def _question(desk: Desk, question_id: str) -> str:
    try:
        return desk.speech.text(f"question.ask.{question_id}")
    except MissingWord:
        return question_id


def money_text(desk: Desk, minor: int, currency: str | None) -> str:
    """An amount; of a currency that nobody knows its minor units are said as they are."""
    try:
        return spoken(Money(minor, currency or HOME), desk.speech)
    except RuleError:
        return f"{currency} {minor}"


def entry_of(desk: Desk, row: KnownRow, names: Names, *, inside: bool = False) -> Entry:
    """A row as an entry of a list."""
    line = LINES.get(row.kind, Line("what name"))
    fields = {field.name: field for field in described(KINDS[row.kind])}
    said = [_bare(desk, row, fields[name], names) for name in line.title.split() if name in fields]
    bare = desk.speech.text(f"record.one.{row.kind}")
    title = desk.speech.raised(next((text for text in said if text), "")) or bare
    below = [_named(desk, row, fields[name], names) for name in line.below.split()]
    chip, tone = _chip(desk, row, fields.get(line.chip), names)
    side = "" if line.title == "known_on" else desk.speech.day_or_year(row.get("known_on"), desk.today())
    if row.kind == "care_event":
        side = care_day(desk, row)
    ended = _ended(row, desk.today())
    return Entry(
        row.id,
        title,
        desk.speech.joined(below),
        quiet=translate("Record", "ended") if ended else "",
        side=side,
        chip=chip,
        chip_tone="text2" if ended else tone,
        chip_ground="sunken" if ended else GROUNDS.get(tone, "sunken"),
        icon="corner-down-right" if inside else "",
        icon_tone="text3",
    )


def care_day(desk: Desk, row: KnownRow) -> str:
    """When an event is kept next; a lunar one with its day as the customer counts."""
    speech, month, day = desk.speech, row.get("month"), row.get("day_of_month")
    lunar = row.get("calendar") == "lunar"
    following = kept_on(row, desk.today())
    said = speech.day_or_year(following, desk.today()) if following else ""
    if not lunar:
        return said
    leap = speech.text("record.leap") if row.get("leap") else ""
    return speech.joined((speech.text("record.lunar_day", leap=leap, month=month, day=day), said))


def kept_on(row: KnownRow, today: date) -> date | None:
    """The day by which a care event stands in its list: when it is kept next, or was for good."""
    return event_day(
        month=row.get("month"),
        day=row.get("day_of_month"),
        leap=bool(row.get("leap")),
        calendar=row.get("calendar"),
        yearly=bool(row.get("yearly")),
        year=row.get("year"),
        from_date=today,
    )


def by_own_day(rows: Iterable[KnownRow], today: date) -> tuple[KnownRow, ...]:
    """Care events in the order in which they come; those that came once and are gone, or have no day, last."""

    def place(row: KnownRow) -> tuple[bool, date, str]:
        day = kept_on(row, today)
        return day is None or day < today, day or date.max, row.id

    return tuple(sorted(rows, key=place))


def _ended(row: KnownRow, today: date) -> bool:
    until = row.get("until")
    return isinstance(until, date) and until < today


def _bare(desk: Desk, row: KnownRow, told: Described, names: Names) -> str:
    if told.shape is As.FLAG:
        return field_label(desk, row.kind, told.name) if row.get(told.name) else ""
    text = value_text(desk, row, told, names)
    if told.name == "months" and text:
        return desk.speech.text("record.months", n=row.get("months"))
    return text


def _named(desk: Desk, row: KnownRow, told: Described, names: Names) -> str:
    text = _bare(desk, row, told, names)
    if not text or told.shape in BARE or told.shape is As.FLAG:
        return text
    return f"{field_label(desk, row.kind, told.name)} {text}"


def _chip(desk: Desk, row: KnownRow, told: Described | None, names: Names) -> tuple[str, str]:
    if told is None or row.get(told.name) is None:
        return "", "text2"
    value = row.get(told.name)
    if told.shape is As.NUMBER:
        text = value_text(desk, row, told, names)
        return (f"{field_label(desk, row.kind, told.name)} {text}" if told.name == "rank" else text), "text2"
    return value_text(desk, row, told, names), TONES.get(str(value), "text2")


def all_of(desk: Desk, row: KnownRow, names: Names) -> list[tuple[str, str]]:
    """Every field that holds something: its name and its words."""
    found: list[tuple[str, Any]] = []
    for told in described(KINDS[row.kind]):
        if told.part or told.name in ("currency", "unit", "recorded_by", "subject", "subject_id"):
            continue
        text = value_text(desk, row, told, names)
        if told.shape is As.WORDS:
            text = str(row.get(told.name) or "")
        if text and not (told.shape is As.FLAG and not row.get(told.name)):
            found.append((field_label(desk, row.kind, told.name), desk.speech.raised(text)))
    return found
