"""A suggested order in words: each product with what it is reckoned from, or why nothing is suggested."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kamdesk.qt.amounts import quantity
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.widgets.details import Fact
from kamdesk.reads.judging.saying import percent

if TYPE_CHECKING:
    from kamdesk.domain.restock.suggest import Suggestion
    from kamdesk.reads.restock.suggested import SuggestedLine, SuggestedOrder

SAID_ALREADY = frozenset({"estimate", "season_unsure"})


class OrderWords(QObject):
    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def plan(self, order: SuggestedOrder) -> str:
        """For how long an order is to last, and where that is known from."""
        if not order.lines:
            return ""
        told, speech = order.lines[0].suggestion, self._desk.speech
        seasons = told.seasons
        season = f"suggest.season.{seasons.told_by}" if seasons.sure else "suggest.season.unsure"
        return speech.text(
            "suggest.plan",
            lead=_short(told.plan.lead),
            lead_from=speech.text(f"suggest.from.{told.plan.lead_from}"),
            cover=_short(told.plan.cover),
            cover_from=speech.text(f"suggest.from.{told.plan.cover_from}"),
            season=speech.text(season),
        )

    def entry(self, line: SuggestedLine) -> Entry:
        told, speech = line.suggestion, self._desk.speech
        if told.quantity is None or told.rate is None or told.basis is None:
            why = speech.raised(speech.choice("suggest.blank", told.blank))
            return Entry(
                line.product.id, line.product.name, why, chip="—", icon="circle-help", icon_tone="text3",
                detail_tone="warn",
            )  # fmt: skip
        notes = [speech.choice("suggest.note", note) for note in told.notes if note not in SAID_ALREADY]
        said = (self._counted_from(told), *notes)
        estimate = speech.choice("suggest.basis", told.basis)
        wanted = told.quantity > 0
        return Entry(
            line.product.id, line.product.name, speech.joined(said), quiet=estimate,
            chip=quantity(told.quantity, told.unit), chip_tone="accentText" if wanted else "text2",
            chip_ground="accentSoft" if wanted else "sunken", icon="package",
            icon_tone="warn" if told.estimate or notes else "text3",
        )  # fmt: skip

    def facts(self, line: SuggestedLine) -> tuple[str, list[Fact], tuple[str, ...]]:
        """Title, every figure of the formula, the records it was made from."""
        told, speech = line.suggestion, self._desk.speech
        facts = []
        if told.quantity is None or told.rate is None or told.need is None:
            why = speech.raised(speech.choice("suggest.blank", told.blank))
            facts.append(Fact(self.tr("Nothing is suggested"), why, "warn", strong=True))
        else:
            facts.append(Fact(self.tr("Suggested"), quantity(told.quantity, told.unit), strong=True))
            facts.append(Fact(self.tr("Reckoned"), self._sum(told)))
            rate = told.rate
            days = speech.span(rate.first, rate.last)
            sold = self.tr("{sold} in {days} days ({span})").format(
                sold=quantity(rate.sold, told.unit), days=rate.days, span=days
            )
            trend = (
                speech.text("suggest.trend", trend=percent(rate.trend, signed=True))
                if rate.trend is not None
                else ""
            )
            basis = speech.raised(speech.choice("suggest.basis", told.basis))
            facts.append(Fact(self.tr("Measured by"), speech.joined((basis, sold, trend))))
        notes = [speech.raised(speech.choice("suggest.note", note)) for note in told.notes]
        facts.append(Fact(self.tr("To bear in mind"), "\n".join(notes), "warn"))
        facts.append(Fact(self.tr("Sell-through, count by count"), "\n".join(self._counts(told))))
        facts.append(Fact(self.tr("Formula"), speech.text("suggest.formula"), "text2"))
        return line.product.name, facts, told.sources

    def _counted_from(self, told: Suggestion) -> str:
        assert told.rate is not None
        stock = _amount(told.stock)
        if told.stock_on is not None:
            stock = self._desk.speech.text(
                "suggest.counted", stock=stock, day=self._desk.speech.day(told.stock_on)
            )
        return self._desk.speech.text(
            "suggest.line", weekly=_amount(told.rate.weekly), stock=stock, coming=_amount(told.coming),
            season=f"{float(told.season):.2f}",
        )  # fmt: skip

    def _sum(self, told: Suggestion) -> str:
        """The formula with its figures in place."""
        assert told.rate is not None
        assert told.need is not None
        exact = max(Fraction(0), told.need - (told.stock or 0) - told.coming)
        said = self.tr("{weekly} × ({lead} + {cover} weeks) × {season} − {stock} − {coming} = {exact}").format(
            weekly=_amount(told.rate.weekly), lead=_short(told.plan.lead), cover=_short(told.plan.cover),
            season=f"{float(told.season):.2f}", stock=_amount(told.stock), coming=_amount(told.coming),
            exact=_amount(exact),
        )  # fmt: skip
        pack = self.tr(", in packs of {pack}").format(pack=told.pack) if told.pack else ""
        return f"{said}{pack}"

    def _counts(self, told: Suggestion) -> list[str]:
        said = []
        for each in told.intervals[-4:]:
            text = self.tr("{span}: {before} + {received} − {counted} = {sold}").format(
                span=self._desk.speech.span(each.first, each.last), before=_amount(each.before),
                received=_amount(each.received), counted=_amount(each.counted), sold=_amount(each.sold),
            )  # fmt: skip
            said.append(self.tr("{line} (can't be right)").format(line=text) if each.flagged else text)
        return said


def _amount(thousandths: int | Fraction | None) -> str:
    """A bare quantity, one decimal at most."""
    value = round(float(thousandths or 0) / 1000, 1)
    return f"{value:,.1f}".removesuffix(".0").replace("-", "−")


def _short(weeks: Fraction) -> str:
    return f"{float(weeks):.1f}".removesuffix(".0")
