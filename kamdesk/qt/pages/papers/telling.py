"""What is said about a paper: what it is called, what it takes, why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from kamdesk.papers.common import Audience
from kamdesk.papers.form import Sides
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.papers.choice import Choice, Kind, Whose

if TYPE_CHECKING:
    from kamdesk.qt.pages.papers.making import Part


class PaperWords(QObject):
    """Sentences on a choice and the parts that were made of it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def when(self, choice: Choice) -> str:
        """The week with its days, or the day with its weekday."""
        if choice.kind is not Kind.WEEK:
            return self.day(choice.day)
        speech = self._desk.speech
        return speech.joined(
            (self._week(choice), speech.span(choice.monday, choice.monday + timedelta(days=6)))
        )

    def day(self, day: date) -> str:
        speech = self._desk.speech
        return self.tr("{weekday} {day}").format(weekday=speech.weekday(day), day=speech.day(day))

    def _week(self, choice: Choice) -> str:
        speech = self._desk.speech
        return speech.raised(speech.text("date.week_short", week=choice.monday.isocalendar().week))

    def whole(self, choice: Choice, parts: Sequence[Part], pages: int) -> str:
        """What was made, how many pages it has and how many sheets of paper it takes."""
        about = [self._about(choice, parts), self.tr("%n page(s)", "", pages)]
        if choice.kind is Kind.BRIEFING and choice.sides is not Sides.WHOLE:
            about.append(self._sheets((pages + 1) // 2))
        elif choice.sides is not Sides.SINGLE:
            about.append(self._sheets(sum((len(part.drawn.sizes) + 1) // 2 for part in parts)))
        return self._desk.speech.joined(about)

    def _sheets(self, sheets: int) -> str:
        return self.tr("%n sheet(s) printed on both sides", "", sheets)

    def _about(self, choice: Choice, parts: Sequence[Part]) -> str:
        if choice.kind is Kind.WEEK:
            return self._week(choice)
        if choice.kind is Kind.DAY:
            return self.day(choice.day)
        if len(parts) == 1:
            return parts[0].title
        when = {Whose.IN_WEEK: self._week(choice), Whose.ON_DAY: self.day(choice.day)}.get(choice.whose, "")
        return self._desk.speech.joined((when, self.tr("%n account(s)", "", len(parts))))

    def nothing(self, choice: Choice) -> tuple[str, str, str]:
        """Why there is no paper, what to do, and the words of the button that leads to the line, where that helps."""
        if choice.kind is Kind.BRIEFING and choice.whose is Whose.PICKED:
            return (
                self.tr("No account picked yet"),
                self.tr("Type a name or its initials at the left; Enter takes the first that fits."),
                "",
            )
        if choice.kind is Kind.BRIEFING and choice.whose is Whose.IN_WEEK:
            return (
                self.tr("No visits in this week"),
                self.tr("Choose another week, or pick the accounts yourself."),
                "",
            )
        return (
            self.tr("No visits on {day}").format(day=self.day(choice.day)),
            self.tr("Choose another day, or put accounts on the line first."),
            self.tr("To the line"),
        )

    def file_name(self, choice: Choice, parts: Sequence[Part]) -> str:
        """How a file of this paper is called, without its ending."""
        name = paper_names()[choice.kind]
        year, week, _ = choice.monday.isocalendar()
        week_name, today = f"{year}-W{week:02d}", self._desk.today().isoformat()
        if choice.kind is Kind.WEEK:
            return f"{name} {week_name}"
        if choice.kind is Kind.DAY:
            return f"{name} {choice.day.isoformat()}"
        if len(parts) == 1:
            return f"{name} {parts[0].title} {today}"
        when = {Whose.IN_WEEK: week_name, Whose.PICKED: today}.get(choice.whose, choice.day.isoformat())
        return self.tr("{paper} {when}, {n} accounts").format(paper=name, when=when, n=len(parts))


def audience_word(audience: Audience) -> str:
    """Whom a paper is for, as a chip says it."""
    translate = QCoreApplication.translate
    words = {
        Audience.INTERNAL: translate("Paper", "internal"),
        Audience.CUSTOMER: translate("Paper", "for the customer"),
    }
    return words[audience]


def paper_names() -> dict[Kind, str]:
    """What the papers are called."""
    translate = QCoreApplication.translate
    return {
        Kind.WEEK: translate("Paper", "Week plan"),
        Kind.DAY: translate("Paper", "Day plan"),
        Kind.BRIEFING: translate("Paper", "Account briefing"),
    }
