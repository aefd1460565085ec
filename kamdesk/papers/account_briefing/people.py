"""Whom to see: the buying centre with the roles that nobody is known to fill."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.papers.account_briefing.brief import LEFT, WIDTH, Brief, Cut, people_in_order
from kamdesk.papers.account_briefing.words_of import name_and_post, roles_text
from kamdesk.papers.briefing import BriefedPerson
from kamdesk.papers.kit.parts import section
from kamdesk.papers.kit.scale import SMALLEST, Step
from kamdesk.papers.kit.setting import joined
from kamdesk.papers.kit.sheet import Sheet
from kamdesk.papers.kit.tables import Column, Table


def draw_people(sheet: Sheet, brief: Brief, y: float, cut: Cut) -> float:
    """The section on page 1; returns the lowest y."""
    said = brief.said
    people = people_in_order(brief)
    note = said.text("briefing.people_note" if people else "briefing.people_write")
    y = section(sheet, LEFT, y, WIDTH, said.text("briefing.people"), note) - 1
    if not people:
        return _rows_to_write(sheet, brief, y)
    table = people_table(brief, cut.cells(said))
    y = table.draw(sheet, LEFT, y, [person_row(person, brief) for person in people[: cut.people]])
    if len(people) > cut.people:
        more = said.text("briefing.more_items", n=len(people) - cut.people)
        sheet.text(LEFT, y + 4.2, more, SMALLEST, bold=True)
        y += 5.5
    return _missing(sheet, brief, y, cut.cells(said))


def people_table(brief: Brief, step: Step) -> Table:
    """Role, name, support, influence, last met, who on our side."""
    said = brief.said
    met = 28 if said.chinese else 24
    return Table(
        [
            Column(said.text("briefing.role"), 33),
            Column(said.text("briefing.name"), 53),
            Column(said.text("briefing.support"), 22),
            Column(said.text("briefing.influence"), 22),
            Column(said.text("briefing.last_met"), met),
            Column(said.text("briefing.our_side"), 48 - met),
        ],
        step,
        padding=1.5,
    )


def person_row(person: BriefedPerson, brief: Brief) -> Sequence[str]:
    """The cells of one person; what is not recorded says so."""
    said = brief.said
    met = said.near_day(person.last_met, brief.today) if person.last_met else said.text("briefing.not_met")
    return (
        roles_text(person, said) or said.absent,
        name_and_post(person, said),
        said.heading("support", person.support) or said.absent,
        said.heading("influence", person.influence) or said.absent,
        met,
        person.counterpart or said.absent,
    )


def _missing(sheet: Sheet, brief: Brief, y: float, step: Step) -> float:
    """In a dashed frame the roles of the buying centre that nobody fills."""
    said, roles = brief.said, brief.data.missing_roles
    if not roles:
        return y
    label = said.text("briefing.missing") + said.blank[:2]
    names = said.listed([said.heading("contact_role", role) for role in roles])
    bottom = sheet.paragraph(LEFT + 1.5, y + 1.6, WIDTH - 3, joined((label, True), names), step)
    sheet.box(LEFT, y + 0.9, WIDTH, bottom - y + 0.1, dashed=True)
    return bottom + 1.2


def _rows_to_write(sheet: Sheet, brief: Brief, y: float) -> float:
    """Nobody is known: rows to write in, one for each of the roles that decide most."""
    said = brief.said
    table = Table(
        [
            Column(said.text("briefing.role"), 40),
            Column(said.text("briefing.name"), 76),
            Column(said.text("briefing.phone"), 62),
        ],
        Step(10, 13),
        least=8.2,
    )
    roles = [said.heading("contact_role", role) for role in brief.data.missing_roles]
    return table.draw(sheet, LEFT, y, [(role, said.absent, "") for role in roles])
