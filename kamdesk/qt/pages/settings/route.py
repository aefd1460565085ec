"""The line: its name, and the place where the rep's day begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamdesk.domain.account import Datum
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import fill_choices
from kamdesk.qt.pages.settings.rows import Entry, Line, Section, card
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column

if TYPE_CHECKING:
    from kamdesk.exchange.towns import Town
    from kamdesk.reads.own import OwnData


class Route(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rep_id = ""
        self.name_entry, self.address_entry, self.place_entry = Entry(), Entry(), Entry()
        self.datum = Combo()
        self.name = Line(desk, self.name_entry)
        self.address = Line(desk, self.address_entry)
        self.map = Line(desk, self.datum)
        self.town = Button(desk.theme, kind="ghost", icon="map-pin", small=True)
        self.place = Line(desk, self.place_entry, self.town)
        self._cycle = label(desk.theme, "caption", "text2", wrap=True)
        self._own: OwnData | None = None
        line, self._say_line = card(desk, self.name, self._cycle)
        start, self._say_start = card(desk, self.address, self.map, self.place)
        self.setLayout(column(line, start, None, gap=12))
        self.name_entry.entered.connect(self._rename)
        self.address_entry.entered.connect(self._change_address)
        self.place_entry.entered.connect(self._change_place)
        self.town.clicked.connect(self._pick_town)
        self.retranslate()

    def show_own(self, own: OwnData) -> None:
        rep = own.rep
        self._own = own
        self._rep_id = rep.id
        self.name_entry.show_kept(own.line_name)
        self.address_entry.show_kept(own.home_address or "")
        known = rep.home_latitude is not None and rep.home_longitude is not None
        was = self.place_entry.text()
        self.place_entry.show_kept(f"{rep.home_latitude:.6f}, {rep.home_longitude:.6f}" if known else "")
        if self.place_entry.text() != was and not self.place.is_wrong():
            self.datum.choose(Datum.WGS84.value)
        self._say_cycle()

    def _rename(self, text: str) -> None:
        self.ask("rename_line", self.name, name=text)

    def _change_address(self, text: str) -> None:
        self.ask("change_rep", self.address, rep_id=self._rep_id, home_address=text.strip() or None)

    def _change_place(self, text: str) -> None:
        from kamdesk.exchange.values.coordinates import read_pair
        from kamdesk.exchange.values.doubt import Doubt

        if not text.strip():
            self.ask("set_home", self.place, rep_id=self._rep_id, place=None)
            return
        try:
            place = read_pair(text)
        except Doubt:
            self.place.wrong(
                self.tr(
                    "These are no two coordinates. Nothing was saved and the place before stands; write "
                    "28.6561, 121.4204 or 28°39'22\"N 121°25'13\"E, as copied from the map."
                )
            )
            return
        # What the book will hold is not what was typed where the map shifts: the field shows it once it is saved.
        self.place_entry.blockSignals(True)
        self.place_entry.show_kept(text)
        self.place_entry.setText(text)
        self.place_entry.blockSignals(False)
        self.ask(
            "set_home",
            self.place,
            rep_id=self._rep_id,
            place=(place.latitude, place.longitude),
            datum=self.datum.currentData(),
        )

    def _pick_town(self) -> None:
        from kamdesk.qt.dialogs.pick_town import PickTownDialog

        about = self.tr(
            "Its middle is taken for the place where your day begins, which may be some kilometres off; coordinates "
            "copied from a map are exact."
        )
        PickTownDialog(self.desk, self, self._take_town, (), about).open()

    def _take_town(self, town: Town) -> None:
        self.datum.choose(Datum.WGS84.value)
        self._change_place(f"{town.latitude:.4f}, {town.longitude:.4f}")
        self.place_entry.setFocus()

    def _say_cycle(self) -> None:
        if self._own is not None:
            rep = self._own.rep
            self._cycle.setText(
                self.tr("Cycle of {weeks} weeks, counted from Monday {day}.").format(
                    weeks=rep.cycle_weeks, day=self.desk.speech.full_day(rep.anchor_monday)
                )
            )

    def retranslate(self) -> None:
        self._say_line(self.tr("Line"))
        self.name.say(self.tr("Name of the line"), self.tr("Stands on the week plan."))
        self._say_start(self.tr("Where your day begins and ends"))
        self.address.say(self.tr("Address"), self.tr("In words, for yourself."))
        speech = self.desk.speech
        datums = (Datum.WGS84, Datum.GCJ02, Datum.BD09)
        fill_choices(self.datum, [(speech.choice("datum", d), d.value) for d in datums])
        self.map.say(
            self.tr("Copied from"),
            self.tr("Amap, Tencent and Baidu shift their coordinates: choose before pasting."),
        )
        self.place.say(
            self.tr("Coordinates"),
            self.tr(
                "Latitude, longitude; kept as WGS-84. Without them the way to the first stop is not reckoned."
            ),
        )
        self.town.set_hint(self.tr("Pick a town where only that is known"))
        self.place_entry.setPlaceholderText("28.6561, 121.4204")
        self._say_cycle()
