"""Goals in words: periods, what a card says, the bars of a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.domain.goals.gap import GapPart, Lever
from kamdesk.domain.goals.periods import Span
from kamdesk.qt.charts.pace_card import Pace
from kamdesk.qt.charts.steps import Step, StepKind
from kamdesk.qt.measure import Measure
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.domain.facts import Period
    from kamdesk.reads.goal_page.targets import GoalTarget
    from kamdesk.reads.goal_page.view import GoalCard, GoalView

translate = QCoreApplication.translate
REST = "rest"
OTHERS = "others"
START, END = "start", "end"
WELL_BEHIND = Fraction(9, 10)
"""Below this share of what is due a period is late, above it merely behind."""


class Cut(IntEnum):
    """By what a gap is taken apart, in the order of the choices."""

    ACCOUNT = 0
    PRODUCT = 1
    LEVER = 2
    CAUSE = 3


def metric_name(target: GoalTarget, speech: Speech) -> str:
    """What a target counts."""
    return target.name or speech.raised(speech.choice("target.metric", target.metric))


def span_title(span: Span, period: Period, anchor: date, speech: Speech) -> str:
    """``全年``, ``第四季度``, ``11月``, ``第 47 周``."""
    if span == Span.YEAR:
        return translate("Goals", "{year}").format(year=anchor.year)
    if span == Span.QUARTER:
        names = (
            translate("Goals", "1st quarter"), translate("Goals", "2nd quarter"),
            translate("Goals", "3rd quarter"), translate("Goals", "4th quarter"),
        )  # fmt: skip
        return names[(period.first.month - 1) // 3]
    if span == Span.MONTH:
        return (
            speech.text(f"month.{period.first.month}")
            if speech.language == "en"
            else f"{period.first.month}月"
        )
    monday = period.first - timedelta(days=period.first.weekday())
    return speech.raised(speech.text("date.week_short", week=monday.isocalendar()[1]))


def percent(part: int, whole: int) -> str:
    """``49%``; a dash where there is nothing to divide by."""
    return "—" if whole <= 0 else f"{round(100 * part / whole)}%"


def pace(card: GoalCard, view: GoalView, measure: Measure, speech: Speech) -> Pace:
    """What a card shows and says."""
    title = span_title(card.span, card.period, view.anchor, speech)
    target = translate("Goals", "/ {target}").format(target=measure.full(card.target))
    rate = view.target is not None and view.target.is_rate
    if card.actual is None:
        why = unknown_words(view.unknown)
        spoken = translate("Goals", "{title}: goal {target}, {standing}").format(
            title=title, target=measure.full(card.target), standing=why
        )
        return Pace(title, "—", target, "", why, "text2", None, None, spoken)
    standing, tone = _standing(card, measure)
    share = card.actual / card.target if card.target > 0 else 0.0
    due = card.due / card.target if card.target > 0 and not rate else None
    spoken = translate("Goals", "{title}: {actual} of {target}, {due} should be there by now, {standing}").format(
        title=title, actual=measure.full(card.actual), target=measure.full(card.target),
        due=measure.full(card.due), standing=standing,
    )  # fmt: skip
    if not rate:
        days = translate("Goals", "{past} of {all} working days past").format(
            past=card.workdays_past, all=card.workdays
        )
        spoken = f"{spoken}, {days}" if speech.language == "en" else f"{spoken}，{days}"
    return Pace(
        title, measure.number(card.actual), target, percent(card.actual, card.target), standing, tone,
        max(share, 0.0), due, spoken,
    )  # fmt: skip


def _standing(card: GoalCard, measure: Measure) -> tuple[str, str]:
    assert card.actual is not None
    ahead = card.actual - card.due
    if card.due == 0 and card.actual == 0:
        return translate("Goals", "nothing due yet"), "text2"
    if measure.number(ahead).strip("−0.,") == "":
        return translate("Goals", "on pace"), "good"
    said = measure.full(abs(ahead))
    if ahead > 0:
        return translate("Goals", "{amount} ahead").format(amount=said), "good"
    late = card.actual < card.due * WELL_BEHIND
    return translate("Goals", "{amount} behind").format(amount=said), "bad" if late else "warn"


def unknown_words(reason: str | None) -> str:
    """Why nothing can be counted."""
    return {
        "no_sales": translate("Goals", "no sales recorded"),
        "no_sales_yet": translate("Goals", "nothing of this year recorded"),
        "no_margin": translate("Goals", "no margins recorded"),
        "no_payments": translate("Goals", "no payments recorded"),
        "no_quantities": translate("Goals", "no quantities in this unit"),
        "by_hand": translate("Goals", "not counted by the program"),
    }.get(reason or "", translate("Goals", "not known"))


def gap_steps(view: GoalView, cut: Cut, measure: Measure, room: int, speech: Speech) -> list[Step]:
    """The bars from what was due to what is there; of many parts the largest, the others as one."""
    whole, card = view.gap, view.card
    assert whole is not None
    assert card is not None
    title = span_title(card.span, card.period, view.anchor, speech)
    by_now = translate("Goals", "due by {day}").format(day=speech.day(card.until))
    first = Step(
        START, whole.target, StepKind.START, translate("Goals", "{period} goal").format(period=title), by_now
    )
    last = Step(
        END, whole.actual, StepKind.END, translate("Goals", "Actual"),
        translate("Goals", "to {day}").format(day=speech.day(card.until)),
    )  # fmt: skip
    between = {
        Cut.ACCOUNT: lambda: _parts(whole.by_account, view, measure, room - 2, account=True),
        Cut.PRODUCT: lambda: _parts(whole.by_product, view, measure, room - 2, account=False),
        Cut.LEVER: lambda: _levers(whole.by_lever),
        Cut.CAUSE: lambda: _causes(view, speech, room - 2),
    }[cut]()
    return [first, *between, last]


def _parts(
    parts: Sequence[GapPart], view: GoalView, measure: Measure, room: int, *, account: bool
) -> list[Step]:
    shown = [part for part in parts if part.gap]
    rest: list[GapPart] = []
    if len(shown) > room:
        ranked = sorted(shown, key=lambda part: -abs(part.gap))
        kept = {part.of for part in ranked[: room - 1]}
        rest = [part for part in shown if part.of not in kept]
        shown = [part for part in shown if part.of in kept]
    found = []
    for part in shown:
        under = translate("Goals", "{actual}/{due}").format(
            actual=measure.number(part.actual), due=measure.number(part.target)
        )
        if part.of is None:
            name = translate("Goals", "no account yet") if account else translate("Goals", "no product named")
            found.append(Step(REST, part.gap, StepKind.REST, name, under))
        else:
            found.append(Step(part.of, part.gap, StepKind.PART, view.names.get(part.of, "—"), under))
    if rest:
        name = translate("Goals", "others")
        under = translate("Goals", "%n together", "", len(rest))
        found.append(Step(OTHERS, sum(part.gap for part in rest), StepKind.PART, name, under))
    return found


def _levers(by_lever: dict[Lever, int] | object) -> list[Step]:
    words = {
        Lever.ASKED: (translate("Goals", "growth asked"), translate("Goals", "over last year")),
        Lever.NEW: (translate("Goals", "new accounts"), translate("Goals", "did not buy then")),
        Lever.LOST: (translate("Goals", "lost accounts"), translate("Goals", "do not buy now")),
        Lever.RANGE_NEW: (translate("Goals", "new products"), translate("Goals", "bought anew")),
        Lever.RANGE_DROPPED: (translate("Goals", "products dropped"), translate("Goals", "no longer bought")),
        Lever.VOLUME: (translate("Goals", "volume"), translate("Goals", "at the old price")),
        Lever.PRICE: (translate("Goals", "price"), translate("Goals", "for what is sold now")),
        Lever.UNTOLD: (translate("Goals", "not told apart"), translate("Goals", "no quantities")),
    }
    assert isinstance(by_lever, dict)
    return [
        Step(
            REST if lever == Lever.UNTOLD else str(lever), amount,
            StepKind.REST if lever == Lever.UNTOLD else StepKind.PART, *words[lever],
        )
        for lever, amount in by_lever.items()
        if amount
    ]  # fmt: skip


def _causes(view: GoalView, speech: Speech, room: int) -> list[Step]:
    assert view.gap is not None
    causes = view.gap.causes
    said: dict[str, str] = {}
    for cause in view.causes:
        if cause.said or cause.account:
            said.setdefault(cause.cause, cause.said or cause.account or "")
    found = [
        Step(
            cause.cause, cause.amount, StepKind.PART, speech.raised(speech.choice("target_cause.cause", cause.cause)),
            said.get(cause.cause, ""),
        )
        for cause in causes[: max(room - 1, 1)]
    ]  # fmt: skip
    more = causes[max(room - 1, 1) :]
    if more:
        found.append(
            Step(OTHERS, sum(each.amount for each in more), StepKind.PART, translate("Goals", "others"),
                 translate("Goals", "%n together", "", len(more)))
        )  # fmt: skip
    if view.gap.unexplained:
        name = translate("Goals", "unexplained")
        found.append(
            Step(REST, view.gap.unexplained, StepKind.REST, name, translate("Goals", "nothing recorded"))
        )
    return found


def about_target(view: GoalView, measure: Measure | None, speech: Speech) -> str:
    """Whose goal it is, of which year, by whom it was set, and what it leaves out."""
    target = view.target
    if target is None or measure is None:
        return ""
    tax = {True: translate("GoalsPage", "with tax"), False: translate("GoalsPage", "without tax"), None: ""}
    parts = [
        translate("GoalsPage", "{year}, the whole book").format(year=view.anchor.year),
        tax[view.kind.tax_included],
    ]
    if view.left_out:
        parts.append(translate("GoalsPage", "sales of another currency or tax are not counted"))
    if view.begun is not None and view.begun <= view.today:
        day = speech.day_or_year(view.begun, view.today)
        parts.append(translate("GoalsPage", "recorded from {day} on").format(day=day))
    if view.unplaced:
        said = translate("GoalsPage", "its parts miss the goal by {gap}")
        parts.append(said.format(gap=measure.full(view.unplaced)))
    if target.set_by:
        parts.append(translate("GoalsPage", "set by {name}").format(name=target.set_by))
    if view.until != view.today:
        day = speech.day_or_year(view.until, view.today)
        parts.append(translate("GoalsPage", "as of {day}").format(day=day))
    return speech.joined(parts)
