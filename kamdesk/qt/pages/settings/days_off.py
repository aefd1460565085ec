"""Public holidays: until when they are known, and a file that brings the next year or mends a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from kamdesk.qt.desk import Desk
from kamdesk.qt.folders import folder_of
from kamdesk.qt.pages.settings.rows import Section, card
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.calendars import DayKind
    from kamdesk.qt.jobs.own import HolidayFile

MOST = 14


class DaysOff(Section):
    """``looked`` gives a file to look at, ``taken`` one to take in, ``dropped`` wants the user's file away."""

    looked = Signal(object)
    taken = Signal(object)
    dropped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.folder = ""
        self._file: HolidayFile | None = None
        self._offer: tuple[Path, HolidayFile] | None = None
        self._until = label(theme, "strong", wrap=True)
        self._mine = label(theme, "body", "text2", wrap=True)
        self._form = label(theme, "caption", "text3", wrap=True)
        self.choose = Button(theme, icon="folder-open")
        self.drop = Button(theme, icon="trash-2")
        self._problem = label(theme, "body", "bad", wrap=True)
        self._head = label(theme, "strong", wrap=True)
        self._changes = label(theme, "body", "text2", wrap=True)
        self.take = Button(theme, icon="check", kind="primary")
        self.leave = Button(theme)
        known, self._say_known = card(
            desk, self._until, self._mine, row(self.choose, self.drop, None), self._form, self._problem
        )
        self._offered, self._say_offered = card(
            desk, self._head, self._changes, row(self.take, self.leave, None)
        )
        self._offered.hide()
        self._problem.hide()
        self.setLayout(column(known, self._offered, None, gap=12))
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self.dropped)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(lambda: self.offer(None, None))
        self.retranslate()

    def show_file(self, file: HolidayFile) -> None:
        self._file = file
        self._problem.hide()
        self._say()

    def offer(self, path: Path | None, file: HolidayFile | None) -> None:
        """What a file would change, to be taken or left."""
        self._offer = (path, file) if path is not None and file is not None else None
        self._problem.hide()
        self._say()

    def refuse(self, error: Exception) -> None:
        self._problem.setText(self.desk.speech.error(error))
        self._problem.show()

    def problem(self) -> str:
        return "" if self._problem.isHidden() else self._problem.text()

    def offered(self) -> str:
        """What is said of the file that was looked at; empty for none."""
        return "" if self._offered.isHidden() else f"{self._head.text()}\n{self._changes.text()}"

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("A file of holidays"),
            str(folder_of(self.folder)),
            self.tr("Lists (*.csv *.toml);;All files (*)"),
        )
        if chosen:
            self.folder = str(Path(chosen).parent)
            self.looked.emit(Path(chosen))

    def _take(self) -> None:
        if self._offer is not None:
            self.taken.emit(self._offer[0])

    def _say(self) -> None:
        file = self._file
        if file is not None:
            self._until.setText(
                self.tr("The holidays are known until the end of {year}.").format(year=file.until)
            )
            self._mine.setText(
                self.tr("%n days come from your own file.", "", file.days)
                if file.days
                else self.tr("They are those that came with the program; no file of your own is in use.")
            )
            self.drop.setVisible(bool(file.days))
        self._offered.setVisible(self._offer is not None)
        if self._offer is None:
            return
        path, new = self._offer
        self._say_offered(path.name)
        lines = [self._line(*each) for each in new.new[:MOST]]
        if len(new.new) > MOST:
            lines.append(self.tr("and %n more", "", len(new.new) - MOST))
        if new.new:
            self._head.setText(
                self.tr(
                    "It changes %n days; then the holidays are known until {year}.", "", len(new.new)
                ).format(year=new.until)
            )
        else:
            self._head.setText(self.tr("It says nothing that is not known already."))
        self._changes.setText("\n".join(lines))
        self._changes.setVisible(bool(lines))
        self.take.setVisible(bool(new.new))

    def _line(self, day: date, before: DayKind | None, after: DayKind | None) -> str:
        speech = self.desk.speech
        return self.tr("{day} {weekday}: {before} → {after}").format(
            day=speech.full_day(day),
            weekday=speech.weekday(day),
            before=self._kind(before),
            after=self._kind(after),
        )

    def _kind(self, kind: DayKind | None) -> str:
        if kind is None:
            return self.tr("ordinary day")
        words = {
            "holiday": self.tr("holiday"),
            "make_up_workday": self.tr("made-up workday"),
            "unknown": self.tr("not known"),
        }
        name = self.desk.speech.choice("holiday", kind.name) if kind.name else ""
        return f"{words[kind.kind]} {name}".strip()

    def retranslate(self) -> None:
        self._say_known(self.tr("Public holidays"))
        self.choose.set_label(self.tr("Take in a file"))
        self.drop.set_label(self.tr("Do without my file"))
        self._form.setText(
            self.tr(
                "A line a day: 2027-02-06,holiday,春节. Kinds are holiday 放假, workday 上班 (made up for) and "
                "ordinary 平日. The State Council says next year's in autumn."
            )
        )
        self.take.set_label(self.tr("Take it in"))
        self.leave.set_label(self.tr("Leave it"))
        self._say()
