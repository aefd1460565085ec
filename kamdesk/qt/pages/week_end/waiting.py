"""What came and is not in the book: rows that the sender may not write, and rows that wait for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import Entry
from kamdesk.qt.pages.week_end.logs import LogPanel
from kamdesk.qt.pages.week_end.names import kind
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row

if TYPE_CHECKING:
    from kamdesk.reads.week_end.refused import RefusedRow
    from kamdesk.reads.week_end.waiting import WaitingRow

REFUSED = "refused:"


class WaitingPanel(LogPanel):
    """``accept_asked`` and ``dismiss_asked`` give the number of a refused row: taken after all, or laid to rest."""

    accept_asked = Signal(int)
    dismiss_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "circle-check")
        theme = desk.theme
        self._rows: tuple[WaitingRow, ...] = ()
        self._refused: tuple[RefusedRow, ...] = ()
        self._why = label(theme, "strong", wrap=True)
        self._values = label(theme, "body", wrap=True)
        self.accept, self.dismiss = Button(theme, icon="check"), Button(theme, icon="x")
        self._box = frame(
            column(self._why, self._values, row(self.accept, self.dismiss, None), gap=8),
            "sunken",
            (14, 12, 14, 12),
        )
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._box)
        self.list.chosen.connect(lambda key: self._show_chosen())
        self.accept.clicked.connect(lambda: self._ask(self.accept_asked))
        self.dismiss.clicked.connect(lambda: self._ask(self.dismiss_asked))
        self.retranslate()

    def count(self) -> int:
        return len(self._rows) + len(self._refused)

    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        self._rows = rows
        self._fill()

    def show_refused(self, refused: tuple[RefusedRow, ...]) -> None:
        self._refused = refused
        self._fill()

    def chosen(self) -> RefusedRow | None:
        """The refused row that is chosen."""
        key = self.list.key()
        return next((each for each in self._refused if f"{REFUSED}{each.number}" == key), None)

    def _ask(self, signal: SignalInstance) -> None:
        refused = self.chosen()
        if refused is not None:
            signal.emit(refused.number)

    def _fill(self) -> None:
        entries: list[Entry] = []
        for waits, heading in (
            (False, self.tr("The sender may not write them")),
            (True, self.tr("Something of another rep's has to come first")),
        ):
            some = [self._refused_entry(each) for each in self._refused if each.waits == waits]
            if some:
                entries += [Entry(f"#refused{waits:d}", heading, heading=True), *some]
        group = ""
        for each in sorted(self._rows, key=lambda each: (each.why, each.table, each.what)):
            if each.why != group:
                group = each.why
                entries.append(Entry(f"#{group}", self._groups()[group], heading=True))
            entries.append(self._entry(each))
        self.fill(entries)
        self._show_chosen()

    def _show_chosen(self) -> None:
        refused = self.chosen()
        self._box.setVisible(refused is not None)
        if refused is None:
            return
        speech = self.desk.speech
        self._why.setText(speech.raised(self._reason(refused)))
        said = self.tr("{field}: theirs {theirs}, standing {ours}")
        self._values.setText(
            "\n".join(
                said.format(field=field, theirs=theirs or self.tr("(empty)"), ours=ours or self.tr("(empty)"))
                for field, theirs, ours in refused.pairs
            )
        )
        self.accept.set_label(
            self.tr("Take it in as it was told…") if refused.waits else self.tr("Take it after all")
        )

    def _refused_entry(self, refused: RefusedRow) -> Entry:
        speech = self.desk.speech
        return Entry(
            f"{REFUSED}{refused.number}",
            refused.account or refused.what or refused.kind,
            speech.joined((refused.kind if refused.kind != refused.account else "", self._reason(refused))),
            side=speech.joined((refused.rep, refused.device, self.moment(refused.at))),
            icon="clock" if refused.waits else "ban",
            icon_tone="text2" if refused.waits else "warn",
        )

    def _reason(self, refused: RefusedRow) -> str:
        if not refused.awaits:
            return refused.reason
        names = self.desk.speech.listed(refused.awaits)
        return self.tr("{names} wrote in it; it comes with their own package").format(names=names)

    def _entry(self, waits: WaitingRow) -> Entry:
        speech = self.desk.speech
        if waits.why == "missing":
            why = self.tr("waits for what it belongs to: {kind}").format(kind=kind(waits.lacks, speech))
        else:
            why = self.tr("written by a newer version: update kamdesk")
        return Entry(
            f"{waits.table}:{waits.row}",
            waits.what or kind(waits.table, speech),
            why,
            quiet=kind(waits.table, speech) if waits.what else "",
            side=speech.joined((waits.rep, waits.device)),
            icon="clock",
        )

    def _groups(self) -> dict[str, str]:
        return {
            "missing": self.tr("Something before them has not arrived"),
            "newer": self.tr("This version doesn't know them"),
        }

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Not taken in"))
        self.about.setText(
            self.tr(
                "What waits goes to where it belongs by itself as soon as what is missing arrives. What the sender may "
                "not write is shown with both values: take it after all, or lay it to rest."
            )
        )
        self.list.setAccessibleName(self.tr("What came and is not in the book"))
        self.accept.set_label(self.tr("Take it after all"))
        self.dismiss.set_label(self.tr("Lay it to rest"))
        self.none.say(self.tr("Nothing waits"), self.tr("Everything that came in is where it belongs."), "")
        self._fill()
