"""Settings: of the book and of this computer, in sections; each is in force at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStackedWidget

from kamdesk.qt.jobs import own as own_jobs
from kamdesk.qt.pages.page import Density, Page, step_with_keys
from kamdesk.qt.pages.settings.counting import Counting
from kamdesk.qt.pages.settings.days_off import DaysOff
from kamdesk.qt.pages.settings.look import Look
from kamdesk.qt.pages.settings.person import Person
from kamdesk.qt.pages.settings.route import Route
from kamdesk.qt.pages.settings.rows import Line
from kamdesk.qt.pages.settings.safety import Safety
from kamdesk.qt.pages.settings.work import Work
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.jobs.own import HolidayFile
    from kamdesk.reads.own import OwnData
    from kamdesk.settings import Settings

SECTIONS = {
    "person": "user",
    "work": "clock",
    "route": "route",
    "rule": "chart-pie",
    "look": "sun",
    "days_off": "calendar-days",
    "safety": "hard-drive",
}
NAV, NAV_NARROW = 204, 184
WIDEST = 860


class SettingsPage(Page):
    """What lies in the book is changed by operations, each with its undo; what lies on this computer at once.

    ``kept`` gives settings of this computer to keep, by name.
    """

    told = Signal(str)
    kept = Signal(object)
    backup_asked = Signal()

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self._file: Path | None = None
        self._waiting: list[tuple[str, dict[str, Any], Line]] | None = []
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        yield
        self.person = Person(desk)
        yield
        self.work = Work(desk)
        yield
        self.route = Route(desk)
        yield
        self.counting = Counting(desk)
        yield
        self.look = Look(desk)
        yield
        self.days_off = DaysOff(desk)
        yield
        self.safety = Safety(desk)
        yield
        self._parts = (
            self.person, self.work, self.route, self.counting, self.look, self.days_off, self.safety,
        )  # fmt: skip
        self._buttons = {name: Button(theme, kind="section", icon=icon) for name, icon in SECTIONS.items()}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._stack.setMaximumWidth(WIDEST)
        for number, (button, part) in enumerate(zip(self._buttons.values(), self._parts, strict=True)):
            self._group.addButton(button, number)
            self._stack.addWidget(part)
            part.asked.connect(self._write)
        self._buttons["person"].setChecked(True)
        yield
        self._nav = frame(column(*self._buttons.values(), None, gap=2), "card", (8, 10, 8, 10))
        body = row(self._nav, (self._stack, 4), (column(None), 1), gap=12)
        self.setLayout(
            column(row(self._title, 4, (self._sub, 1)), (body, 1), gap=12, margins=self.density.margins())
        )
        yield
        self._connect()
        self._show_number(0)
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        step_with_keys(self, self.step)
        self._group.idClicked.connect(self._show_number)
        self.person.logo_chosen.connect(self._take_logo)
        self.days_off.looked.connect(self._look_at)
        self.days_off.taken.connect(self._take_days)
        self.days_off.dropped.connect(self._drop_days)
        self.safety.chosen.connect(self.kept)
        self.safety.backup_asked.connect(self.backup_asked)
        self.safety.check_asked.connect(self._check)

    def restore(self, folder: Callable[[str], object]) -> None:
        """Where the dialogs for files began at the last run, by what `to_keep` called it."""
        self.person.folder = str(folder("logo_folder") or "")
        self.days_off.folder = str(folder("holidays_folder") or "")

    def to_keep(self) -> dict[str, object]:
        return {"logo_folder": self.person.folder, "holidays_folder": self.days_off.folder}

    def use_files(self, holidays: Path | None) -> None:
        """Where the user's file of holidays lies; None where none is kept."""
        self._file = holidays

    def show_settings(self, settings: Settings, usual: Path) -> None:
        """What is chosen for this computer; ``usual`` is where copies lie if nothing was chosen."""
        self.look.show_settings(settings)
        self.safety.show_settings(settings, usual)

    # sections

    def show_section(self, name: str) -> None:
        """Bring a section to the front."""
        self._buttons[name].setChecked(True)
        self._show_number(list(SECTIONS).index(name))

    def show_name(self) -> None:
        """The field of the rep's name."""
        self.show_section("person")
        self.person.entry("name").setFocus()

    def show_start(self) -> None:
        """The field of the place where the day begins."""
        self.show_section("route")
        self.route.place_entry.setFocus()

    def _show_number(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        for place, part in enumerate(self._parts):
            shown = QSizePolicy.Policy.Preferred if place == number else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, shown)
        self._stack.updateGeometry()

    def section(self) -> str:
        return list(SECTIONS)[self._stack.currentIndex()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """To the section after the one in view, or before it; the keys go along."""
        names = list(SECTIONS)
        name = names[(names.index(self.section()) + by) % len(names)]
        self.show_section(name)
        self._buttons[name].setFocus()

    # reading and writing

    def arrive(self) -> None:
        super().arrive()
        self._buttons[self.section()].setFocus()

    def read(self) -> None:
        self._waiting = self._waiting or []
        self.desk.runner.read(own_jobs.own_data, done=self._show)
        self._read_days()

    def take_changes(self, changes: Changes) -> None:
        self.desk.runner.read(own_jobs.own_data, done=self._show)

    def _show(self, own: OwnData) -> None:
        for part in (self.person, self.work, self.route, self.counting, self.safety):
            part.show_own(own)
        waiting, self._waiting = self._waiting or (), None
        for deed, arguments, line in waiting:
            whose = {"rep_id": own.rep.id} if "rep_id" in arguments else {}
            self._write(deed, {**arguments, **whose}, line)
        self.rows_shown.emit()

    def _write(self, deed: str, arguments: dict[str, Any], line: Line) -> None:
        """Whether it was taken is said where it was typed. What is typed before the book is read waits for it."""
        if self._waiting is not None:
            self._waiting.append((deed, arguments, line))
            return
        self.desk.runner.run(
            own_jobs.change_own, done=lambda _: line.right(), failed=line.refuse, deed=deed, **arguments
        )

    def _take_logo(self, path: Path) -> None:
        def with_rep(own: OwnData) -> None:
            self.desk.runner.run(
                own_jobs.set_logo, failed=self.person.logo.refuse, rep_id=own.rep.id, path=path
            )

        self.desk.runner.read(own_jobs.own_data, done=with_rep)

    def _check(self) -> None:
        self.desk.runner.read(
            own_jobs.check_book, done=self.safety.show_check, label=self.tr("Checking the book…")
        )

    # holidays

    def _read_days(self) -> None:
        self.desk.runner.read(
            own_jobs.holiday_file,
            done=self.days_off.show_file,
            failed=self.days_off.refuse,
            path=self._file,
        )

    def _look_at(self, chosen: Path) -> None:
        def show(file: HolidayFile) -> None:
            self.days_off.offer(chosen, file)

        self.desk.runner.read(
            own_jobs.holiday_file,
            done=show,
            failed=self.days_off.refuse,
            path=self._file,
            chosen=chosen,
        )

    def _take_days(self, chosen: Path) -> None:
        if self._file is not None:
            self.desk.runner.read(
                own_jobs.take_holidays,
                done=lambda _: self._days_changed(self.tr("The holidays were taken in.")),
                failed=self.days_off.refuse,
                path=self._file,
                chosen=chosen,
            )

    def _drop_days(self) -> None:
        if self._file is not None:
            said = self.tr(
                "The holidays of the program hold again; your file is kept as holidays.csv.removed."
            )
            self.desk.runner.read(
                own_jobs.drop_holidays,
                done=lambda _: self._days_changed(said),
                failed=self.days_off.refuse,
                path=self._file,
            )

    def _days_changed(self, said: str) -> None:
        self.days_off.offer(None, None)
        holidays = self.desk.holidays
        self.desk.runner.read(lambda store: holidays.read_again(), done=lambda _: self.told.emit(said))
        self._read_days()

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._nav.setFixedWidth(NAV_NARROW if density.narrow else NAV)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self._sub.setText(self.tr("in force at once; what lies in the book can be undone"))
        labels = {
            "person": self.tr("You and company"),
            "work": self.tr("Working hours"),
            "route": self.tr("Line"),
            "rule": self.tr("Key accounts"),
            "look": self.tr("Looks, language"),
            "days_off": self.tr("Holidays"),
            "safety": self.tr("Backup and book"),
        }
        for name, button in self._buttons.items():
            button.set_label(labels[name])
        for part in self._parts:
            part.retranslate()
