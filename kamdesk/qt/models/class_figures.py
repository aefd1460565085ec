"""Two small tables by class: what it is to get and gets, and where the time goes against where the value is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.models.promise_figures import SmallTable
from kamdesk.qt.speech import Speech

if TYPE_CHECKING:
    from kamdesk.reads.market_page.view import MarketView

LETTERS = ("A", "B", "C")


class ClassServiceModel(SmallTable):
    """Class, visits, contacts, reports that it is to get, how many accounts, and how many of them get too little."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(speech, parent)
        self._policies: list[str | None] = []

    def set_view(self, view: MarketView) -> None:
        self._policies = []
        rows = []
        for letter in LETTERS:
            mine = [
                each
                for each in view.classified.served
                if (view.units[each.unit_id].value_class or view.classified.classes.get(each.unit_id))
                == letter
            ]
            policy = next((each.policy for each in mine if each.policy is not None), None)
            self._policies.append(policy.id if policy is not None else None)
            dash = "—"
            line = sum(bool(each.planned_short) for each in mine)
            done = sum(bool(each.done_short) for each in mine)
            rows.append(
                (
                    letter,
                    dash if policy is None or policy.visits is None else str(policy.visits),
                    dash if policy is None or policy.contacts is None else str(policy.contacts),
                    dash if policy is None or policy.reports is None else str(policy.reports),
                    str(len(mine)),
                    dash if policy is None else str(line),
                    dash if policy is None else str(done),
                )
            )
        self.show(rows)

    def policy(self, number: int) -> str | None:
        """The id of a class's policy."""
        return self._policies[number] if number < len(self._policies) else None

    def letter(self, number: int) -> str:
        return LETTERS[number]

    def heads(self) -> tuple[str, ...]:
        return (
            self.tr("Class"), self.tr("Visits"), self.tr("Contacts"), self.tr("Reports"), self.tr("Accounts"),
            self.tr("Line short"), self.tr("Made short"),
        )  # fmt: skip


class ClassTimeModel(SmallTable):
    """Class, hours, share of the time, share of the value, the one ÷ the other."""

    def set_view(self, view: MarketView) -> None:
        rows = []
        for each in sorted(view.classified.time_by_class, key=lambda row: row.of or "~"):
            if not each.minutes and not each.amount:
                continue
            rows.append(
                (
                    each.of or self.tr("none"),
                    f"{each.minutes / 60:.0f}",
                    "—" if each.time is None else f"{float(each.time):.0%}",
                    "—" if each.value is None else f"{float(each.value):.0%}",
                    "—" if each.ratio is None else f"{float(each.ratio):.2f}",
                )
            )
        self.show(rows)

    def heads(self) -> tuple[str, ...]:
        return (
            self.tr("Class"), self.tr("Hours"), self.tr("Share of time"), self.tr("Share of value"), self.tr("Ratio"),
        )  # fmt: skip
