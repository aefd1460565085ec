"""A section of what was found out: kind under kind, with all of the chosen row beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.known_list import Head, Item, KnownListModel
from kamdesk.qt.pages.account.known_details import PARTS, KnownDetails
from kamdesk.qt.pages.account.listed import put_below
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.page import Density
from kamdesk.qt.recording.listing import KnownList
from kamdesk.qt.recording.words import by_own_day, entry_of
from kamdesk.qt.widgets.details import DetailPane
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.words import MissingWord

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole

NEEDS = (
    "need", "benefit", "terms", "value_deed", "retention_measure", "worth", "satisfaction", "report_issue",
    "potential", "margin", "serving_cost", "internal_request",
)  # fmt: skip
RIVALS = ("competitor_move", "rival_reason", "win_condition", "our_reason")
STAGE = (
    "stage_assessment", "development_plan", "account_nature", "loyalty_judgement", "intended_term", "agreement",
    "exit_criterion", "exit_decision", "alliance_point",
)  # fmt: skip
RISKS = ("risk", "care_event", "life_cycle")
SUPPLY = ("delivery", "suggested_order", "supply_setting")
TEAM = ("account_team", "handover")
ICONS = {
    "need": "heart-handshake", "benefit": "gift", "terms": "receipt", "value_deed": "handshake",
    "retention_measure": "link", "worth": "building-2", "satisfaction": "message-square", "report_issue": "file-text",
    "internal_request": "inbox", "competitor_move": "swords", "rival_reason": "circle-x", "our_reason": "circle-check",
    "win_condition": "list-todo", "stage_assessment": "flag", "development_plan": "route", "account_nature": "store",
    "intended_term": "clock", "agreement": "file-text", "risk": "umbrella", "care_event": "calendar-days",
    "life_cycle": "refresh-cw", "delivery": "truck", "suggested_order": "package", "account_team": "users",
}  # fmt: skip
PLAIN_ICON = "circle"


def with_parts(kinds: Sequence[str]) -> tuple[str, ...]:
    """The kinds, and those that are parts of them."""
    return (*kinds, *(PARTS[kind] for kind in kinds if kind in PARTS))


class KnownSection(Section):
    """``kinds`` in their order; ``over`` stands above the list (a matrix, the stages), ``look`` beside the title."""

    def __init__(
        self,
        desk: Desk,
        kinds: Sequence[str],
        parent: QWidget | None = None,
        over: QWidget | None = None,
        look: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._kinds = kinds
        self.list = KnownList(desk.theme, KnownListModel(self))
        self.pane = DetailPane(desk.theme)
        self._details = KnownDetails(desk, self.asked.emit, self)
        self.title = label(desk.theme, "heading")
        self.said = Elided(desk.theme, "caption", "text2")
        top = row(self.title, (self.said, 1))
        if look is not None:
            top.addWidget(look)
        self.inside = column(top, gap=8)
        if over is not None:
            self.inside.addWidget(over)
        self.inside.addWidget(self.list, 1)
        self._card = frame(self.inside, "card", (14, 10, 12, 10))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(self._card, 1)
        self.setLayout(self._box)
        self.list.add_asked.connect(lambda kind: self.asked.emit("record", kind))
        self.list.opened.connect(lambda kind, key: self.asked.emit("amend", f"{kind}@{key}"))
        self.list.take_back_asked.connect(lambda kind, key: self.asked.emit("take_back", f"{kind}@{key}"))
        self.list.chosen.connect(self.show_details)

    def aside(self) -> QWidget | None:
        return self.pane

    def kinds(self) -> Sequence[str]:
        """The kinds that are recorded here."""
        return with_parts(self._kinds)

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        self.list.show_items(self._items(whole))
        self._say_title()
        self.show_details()

    def leave(self) -> None:
        super().leave()
        self.list.show_items([])

    def _items(self, whole: AccountWhole) -> list[Item]:
        items: list[Item] = []
        known, speech = whole.known, self.desk.speech
        for kind in self._kinds:
            rows = known.of(kind)
            if kind == "care_event":
                rows = by_own_day(rows, self.desk.today())
            head = Head(
                speech.text(f"record.one.{kind}"),
                len(rows),
                "" if rows else self._hint(kind),
                self.tr("Record"),
                ICONS.get(kind, PLAIN_ICON),
            )
            items.append(Item(f"+{kind}", kind, head=head))
            for found in rows:
                entry = entry_of(self.desk, found, known.names)
                if where := known.elsewhere.get(found.id):
                    entry = replace(entry, quiet=speech.joined((entry.quiet, self._at(where))))
                items.append(Item(found.id, kind, entry=entry))
                for part in known.parts.get(found.id, ()):
                    if part.kind != PARTS.get(kind):
                        continue
                    entry = entry_of(self.desk, part, known.names, inside=True)
                    items.append(Item(part.id, part.kind, entry=entry, depth=1))
        return items

    def _at(self, account: str) -> str:
        """Where a row stands that was recorded at another account of the unit."""
        return self.tr("at {account}").format(account=account)

    def _hint(self, kind: str) -> str:
        try:
            return self.desk.speech.text(f"record.for.{kind}")
        except MissingWord:
            return ""

    def show_details(self) -> None:
        """Beside the list all of the row that is chosen."""
        item = self.list.item()
        found = None
        if item is not None and item.entry is not None and self.whole is not None:
            found = self._details.of(item.key, self.whole)
        self.pane.setVisible(found is not None)
        if found is not None:
            self.pane.show_facts(*found)

    def choose(self, key: str) -> None:
        self.list.choose(key)

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._card.setMinimumHeight(340 if density.narrow else 230)

    def take_aside(self) -> None:
        """In a narrow window the details stand below the list."""
        put_below(self._box, self.pane, 200)

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def names(self) -> tuple[str, str]:
        """What the section is called, and what it is for in a line."""
        return "", ""

    def _say_title(self) -> None:
        name, said = self.names()
        self.title.setText(name)
        self.said.setText(said)
        self.list.setAccessibleName(name)

    def retranslate(self) -> None:
        self._say_title()
        if self.whole is not None:
            self.show_account(self.whole)
