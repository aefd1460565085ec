"""A person's card at an account: made new or changed, roles with their standing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.domain.contact import BuyingRole, Influence, Standing, Support
from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.form_dialog import FormDialog, fill_choices, text_of
from kamdesk.qt.forms.contact_form import Ui_ContactForm
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label

if TYPE_CHECKING:
    from kamdesk.reads.account import AccountPage, Person

_BIRTHDAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")


class ContactDialog(FormDialog):
    form: Ui_ContactForm

    def __init__(
        self, desk: Desk, parent: QWidget | None, page: AccountPage, person: Person | None = None
    ) -> None:
        super().__init__(desk, Ui_ContactForm(), parent)
        self._page, self._person = page, person
        self.form.phones.prepare(desk, "mobile")
        self._roles_title = label(desk.theme, "strong")
        self._standings: dict[str, Combo] = {}
        self._labels = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for number, role in enumerate(BuyingRole):
            combo, name = Combo(), label(desk.theme, "body", "text2")
            combo.setObjectName(f"role_{role.value}")
            name.setBuddy(combo)
            self._standings[role.value], self._labels[role.value] = combo, name
            grid.addWidget(name, number // 2, number % 2 * 2)
            grid.addWidget(combo, number // 2, number % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.extra.addWidget(self._roles_title)
        self.extra.addLayout(grid)
        self.retranslate()
        if person is not None:
            self._fill(person)
        self.fit(680)
        self.form.birthday.editingFinished.connect(self._show_calendar)
        self.form.name.setFocus()

    def suppose(self, role: str) -> None:
        """Somebody to fill a role that nobody was known to hold."""
        if role in self._standings:
            self._standings[role].choose("assumed")

    def _fill(self, person: Person) -> None:
        form = self.form
        for name in ("name", "latin_name", "title", "department", "wechat", "email", "counterpart"):
            getattr(form, name).setText(getattr(person, name) or "")
        form.phones.set_phones([(p.number, p.extension, p.kind) for p in person.phones])
        form.support.choose(person.support)
        form.influence.choose(person.influence)
        form.reports_to.choose(person.reports_to)
        form.birth_calendar.choose(person.birth_calendar or "solar")
        if person.birth_month and person.birth_day:
            year = f"{person.birth_year}-" if person.birth_year else ""
            born = f"{year}{person.birth_month:02d}-{person.birth_day:02d}"
            if person.birth_leap:
                born = f"{person.birth_year or ''}{'年' if year else ''}闰{person.birth_month}月{person.birth_day}日"
            form.birthday.setText(born)
        for role in person.roles:
            if role.until is None and role.role in self._standings:
                self._standings[role.role].choose(role.standing)

    def subject(self) -> str:
        return self._person.id if self._person else f"new@{self._page.id}"

    def save(self) -> None:
        form = self.form
        wrong: list[tuple[str, QWidget]] = []
        if not form.name.text().strip():
            wrong.append((self.desk.speech.text("error.name_empty"), form.name))
        wrong += [(self.desk.speech.error(error), field) for field, error in form.phones.wrong()]
        birth: dict[str, object] = {}
        try:
            birth = self._birthday()
        except ValueError:
            said = self.tr(
                "A birthday is a month and a day, with the year where you know it: 11-25, 1978-11-25 or 农历八月初三."
            )
            wrong.append((said, form.birthday))
        if wrong:
            self.fail_all(wrong)
            return
        person: dict[str, object] = {
            n: text_of(getattr(form, n).text()) for n in ("name", "latin_name", "wechat", "email")
        }
        post: dict[str, object] = {
            n: text_of(getattr(form, n).text()) for n in ("title", "department", "counterpart")
        }
        post["support"] = form.support.currentData()
        post["influence"] = form.influence.currentData()
        post["reports_to"] = form.reports_to.currentData()
        self.run(
            jobs.save_contact,
            account_id=self._page.id,
            contact_id=self._person.id if self._person else None,
            post_id=self._person.post_id if self._person else None,
            person={**person, **birth},
            post=post,
            phones=form.phones.phones(),
            roles={r: c.currentData() for r, c in self._standings.items() if c.currentData()},
        )

    def _birthday(self) -> dict[str, object]:
        """The fields of the birthday. Raises ValueError where it is none."""
        text = self.form.birthday.text().strip()
        if not text:
            names = ("birth_calendar", "birth_year", "birth_month", "birth_day")
            return {**dict.fromkeys(names), "birth_leap": False}
        found = _BIRTHDAY.fullmatch(text)
        if found is None:
            return self._birthday_in_words(text)
        if not 1 <= int(found[2]) <= 12 or not 1 <= int(found[3]) <= 31:
            raise ValueError(text)
        return {
            "birth_calendar": self.form.birth_calendar.currentData(),
            "birth_year": int(found[1]) if found[1] else None,
            "birth_month": int(found[2]),
            "birth_day": int(found[3]),
            "birth_leap": False,
        }

    def _birthday_in_words(self, text: str) -> dict[str, object]:
        """农历八月初三, 3 May: as lists are read. What may be of either calendar is of the one chosen beside."""
        from kamdesk.exchange.values.birthdays import read_birthday
        from kamdesk.exchange.values.doubt import Doubt

        today, lunar = self.desk.today(), self.form.birth_calendar.currentData() == "lunar"
        try:
            try:
                born = read_birthday(text, today=today)
            except Doubt as doubt:
                if not doubt.undecided:
                    raise
                born = read_birthday(f"农历{text}" if lunar else f"{text}日", today=today)
        except Doubt as doubt:
            raise ValueError(text) from doubt
        if born.month is None or born.day is None:
            raise ValueError(text)
        return {
            "birth_calendar": str(born.calendar),
            "birth_year": born.year,
            "birth_month": born.month,
            "birth_day": born.day,
            "birth_leap": born.leap,
        }

    def _show_calendar(self) -> None:
        """The words say which calendar they are of: the choice beside them follows."""
        try:
            calendar = self._birthday()["birth_calendar"]
        except ValueError:
            return
        if calendar is not None:
            self.form.birth_calendar.choose(calendar)

    def retranslate(self) -> None:
        speech, form, person = self.desk.speech, self.form, self._person
        if person is None:
            self.say(self.tr("New contact"), self.tr("Save"), self._page.name)
        else:
            self.say(person.name, self.tr("Save"), self._page.name)
        unknown = (self.tr("not known"), None)
        support = [(speech.raised(speech.choice("support", s)), s.value) for s in Support]
        fill_choices(form.support, [unknown, *support])
        influence = [(speech.raised(speech.choice("influence", i)), i.value) for i in Influence]
        fill_choices(form.influence, [unknown, *influence])
        others = [
            (p.name, p.id)
            for p in self._page.people
            if p.until is None and (person is None or p.id != person.id)
        ]
        fill_choices(form.reports_to, [unknown, *others])
        solar = [(speech.raised(speech.choice("calendar", c)), c) for c in ("solar", "lunar")]
        fill_choices(form.birth_calendar, solar)
        self._roles_title.setText(self.tr("Roles in the decision"))
        for role, combo in self._standings.items():
            self._labels[role].setText(speech.raised(speech.choice("contact_role", role)))
            choices: list[tuple[str, object]] = [("—", None)]
            choices += [(speech.raised(speech.choice("standing", s)), s.value) for s in Standing]
            fill_choices(combo, choices)
