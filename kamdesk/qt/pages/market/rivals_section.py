"""What rivals do, by account, region, product or rival; and which accounts are theirs."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.segments import Segments

if TYPE_CHECKING:
    from kamdesk.reads.market_page.rivals import MoveRow, ShareRow
    from kamdesk.reads.market_page.view import MarketView

WIDTH = 430
HARD = 4


class By(IntEnum):
    ACCOUNT = 0
    REGION = 1
    PRODUCT = 2
    RIVAL = 3


SPOKEN = "spoken:"
MOST_SPOKEN = 30


class RivalsSection(QWidget):
    asked = Signal(str, str)
    account_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self._view: MarketView | None = None
        self._by = By.ACCOUNT
        self.title = label(theme, "heading")
        self.by = Segments(theme, len(By))
        self.add = Button(theme, icon="plus", small=True)
        self.moves = EntriesView(theme, EntriesModel(self))
        self.moves.setUniformItemSizes(False)
        self.no_moves = label(theme, "body", "text2", wrap=True)
        self.shares_title = label(theme, "heading")
        self.shares_said = label(theme, "caption", "text2", wrap=True)
        self.shares = EntriesView(theme, EntriesModel(self))
        self.shares.setUniformItemSizes(False)
        left = column(row(self.title, None, self.by, self.add), self.no_moves, (self.moves, 1), gap=6)
        self.add_share = Button(theme, icon="plus", small=True)
        top = row(self.shares_title, None, self.add_share)
        right = column(top, self.shares_said, (self.shares, 1), gap=4)
        self._right = frame(right, "card", (14, 10, 6, 6))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(frame(left, "card", (14, 10, 8, 6)), 1)
        self._box.addWidget(self._right)
        self.setLayout(self._box)
        self.by.picked.connect(self._group)
        self.add.clicked.connect(lambda: self.asked.emit("add_move", ""))
        self.add_share.clicked.connect(lambda: self.asked.emit("add_share", ""))
        self.moves.opened.connect(self._open)
        self.shares.opened.connect(lambda key: self.account_asked.emit(key.partition("@")[0]))

    def set_narrow(self, narrow: bool) -> None:
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._right.setMinimumWidth(0 if narrow else WIDTH)
        self._right.setMaximumWidth(16777215 if narrow else WIDTH)
        self.moves.setMinimumHeight(260 if narrow else 100)
        self.shares.setMinimumHeight(260 if narrow else 100)

    def show_view(self, view: MarketView) -> None:
        self._view = view
        self._say()

    def _group(self, number: int) -> None:
        self._by = By(number)
        self._say()

    def _head(self, move: MoveRow) -> str:
        nowhere = {
            By.ACCOUNT: self.tr("no single account"), By.REGION: self.tr("no region named"),
            By.PRODUCT: self.tr("no product named"), By.RIVAL: "",
        }[self._by]  # fmt: skip
        said = {
            By.ACCOUNT: move.account,
            By.REGION: move.region,
            By.PRODUCT: move.product,
            By.RIVAL: move.rival,
        }
        return said[self._by] or nowhere

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        entries = [*self._heads_and_moves(), *self._spoken(view)]
        self.moves.show_rows(entries)
        self.moves.setVisible(bool(entries))
        self.no_moves.setVisible(not entries)
        self._say_shares(view)

    def _heads_and_moves(self) -> list[Entry]:
        """Where most goes on comes first."""
        view = self._view
        assert view is not None
        groups: dict[str, list[MoveRow]] = {}
        for move in view.moves:
            groups.setdefault(self._head(move), []).append(move)
        entries: list[Entry] = []
        for head, moves in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            entries.append(Entry(f"head:{head}", f"{head}  {len(moves)}", heading=True))
            entries += [self._move(move) for move in moves]
        return entries

    def _spoken(self, view: MarketView) -> list[Entry]:
        """What reports say and nobody made a record of: Enter does."""
        if not view.spoken:
            return []
        said = self.tr("Said on visits, no record yet")
        head = Entry("head:spoken", f"{said}  {len(view.spoken)}", heading=True)
        rows = [
            Entry(
                f"{SPOKEN}{each.visit_id}",
                each.text,
                each.account,
                side=self._desk.speech.day_or_year(each.day, self._desk.today()),
                chip=self.tr("Make a record of it"),
                icon="swords",
            )
            for each in view.spoken[:MOST_SPOKEN]
        ]
        return [head, *rows]

    def _open(self, key: str) -> None:
        if key.startswith(SPOKEN):
            self.asked.emit("record_spoken", key.removeprefix(SPOKEN))
        else:
            self.asked.emit("edit_move", key)

    def _move(self, move: MoveRow) -> Entry:
        speech, today = self._desk.speech, self._desk.today()
        what = speech.choice("competitor_move.behaviour", move.behaviour)
        where = speech.joined((move.account or "", move.region or "", move.product or ""))
        purpose = speech.choice("competitor_move.purpose", move.purpose)
        state = (
            speech.choice("competitor_move.response_state", move.response_state)
            if move.response_state
            else ""
        )
        answer = move.response or self.tr("no answer yet")
        detail = speech.joined((where, purpose, answer, state))
        chip, tone, ground = "", "text2", "sunken"
        if move.over:
            chip = self.tr("over")
        elif move.severity is not None:
            chip = self.tr("weight {n}").format(n=move.severity)
            tone, ground = ("bad", "badSoft") if move.severity >= HARD else ("warn", "warnSoft")
        return Entry(
            move.id, f"{move.rival}：{what}" if speech.language == "zh" else f"{move.rival}: {what}", detail,
            side=speech.day_or_year(move.seen_on, today), chip=chip, chip_tone=tone, chip_ground=ground,
            detail_tone="text2" if move.response or move.over else "warn",
        )  # fmt: skip

    def _say_shares(self, view: MarketView) -> None:
        ours = {row.account_id: row.share for row in view.shares if row.ours}
        theirs: dict[str, list[ShareRow]] = {}
        for share in view.shares:
            if not share.ours:
                theirs.setdefault(share.supplier, []).append(share)
        entries: list[Entry] = []
        ahead = 0
        for supplier, rows in sorted(theirs.items(), key=lambda item: (-len(item[1]), item[0])):
            entries.append(Entry(f"head:{supplier}", f"{supplier}  {len(rows)}", heading=True))
            for each in rows:
                mine = ours.get(each.account_id)
                more = mine is None or each.share > mine
                ahead += more
                us = "" if mine is None else self.tr("we {share}").format(share=f"{mine / 100:.0f}%")
                day = self._desk.speech.full_day(each.as_of) if each.as_of else self.tr("no day")
                entries.append(
                    Entry(
                        f"{each.account_id}@{supplier}", each.account, self._desk.speech.joined((us, day)),
                        chip=f"{each.share / 100:.0f}%", chip_tone="bad" if more else "text2",
                        chip_ground="badSoft" if more else "sunken",
                        badge=(view.units[each.account_id].value_class, bool(each.is_key)),
                    )
                )  # fmt: skip
        self.shares.show_rows(entries)
        self.shares.setVisible(bool(entries))
        said = self.tr(
            "Where a rival supplies more than we do, the account is theirs: %n of them.", "", ahead
        )
        if not entries:
            said = self.tr(
                "No supply shares are known: put down who supplies whom, or take in a list of them."
            )
        self.shares_said.setText(said)

    def retranslate(self) -> None:
        self.title.setText(self.tr("What rivals do"))
        self.by.set_labels(
            self.tr("By account"), self.tr("By region"), self.tr("By product"), self.tr("By rival")
        )
        self.add.set_label(self.tr("Write down a move"))
        self.add_share.set_label(self.tr("Put down a share"))
        self.no_moves.setText(
            self.tr("Nothing is recorded of what rivals do. What did you see or hear: at whom, what, why?")
        )
        self.shares_title.setText(self.tr("Whose accounts"))
        self.moves.setAccessibleName(self.title.text())
        self.shares.setAccessibleName(self.shares_title.text())
        self._say()
