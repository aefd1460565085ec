"""A card of lines that can be pressed, with a heading, a count and a link."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.today.entry import CardLine, CardList
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Chip, Icon

__all__ = ["Card", "CardLine", "CardList"]


class Card(QWidget):
    """Under the heading the lines; where there are none, a sentence says what belongs here."""

    def __init__(self, desk: Desk, icon: str) -> None:
        super().__init__()
        theme = desk.theme
        self.title = label(theme, "heading")
        self.count = Chip(theme, height=20)
        self.link = Button(theme, kind="link")
        self.link.hide()
        self.lines = CardList(desk)
        self._none = label(theme, "caption", "text2", wrap=True)
        head = row(Icon(theme, icon), self.title, self.count, None, self.link)
        self.setLayout(column(frame(column(head, self.lines, self._none, gap=6), "card", (16, 11, 12, 11))))

    def show_lines(self, lines: Sequence[CardLine], count: int, none: str) -> None:
        self.count.setVisible(count > 0)
        self.count.show_text(str(count))
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self._none.setText(none)
        self._none.setVisible(not lines)

    def say_more(self, said: str) -> None:
        """A sentence under the lines."""
        self._none.setText(said)
        self._none.setVisible(bool(said))
