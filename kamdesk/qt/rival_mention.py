"""A competitor that a report speaks of: one press, or the key of a rival's move, makes a record of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kamdesk.qt.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Mention:
    """What was said of competitors on a visit."""

    account_id: str
    account: str
    day: date
    text: str


def offer_mention(window: MainWindow, mention: Mention) -> None:
    """The message that a report is saved leads on to the record."""
    said = QCoreApplication.translate("RivalMention", "Record the competitor (Alt+Shift+V)")
    window.notice.add(said, partial(record_mention, window, mention))


def record_mention(window: MainWindow, mention: Mention, competitor_id: str | None = None) -> None:
    """The form of a rival's move, with the account, the day and the words."""
    window.records.record(
        "competitor_move",
        {"account_id": mention.account_id},
        start={"known_on": mention.day, "said": mention.text, "competitor_id": competitor_id},
        sentence=mention.account,
    )


def mention_meant(window: MainWindow) -> Mention | None:
    """The one in the report in view, or of the report that has just been saved while that is still told."""
    if not window.made("report"):
        return None
    if window.page() == "report":
        return window.report.mention()
    last = window.report.last_mention
    return last if last is not None and window.notice.isVisible() and window.notice.offers() else None
