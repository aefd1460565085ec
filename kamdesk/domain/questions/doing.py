"""What we do for an account: day by day, beside what rivals do, on what terms (D1–D4, D9–D13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from kamdesk.domain.knowledge.risk import in_season
from kamdesk.domain.questions.answer import Coded, Found, Part, Sum, facts, found, lacking, listed, phrase
from kamdesk.domain.questions.view import AccountView


def care_calendar(view: AccountView) -> Found | None:
    """D1: fixed visits, service tasks of the class, actions, days that matter, risk seasons.

    The calendar is as fresh as its furthest entry that has come: one that ends in the past grows old.
    """
    line, today = view.line, view.today
    entries: list[tuple[str, date, Any]] = []
    if line.slots and line.next_on:
        entries += [(slot, line.next_on, None) for slot in line.slots]
    elif line.ended and line.ended_on:
        entries += [(slot, line.ended_on, None) for slot in line.ended]
    tasks = [(row.id, row.due_on, row.what) for row in view.actions if row.due_on and row.state == "open"]
    tasks += [(row.id, row.due_on, row.what) for row in view.promises if row.due_on and row.state == "open"]
    dates = [
        (row.id, view.dates[row.id], row.what) for row in view.standing("care_event") if row.id in view.dates
    ]
    risks = [row for row in view.standing("risk") if row.first_month]
    entries += [*tasks, *dates, *((row.id, today, None) for row in risks)]
    if not entries:
        return None
    coming = sorted((day, what) for _, day, what in (*tasks, *dates) if what and day >= today)
    policy = view.policy
    return found(
        "question.answer.D1",
        (entry[0] for entry in entries),
        max(min(day, today) for _, day, _ in entries),
        lambda: {
            "facts": facts(
                phrase("next_visit", day=line.next_on)
                if line.slots and line.next_on
                else phrase("no_fixed_visit"),
                phrase("policy", visits=policy.visits, value_class=policy.value_class)
                if policy and policy.visits is not None
                else None,
                *(phrase("on_day", what=what, day=day) for day, what in coming[:2]),
                *(
                    phrase(
                        "season_now" if in_season(row.first_month, row.last_month, today.month) else "season",
                        hazard=Coded(f"risk.hazard.{row.hazard}"),
                        first=row.first_month,
                        last=row.last_month or row.first_month,
                    )
                    for row in risks[:1]
                ),
            )
        },
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """One service: our mark and theirs, the newest of each."""

    item: str
    ours: Any
    theirs: tuple[Any, ...]

    @property
    def marks(self) -> tuple[Any, ...]:
        return (self.ours, *self.theirs) if self.ours else self.theirs


def matrix(view: AccountView) -> tuple[Compared, ...]:
    """The service matrix: the newest mark of each service by each provider."""
    rows = view.of("service_mark")
    if not rows:
        return ()
    last: dict[tuple[str, str | None], Any] = {}
    for row in rows:
        last[row.item_id, row.competitor_id] = row
    items = dict.fromkeys(item for item, _ in last)
    return tuple(
        Compared(
            item,
            last.get((item, None)),
            tuple(row for (of, rival), row in last.items() if of == item and rival is not None),
        )
        for item in items
    )


def _given(mark: Any, said: str) -> bool:
    return mark is not None and mark.given == said


def _told(view: AccountView, code: str, hits: list[Compared], compared: list[Compared]) -> Found | None:
    """The services that fit, or (both sides known, none fits) that there is none."""
    if hits:
        rows = [mark for each in hits for mark in each.marks]
        return found(
            f"question.answer.{code}",
            (row.id for row in rows),
            view.day_of(rows),
            lambda: {
                "count": len(hits),
                "services": listed((_service(view, each, code) for each in hits), 4),
            },
        )
    if not compared:
        return None
    rows = [mark for each in compared for mark in each.marks]
    return found(
        f"question.answer.{code}_none",
        (row.id for row in rows),
        view.day_of(rows),
        lambda: {"count": len(compared)},
    )


def _service(view: AccountView, each: Compared, code: str) -> Any:
    name = view.named(each.item) or Coded("absent.not_recorded")
    if code == "D3":
        return phrase(
            "of",
            what=name,
            facts=facts(*(view.named(m.competitor_id) for m in each.theirs if _given(m, "yes"))),
        )
    if code == "D11":
        best = max((mark.rating for mark in each.theirs if mark.rating is not None), default=None)
        return phrase("of", what=name, facts=facts(phrase("rated", ours=each.ours.rating, theirs=best)))
    return name


def _known_on_both_sides(view: AccountView) -> list[Compared]:
    return [
        each
        for each in matrix(view)
        if each.ours is not None
        and each.ours.given != "unknown"
        and any(mark.given != "unknown" for mark in each.theirs)
    ]


def only_we(view: AccountView) -> Found | None:
    """D2: what we give and no rival that is known about gives."""
    both = _known_on_both_sides(view)
    hits = [
        each for each in both if _given(each.ours, "yes") and not any(_given(m, "yes") for m in each.theirs)
    ]
    return _told(view, "D2", hits, both)


def what_rivals_do(view: AccountView) -> Found | None:
    """D3: what rivals give."""
    hits = [each for each in matrix(view) if any(_given(mark, "yes") for mark in each.theirs)]
    known = [each for each in matrix(view) if any(mark.given != "unknown" for mark in each.theirs)]
    return _told(view, "D3", hits, known)


def not_done(view: AccountView) -> Found | None:
    """D4: what rivals give and we don't, or what the customer wants and we don't give."""
    hits = [
        each
        for each in matrix(view)
        if _given(each.ours, "no")
        and (any(_given(mark, "yes") for mark in each.theirs) or any(mark.wanted for mark in each.marks))
    ]
    return _told(view, "D4", hits, _known_on_both_sides(view))


def where_better(view: AccountView) -> Found | None:
    """D11: where the customer rates us above every rival."""
    rated = [
        each
        for each in matrix(view)
        if each.ours is not None
        and each.ours.rating is not None
        and any(mark.rating is not None for mark in each.theirs)
    ]
    hits = [
        each
        for each in rated
        if each.ours.rating > max(mark.rating for mark in each.theirs if mark.rating is not None)
    ]
    return _told(view, "D11", hits, rated)


def why_us(view: AccountView) -> Found | None:
    """D9: purpose, motive and behaviour of choosing us."""
    rows = view.standing("our_reason")
    if not rows:
        return None
    last, day = rows[-1], view.day_of(rows)
    return found(
        "question.answer.D9",
        (row.id for row in rows),
        day,
        lambda: {
            "purpose": Coded(f"our_reason.purpose.{last.purpose}"),
            "motive": Coded(f"our_reason.motive.{last.motive}"),
            "behaviour": Coded(f"our_reason.behaviour.{last.behaviour}"),
            "day": day,
        },
    )


def terms(view: AccountView) -> Found | None:
    """D10: the favourable terms in force, and until when."""
    rows = view.standing("terms")
    if not rows:
        return None
    return found(
        "question.answer.D10",
        (row.id for row in rows),
        view.day_of(rows, "since"),
        lambda: {
            "count": len(rows),
            "terms": listed(phrase("of", what=row.what, facts=facts(*_term_facts(row))) for row in rows),
        },
    )


def _term_facts(row: Any) -> Iterator[Any]:
    yield Coded(f"terms.kind.{row.kind}")
    if row.share is not None:
        yield Part(Fraction(row.share, 10_000))
    if row.days is not None:
        yield phrase("days", n=row.days)
    if row.amount is not None:
        yield Sum(row.amount, row.currency)
    if row.until:
        yield phrase("until", day=row.until)


def _issued(view: AccountView, paper: str) -> Found | None:
    rows = [row for row in view.of("report_issue") if row.paper == paper and row.audience == "customer"]
    if not rows:
        return None
    filed = [row for row in rows if row.id in view.filed]
    if not filed:
        return lacking("question.part.no_file", day=rows[-1].known_on)
    people = {person.id: person.name for person in view.people}
    last = filed[-1]
    to_whom = last.to_whom or people.get(last.contact_id or "")
    return found(
        "question.answer.issued",
        (row.id for row in filed),
        view.day_of(filed),
        lambda: {
            "day": last.known_on,
            "paper": Coded(f"report_issue.paper.{paper}"),
            "whom": to_whom or view.name,
            "count": len(filed),
        },
    )


def cost_saving_paper(view: AccountView) -> Found | None:
    """D12: the comparative cost-saving analysis, issued to the customer with its file."""
    return _issued(view, "cost_saving")


def comparison_paper(view: AccountView) -> Found | None:
    """D13: the comparison with competitors, issued to the customer with its file."""
    return _issued(view, "comparison")
