"""What an account's page asks to be recorded of what was found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.qt.rival_mention import Mention, record_mention

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


def known_deed(window: MainWindow, name: str, key: str) -> bool:
    """Whether ``name`` was something to be recorded, amended or taken back, which then has begun.

    ``key`` is a kind, ``kind@id`` of a row, or what the deed says.
    """
    whole, records = window.account.whole(), window.records
    if whole is None:
        return False
    account_id, sentence = whole.view.page.id, whole.view.page.name
    about = {"account_id": account_id}
    first, _, second = key.partition("@")
    if name == "record":
        records.record(key, about, sentence=sentence)
    elif name == "record_with":
        field, _, value = second.partition("=")
        records.record(first, about, start={field: value}, sentence=sentence)
    elif name == "record_free":
        records.record(key, {}, sentence=sentence)
    elif name == "record_paper":
        records.record("report_issue", about, start={"paper": key}, sentence=sentence)
    elif name == "record_part":
        owner = whole.known.row(second)
        if owner is not None:
            called = owner.get("what") or sentence
            link = next(
                field.name for field in described(KINDS[first]) if field.link == owner.kind and field.part
            )
            records.record(first, {**about, link: second}, sentence=called)
    elif name == "record_mark":
        start = {"item_id": first, "competitor_id": second or None}
        records.record("service_mark", about, start=start, sentence=sentence)
    elif name == "record_mention":
        _record_mention(window, key)
    elif name == "amend":
        records.amend(first, second, sentence=sentence)
    elif name == "take_back":
        records.take_back(first, second)
    elif name == "judge_stage":
        from kamdesk.qt.pages.account.stages import present_stage, seen_signs

        records.judge_stage(account_id, sentence, present_stage(whole.known), seen_signs(whole.known))
    elif name.startswith("check_"):
        records.check(first, second, name.removeprefix("check_"), account_id)
    else:
        return False
    return True


def _record_mention(window: MainWindow, visit_id: str) -> None:
    """What the report of a visit says of competitors, with the one that it names."""
    whole = window.account.whole()
    visit = next((one for one in whole.view.history.visits if one.id == visit_id), None) if whole else None
    if whole is None or visit is None or not visit.rival_note:
        return
    named = (
        rival.id
        for rival in whole.known.of("competitor")
        for called in (rival.get("short_name"), rival.get("name"))
        if called and called in visit.rival_note
    )
    page = whole.view.page
    mention = Mention(page.id, page.name, visit.visited_on or visit.planned_date, visit.rival_note)
    record_mention(window, mention, next(named, None))
