"""An account's card: made new or changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.domain.account import AccountLevel, AccountStatus, Datum
from kamdesk.domain.errors import RuleError
from kamdesk.domain.geo import Point, shifted_region
from kamdesk.exchange.values.coordinates import read_pair
from kamdesk.exchange.values.doubt import Doubt
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.account_more import AccountMore, Wrong
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.account_form import Ui_AccountForm
from kamdesk.qt.jobs.account_table import alike
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.exchange.towns import Town
    from kamdesk.reads.account import AccountPage

TEXTS = (
    "name", "short_name", "kind", "class_reason", "status_reason", "address", "city", "district", "wechat", "province",
    "country", "postal_code",
)  # fmt: skip


class AccountDialog(FormDialog):
    """``account_id`` is the saved account once the dialog was accepted.

    A new account whose name or telephone is known already is asked about before it is added.
    """

    existing = Signal(str)
    """The account that was meant is there already: its page is wanted instead."""

    form: Ui_AccountForm

    def __init__(self, desk: Desk, parent: QWidget | None, page: AccountPage | None = None) -> None:
        super().__init__(desk, Ui_AccountForm(), parent)
        self._page = page
        self._known: tuple[tuple[str, str, str], ...] = ()
        self._asked = ""
        self._which = label(desk.theme, "body", "warn", wrap=True)
        self.open_known = Button(desk.theme, icon="store")
        self._ask = frame(column(self._which, row(self.open_known, None)), "warn", (10, 8, 10, 8))
        self._ask.hide()
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(2, self._ask)
        self.open_known.clicked.connect(self._open_known)
        self.more = AccountMore(desk)
        self.extra.addWidget(self.more)
        self.account_id = page.id if page else ""
        self.form.phones.prepare(desk, "office")
        self.town = Button(desk.theme, kind="ghost", icon="map-pin", small=True)
        self.town.setAutoDefault(False)
        self._put_town_beside()
        self.town.clicked.connect(self._pick_town)
        self.form.place.textEdited.connect(self._place_typed)
        self.retranslate()
        if page is not None:
            self._fill(page)
        self.fit(680)
        self.form.name.setFocus()

    def _put_town_beside(self) -> None:
        """The way to the gazetteer stands in the same cell as the coordinates."""
        form, both = self.form, QWidget()
        grid = form.place.parentWidget().layout()
        assert grid is not None
        grid.replaceWidget(form.place, both)
        both.setLayout(row((form.place, 1), self.town, gap=4))
        QWidget.setTabOrder(form.place, self.town)
        QWidget.setTabOrder(self.town, form.datum)

    def _fill(self, page: AccountPage) -> None:
        form = self.form
        for name in TEXTS:
            getattr(form, name).setText(getattr(page, name) or "")
        form.visit_minutes.setText("" if page.visit_minutes is None else str(page.visit_minutes))
        form.phones.set_phones([(p.number, p.extension, p.kind) for p in page.phones])
        form.tags.setText(", ".join(page.tags))
        if page.latitude is not None and page.longitude is not None:
            form.place.setText(f"{page.latitude:.6f}, {page.longitude:.6f}")
            form.datum.choose(self._datum_shown())
        form.value_class.choose(page.value_class)
        form.is_key.choose(page.is_key)
        form.status.choose(page.status)
        form.level.choose(page.level)
        self.more.show_page(page)

    def subject(self) -> str:
        return self._page.id if self._page else "new"

    def save(self) -> None:
        form = self.form
        wrong: list[tuple[str, QWidget]] = []
        if not form.name.text().strip():
            wrong.append((self.desk.speech.text("error.name_empty"), form.name))
        wrong += [(self.desk.speech.error(error), field) for field, error in form.phones.wrong()]
        if wrong:
            self.fail_all(wrong)
            return
        fields: dict[str, object] = {name: text_of(getattr(form, name).text()) for name in TEXTS}
        fields["value_class"] = form.value_class.currentData()
        fields["is_key"] = form.is_key.currentData()
        fields["status"] = form.status.currentData()
        fields["level"] = form.level.currentData()
        minutes = form.visit_minutes.text().strip()
        if minutes and not (minutes.isdigit() and 0 < int(minutes) <= 24 * 60):
            self.fail(
                self.tr("How long a visit takes is given in whole minutes, 45 for example."),
                form.visit_minutes,
            )
            return
        fields["visit_minutes"] = int(minutes) if minutes else None
        try:
            place = self._place()
        except ValueError:
            said = self.tr(
                "Coordinates are two numbers, latitude and longitude: 28.6561, 121.4208. Nothing was saved."
            )
            self.fail(said, form.place)
            return
        except RuleError as error:
            self.fail(self.desk.speech.error(error), form.datum)
            return
        try:
            more = self.more.read()
        except RuleError as error:
            self.fail(self.desk.speech.error(error))
            return
        except Wrong as error:
            self.fail(error.said, error.field)
            return
        write = partial(
            self.run,
            jobs.save_account,
            account_id=self._page.id if self._page else None,
            fields=fields,
            phones=form.phones.phones(),
            tags=re.split(r"[,，;；、]", form.tags.text()),
            place=place,
            **more,
        )
        numbers = [number for number, _, _ in form.phones.phones()]
        asked = repr((fields["name"], numbers))
        if self._page is not None or asked == self._asked:
            write()
            return
        self._asked = asked
        self.desk.runner.read(
            alike, done=lambda known: self._is_it(known, write), name=str(fields["name"]), phones=numbers
        )

    def _is_it(self, known: tuple[tuple[str, str, str], ...], write: Callable[[], None]) -> None:
        """Nothing is known of it: it is written. Else ask whether it is one of these."""
        self._known = known
        if not known:
            write()
            return
        names = self.desk.speech.joined(f"{name} {where}".strip() for _, name, where in known[:3])
        self._which.setText(self.tr("Is it this one? {names}").format(names=names))
        self.open_known.set_label(self.tr("Open {name}").format(name=known[0][1]))
        self.primary.set_label(self.tr("Add it all the same"))
        self._ask.show()
        self.open_known.setFocus()

    def known(self) -> str:
        """What is asked about; empty for nothing."""
        return "" if self._ask.isHidden() else self._which.text()

    def _open_known(self) -> None:
        self.settle_draft()
        self.existing.emit(self._known[0][0])
        self.reject()

    def _place(self) -> tuple[float, float, str] | None:
        """The coordinates where they were typed anew. Raises ValueError where they are no two numbers."""
        text = self.form.place.text().strip()
        page = self._page
        before = ""
        if page is not None and page.latitude is not None and page.longitude is not None:
            before = f"{page.latitude:.6f}, {page.longitude:.6f}"
        if text == before and (not text or self.form.datum.currentData() == self._datum_shown()):
            return None
        if not text:
            raise ValueError(text)
        try:
            place = read_pair(text)
        except Doubt:
            raise ValueError(text) from None
        datum = self.form.datum.currentData()
        if datum is None and not shifted_region(Point(place.latitude, place.longitude)):
            datum = Datum.WGS84.value
        if datum is None:
            raise RuleError("datum_open")
        return place.latitude, place.longitude, datum

    def _datum_shown(self) -> str:
        """What the coordinates are in as they are shown: all are kept as WGS-84, a town is none but a town."""
        town = self._page is not None and self._page.datum == Datum.TOWN
        return Datum.TOWN.value if town else Datum.WGS84.value

    def _place_typed(self, text: str) -> None:
        """Other coordinates are of no map yet: which it is has to be said."""
        self.form.datum.choose(None)

    def _pick_town(self) -> None:
        from kamdesk.qt.dialogs.pick_town import PickTownDialog

        begun = [field.text().strip() for field in (self.form.district, self.form.city)]
        PickTownDialog(self.desk, self, self._take_town, [name for name in begun if name]).open()

    def _take_town(self, town: Town) -> None:
        form = self.form
        form.place.setText(f"{town.latitude:.4f}, {town.longitude:.4f}")
        form.datum.choose(Datum.TOWN.value)
        if not form.city.text().strip() and not form.district.text().strip():
            form.city.setText(town.called(self.desk.speech.language))
        form.place.setFocus()

    def _saved(self, result: Changes) -> None:
        self.account_id = self.account_id or next(iter(result.of("account")), "")
        self.accept()

    def retranslate(self) -> None:
        speech, form, page = self.desk.speech, self.form, self._page
        form.place.setAccessibleName(form.place_label.text())
        if page is None:
            self.say(self.tr("New account"), self.tr("Save"))
        else:
            self.say(page.name, self.tr("Save"))
        form.place.setAccessibleName(form.place_label.text())
        classes = [(self.tr("not classed yet"), None)]
        classes += [(speech.raised(speech.choice("account.class", c)), c) for c in "ABC"]
        fill_choices(form.value_class, classes)
        key = "account.key"
        fill_choices(
            form.is_key,
            [
                (self.tr("not judged yet"), None),
                (speech.raised(speech.choice(key, "key")), True),
                (speech.raised(speech.choice(key, "ordinary")), False),
            ],
        )
        states = [(speech.raised(speech.choice("account.status", s)), s.value) for s in AccountStatus]
        if page is not None and page.status not in list(AccountStatus):
            states.append((page.status, page.status))
        fill_choices(form.status, states, AccountStatus.ACTIVE.value)
        levels = [(speech.raised(speech.choice("account.level", unit)), unit.value) for unit in AccountLevel]
        if page is not None and page.level not in list(AccountLevel):
            levels.append((page.level, page.level))
        fill_choices(form.level, levels, AccountLevel.COMPANY.value)
        datums = [
            (speech.choice("datum", d), d.value) for d in (Datum.WGS84, Datum.GCJ02, Datum.BD09, Datum.TOWN)
        ]
        fill_choices(form.datum, [(self.tr("which map?"), None), *datums])
        self.town.set_hint(self.tr("Pick a town where only that is known"))
