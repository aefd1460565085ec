"""The pages after the first: all that page 1 had no room for, and the background."""

from __future__ import annotations

from kamdesk.papers.account_briefing.brief import (
    Brief,
    Cut,
    is_overdue,
    open_promises,
    people_in_order,
    settled_promises,
)
from kamdesk.papers.account_briefing.entries import COLUMN, entry, nothing
from kamdesk.papers.account_briefing.promises import details_of, due_text, kept_note, state_text
from kamdesk.papers.account_briefing.sales import chart_piece, chart_scale
from kamdesk.papers.account_briefing.top import objective_is_cut
from kamdesk.papers.account_briefing.words_of import (
    address_text,
    closed_text,
    ended,
    fixed_text,
    hours_text,
    name_and_post,
    open_text,
    order_head,
    ordered_products,
    roles_text,
)
from kamdesk.papers.briefing import LineChange, PastVisit, Sales
from kamdesk.papers.kit.flow import Piece, Section
from kamdesk.papers.kit.setting import Content, joined


def sections_of(brief: Brief, cut: Cut) -> list[Section]:
    """All sections of the further pages; promises, actions and people if page 1 does not show them whole."""
    waiting, settled = open_promises(brief), settled_promises(brief)
    found = [_objective(brief), _visits(brief)]
    if cut.lines is not None or len(waiting) > cut.promises or len(settled) > cut.settled:
        found.append(_promises(brief))
    if cut.lines is not None or len(brief.data.actions) > cut.actions:
        found.append(_actions(brief))
    if len(brief.data.people) > cut.people:
        found.append(_people(brief))
    for sales in brief.data.sales:
        found += _sales(brief, sales)
    found += [_notes(brief), _stock(brief), _contacts(brief), _line(brief), _account(brief)]
    return [section for section in found if section.pieces]


def _objective(brief: Brief) -> Section:
    """The objective again where the frame on page 1 could not hold it."""
    visit = brief.data.visit
    objective = visit.objective if visit else None
    cut = objective is not None and objective_is_cut(brief, objective)
    pieces = entry(brief.said.language, "", "", [objective]) if objective and cut else []
    return Section(brief.said.text("briefing.objective"), pieces)


def _visits(brief: Brief) -> Section:
    said = brief.said
    pieces = [piece for visit in brief.data.visits for piece in _visit(brief, visit)]
    return Section(said.text("briefing.recent_visits"), pieces or nothing(said.text("briefing.no_visits")))


def _visit(brief: Brief, visit: PastVisit) -> list[Piece]:
    said = brief.said
    colon = "：" if said.chinese else ": "
    paragraphs: list[Content] = []
    for label, text in (
        (said.raised(said.text("briefing.met")) + " ", said.listed(visit.met)),
        ("", visit.points),
        (said.text("briefing.rival") + colon, visit.rival_note),
        (said.text("briefing.next_step") + colon, visit.next_step),
    ):
        if text:
            paragraphs.append(joined((label, True), text) if label else text)
    head = f"{said.near_day(visit.on, brief.today)}{said.blank}{ended(visit, said)}"
    return entry(said.language, head, "", paragraphs)


def _promises(brief: Brief) -> Section:
    pieces: list[Piece] = []
    for promise in [*open_promises(brief), *settled_promises(brief)]:
        what: Content = ((promise.what, is_overdue(promise, brief.today)),)
        details = details_of(brief, promise)
        pieces += entry(
            brief.said.language,
            state_text(brief, promise),
            due_text(brief, promise),
            [what, details] if details else [what],
        )
    return Section(brief.said.text("briefing.more_promises"), pieces, kept_note(brief))


