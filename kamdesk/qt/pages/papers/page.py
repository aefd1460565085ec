"""The papers: chosen at the left, seen as they will be printed at the right, printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame

from kamdesk.papers.form import Sides
from kamdesk.qt import jobs
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.pages.papers.bar import PreviewBar
from kamdesk.qt.pages.papers.choice import Choice, ordered_kinds, usual_choice, with_first
from kamdesk.qt.pages.papers.making import Making, Part, load_all
from kamdesk.qt.pages.papers.options import Options
from kamdesk.qt.pages.papers.page_text import PageText
from kamdesk.qt.pages.papers.sheets import Sheets
from kamdesk.qt.pages.papers.side import Side
from kamdesk.qt.pages.papers.telling import PaperWords
from kamdesk.qt.pages.papers.tiles import Leaf
from kamdesk.qt.press import Press
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes

SETTLE_MS = 60
"""Choices that follow one another faster are one."""
RENEW_MS = 400
"""So long after a change in the book the paper is made anew."""
STALE = timedelta(minutes=2)
"""A paper made longer ago is made anew before it is printed or saved: its foot says when it was."""
WARM_MS = 2500
"""So long after the page stands what papers are made with is loaded, so that the first one does not wait for it."""


class PapersPage(Page):
    """``print_asked`` and ``save_asked`` come when the paper is whole."""

    told = Signal(str)
    warned = Signal(str)
    print_asked = Signal()
    save_asked = Signal()
    written = Signal(object)
    opened = Signal(object)
    """The paper lies at this path, and is to be opened there."""

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self.press = Press(desk.runner, self)
        self.making = Making(desk, self.press)
        self._telling = PaperWords(desk, self)
        self._kinds = ordered_kinds(None)
        self.folder: Path | None = None
        """Where a paper was saved last."""
        self._expected = 0
        self._fresh = self._stay = self._bare = self._outdated = False
        self._then: Callable[[], None] | None = None
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self.save = Button(theme, icon="save")
        self.print = Button(theme, kind="primary", icon="printer")
        self.options = Options(desk, usual_choice(desk.local_now()), self._kinds)
        self.bar = PreviewBar(theme)
        self.sheets = Sheets(theme, self.press)
        self.empty = EmptyState(theme, "file-text", first_icon="route")
        self.empty.hide()
        yield
        self._side = Side(self.options)
        view = column(self.bar, (self.sheets, 1), (self.empty, 1), gap=0)
        self._card: QFrame = frame(view, "card", (1, 1, 1, 1))
        head = row(self._title, 4, (self._sub, 1), self.save, self.print)
        body = row(self._side, (self._card, 1), gap=14)
        self.setLayout(column(head, (body, 1), gap=12, margins=self.density.margins()))
        yield
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make)
        self.text = PageText(self.press, self.sheets)
        self._connect()
        QTimer.singleShot(WARM_MS, self, self._warm)
        self.set_density(Density())
        self.retranslate()

    def _connect(self) -> None:
        making, sheets, bar = self.making, self.sheets, self.bar
        self.options.changed.connect(self._choose)
        making.began.connect(self._began)
        making.part_made.connect(self._take_part)
        making.finished.connect(self._finished)
        making.nothing.connect(self._nothing)
        making.failed.connect(self._failed)
        sheets.page_changed.connect(lambda page: self._show_page())
        sheets.zoomed.connect(lambda: bar.show_zoom(sheets.fit(), sheets.zoom()))
        sheets.seen.connect(self.rows_shown)
        bar.page_asked.connect(sheets.go_to)
        bar.step_asked.connect(sheets.step_zoom)
        bar.fit_asked.connect(sheets.set_fit)
        bar.zoom_asked.connect(sheets.set_zoom)
        bar.copy_asked.connect(self.text.copy)
        self.text.told.connect(self.told)
        self.save.clicked.connect(self.save_paper)
        self.print.clicked.connect(self.print_paper)

    def _warm(self) -> None:
        self.press.wish([], [(load_all, lambda loaded: None)])

    # choosing

    def choice(self) -> Choice:
        return self.options.choice()

    def show_paper(self, choice: Choice) -> None:
        """Show this paper, ready to be printed."""
        self.options.show_choice(choice)
        self._soon.stop()
        self._stay = False
        self._make()
        self._read_accounts()
        self.print.setFocus()

    def arrive(self) -> None:
        super().arrive()
        self._read_accounts()
        self.options.cards[self.choice().kind].setFocus()

    def read(self) -> None:
        self._stay = self.sheets.count() > 0
        self._make()

    def take_changes(self, changes: Changes) -> None:
        self.sheets.set_old(self.sheets.count() > 0)
        self._stay = self._outdated = True
        self._fresh = False
        self._soon.start(RENEW_MS)
        self._say_state()

    def _choose(self, choice: Choice) -> None:
        self._stay = self._fresh = self._bare = False
        self.sheets.set_old(self.sheets.count() > 0)
        self._soon.start(SETTLE_MS)
        self._say_state()

    def _read_accounts(self) -> None:
        self.desk.runner.read(jobs.account_table, done=self.options.set_accounts, today=self.desk.today())

    def _make(self) -> None:
        self._soon.stop()
        self._fresh = self._bare = self._outdated = False
        self._expected = 0
        self.making.make(self.choice())
        self._say_state()

    # the paper on its way

    def _began(self, parts: int) -> None:
        self._expected = parts
        self._say_state()

    def _take_part(self, part: Part) -> None:
        sizes = enumerate(part.drawn.sizes)
        leaves = [Leaf(part.drawn, number, size.width, size.height) for number, size in sizes]
        self.empty.hide()
        self.sheets.show()
        if len(self.making.parts()) == 1:
            self.sheets.begin(leaves, stay=self._stay)
            self.making.retire()
        else:
            self.sheets.add(leaves)
        self._show_page()
        self._say_state()

    def _finished(self) -> None:
        self._fresh = True
        self._kinds = with_first(self.choice().kind, self._kinds)
        self._say_state()
        then, self._then = self._then, None
        if then:
            then()

    def _nothing(self) -> None:
        self._then = None
        self._bare = True
        self.sheets.begin([], stay=False)
        self.making.retire()
        self.sheets.hide()
        self.empty.show()
        self._show_page()
        self._say_state()
        self.empty.say(*self._telling.nothing(self.choice()))
        self.rows_shown.emit()

    def _failed(self, error: Exception) -> None:
        self._then = None
        self.warned.emit(self.desk.speech.error(error))
        self._say_state()

    # printing and saving

    def print_paper(self) -> None:
        """Print what is seen, as soon as it is whole."""
        self._when_whole(self.print_asked.emit)

    def save_paper(self) -> None:
        self._when_whole(self.save_asked.emit)

    def _when_whole(self, asked: Callable[[], None]) -> None:
        order = self.making.order
        if self._fresh and order is not None and self.desk.now() - order.asked_at < STALE:
            asked()
        elif not self._bare:
            self._then = asked
            if self._fresh:
                self.read()

    def write(self, path: Path, *, then_open: bool = False) -> None:
        """Save the paper that is seen; ``written`` or, with ``then_open``, ``opened`` follows."""
        done = self.opened if then_open else self.written
        self.making.save(path, lambda written: done.emit(written), self._failed)

    def file_name(self) -> str:
        """How a file of this paper is called."""
        return self._telling.file_name(self.choice(), self.making.parts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.text.copy()
        else:
            super().keyPressEvent(event)

    # looks and words

    def _show_page(self) -> None:
        count = self.sheets.count()
        self.bar.show_page(self.sheets.page(), count)
        self.bar.show_zoom(self.sheets.fit(), self.sheets.zoom())
        page = self.tr("Page {n} of {m}").format(n=self.sheets.page() + 1, m=count)
        self.sheets.setAccessibleName(self.desk.speech.joined((self.tr("Preview"), page)))
        self.text.describe_later()

    def _say_state(self) -> None:
        pages, made = self.sheets.count(), len(self.making.parts())
        for button in (self.print, self.save):
            button.setEnabled(not self._bare)
        if self._outdated:
            said = self.tr("The book has changed, the paper is made anew…")
        elif not self._fresh:
            said = self.tr("Being made…")
            if self._expected > 1:
                said = self.tr("Being made: {n} of {m}").format(n=made, m=self._expected)
        else:
            said = self._telling.whole(self.choice(), self.making.parts(), pages)
        self._sub.setText("" if self._bare else said)

    def restore(self, kept: dict[str, object]) -> None:
        """What `to_keep` gave at the last run."""
        self._kinds = ordered_kinds(kept.get("kinds"))
        self.options.order_cards(self._kinds)
        sides = next((one for one in Sides if one.value == kept.get("sides")), Sides.WHOLE)
        language = str(kept.get("language") or "")
        choice = replace(self.choice(), sides=sides, language=language if language in ("zh", "en") else "")
        self.options.show_choice(choice)
        if kept.get("folder"):
            self.folder = Path(str(kept["folder"]))

    def to_keep(self) -> dict[str, object]:
        """What is the same at the next run: the paper used last, its sheets and language."""
        sides, language = self.choice().sides.value, self.choice().language
        kinds, folder = ",".join(kind.value for kind in self._kinds), str(self.folder or "")
        return {"kinds": kinds, "sides": sides, "language": language, "folder": folder}

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self._side.set_narrow(density.narrow)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Papers"))
        self.save.set_label(self.tr("Save as PDF…"), "Ctrl+S")
        self.print.set_label(self.tr("Print…"), "Ctrl+P")
        self.options.retranslate()
        self._side.fit()
        self.bar.retranslate()
        self._show_page()
        self._say_state()
        if self._bare:
            self.empty.say(*self._telling.nothing(self.choice()))
        elif self.making.order is not None and not self.choice().language:
            self.read()
