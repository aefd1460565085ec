"""What is to leave the book: its kind, its form, which week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from kamdesk.domain.schedule import monday_of, week_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.rows_form import RowsForm
from kamdesk.qt.jobs import exports as jobs
from kamdesk.qt.widgets.fields import Combo

BOOK = "book"
FORMS = {BOOK: ("xlsx",), "contacts": ("vcf3", "vcf4", "xlsx", "csv"), "line": ("ics", "xlsx", "csv")}
SUFFIX = {"xlsx": ".xlsx", "csv": ".csv", "vcf3": ".vcf", "vcf4": ".vcf", "ics": ".ics"}
WEEKLY = ("line", "visits")
WEEKS = range(-2, 5)
_ENDING = re.compile(r"\s*[(（]\.\w+[)）]$")


class ExportChoice(QWidget):
    """``where`` is the row of the file's place, which the dialog fills; ``recent`` the last exports, newest first."""

    changed = Signal()

    def __init__(self, desk: Desk, monday: date, recent: list[str], where: QLayout) -> None:
        super().__init__()
        self._desk, self._monday, self._recent = desk, monday, recent
        self.what, self.form, self.week = Combo(), Combo(), Combo()
        self._rows = RowsForm((self.what, self.form, self.week, where))
        self._rows.setupUi(self)
        self.retranslate()
        kind, _, form = (recent or [f"{BOOK}.xlsx"])[0].partition(".")
        self.what.setCurrentIndex(max(self.what.findData(kind), 0))
        self._fill_forms(form)
        self.what.currentIndexChanged.connect(self._kind_chosen)
        self.form.currentIndexChanged.connect(self.changed)
        self.week.currentIndexChanged.connect(self.changed)

    def kind(self) -> str:
        return str(self.what.currentData() or BOOK)

    def asked(self) -> str:
        """Kind and form, ``contacts.vcf3``, as they are kept for the next time."""
        return f"{self.kind()}.{self.form.currentData()}"

    def suffix(self) -> str:
        """How the file's name ends."""
        return SUFFIX[str(self.form.currentData() or "xlsx")]

    def name_filter(self) -> str:
        """The form as the system's dialog asks for it: ``Calendar (*.ics)``."""
        return f"{_ENDING.sub('', self.form.currentText())} (*{self.suffix()})"

    def monday(self) -> date | None:
        """The week asked for; None for all of them."""
        day = self.week.currentData() if self.kind() in WEEKLY else None
        return date.fromisoformat(day) if day else None

    def name(self) -> str:
        """What the file may be called."""
        monday = self.monday()
        day = week_text(monday) if monday else self._desk.today().isoformat()
        return f"{self.what.currentText()} {day}"

    def _kind_chosen(self) -> None:
        """The form is that in which this kind was written last, else the one that suits it best."""
        kind = self.kind()
        known = (each.partition(".")[2] for each in self._recent if each.partition(".")[0] == kind)
        self._fill_forms(next(known, FORMS.get(kind, ("xlsx",))[0]))
        self.changed.emit()

    def _fill_forms(self, chosen: str = "") -> None:
        words = {
            "xlsx": self.tr("Workbook (.xlsx)"),
            "csv": self.tr("CSV (.csv)"),
            "vcf3": self.tr("Contacts for any phone, vCard 3.0 (.vcf)"),
            "vcf4": self.tr("Contacts, vCard 4.0 (.vcf)"),
            "ics": self.tr("Calendar (.ics)"),
        }
        before = chosen or self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        for form in FORMS.get(self.kind(), ("xlsx", "csv")):
            self.form.addItem(words[form], form)
        self.form.setCurrentIndex(max(self.form.findData(before), 0))
        self.form.blockSignals(False)
        self.form.setEnabled(self.form.count() > 1)
        self._rows.show_row(self.week, self.kind() in WEEKLY)

    def retranslate(self) -> None:
        kind, week = self.kind(), self.week.currentData()
        lists = jobs.list_titles(self._desk.speech.words)
        titles = {BOOK: self.tr("The whole book"), "contacts": lists["contacts"], "line": self.tr("The line")}
        titles = {**lists, **titles}
        recent = [each.partition(".")[0] for each in self._recent]
        order = dict.fromkeys([*(one for one in recent if one in titles), BOOK, "contacts", "line", *titles])
        self.what.blockSignals(True)
        self.what.clear()
        for each in order:
            self.what.addItem(titles[each], each)
        self.what.setCurrentIndex(max(self.what.findData(kind), 0))
        self.what.blockSignals(False)
        self._fill_weeks(week)
        self._fill_forms()
        self._rows.say(self.tr("What"), self.tr("Form"), self.tr("Week"), self.tr("Where"))

    def _fill_weeks(self, chosen: object) -> None:
        this = monday_of(self._desk.today())
        mondays = sorted({self._monday, *(this + timedelta(weeks=weeks) for weeks in WEEKS)})
        self.week.blockSignals(True)
        self.week.clear()
        self.week.addItem(self.tr("All weeks"), "")
        for monday in mondays:
            text = f"{week_text(monday)} · {self._desk.speech.span(monday, monday + timedelta(days=6))}"
            if monday == this:
                text = self.tr("{week} (this week)").format(week=text)
            self.week.addItem(text, monday.isoformat())
        self.week.setCurrentIndex(max(self.week.findData(chosen), 0))
        self.week.blockSignals(False)

    def sentence(self) -> str:
        """What is in the file, and what is not."""
        told = {
            BOOK: self.tr(
                "One sheet for each kind of record. Imported into an empty book it gives the same content; attachments "
                "are listed, their content is not in it."
            ),
            "contacts": self.tr("With numbers, posts and birthdays; import the file on the phone."),
            "line": self.tr(
                "Each fixed visit with its rhythm, what was cancelled or moved, and an alarm before it."
            ),
        }
        said = told.get(self.kind(), self.tr("One row for each record, with names instead of IDs."))
        return said + self.tr(" What is behind the lock is in no export.")
