"""With whom an account is looked after: in the head of its page, and in a line of a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kamdesk.qt.desk import Desk
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.painted import Chip

if TYPE_CHECKING:
    from kamdesk.reads.week_end.shares import Shared

translate = QCoreApplication.translate


class SharedChip(Chip):
    """In the head of an account that somebody else looks after too; hidden where nobody does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._speech = desk.speech
        self._shared: tuple[Shared, ...] = ()
        self._said = ""

    def show_shared(self, shared: tuple[Shared, ...], today: date) -> None:
        self._shared = shared
        hints = (f"{share_line(each, self._speech, today)}\n{_what(each)}" for each in shared)
        self.setToolTip("\n\n".join(hints))
        self._said = ""
        if shared:
            since = translate("Shares", "since {day}").format(
                day=self._speech.day_or_year(shared[0].since, today)
            )
            self._said = self._speech.joined((_who(shared[0]), since)) + self._more()

    def _more(self) -> str:
        return f" +{len(self._shared) - 1}" if len(self._shared) > 1 else ""

    def fit(self, *, tight: bool) -> bool:
        """In little room the name alone; whether it needs the room of what stands beside it then."""
        self.setVisible(bool(self._shared))
        if self._shared:
            self.show_text(self._shared[0].other + self._more() if tight else self._said, icon="users")
            self.setAccessibleName(self._said)
        return tight and bool(self._shared)


def _who(shared: Shared) -> str:
    if shared.with_me:
        return translate("Shares", "shared by {name}").format(name=shared.shared_by)
    return translate("Shares", "shared with {name}").format(name=shared.colleague)


def _what(shared: Shared) -> str:
    if shared.with_me:
        return translate(
            "Shares",
            "What is recorded of it comes with the packages, and what you write goes back; what is locked does not.",
        )
    return translate(
        "Shares",
        "What is recorded of it goes with the packages, and what is written there comes back; what is locked "
        "does not.",
    )


def share_line(shared: Shared, speech: Speech, today: date) -> str:
    """Who shares it, since when, until when, what for."""
    since = translate("Shares", "since {day}").format(day=speech.day_or_year(shared.since, today))
    until = ""
    if shared.until is not None:
        until = translate("Shares", "until {day}").format(day=speech.day_or_year(shared.until, today))
    return speech.joined((speech.raised(_who(shared)), since, until, shared.purpose or ""))
