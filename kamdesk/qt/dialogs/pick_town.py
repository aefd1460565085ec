"""Which town: found by typing its name; its middle stands for a place that is not known more exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QDialog, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs.towns import towns
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.speech import Speech
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.exchange.towns import Town

HOME = "CN"


class PickTownDialog(QDialog):
    """Enter takes the chosen town and closes; ``then`` gets it. The first of the names ``begun`` that is a town's is
    looked for at once. ``about`` says what its middle is taken for; of an account where nothing is said.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        then: Callable[[Town], object],
        begun: Sequence[str] = (),
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._desk, self._then, self._begun = desk, then, tuple(begun)
        self._told = about
        self._towns: tuple[Town, ...] = ()
        self._found: tuple[Town, ...] = ()
        self._heading = label(desk.theme, "heading")
        self._about = label(desk.theme, "caption", "text2", wrap=True)
        self.filter = FilterField(desk.theme)
        self.filter.setMaximumWidth(16777215)
        self.filter.setText(next(iter(begun), ""))
        self.list = EntriesView(desk.theme, EntriesModel(self))
        self._source = label(desk.theme, "caption", "text2", wrap=True)
        self._source.setObjectName("source")
        self.setLayout(
            column(
                self._heading, self._about, self.filter, (self.list, 1), self._source,
                gap=10, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.resize(460, 460)
        self.filter.textChanged.connect(self._narrow)
        self.filter.down.connect(self.list.setFocus)
        self.filter.entered.connect(lambda: self._take(self.list.key()))
        self.list.opened.connect(self._take)
        desk.runner.look(towns, done=self._show)
        self.retranslate()
        self.filter.setFocus()
        self.filter.selectAll()

    def _show(self, found: tuple[Town, ...]) -> None:
        from kamdesk.exchange.towns import find_towns

        self._towns = found
        known = next((name for name in self._begun if find_towns(found, name, most=1)), None)
        if known is not None and self.filter.text() == self._begun[0]:
            self.filter.setText(known)
            self.filter.selectAll()
        self._narrow()

    def _narrow(self) -> None:
        from kamdesk.exchange.towns import find_towns

        speech = self._desk.speech
        home = HOME if speech.language == "zh" else ""
        self._found = find_towns(self._towns, self.filter.text(), home=home)
        self.list.show_rows(
            [
                Entry(str(number), town.called(speech.language), detail=where(town, speech), icon="map-pin")
                for number, town in enumerate(self._found)
            ]
        )
        self.retranslate()

    def _take(self, key: str) -> None:
        if key:
            self.accept()
            self._then(self._found[int(key)])

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Which town?"))
        self._heading.setText(self.tr("Which town?"))
        self._about.setText(
            self._told
            or self.tr(
                "Its middle stands for the account until its place is known: marked approximate, drawn, never "
                "reckoned with for the way."
            )
        )
        self.filter.setPlaceholderText(self.tr("Name in Chinese or in Latin letters"))
        self.filter.setAccessibleName(self.tr("Which town?"))
        self.list.setAccessibleName(self.tr("Towns"))
        nothing = self._towns and self.filter.text().strip() and not self._found
        source = self.tr("Towns: GeoNames (geonames.org), CC BY 4.0, a selection")
        none = self.tr("No town is called that.")
        self._source.setText(f"{none} {source}" if nothing else source)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def where(town: Town, speech: Speech) -> str:
    """``浙江·近台州``: the province or the country, the large town beside it, its other name."""
    if town.country == HOME:
        region = speech.text(f"town.region.{town.region}") if town.region else ""
    elif town.country in ("HK", "MO", "TW"):
        region = speech.text(f"town.region.{town.country}")
    else:
        region = QLocale.territoryToString(QLocale.codeToTerritory(town.country))
    beside = ""
    if town.near is not None:
        beside = speech.text("town.said.near", name=town.near.called(speech.language))
    other = town.latin if speech.language == "zh" and town.chinese else town.chinese
    return speech.joined((region, beside, other))