def _actions(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for action in brief.data.actions:
        due = said.near_day(action.due_on, brief.today) if action.due_on else said.text("briefing.no_due")
        head = f"▲ {due}" if action.due_on and action.due_on < brief.today else due
        pieces += entry(said.language, head, action.owner or "", [action.what])
    return Section(said.text("briefing.more_actions"), pieces)


def _people(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for person in people_in_order(brief):
        met = (
            said.near_day(person.last_met, brief.today) if person.last_met else said.text("briefing.not_met")
        )
        facts = [
            f"{said.text('briefing.support')} {said.heading('support', person.support) or said.absent}",
            f"{said.text('briefing.influence')} {said.heading('influence', person.influence) or said.absent}",
            f"{said.text('briefing.last_met')} {met}",
        ]
        roles = roles_text(person, said) or said.absent
        pieces += entry(said.language, name_and_post(person, said), roles, [said.facts(*facts)])
    return Section(said.text("briefing.more_people"), pieces)


def _notes(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for note in brief.data.notes:
        pieces += entry(said.language, said.near_day(note.on, brief.today), note.about or "", [note.text])
    return Section(said.text("briefing.notes"), pieces or nothing(said.absent))


def _sales(brief: Brief, sales: Sales) -> list[Section]:
    said = brief.said
    _, unit = chart_scale(sales.months, sales.currency, said)
    title = said.text("briefing.by_month", unit=unit) if unit else said.text("briefing.by_month_plain")
    chart = [chart_piece(sales.months, sales.currency, COLUMN, said)] if sales.months else []
    orders: list[Piece] = []
    for order in sales.orders:
        products = ordered_products(order, said)
        head = order_head(order, sales, brief)
        orders += entry(said.language, head, order.number or "", [products] if products else [])
    return [
        Section(title, chart, said.text("briefing.by_month_note")),
        Section(said.text("briefing.last_orders"), orders),
    ]


def _stock(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for one in brief.data.stock:
        counted = said.quantity(one.quantity, one.unit)
        head = f"{one.product}{said.blank}{counted}"
        pieces += entry(said.language, head, said.near_day(one.counted_on, brief.today), [])
    return Section(said.text("briefing.stock"), pieces or nothing(said.absent))


def _contacts(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for person in brief.data.people:
        phones = said.listed(person.phones) or said.absent
        pieces += entry(said.language, name_and_post(person, said), phones, [])
    return Section(said.text("briefing.contacts"), pieces or nothing(said.absent))


def _line(brief: Brief) -> Section:
    said = brief.said
    pieces: list[Piece] = []
    for slot in brief.data.slots:
        coming = slot.rhythm.next_on
        note = said.text("day.next", day=said.day_weekday(coming)) if coming else ""
        pieces += entry(said.language, fixed_text(slot, said), note, [])
    for change in brief.data.line_changes:
        asker = said.text("briefing.asked", who=said.words.choice("asker", change.asked_by))
        who = said.facts(asker, change.contact)
        pieces += entry(said.language, _change(brief, change), who, [change.reason] if change.reason else [])
    return Section(said.text("briefing.line"), pieces or nothing(said.text("briefing.no_fixed")))


def _change(brief: Brief, change: LineChange) -> str:
    said = brief.said
    was = fixed_text(change.was, said) if change.was else said.no_value
    now = fixed_text(change.now, said) if change.now else said.text("briefing.given_up")
    return said.text("briefing.changed", day=said.near_day(change.on, brief.today), was=was, now=now)


def _labelled(brief: Brief, code: str, text: str | None) -> str | None:
    return f"{brief.said.text(f'briefing.{code}')} {text}" if text else None


def _account(brief: Brief) -> Section:
    said, account = brief.said, brief.data.account
    status = said.words.choice("account.status", account.status)
    if account.status_reason:
        status = (
            f"{status}：{account.status_reason}" if said.chinese else f"{status}: {account.status_reason}"
        )
    texts = [
        said.text("briefing.status", status=status),
        said.text("briefing.parent", name=account.parent) if account.parent else None,
        said.text("briefing.kind", kind=account.kind) if account.kind else None,
        said.text("briefing.codes", codes=said.listed([f"{system} {code}" for system, code in account.codes]))
        if account.codes
        else None,
        said.text("briefing.tags", tags=said.listed(account.tags)) if account.tags else None,
        said.text("briefing.wechat", wechat=account.wechat) if account.wechat else None,
        _labelled(brief, "address", address_text(account, said)),
        _labelled(brief, "hours", hours_text(account.hours, said)),
        _labelled(brief, "closed", closed_text(account.closed, said)),
        _labelled(brief, "class", account.class_reason),
        *[_labelled(brief, "owed", open_text(owed, brief)) for owed in brief.data.owed],
    ]
    pieces = entry(said.language, account.name, "", [text for text in texts if text])
    return Section(said.text("briefing.account"), pieces)
