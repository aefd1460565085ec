"""Conflicts one by one: what each side wrote, who and when; one is taken, or another value is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.models.entries import EntriesModel
from kamdesk.qt.pages.week_end import odds_words
from kamdesk.qt.pages.week_end.one import LATER, OPEN, WRITE, OneOdds, Settled
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.layouts import column
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.reads.week_end.odds import Odds


class OddsList(EntriesView):
    """Letters and digits are for the panel: they choose a side."""

    typed = Signal(str)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)


class OddsPanel(Panel):
    """``counted`` tells how many are open, whenever they were read; ``told`` what was settled, to be undone;
    ``account_asked`` gives the account that the conflict is about."""

    counted = Signal(int)
    told = Signal(str)
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._odds: tuple[Odds, ...] = ()
        self._settled: dict[str, Settled] = {}
        self._busy = False
        self.model = EntriesModel(self)
        self.list = OddsList(desk.theme, self.model)
        self.one = OneOdds(self)
        self.none = EmptyState(desk.theme, "circle-check")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.one)
        self._stack.addWidget(self.none)
        self.setLayout(column((self._stack, 1)))
        self.list.chosen.connect(lambda key: self._show_chosen())
        self.list.typed.connect(self._key)
        self.one.taken.connect(self.take)
        self.one.write.clicked.connect(self.write_another)
        self.one.later.clicked.connect(self.go_on)
        self.one.open.clicked.connect(self._open_account)
        self.one.editor.written.connect(self._write)
        self.one.editor.put_back.connect(self._put_back)
        desk.runner.opened.connect(self._settled.clear)
        desk.secrecy.changed.connect(self._turned)
        self.retranslate()

    def begin(self) -> None:
        self.list.setFocus() if self.model.rowCount() else self.setFocus()

    # reading

    def read(self) -> None:
        self.desk.runner.read(
            jobs.odds,
            done=self._show,
            latest=True,
            words=self.desk.speech.words,
            confidential=self.desk.secrecy.is_open(),
        )

    def _turned(self, unlocked: bool) -> None:
        """Who informs us is shown while that is unlocked, and gone at once when it is locked."""
        if not unlocked:
            self._odds = tuple(each for each in self._odds if not each.secret)
            self._settled = {key: each for key, each in self._settled.items() if not each.odds.secret}
            self.one.editor.hide()
            self._fill()
            self.counted.emit(self.open_count())
        self.read()

    def _show(self, odds: tuple[Odds, ...]) -> None:
        """One that was settled and is open again waits for another choice."""
        if not self.desk.secrecy.is_open():
            odds = tuple(each for each in odds if not each.secret)
        open_ids = {each.id for each in odds}
        self._settled = {key: each for key, each in self._settled.items() if key not in open_ids}
        writing = self.one.editor.isVisible() and self.list.key() in open_ids
        self._odds = odds
        if not writing:  # what is being typed is not taken away
            self._fill()
        self.counted.emit(self.open_count())

    def open_count(self) -> int:
        """How many are told of: those about who informs us are in no count."""
        return sum(not each.secret for each in self._odds)

    def settled_count(self) -> int:
        return sum(not each.odds.secret for each in self._settled.values())

    def to_choose(self) -> int:
        """How many wait for a choice on the page as it is seen now."""
        return len(self._odds)

    def _all(self) -> list[Odds]:
        both = [*self._odds, *(each.odds for each in self._settled.values())]
        return sorted(
            both, key=lambda each: (each.account == "", each.account, each.table, each.row, each.id)
        )

    def _fill(self) -> None:
        entries = []
        for odds in self._all():
            settled = self._settled.get(odds.id)
            text = settled.text if settled is not None else None
            entries.append(odds_words.entry(odds, self.desk.speech, text))
        self.list.show_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)

    # one of them

    def chosen(self) -> Odds | None:
        key = self.list.key()
        return next((each for each in self._all() if each.id == key), None)

    def is_open(self, odds: Odds) -> bool:
        """Whether it waits for a choice."""
        return odds.id not in self._settled

    def _show_chosen(self) -> None:
        odds = self.chosen()
        if odds is not None:
            every = self._all()
            place = f"{every.index(odds) + 1} / {len(every)}"
            self.one.show_odds(odds, self._settled.get(odds.id), place, alone=len(every) < 2)

    # settling

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.text() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self.one.editor.isVisible():
            self._put_back()
        elif not (plain and self._key(event.text())):
            super().keyPressEvent(event)

    def _key(self, text: str) -> bool:
        """A digit takes that side; letters as on the buttons. Whether it meant anything."""
        deeds: dict[str, Callable[[], object]] = {
            WRITE: self.write_another, LATER: self.go_on, OPEN: self._open_account
        }  # fmt: skip
        if text.isdecimal() and 1 <= int(text) <= len(self.one.sides):
            self.take(int(text))
        elif text.upper() in deeds:
            deeds[text.upper()]()
        else:
            return False
        return True

    def take(self, number: int) -> None:
        """Take the side with this number."""
        odds = self.chosen()
        if odds is not None and self.is_open(odds):
            written = odds.choices[number - 1]
            self._settle(odds, odds_words.value(written), take=number, value=written.value)

    def write_another(self) -> None:
        odds = self.chosen()
        if odds is not None and self.is_open(odds) and not odds.deletion:
            self.one.begin_writing(odds)

    def _write(self, value: Any) -> None:
        odds = self.chosen()
        if odds is not None and self.is_open(odds):
            self._settle(odds, self.one.editor.text(), take=None, value=value)

    def _settle(self, odds: Odds, text: str, *, take: int | None, value: Any) -> None:
        if self._busy:
            return
        self._busy = True
        self.desk.runner.run(
            jobs.resolve,
            done=partial(self._done, odds, text),
            failed=self._failed,
            conflict_id=odds.id,
            take=take,
            value=value,
            confidential=odds.secret and self.desk.secrecy.is_open(),
        )

    def _done(self, odds: Odds, text: str, changes: Changes) -> None:
        self._busy = False
        self._settled[odds.id] = Settled(odds, text)
        self._odds = tuple(each for each in self._odds if each.id != odds.id)
        self._fill()
        self.go_on()
        self.list.setFocus()
        if not odds.secret:
            said = self.tr("Settled: {subject}, {value}")
            self.told.emit(said.format(subject=odds_words.subject(odds), value=text))
        self.counted.emit(self.open_count())
        self.read()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if self.one.editor.isVisible():
            self.one.editor.refuse(error)
        else:
            self.desk.runner.failed.emit(error)
            self.read()

    def go_on(self) -> None:
        """To the next one that waits for a choice."""
        every = self._all()
        at = next((n for n, each in enumerate(every) if each.id == self.list.key()), -1)
        turned = [*every[at + 1 :], *every[: at + 1]]
        following = next((each for each in turned if self.is_open(each)), None)
        if following is not None:
            self.list.choose(following.id)

    def _put_back(self) -> None:
        self.one.editor.hide()
        self.list.setFocus()

    def _open_account(self) -> None:
        odds = self.chosen()
        if odds is not None and odds.account_id is not None:
            self.account_asked.emit(odds.account_id)

    # words

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Conflicts"))
        self.none.say(
            self.tr("No conflicts"),
            self.tr(
                "Where two books wrote the same field differently, both values are kept and you choose here, one by "
                "one."
            ),
            "",
        )
        self.one.retranslate()
        self._fill()
