"""What the accounts table says: its columns, its cells, the values of its conditions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.models.account_columns import Column
from kamdesk.qt.models.account_filter import Condition, Kind
from kamdesk.qt.models.account_tree import Node
from kamdesk.qt.speech import Speech, clock
from kamdesk.qt.worth import sums_text, worth_text

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account_table import Counted
    from kamdesk.reads.account_table import AccountRow

MOST_SAID = 3
SEPARATORS = {"zh": "、"}


class AccountWords(QObject):
    def __init__(self, speech: Speech, parent: QObject) -> None:
        super().__init__(parent)
        self._speech = speech

    # columns

    def header(self, column: Column) -> str:
        return {
            Column.NAME: self.tr("Account"),
            Column.PLACE: self.tr("Place"),
            Column.CONTACT: self.tr("Contact"),
            Column.PHONE: self.tr("Telephone"),
            Column.OWNER: self.tr("Owner"),
            Column.STATUS: self.tr("Status"),
            Column.LAST: self.tr("Last visit"),
            Column.NEXT: self.tr("Next fixed visit"),
            Column.RHYTHM: self.tr("Rhythm"),
            Column.PROMISES: self.tr("Open promises"),
            Column.PURCHASES: self.tr("Orders, 1 year"),
            Column.TAGS: self.tr("Tags"),
            Column.LEVEL: self.tr("Unit"),
            Column.CODES: self.tr("Code"),
            Column.CREATED: self.tr("Recorded on"),
            Column.SOLD: self.tr("Sold last year"),
            Column.STAGE: self.tr("Stage"),
            Column.ANSWERED: self.tr("Answered"),
            Column.SHARE: self.tr("Our share"),
        }[column]

    def header_hint(self, column: Column) -> str:
        """What a heading means, where that does not go without saying."""
        if column is Column.PURCHASES:
            return self.tr(
                "Orders recorded here in the last twelve months. What lists told of last year is “Sold last year”."
            )
        if column is Column.SOLD:
            return self.tr(
                "What your lists say was sold to the account in the last calendar year. "
                "Orders recorded here are “Orders, 1 year”."
            )
        if column is Column.STAGE:
            return self.tr(
                "The stage of the relationship as it was last judged: five from first contact to alliance"
            )
        if column is Column.ANSWERED:
            return self.tr(
                "How many of the account's questions are answered today; what is stale counts as open"
            )
        if column is Column.SHARE:
            return self.tr("What comes from us of all that the account buys, as your newest list says")
        if column is Column.RHYTHM:
            return self.tr(
                "The four weeks of the cycle: a full dot is a week with a visit; ×2: two fixed visits"
            )
        return self.header(column)

    def out_header(self, column: Column) -> str:
        """The heading of a column that leaves the window: it says its unit."""
        if column is Column.SOLD:
            return self.tr("Sold last year, yuan")
        return self.tr("12-month orders, yuan") if column is Column.PURCHASES else self.header(column)

    def answered(self, counted: Counted | None) -> str:
        """``17 of 29``; nothing where that is not known."""
        return f"{counted.answered}/{counted.of}" if counted else ""

    def key_text(self, row: AccountRow) -> str | None:
        if row.is_key is None:
            return None
        return self._speech.raised(self._speech.choice("account.key", "key" if row.is_key else "ordinary"))

    # cells

    def text(self, row: AccountRow, column: Column, today: date) -> str:
        speech = self._speech
        if column is Column.NAME:
            return row.name
        if column is Column.PLACE:
            return "".join(dict.fromkeys(part for part in (row.province, row.city, row.district) if part))
        if column is Column.CONTACT:
            return " ".join(part for part in (row.contact, row.contact_title) if part)
        if column is Column.PHONE:
            return row.phone or ""
        if column is Column.OWNER:
            return row.owner or ""
        if column is Column.LAST:
            return speech.day_or_year(row.last_visit, today) if row.last_visit else self.tr("never")
        if column is Column.NEXT:
            return self.next_text(row, today)
        if column is Column.RHYTHM:
            times = f"×{row.slots}" if row.slots > len(row.rhythms) else ""
            return speech.joined((*(speech.rhythm(every) for every, _ in row.rhythms), times))
        if column is Column.PROMISES:
            return str(row.open_promises)
        if column is Column.PURCHASES:
            if row.purchases is None:
                return self.tr("not recorded")
            return worth_text(row.purchases, row.currency, speech.language)
        if column is Column.SOLD:
            return "" if row.sold is None else worth_text(row.sold, row.sold_currency, speech.language)
        if column is Column.TAGS:
            return SEPARATORS.get(speech.language, ", ").join(row.tags)
        if column is Column.LEVEL:
            return speech.choice("account.level", row.level)
        if column is Column.STAGE:
            return speech.raised(speech.choice("stage", row.stage)) if row.stage else ""
        if column is Column.SHARE:
            return "" if row.share is None else f"{row.share / 100:.0f}%"
        if column is Column.CODES:
            return ", ".join(row.codes)
        if column is Column.CREATED:
            return speech.day_or_year(row.created, today) if row.created else ""
        return speech.choice("account.status", row.status)

    def next_text(self, row: AccountRow, today: date) -> str:
        if row.next_visit is None:
            return self.tr("via its unit") if row.on_line else self.tr("not on the line")
        time = f" {clock(row.next_start)}" if row.next_start is not None else ""
        if row.next_visit == today:
            return self.tr("today") + time
        if 0 < (row.next_visit - today).days < 7:
            return self._speech.weekday(row.next_visit) + time
        return self._speech.day_or_year(row.next_visit, today) + time

    def sums(self, worth: Iterable[tuple[str, int]]) -> str:
        said = sums_text(worth, self._speech.language)
        return said or self.tr("not recorded")

    def ago(self, days: int) -> str:
        if days < 0:  # the clock was set back, or the book comes from elsewhere
            return ""
        return self.tr("today") if days == 0 else self.tr("%n days ago", "", days)

    def units(self, number: int) -> str:
        return self.tr("%n units", "", number)

    def in_tree(self, text: str, node: Node) -> str:
        """A line of the tree for a screen reader: its level, what is under it."""
        said = (
            self.tr("{name}, level {level}").replace("{name}", text).replace("{level}", str(node.depth + 1))
        )
        if not node.below:
            return said
        state = self.tr("open") if node.open_ else self.tr("closed")
        return f"{said}, {self.units(node.below)}, {state}"

    # conditions

    def kind(self, kind: Kind) -> str:
        return {
            Kind.CLASS: self.tr("Class"),
            Kind.KEY: self.tr("Key account"),
            Kind.REGION: self.tr("Region"),
            Kind.OWNER: self.tr("Owner"),
            Kind.STATUS: self.tr("Status"),
            Kind.TAG: self.tr("Tag"),
            Kind.UNSEEN: self.tr("Not visited for"),
            Kind.SLOT: self.tr("Fixed visits"),
            Kind.PROMISES: self.tr("Promises"),
            Kind.PURCHASES: self.tr("12-month orders"),
            Kind.LEVEL: self.tr("Unit"),
            Kind.SOURCE: self.tr("Source"),
            Kind.STAGE: self.tr("Stage"),
            Kind.RISK: self.tr("Goods at risk"),
        }[kind]

    def value(self, kind: Kind, value: str, owners: dict[str, str]) -> str:
        """A value of a condition in words."""
        speech = self._speech
        if kind is Kind.CLASS:
            return value or self.tr("not classed")
        if kind is Kind.OWNER:
            return owners.get(value, value) or self.tr("nobody")
        if kind is Kind.STATUS:
            return speech.raised(speech.choice("account.status", value))
        if kind is Kind.RISK:
            return (
                speech.raised(speech.choice("risk.insured", value)) if value else self.tr("no risk recorded")
            )
        if kind is Kind.STAGE and value:
            return speech.raised(speech.choice("stage", value))
        if kind is Kind.LEVEL:
            return speech.raised(speech.choice("account.level", value))
        if kind is Kind.UNSEEN and value.isdigit():
            return self.tr("over %n days", "", int(value))
        fixed = {
            (Kind.KEY, "key"): self.tr("Key accounts"),
            (Kind.KEY, "ordinary"): self.tr("Ordinary accounts"),
            (Kind.KEY, ""): self.tr("Not judged"),
            (Kind.UNSEEN, "never"): self.tr("never visited"),
            (Kind.SLOT, "yes"): self.tr("On the line"),
            (Kind.SLOT, "no"): self.tr("Not on the line"),
            (Kind.PROMISES, "overdue"): self.tr("Overdue"),
            (Kind.PROMISES, "open"): self.tr("Open"),
            (Kind.PROMISES, "none"): self.tr("None open"),
            (Kind.PURCHASES, "yes"): self.tr("Recorded"),
            (Kind.PURCHASES, "no"): self.tr("Not recorded"),
            (Kind.STAGE, ""): self.tr("Not judged"),
            (Kind.SOURCE, "list"): self.tr("From a list"),
            (Kind.SOURCE, "hand"): self.tr("By hand"),
        }
        return fixed.get((kind, value), value) or self.tr("not recorded")

    def condition(self, condition: Condition, owners: dict[str, str]) -> str:
        """``Class: A, B``; of many values the first few and how many more."""
        values = [self.value(condition.kind, value, owners) for value in condition.values]
        said = SEPARATORS.get(self._speech.language, ", ").join(values[:MOST_SAID])
        if len(values) > MOST_SAID:
            said = self.tr("{values} and %n more", "", len(values) - MOST_SAID).replace("{values}", said)
        text = said or self.tr("any")
        return (
            self.tr("{kind}: {values}").replace("{kind}", self.kind(condition.kind)).replace("{values}", text)
        )
